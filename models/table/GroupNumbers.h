// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/GroupBlocks.h"
#include "models/table/NumberPasses.h"
#include "models/table/RunGroups.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace runglass
{

/// What the numbers of a column are in a group.
struct GroupedNumbers {
    NumberStats stats;
    std::uint32_t present = 0; ///< rows that have a value, NaN included
};

/// Looks through the numbers of groups, column after column, in one pass over each. What the innermost groups are made
/// of makes those around them.
/// @thread any, at once
class GroupNumbers
{
public:
    /// @param first, last  the groups that are asked for. Borrows them all.
    GroupNumbers(const RunGroups& groups, std::uint32_t first, std::uint32_t last);

    /// Of each group that is asked for. They are exact but for the rounding of sums; where that would show, a group is
    /// looked through again, in long numbers.
    /// @param column  of numbers
    /// @param range   what the bars divide: finiteRange(column, groups)
    std::vector<GroupedNumbers> of(const Column& column, const std::optional<NumberRange>& range) const;

private:
    struct Part {
        NumberSums sums;
        std::uint32_t present = 0;
    };
    struct Look; ///< what belongs to one column

    void findLeaves();
    void passOver(Look& look) const;
    void passOverRows(const Cells<double>& cells, const NumberBars& bars, Look& look) const;
    Part partOf(std::uint32_t leaf, const Look& look) const;
    Part partAround(std::uint32_t group, Look& look) const;

    const RunGroups& m_groups;
    std::uint32_t m_first, m_last;
    std::uint32_t m_rowCount = 0;        ///< of all these groups
    std::vector<std::uint32_t> m_leaves; ///< the innermost groups among and inside these
    GroupBlocks m_blocks;                ///< of m_leaves
};

} // namespace runglass
