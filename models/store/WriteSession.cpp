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

void WriteSession::begin()
{
    m_transaction.emplace(m_database, Transaction::Mode::Immediate);
    m_begun = std::chrono::steady_clock::now();
    m_bytes = 0;
    Query query(m_database, "SELECT max(coalesce((SELECT max(seq) FROM runs), 0),"
                            " (SELECT value FROM meta WHERE key = 'base'))");
    m_sequence = query.step() ? query.integer(0) : 0;
}

void WriteSession::end()
{
    try {
        m_transaction->commit();
    } catch (const StoreFailure& failure) {
        if (m_isGrouped)
            m_lost = failure;
        throw;
    }
    m_transaction.reset();
    ++m_commits;
    for (auto& [log, cursor] : m_willSee)
        m_seen[log] = cursor;
    m_willSee.clear();
}

void WriteSession::forget()
{
    m_metrics.clear();
    m_counts.clear();
    m_willSee.clear();
}

void WriteSession::open()
{
    if (isOpen())
        return;
    if (m_lost)
        throw StoreFailure(*m_lost);
    if (!m_transaction)
        begin();
    if (!m_isGrouped)
        return;
    m_database.execute("SAVEPOINT part");
    m_isPartOpen = true;
}

void WriteSession::commit()
{
    if (!isOpen())
        return;
    flushMetrics();
    if (m_isGrouped) {
        m_database.execute("RELEASE part");
        m_isPartOpen = false;
        if (!isSpent())
            return;
    }
    end();
}

void WriteSession::rollback()
{
    forget();
    if (!m_isGrouped || !m_transaction) {
        m_transaction.reset();
        return;
    }
    try {
        if (m_isPartOpen && m_database.isInTransaction()) {
            m_isPartOpen = false;
            m_database.execute("ROLLBACK TO part; RELEASE part");
            return;
        }
    } catch (const StoreFailure& failure) {
        m_lost = failure;
    }
    // There is no way back to where the part began: all of it is gone.
    m_isPartOpen = false;
    m_transaction.reset();
    if (!m_lost)
        m_lost.emplace(Error{Error::Kind::Io, "What was written together could not be.", m_database.file()});
}

void WriteSession::endGroup()
{
    try {
        if (m_transaction && !m_lost)
            end();
    } catch (const StoreFailure&) {
        forget();
    }
    m_transaction.reset();
    m_isGrouped = m_isPartOpen = false;
    if (const std::optional<StoreFailure> lost = std::exchange(m_lost, std::nullopt))
        throw StoreFailure(*lost);
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
