// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/CommandRunner.h"

#include <QElapsedTimer>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

using Kind = RunCommand::Kind;

constexpr qint64 kProgressMs = 100;
constexpr std::size_t kMostKept = 50;

Result<CommandEffect> performTask(ReaderPool& source, const RunTask& task)
{
    Result<ReaderPool::Loan> reader = source.take();
    if (!reader)
        return reader.error();
    RunCommand command = task.command;
    command.run = task.run.path;
    return source.source().perform(command, reader->get());
}

std::optional<RunTask> inverseOf(const CommandReport::Outcome& outcome)
{
    if (outcome.error)
        return std::nullopt;
    RunTask inverse{outcome.task.run, {}};
    switch (outcome.task.command.kind) {
    case Kind::Edit:
        inverse.command.kind = Kind::Edit;
        inverse.command.edit.reverts = outcome.effect.changes;
        break;
    case Kind::Lock:
        inverse.command.kind = Kind::Unlock;
        break;
    case Kind::Unlock:
        inverse.command.kind = Kind::Lock;
        break;
    case Kind::Delete:
        inverse.command.kind = Kind::Restore;
        inverse.command.folder = outcome.effect.folder;
        return inverse;
    case Kind::Restore:
        inverse.command.kind = Kind::Delete;
        return inverse;
    case Kind::Stop:
    case Kind::Purge:
        return std::nullopt;
    }
    // It was so already.
    return outcome.effect.changes.empty() ? std::nullopt : std::optional(std::move(inverse));
}

} // namespace

std::size_t CommandReport::done() const
{
    return static_cast<std::size_t>(
        std::count_if(outcomes.begin(), outcomes.end(), [](const Outcome& outcome) { return !outcome.error; }));
}

std::vector<RunTask> inverseOf(const CommandReport& report)
{
    std::vector<RunTask> tasks;
    for (const CommandReport::Outcome& outcome : report.outcomes)
        if (std::optional<RunTask> inverse = inverseOf(outcome))
            tasks.push_back(std::move(*inverse));
    return tasks;
}

CommandRunner::CommandRunner(SourceOf sourceOf)
    : m_sourceOf(std::move(sourceOf))
{
    // One after another, so that what is asked for last is done last.
    m_thread.setMaxThreadCount(1);
}

CommandRunner::~CommandRunner()
{
    for (auto& [number, running] : m_running)
        running.cancel.cancel();
    m_thread.waitForDone();
}

quint64 CommandRunner::start(std::vector<RunTask> tasks)
{
    return start(std::move(tasks), Origin::User);
}

quint64 CommandRunner::start(std::vector<RunTask> tasks, Origin origin)
{
    const quint64 number = m_next++;
    const CancelToken cancel = m_running[number].cancel;
    m_running[number].origin = origin;
    std::map<SourceId, std::shared_ptr<ReaderPool>> sources;
    for (const RunTask& task : tasks)
        if (!sources.contains(task.run.source))
            sources[task.run.source] = m_sourceOf(task.run.source);
    m_thread.start([this, number, cancel, sources = std::move(sources), tasks = std::move(tasks)] {
        CommandReport report;
        report.wanted = tasks.size();
        report.kind = tasks.empty() ? Kind::Edit : tasks.front().command.kind;
        QElapsedTimer sinceProgress;
        sinceProgress.start();
        const auto interrupted = std::make_shared<std::set<ProcessIdentity>>();
        for (RunTask task : tasks) {
            task.command.stop.interrupted = interrupted;
            if (cancel.isCanceled()) {
                report.wasCanceled = true;
                break;
            }
            const std::shared_ptr<ReaderPool>& source = sources.at(task.run.source);
            Result<CommandEffect> effect =
                source ? performTask(*source, task)
                       : Error{Error::Kind::NotFound, "The source of this run is not open.", {}};
            CommandReport::Outcome& outcome = report.outcomes.emplace_back();
            outcome.task = std::move(task);
            if (effect)
                outcome.effect = std::move(effect).value();
            else
                outcome.error = effect.error();
            report.bytes += outcome.effect.bytes;
            if (sinceProgress.elapsed() < kProgressMs)
                continue;
            sinceProgress.restart();
            emit progressed(number, static_cast<int>(report.outcomes.size()), static_cast<int>(tasks.size()));
        }
        // With the last of them what earlier purges have left behind goes too.
        if (report.kind == Kind::Purge && !report.wasCanceled)
            for (const auto& [id, source] : sources)
                if (const Result<std::uint64_t> freed = source ? source->source().removeLeftovers() : Error())
                    report.bytes += *freed;
        QMetaObject::invokeMethod(
            this, [this, number, report = std::move(report)] { onFinished(number, report); }, Qt::QueuedConnection);
    });
    emit changed();
    return number;
}

void CommandRunner::cancel(quint64 number)
{
    if (const auto running = m_running.find(number); running != m_running.end())
        running->second.cancel.cancel();
}

void CommandRunner::keep(std::vector<CommandReport>& stack, CommandReport report)
{
    if (inverseOf(report).empty())
        return;
    stack.push_back(std::move(report));
    if (stack.size() > kMostKept)
        stack.erase(stack.begin());
}

void CommandRunner::onFinished(quint64 number, const CommandReport& report)
{
    const Origin origin = m_running[number].origin;
    m_running.erase(number);
    std::set<SourceId> sources;
    for (const CommandReport::Outcome& outcome : report.outcomes)
        if (!outcome.error)
            sources.insert(outcome.task.run.source);
    for (const SourceId source : sources)
        emit touched(source);
    if (origin == Origin::User && !inverseOf(report).empty())
        m_redo.clear();
    keep(origin == Origin::Undo ? m_redo : m_undo, report);
    emit finished(number, report);
    emit changed();
}

quint64 CommandRunner::undo()
{
    if (m_undo.empty())
        return 0;
    const std::vector<RunTask> tasks = inverseOf(m_undo.back());
    m_undo.pop_back();
    return start(tasks, Origin::Undo);
}

quint64 CommandRunner::redo()
{
    if (m_redo.empty())
        return 0;
    const std::vector<RunTask> tasks = inverseOf(m_redo.back());
    m_redo.pop_back();
    return start(tasks, Origin::Redo);
}

} // namespace runglass
