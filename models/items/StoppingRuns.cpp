// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/StoppingRuns.h"

#include "models/session/StateReason.h"

#include <QCoreApplication>

namespace runglass
{

namespace
{

bool isToldToStop(const RunTable& table, std::uint32_t row)
{
    if (table.state(row) != RunState::Running)
        return false;
    const StateNote* const note = table.stateNote(row);
    return note && saysStopping(note->reason);
}

} // namespace

QString stoppingText()
{
    //: in the place of a run's state: it was asked to stop
    return QCoreApplication::translate("StoppingRuns", "Stopping…");
}

StoppingRuns::StoppingRuns(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &Session::commandFinished, this, [this](quint64, const CommandReport& report) { take(report); });
    connect(&session, &Session::listChanged, this, &StoppingRuns::follow);
}

std::optional<StoppingRuns::Moment> StoppingRuns::askedAt(const RunRef& run) const
{
    const auto found = m_asked.find(run);
    return found == m_asked.end() ? std::nullopt : std::optional(found->second.when);
}

bool StoppingRuns::wasAskedElsewhere(const RunRef& run) const
{
    const auto found = m_asked.find(run);
    return found != m_asked.end() && found->second.isElsewhere;
}

void StoppingRuns::take(const CommandReport& report)
{
    if (report.kind != RunCommand::Kind::Stop || report.done() == 0)
        return;
    for (const CommandReport::Outcome& outcome : report.outcomes)
        if (!outcome.error)
            m_asked[outcome.task.run] = {std::chrono::steady_clock::now()};
    emit changed();
}

void StoppingRuns::follow()
{
    const RunTable& table = *m_session.list()->table;
    const auto hasStopped = [&table](const auto& asked) {
        const std::optional<std::uint32_t> row = table.rowOf(asked.first);
        return !row || (table.state(*row) != RunState::Running && table.state(*row) != RunState::Unknown) ||
               (asked.second.isElsewhere && !isToldToStop(table, *row));
    };
    const bool hasLess = std::erase_if(m_asked, hasStopped) > 0;
    if (hearOf(table) || hasLess)
        emit changed();
}

/// @return whether there are any that were not known
bool StoppingRuns::hearOf(const RunTable& table)
{
    bool isNews = false;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        if (isToldToStop(table, row))
            isNews =
                m_asked.try_emplace(table.ref(row), Asked{std::chrono::steady_clock::now(), true}).second || isNews;
    return isNews;
}

} // namespace runglass
