// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunBatch.h"
#include "models/store/Database.h"

#include <chrono>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>

namespace runglass
{

/// What one writer keeps between transactions, and its transactions, each ended before it gets long. What is
/// remembered here follows the transaction: a rollback forgets what it had added.
class WriteSession
{
public:
    explicit WriteSession(Database& database);

    Database& database() { return m_database; }

    /// Begins a transaction unless one is open.
    void open();
    /// Ends the open one, if any.
    void commit();
    void rollback();
    bool isOpen() const { return m_isGrouped ? m_isPartOpen : m_transaction.has_value(); }

    /// Until endGroup() those above begin and end parts of one transaction, so that many are on the disk with one
    /// write. One that gets long is committed at the end of a part, and another begun.
    void beginGroup() { m_isGrouped = true; }
    /// @throws StoreFailure when some part since beginGroup() may not be on the disk: it must be done anew
    void endGroup();
    /// How many transactions are on the disk.
    std::uint64_t commits() const { return m_commits; }
    /// Whether the open transaction has used up its time or its bytes.
    bool isSpent() const;
    /// Says that about so many bytes were written.
    void countBytes(std::size_t bytes) { m_bytes += bytes; }

    /// The next number of the change sequence; inside a transaction.
    std::int64_t nextSequence();
    /// The row of a key, made when it is new; inside a transaction.
    std::int64_t metric(bool system, const KeyPath& key);
    /// Moves the counters of a metric, at the end of the transaction.
    void countMetric(std::int64_t metric, int runs, int numericRuns);
    /// A random number that tells one beginning to write from all others.
    std::int64_t newToken();

    /// The cursor of a log as this writer last saw it; nothing when it never did.
    std::optional<FileCursor> seen(const std::string& log) const;
    void setSeen(const std::string& log, const FileCursor& cursor);
    /// Like setSeen, once the transaction is committed.
    void willSee(const std::string& log, const FileCursor& cursor);

private:
    void begin();
    void end();
    void forget();
    void flushMetrics();

    Database& m_database;
    std::optional<Transaction> m_transaction;
    std::uint64_t m_commits = 0;
    bool m_isGrouped = false;
    bool m_isPartOpen = false;
    std::optional<StoreFailure> m_lost; ///< why parts of the group are gone
    std::chrono::steady_clock::time_point m_begun;
    std::size_t m_bytes = 0;
    std::int64_t m_sequence = 0;
    std::map<std::pair<bool, std::string>, std::int64_t> m_metrics;
    std::map<std::int64_t, std::pair<int, int>> m_counts;
    std::unordered_map<std::string, FileCursor> m_seen, m_willSee;
    std::mt19937_64 m_random;
};

} // namespace runglass
