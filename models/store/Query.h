// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/Database.h"

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace SQLite
{
class Statement;
}

namespace runglass
{

/// One use of a prepared statement, which the database keeps for the next. Parameters are bound in order and must
/// outlive the query, which does not copy them; columns are read from the current row. All calls throw StoreFailure.
class Query
{
public:
    /// @param sql  a literal: its address is its name in the cache. No two queries of one literal at a time.
    Query(Database& database, const char* sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    template <std::integral Number> Query& bind(Number value) { return bindInteger(static_cast<std::int64_t>(value)); }
    Query& bind(double value); ///< NaN becomes NULL
    Query& bind(const std::string& text);
    Query& bindBlob(std::string_view bytes);
    Query& bindNull();

    /// Next row, false at the end.
    bool step();
    /// For statements without rows.
    void run();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    std::uint64_t natural(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    double real(int column) const; ///< NULL becomes NaN
    std::string text(int column) const;
    std::string_view blob(int column) const; ///< until the next step

private:
    Query& bindInteger(std::int64_t value);

    Database& m_database;
    SQLite::Statement& m_statement;
    int m_bound = 0;
};

} // namespace runglass
