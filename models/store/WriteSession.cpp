// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/WriteSession.h"

#include "models/store/KeyText.h"
#include "models/store/Query.h"

namespace runglass
{

namespace
{

// The end of a transaction writes its pages, which takes time too: 50 ms in all.
constexpr std::chrono::milliseconds kSliceTime(25);
constexpr std::size_t kSliceBytes = 8 * 1024 * 1024;
/// More keys than this are looked up again rather than kept in memory.
constexpr std::size_t kMostMetrics = 100'000;

} // namespace

WriteSession::WriteSession(Database& database)
    : m_database(database)
    , m_random(std::random_device{}() ^
               static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count()))
{
}

void WriteSession::open()
{
    if (m_transaction)
        return;
    m_transaction.emplace(m_database, Transaction::Mode::Immediate);
    m_begun = std::chrono::steady_clock::now();
    m_bytes = 0;
    Query query(m_database, "SELECT max(coalesce((SELECT max(seq) FROM runs), 0),"
                            " (SELECT value FROM meta WHERE key = 'base'))");
    m_sequence = query.step() ? query.integer(0) : 0;
}

void WriteSession::commit()
{
    if (!m_transaction)
        return;
    flushMetrics();
    m_transaction->commit();
    m_transaction.reset();
    for (auto& [log, cursor] : m_willSee)
        m_seen[log] = cursor;
    m_willSee.clear();
}

void WriteSession::rollback()
{
    m_transaction.reset();
    m_metrics.clear();
    m_counts.clear();
    m_willSee.clear();
}

bool WriteSession::isSpent() const
{
    return m_transaction && (m_bytes > kSliceBytes || std::chrono::steady_clock::now() - m_begun > kSliceTime);
}

std::int64_t WriteSession::nextSequence()
{
    return ++m_sequence;
}

std::int64_t WriteSession::metric(bool system, const KeyPath& key)
{
    std::pair<bool, std::string> name(system, encodeKey(key));
    if (const auto known = m_metrics.find(name); known != m_metrics.end())
        return known->second;
    std::int64_t number = 0;
    Query find(m_database, "SELECT number FROM metrics WHERE system = ? AND key = ?");
    if (find.bind(system).bind(name.second).step()) {
        number = find.integer(0);
    } else {
        Query(m_database, "INSERT INTO metrics(system, key) VALUES(?, ?)").bind(system).bind(name.second).run();
        number = m_database.lastInsertRowid();
    }
    if (m_metrics.size() > kMostMetrics)
        m_metrics.clear();
    m_metrics.emplace(std::move(name), number);
    return number;
}

void WriteSession::countMetric(std::int64_t metric, int runs, int numericRuns)
{
    auto& [allRuns, allNumeric] = m_counts[metric];
    allRuns += runs;
    allNumeric += numericRuns;
}

void WriteSession::flushMetrics()
{
    for (const auto& [metric, counts] : m_counts)
        if (counts.first != 0 || counts.second != 0)
            Query(m_database, "UPDATE metrics SET runs = runs + ?, numeric_runs = numeric_runs + ? WHERE number = ?")
                .bind(counts.first)
                .bind(counts.second)
                .bind(metric)
                .run();
    m_counts.clear();
}

std::int64_t WriteSession::newToken()
{
    return static_cast<std::int64_t>(m_random());
}

std::optional<FileCursor> WriteSession::seen(const std::string& log) const
{
    if (const auto coming = m_willSee.find(log); coming != m_willSee.end())
        return coming->second;
    const auto known = m_seen.find(log);
    return known == m_seen.end() ? std::nullopt : std::optional(known->second);
}

void WriteSession::setSeen(const std::string& log, const FileCursor& cursor)
{
    m_seen[log] = cursor;
}

void WriteSession::willSee(const std::string& log, const FileCursor& cursor)
{
    m_willSee[log] = cursor;
}

} // namespace runglass
