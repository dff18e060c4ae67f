// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/Cells.h"
#include "models/table/NumberPasses.h"
#include "models/table/RunGroups.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace runglass
{

/// Looks through the numbers of groups, column after column, in memory that is used again. The innermost groups are
/// looked through while their numbers are near; those around them are put together of what these are made of.
/// @thread any one at a time
class GroupNumbers
{
public:
    struct Found {
        NumberStats stats;
        std::uint32_t present = 0; ///< rows that have a value, NaN included
    };
    using Take = std::function<void(std::uint32_t group, const Found& found)>;

    /// @param first, last  the groups that are asked for. Borrows them all.
    GroupNumbers(const RunGroups& groups, std::uint32_t first, std::uint32_t last);

    /// Calls take for each group that is asked for, in any order.
    /// @param column  of numbers
    /// @param range   what the bars divide; none: no bars
    void each(const Column& column, const std::optional<NumberRange>& range, const Take& take);

private:
    struct Part {
        NumberSums sums;
        std::uint32_t present = 0;
    };
    struct Look; ///< what belongs to one column

    void placeRows();
    bool spread(const Cells<double>& cells);
    Part lookThrough(std::uint32_t group, Look& look);
    Part readAll(std::uint32_t group, Look& look);
    Part unite(std::uint32_t group, Look& look);

    const RunGroups& m_groups;
    std::uint32_t m_first, m_last;
    std::uint32_t m_firstRow = 0, m_rowCount = 0; ///< those of all these groups, in RunGroups::rows
    MedianFinder m_medians;
    std::vector<double> m_numbers; ///< group after group
    /// By row of the table, where in m_numbers its number goes when a column is read row after row: that is as fast as
    /// memory is, which to read it group after group is not. Of other rows it is m_rowCount. Empty until it is wanted.
    std::vector<std::uint32_t> m_placeOf;
};

} // namespace runglass
