// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/SessionImpl.h"
#include "models/table/NamedColumn.h"

#include <algorithm>

namespace runglass
{

namespace
{

Capabilities allRefused(const std::string& reason)
{
    const Capability refused{false, reason};
    return {refused, refused, refused, refused, refused, refused};
}

/// What a list knows of a run, as far as capabilities ask for it.
Run outlineOf(const RunTable& table, std::uint32_t row)
{
    Run run;
    run.path = table.ref(row).path;
    run.state = table.state(row);
    run.locked = table.isLocked(row);
    run.host =
        exactCell(table, {toText({ColumnOrigin::Field, Field::Host, {}}), {{ColumnOrigin::Field, Field::Host, {}}}},
                  row)
            .text();
    return run;
}

} // namespace

RunTask TrashedRef::task(RunCommand::Kind kind) const
{
    RunTask task;
    task.run = {source, run.stored.run.path};
    task.command.kind = kind;
    task.command.folder = run.folder;
    return task;
}

void Session::Impl::connectCommands()
{
    QObject::connect(&commands, &CommandRunner::progressed, &q, &Session::commandProgressed, Qt::QueuedConnection);
    QObject::connect(&commands, &CommandRunner::finished, &q, &Session::commandFinished);
    QObject::connect(&commands, &CommandRunner::changed, &q, &Session::commandsChanged);
    QObject::connect(&commands, &CommandRunner::touched, &q, [this](SourceId id) {
        if (const auto its = opened.find(id); its != opened.end())
            its->second.worker->look();
    });
}

Capabilities Session::capabilities(const RunRef& run) const
{
    const std::shared_ptr<ReaderPool> source = m_impl->sourceOf(run);
    const RunTable& table = *m_impl->list->table;
    const std::optional<std::uint32_t> row = table.rowOf(run);
    if (!source || !row)
        return allRefused("The run is not there.");
    return source->source().source().capabilities(outlineOf(table, *row));
}

Capabilities Session::capabilities(const OpenedRun& run) const
{
    const std::shared_ptr<ReaderPool> source = m_impl->sourceOf(run.ref);
    return source ? source->source().source().capabilities(run.run) : allRefused("The source of this run is not open.");
}

quint64 Session::perform(const RunCommand& command, const std::vector<RunRef>& runs)
{
    std::vector<RunTask> tasks;
    tasks.reserve(runs.size());
    for (const RunRef& run : runs)
        tasks.push_back({run, command});
    return perform(std::move(tasks));
}

quint64 Session::perform(std::vector<RunTask> tasks)
{
    return m_impl->commands.start(std::move(tasks));
}

void Session::cancelCommand(quint64 command)
{
    m_impl->commands.cancel(command);
}

bool Session::isPerforming() const
{
    return m_impl->commands.isBusy();
}

const CommandReport* Session::undoableCommand() const
{
    return m_impl->commands.undoable();
}

const CommandReport* Session::redoableCommand() const
{
    return m_impl->commands.redoable();
}

quint64 Session::undoCommand()
{
    return m_impl->commands.undo();
}

quint64 Session::redoCommand()
{
    return m_impl->commands.redo();
}

QFuture<Result<StopPlan>> Session::planStop(const RunRef& run)
{
    return m_impl->ask<Result<StopPlan>>(run, [](const RunPlaces& places) -> Result<StopPlan> {
        Result<ReaderPool::Loan> reader = places.source->take();
        if (!reader)
            return reader.error();
        const Result<StoredRun> stored = OpenSource::stored(places.run.path, reader->get());
        return stored ? places.source->source().source().planStop(*stored) : stored.error();
    });
}

QFuture<Result<std::uint64_t>> Session::sizeOf(std::vector<RunRef> runs)
{
    std::map<SourceId, std::shared_ptr<ReaderPool>> sources;
    for (const RunRef& run : runs)
        if (!sources.contains(run.source))
            sources[run.source] = m_impl->sourceOf(run);
    const auto work = [sources = std::move(sources), runs = std::move(runs),
                       closing = m_impl->closing](QPromise<Result<std::uint64_t>>& promise) {
        promise.setProgressRange(0, static_cast<int>(runs.size()));
        std::uint64_t bytes = 0;
        for (std::size_t i = 0; i < runs.size() && !promise.isCanceled() && !closing.isCanceled(); ++i) {
            promise.setProgressValue(static_cast<int>(i));
            const std::shared_ptr<ReaderPool>& source = sources.at(runs[i].source);
            Result<ReaderPool::Loan> reader = source ? source->take() : Impl::canceled();
            if (!reader)
                continue;
            const Result<StoredRun> stored = OpenSource::stored(runs[i].path, reader->get());
            const Result<std::uint64_t> size =
                stored ? source->source().source().sizeOf(*stored, {}, closing) : stored.error();
            bytes += size ? *size : 0;
        }
        promise.addResult(closing.isCanceled() ? Result<std::uint64_t>(Impl::canceled()) : bytes);
    };
    return QtConcurrent::run(&m_impl->pool, work);
}

QFuture<Result<ArtifactPlan>> Session::planArtifacts(const std::vector<RunRef>& runs)
{
    std::map<std::shared_ptr<ReaderPool>, std::vector<RunPath>> sources;
    for (const RunRef& run : runs)
        if (const std::shared_ptr<ReaderPool> source = m_impl->sourceOf(run))
            sources[source].push_back(run.path);
    return QtConcurrent::run(&m_impl->pool, [sources = std::move(sources),
                                             closing = m_impl->closing](QPromise<Result<ArtifactPlan>>& promise) {
        ArtifactPlan all;
        for (const auto& [source, paths] : sources) {
            const Result<ArtifactPlan> plan = promise.isCanceled()
                                                  ? Result<ArtifactPlan>(Impl::canceled())
                                                  : source->source().source().planArtifacts(paths, closing);
            if (!plan) {
                promise.addResult(plan.error());
                return;
            }
            all.gone += plan->gone;
            all.bytes += plan->bytes;
            all.used += plan->used;
            all.linked += plan->linked;
        }
        promise.addResult(all);
    });
}

Answer<std::vector<TrashedRef>> Session::trash(std::optional<SourceId> source)
{
    using Found = Result<std::shared_ptr<const std::vector<TrashedRef>>>;
    std::map<SourceId, std::shared_ptr<ReaderPool>> sources;
    for (const auto& [id, its] : m_impl->opened)
        if (its.source && (!source || m_impl->realId(*source) == id))
            sources.emplace(id, its.source);
    return QtConcurrent::run(&m_impl->pool, [sources = std::move(sources), closing = m_impl->closing]() -> Found {
        auto found = std::make_shared<std::vector<TrashedRef>>();
        for (const auto& [id, its] : sources) {
            Result<std::vector<TrashedRun>> trash = its->source().source().trash(closing);
            // Of several sources one that is gone costs only its own.
            if (!trash && sources.size() == 1)
                return trash.error();
            for (TrashedRun& run : trash ? *trash : std::vector<TrashedRun>())
                found->push_back({id, std::move(run)});
        }
        std::stable_sort(found->begin(), found->end(),
                         [](const TrashedRef& a, const TrashedRef& b) { return a.run.when > b.run.when; });
        return std::shared_ptr<const std::vector<TrashedRef>>(std::move(found));
    });
}

} // namespace runglass
