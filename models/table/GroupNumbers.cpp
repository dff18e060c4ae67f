// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/GroupNumbers.h"

#include "models/table/NumberColumn.h"

#include <algorithm>

namespace runglass
{

struct GroupNumbers::Look {
    const Column& column;
    std::optional<HistogramEdges> edges;
    std::vector<RunningNumbers> running; ///< by place in m_leaves; the last is for rows in no group
    std::vector<GroupedNumbers> found;
    std::size_t leaf = 0; ///< the next one
};

GroupNumbers::GroupNumbers(const RunGroups& groups, std::uint32_t first, std::uint32_t last)
    : m_groups(groups)
    , m_first(first)
    , m_last(last)
{
    for (std::uint32_t group = first; group < last; group = groups.groups[group].end) {
        m_rowCount += groups.groups[group].count;
        for (std::uint32_t inner = group; inner < groups.groups[group].end; ++inner)
            if (groups.isInnermost(inner))
                m_leaves.push_back(inner);
    }
    if (m_rowCount > 0)
        findLeaves();
}

/// Of which group each row is, for passes row after row.
void GroupNumbers::findLeaves()
{
    const auto none = static_cast<std::uint32_t>(m_leaves.size());
    std::vector<std::uint32_t> leafOf(*std::max_element(m_groups.rows.begin(), m_groups.rows.end()) + std::size_t{1},
                                      none);
    for (std::uint32_t leaf = 0; leaf < none; ++leaf)
        for (const std::uint32_t row : m_groups.rowsOf(m_leaves[leaf]))
            leafOf[row] = leaf;
    m_blocks = GroupBlocks(std::move(leafOf), none);
}

std::vector<GroupedNumbers> GroupNumbers::of(const Column& column, const std::optional<NumberRange>& range) const
{
    Look look{column, range ? std::optional<HistogramEdges>(*range) : std::nullopt, {}, {}};
    look.found.resize(m_last - m_first);
    if (m_first == m_last)
        return {};
    look.running.resize(m_leaves.size() + 1);
    passOver(look);
    for (std::uint32_t group = m_first; group < m_last; group = m_groups.groups[group].end)
        partAround(group, look);
    return std::move(look.found);
}

/// Row after row where that reads not much more than is asked for: that is as fast as memory is, which to read group
/// after group is not.
void GroupNumbers::passOver(Look& look) const
{
    constexpr std::size_t kPart = 4;
    const NumberBars bars(look.edges.value_or(HistogramEdges({})));
    const auto* numbers = dynamic_cast<const NumberColumn*>(&look.column);
    if (numbers && m_rowCount * kPart >= numbers->presentCount())
        return passOverRows(numbers->cells(), bars, look);
    const NumberReader reader(look.column, m_rowCount);
    for (std::size_t leaf = 0; leaf < m_leaves.size(); ++leaf) {
        RunningNumbers running;
        reader.each(m_groups.rowsOf(m_leaves[leaf]), [&](double number) { running.add(number, bars); });
        look.running[leaf] = running;
    }
}

void GroupNumbers::passOverRows(const Cells<double>& cells, const NumberBars& bars, Look& look) const
{
    if (cells.isDense())
        return m_blocks.addTo(look.running, cells, bars);
    const std::uint32_t* const leafOf = m_blocks.groupOf().data();
    const std::size_t known = m_blocks.groupOf().size();
    RunningNumbers* const unchecked = look.running.data();
    cells.forEach([=, &bars](std::uint32_t row, double number) {
        if (row < known)
            unchecked[leafOf[row]].add(number, bars);
    });
}

GroupNumbers::Part GroupNumbers::partOf(std::uint32_t leaf, const Look& look) const
{
    const RunningNumbers& running = look.running[leaf];
    const bool isEven = !look.edges || NumberBars::fit(*look.edges);
    if (isEven && running.isSound()) {
        Part part{running.sums(), running.present};
        if (!look.edges)
            part.sums.bars = {};
        return part;
    }
    const auto rows = m_groups.rowsOf(m_leaves[leaf]);
    std::vector<double> numbers(rows.size());
    numbers.resize(NumberReader(look.column, rows.size()).read(rows, numbers.data()).numbers);
    return {sumsOf(numbers, look.edges ? &*look.edges : nullptr), running.present};
}

GroupNumbers::Part GroupNumbers::partAround(std::uint32_t group, Look& look) const
{
    Part part;
    if (m_groups.isInnermost(group)) {
        part = partOf(static_cast<std::uint32_t>(look.leaf++), look);
    } else {
        std::vector<NumberSums> parts;
        for (std::uint32_t inner = group + 1; inner < m_groups.groups[group].end; inner = m_groups.groups[inner].end) {
            const Part within = partAround(inner, look);
            part.present += within.present;
            parts.push_back(within.sums);
        }
        part.sums = united(parts);
    }
    // What is around a group that is asked for may hold others.
    if (group < m_last)
        look.found[group - m_first] = {part.sums.stats(), part.present};
    return part;
}

} // namespace runglass
