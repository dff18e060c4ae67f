// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/Cells.h"
#include "models/table/RunningNumbers.h"

#include <cstdint>
#include <span>
#include <vector>

namespace runglass
{

/// The rows of groups that do not overlap, in blocks of rows that lie one behind the other and in a block group by
/// group: a block is small enough to stay near, and a run of numbers that are of one group is added up in registers.
/// @thread any, at once
class GroupBlocks
{
public:
    GroupBlocks() = default;
    /// @param groupOf  of each row the group; groups for a row in none
    GroupBlocks(std::vector<std::uint32_t> groupOf, std::uint32_t groups);

    bool isEmpty() const { return m_groupOf.empty(); }
    std::uint32_t groups() const { return m_groups; }
    /// Of each row the group, groups() for none; they end with a block.
    const std::vector<std::uint32_t>& groupOf() const { return m_groupOf; }
    /// Adds the numbers of a column.
    /// @param cells    dense ones
    /// @param running  one a group, and one for the rows in none
    void addTo(std::span<RunningNumbers> running, const Cells<double>& cells, const NumberBars& bars) const;

private:
    struct Run {
        std::uint32_t group = 0;
        std::uint32_t end = 0; ///< in m_places
    };
    void arrange(std::uint32_t first, std::vector<std::uint32_t>& ends);
    void readBlock(std::uint32_t first, const Cells<double>& cells, std::span<double> numbers,
                   std::span<RunningNumbers> running) const;

    std::uint32_t m_groups = 0;
    std::uint32_t m_size = 0;             ///< rows a block
    std::vector<std::uint32_t> m_groupOf; ///< by row
    std::vector<std::uint16_t> m_places;  ///< in the block; m_size: of no row, where a run would be odd
    std::vector<Run> m_runs;
    std::vector<std::uint32_t> m_blockEnds; ///< in m_runs
    std::vector<std::uint32_t> m_rows;      ///< how many each group has
};

} // namespace runglass
