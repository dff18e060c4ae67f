// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/GroupNumbers.h"
#include "models/table/NumberSummary.h"
#include "models/table/RunGroups.h"

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace runglass
{

/// The values of a column that holds no numbers, in the runs of a group.
struct GroupValues {
    /// The common ones are not counted further than this many of them.
    static constexpr std::size_t kMostListed = 12;
    /// Of more different values the ends are not looked for.
    static constexpr std::size_t kMostOrdered = 200;

    std::uint32_t distinct = 0;
    std::vector<std::pair<Value, std::uint32_t>> common; ///< with how many runs have it; the most common first
    Value low, high; ///< first and last in natural order; null where there are more than kMostOrdered
};

/// What a column holds in the runs of a group.
struct GroupCell {
    std::uint32_t runs = 0;
    std::uint32_t present = 0; ///< of them, those that have a value; NaN is one
    std::variant<NumberStats, GroupValues> content;

    const NumberStats* numbers() const { return std::get_if<NumberStats>(&content); }
    const GroupValues* values() const { return std::get_if<GroupValues>(&content); }
};

/// Of a column in all groups.
std::optional<NumberRange> finiteRange(const Column& column, const RunGroups& groups);

/// Looks through the groups from first up to last, column after column.
/// @thread any, at once
class GroupLook
{
public:
    /// Borrows the groups.
    GroupLook(const RunGroups& groups, std::uint32_t first, std::uint32_t last);

    /// What a column holds in each of the groups.
    /// @param range  of the column in all groups: finiteRange(column, groups)
    /// Cost: a pass over the rows of these groups; for texts one for each depth.
    std::vector<GroupCell> cells(const Column& column, const std::optional<NumberRange>& range) const;

private:
    const RunGroups& m_groups;
    std::uint32_t m_first, m_last;
    GroupNumbers m_numbers;
};

} // namespace runglass
