// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/HashIndex.h"
#include "models/table/RunGrouping.h"
#include "models/table/RunTable.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// Runs with the same value in a column, inside a group by the columns before that.
struct RunGroup {
    Value value;             ///< of the column; null: the runs lack it
    std::string key;         ///< tells it from all others by the same columns; the same in every list
    std::uint32_t depth = 0; ///< which of the columns
    std::uint32_t parent = std::numeric_limits<std::uint32_t>::max(); ///< the group it is in; of an outermost: none
    std::uint32_t first = 0, count = 0;                               ///< its rows in RunGroups::rows
    std::uint32_t end = 0; ///< the first group after it that is not inside it
};

/// Rows of a table in groups, which may hold groups by further columns.
/// @thread any, at once
struct RunGroups {
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    std::vector<ColumnId> columns;   ///< outermost first
    std::vector<RunGroup> groups;    ///< each followed by those inside it
    std::vector<std::uint32_t> rows; ///< rows of the table, group after group
    bool hasAllRows = false;         ///< of the table

    std::span<const std::uint32_t> rowsOf(std::uint32_t group) const
    {
        return std::span(rows).subspan(groups[group].first, groups[group].count);
    }
    /// Whether no group is inside it.
    bool isInnermost(std::uint32_t group) const { return groups[group].depth + 1 == columns.size(); }
    /// How many groups there are by the first column.
    std::uint32_t outermostCount() const;
    /// The group with that key, by the columns up to that depth.
    std::optional<std::uint32_t> find(std::string_view key) const;

    HashIndex byKey; ///< for find()
};

/// What groups inside one group are ordered by: the mean of their numbers. Without a column, and where means are
/// equal, by their first rows. Groups without a number come last.
struct GroupOrder {
    const Column* column = nullptr;
    bool descending = false;
};

/// Groups rows, which keep their order within the innermost groups.
/// @param columns  at least one; one that the table does not have makes one group, of runs that lack it
/// Cost: some passes over the rows for each column.
RunGroups makeGroups(const RunTable& table, std::vector<std::uint32_t> rows, std::vector<ColumnId> columns,
                     const GroupOrder& order = {});

/// A line of a list that is shown with groups: a row of the table, or the head of a group.
using ListLine = std::uint32_t;
inline constexpr ListLine kGroupLine = ListLine{1} << 31;
constexpr bool isGroupLine(ListLine line)
{
    return (line & kGroupLine) != 0;
}
constexpr std::uint32_t groupOfLine(ListLine line)
{
    return line & ~kGroupLine;
}

/// The heads of groups, each followed by what is inside it unless it is folded. Rows that leftOut holds have no line.
std::vector<ListLine> linesOf(const RunGroups& groups, const RunGrouping& grouping,
                              const std::vector<std::uint64_t>& leftOut);

} // namespace runglass
