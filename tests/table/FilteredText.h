// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/FilterParser.h"
#include "models/table/RowFilter.h"
#include "tests/table/TableText.h"

namespace runglass::test
{

inline constexpr TimeNs kNow = 1795435200'000'000'000; // 2026-11-23T12:00Z

inline std::shared_ptr<const RunTable> tableOfRuns(std::vector<runglass::Run> runs)
{
    RunTableBuilder builder;
    builder.apply(1, std::move(runs));
    return builder.snapshot();
}

inline FilteredRows filtered(const RunTable& table, std::string_view text)
{
    const FilterParse parse = parseFilter(text);
    EXPECT_TRUE(parse.ok()) << text << ": " << (parse.ok() ? "" : parse.error->detail);
    return filterRows(table, parse.filter, kNow);
}

/// Rows that match, or what is wrong.
inline std::string rows(const RunTable& table, std::string_view text)
{
    const FilteredRows found = filtered(table, text);
    if (found.error)
        return "! " + found.error->detail;
    std::string result;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        result += testBit(found.rows, row) ? std::to_string(row) : "";
    return result;
}

/// The same over one config column "k", a row a value.
inline std::string rows(const std::vector<Value>& values, std::string_view text)
{
    return rows(*tableOf(values), text);
}

} // namespace runglass::test
