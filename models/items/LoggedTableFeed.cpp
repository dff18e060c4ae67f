// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/LoggedTableFeed.h"

#include "models/session/WhenAnswered.h"
#include "models/table/RunTable.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <set>
#include <utility>

namespace runglass
{

namespace
{

/// Tables that are read at once: after each lot it is told how far reading is, and can be stopped.
constexpr std::size_t kLot = 4;

} // namespace

LoggedTableFeed::LoggedTableFeed(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    auto none = std::make_shared<JoinedTables>();
    none->table = std::make_shared<const RunTable>();
    m_tables = std::move(none);
}

LoggedTableFeed::~LoggedTableFeed()
{
    m_answer.cancel();
}

void LoggedTableFeed::setKey(const KeyPath& key)
{
    if (key == m_key)
        return;
    m_key = key;
    m_known.clear();
    start();
}

void LoggedTableFeed::setRuns(std::shared_ptr<const ShownRuns> runs)
{
    if (*runs == *m_runs)
        return;
    m_runs = std::move(runs);
    start();
}

void LoggedTableFeed::setStep(const std::optional<std::int64_t>& step)
{
    if (step == m_step)
        return;
    m_step = step;
    start();
}

void LoggedTableFeed::invalidate(const RunChanges& changes)
{
    const bool concerns = std::any_of(m_runs->runs.begin(), m_runs->runs.end(),
                                      [&changes](const ShownRun& run) { return changes.concern(run.ref); });
    if (!concerns)
        return;
    // One that could not be read may be whole now.
    std::erase_if(m_known,
                  [&changes](const auto& known) { return !known.second.table && changes.concern(known.first); });
    start();
}

void LoggedTableFeed::cancel()
{
    ++m_generation;
    m_answer.cancel();
    m_isCanceled = std::exchange(m_isReading, false);
    join();
    emit progressed();
}

void LoggedTableFeed::start()
{
    const unsigned generation = ++m_generation;
    m_answer.cancel();
    m_isCanceled = false;
    m_done = m_total = 0;
    std::vector<RunRef> runs;
    for (const ShownRun& run : m_runs->runs)
        runs.push_back(run.ref);
    m_isReading = !m_key.empty();
    emit progressed();
    if (m_key.empty())
        return;
    whenAnswered(this, m_session.loggedValues(metric(), runs),
                 [this, generation](const Result<std::shared_ptr<const std::vector<LoggedValues>>>& values) {
                     if (generation != m_generation)
                         return;
                     static const std::vector<LoggedValues> none;
                     takeValues(values ? **values : none);
                 });
}

void LoggedTableFeed::takeValues(const std::vector<LoggedValues>& values)
{
    m_wanted.clear();
    std::set<std::int64_t> steps;
    for (const LoggedValues& logged : values) {
        for (const auto& series : logged.segments) {
            const auto* each = std::get_if<std::vector<Value>>(&series->values);
            for (std::size_t i = 0; each && i < each->size(); ++i) {
                std::string path = tablePath((*each)[i]);
                if (path.empty())
                    continue;
                steps.insert(series->step[i]);
                if (!m_step || series->step[i] <= *m_step)
                    m_wanted[logged.run] = {std::move(path), series->step[i], series->id.segment};
            }
        }
    }
    m_steps.assign(steps.begin(), steps.end());
    m_toRead.clear();
    std::map<RunRef, Known> kept;
    for (const ShownRun& run : m_runs->runs) {
        const auto wanted = m_wanted.find(run.ref);
        if (wanted == m_wanted.end())
            continue;
        const auto known = m_known.find(run.ref);
        if (known != m_known.end() && known->second.place == wanted->second)
            kept.insert(m_known.extract(known));
        else
            m_toRead.push_back(run.ref);
    }
    m_known = std::move(kept);
    m_total = static_cast<int>(m_toRead.size());
    m_leftOut = 0;
    readNext();
}

std::size_t LoggedTableFeed::knownRows() const
{
    std::size_t rows = 0;
    for (const auto& [run, known] : m_known)
        rows += known.table ? known.table->rows.size() : 0;
    return rows;
}

void LoggedTableFeed::readNext()
{
    const auto done = static_cast<std::size_t>(m_done);
    if (done < m_toRead.size() && knownRows() >= kMostRows) {
        m_leftOut = m_total - m_done;
        m_done = m_total;
    }
    if (static_cast<std::size_t>(m_done) >= m_toRead.size()) {
        m_isReading = false;
        join();
        emit progressed();
        return;
    }
    emit progressed();
    const std::vector<RunRef> asked(m_toRead.begin() + m_done,
                                    m_toRead.begin() +
                                        std::min<std::ptrdiff_t>(m_done + static_cast<std::ptrdiff_t>(kLot), m_total));
    m_answer = m_session.loggedTables(metric(), asked, m_step);
    whenAnswered(this, m_answer,
                 [this, asked, generation = m_generation](const Result<std::shared_ptr<const JoinedTables>>& answer) {
                     if (generation != m_generation)
                         return;
                     if (answer)
                         takeTables(asked, **answer);
                     else
                         fail(asked, answer.error());
                     m_done += static_cast<int>(asked.size());
                     readNext();
                 });
}

void LoggedTableFeed::takeTables(const std::vector<RunRef>& asked, const JoinedTables& answer)
{
    for (const RunRef& run : asked)
        m_known[run] = {m_wanted[run], nullptr, {}};
    for (const RunLoggedTable& read : answer.runs)
        m_known[read.run].table = read.table;
    for (const auto& [run, error] : answer.failures)
        m_known[run].error = error;
}

void LoggedTableFeed::fail(const std::vector<RunRef>& asked, const Error& error)
{
    for (const RunRef& run : asked)
        m_known[run] = {m_wanted[run], nullptr, error};
}

void LoggedTableFeed::join()
{
    std::vector<RunLoggedTable> tables;
    std::vector<std::pair<RunRef, Error>> failures;
    for (const ShownRun& run : m_runs->runs) {
        const auto known = m_known.find(run.ref);
        if (known == m_known.end())
            continue;
        if (known->second.table)
            tables.push_back({run.ref, run.name.toStdString(), known->second.place.step, known->second.table,
                              known->second.place.segment});
        else
            failures.emplace_back(run.ref, known->second.error);
    }
    const auto work = [tables = std::move(tables), failures = std::move(failures)] {
        auto made = std::make_shared<JoinedTables>(joined(tables));
        made->failures = failures;
        return std::shared_ptr<const JoinedTables>(std::move(made));
    };
    whenAnswered(this, QtConcurrent::run(work),
                 [this, generation = m_generation](const std::shared_ptr<const JoinedTables>& made) {
                     if (generation != m_generation)
                         return;
                     m_tables = made;
                     emit changed();
                 });
}

} // namespace runglass
