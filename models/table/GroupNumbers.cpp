// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/GroupNumbers.h"

#include "models/table/NumberBars.h"
#include "models/table/NumberColumn.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>

namespace runglass
{

namespace
{

/// Adds up numbers as they come. The squares are those of distances from one of the numbers: as that is one of them,
/// what they say of the distances from the mean is lost in rounding at most by as much as there are numbers.
struct Running {
    double from = 0; ///< one of the numbers
    double sum = 0, squares = 0;
    double min = std::numeric_limits<double>::infinity(), max = -min;
    std::uint32_t nans = 0;
    std::uint32_t slots[NumberBars::kSlots] = {}; // without the bounds check of each access

    void add(double number, const NumberBars& bars)
    {
        // Asked as a question of its own, since hardly any number is NaN.
        if (number != number) {
            ++nans;
            return;
        }
        const double away = number - from;
        sum += away;
        squares += away * away;
        if (number < min)
            min = number;
        if (number > max)
            max = number;
        ++slots[bars.slotOf(number)];
    }

    void add(const Running& other)
    {
        sum += other.sum;
        squares += other.squares;
        min = std::min(min, other.min);
        max = std::max(max, other.max);
        nans += other.nans;
        std::transform(std::begin(slots), std::end(slots), other.slots, slots, std::plus<>());
    }

    /// Whether the squares are of a size that numbers can have.
    bool isSound() const
    {
        constexpr double kLeast = 1e-280;
        return std::isfinite(squares) && (squares > kLeast || min == max);
    }

    std::uint32_t count() const { return std::accumulate(std::begin(slots), std::end(slots), 0U); }

    NumberSums sums() const
    {
        NumberSums result;
        result.count = count();
        if (result.count == 0)
            return result;
        const auto count = static_cast<long double>(result.count);
        const long double away = sum;
        result.sum = count * from + away;
        result.squares = std::max(0.0L, squares - away * away / count);
        result.min = min;
        result.max = max;
        std::copy_n(slots + 1, kHistogramBars, result.bars.begin());
        return result;
    }
};

/// The number in the middle of three by size, so that it is hardly ever the one that is like no other.
double someNumber(const Column& column, std::span<const std::uint32_t> rows)
{
    std::array<double, 3> found = {};
    std::size_t count = 0;
    for (std::size_t i = 0; i < rows.size() && count < found.size(); ++i)
        if (const double number = column.number(rows[i]); std::isfinite(number))
            found[count++] = number;
    std::sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count));
    return found[count / 2];
}

} // namespace

struct GroupNumbers::Look {
    const Column& column;
    std::optional<HistogramEdges> edges;
    std::vector<Running> running; ///< by place in m_leaves
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
    m_leafOf.assign(*std::max_element(m_groups.rows.begin(), m_groups.rows.end()) + std::size_t{1}, none);
    for (std::uint32_t leaf = 0; leaf < none; ++leaf)
        for (const std::uint32_t row : m_groups.rowsOf(m_leaves[leaf]))
            m_leafOf[row] = leaf;
}

std::vector<GroupedNumbers> GroupNumbers::of(const Column& column, const std::optional<NumberRange>& range) const
{
    Look look{column, range ? std::optional<HistogramEdges>(*range) : std::nullopt, {}, {}};
    look.found.resize(m_last - m_first);
    if (m_first == m_last)
        return {};
    look.running.resize(m_leaves.size());
    for (std::size_t leaf = 0; leaf < m_leaves.size(); ++leaf)
        look.running[leaf].from = someNumber(column, m_groups.rowsOf(m_leaves[leaf]));
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
        Running running = look.running[leaf];
        reader.each(m_groups.rowsOf(m_leaves[leaf]), [&](double number) { running.add(number, bars); });
        look.running[leaf] = running;
    }
}

void GroupNumbers::passOverRows(const Cells<double>& cells, const NumberBars& bars, Look& look) const
{
    // Of few groups several copies in turn, since a sum can only be added to when it is known; of many they would not
    // be near, and the next number is of another group anyway.
    constexpr std::uint32_t kCopies = 4, kFewGroups = 64;
    const std::uint32_t copies = m_leaves.size() <= kFewGroups ? kCopies : 1;
    std::vector<Running> running((m_leaves.size() + 1) * copies); // the last are for rows in no group
    for (std::size_t leaf = 0; leaf < m_leaves.size(); ++leaf)
        for (std::uint32_t copy = 0; copy < copies; ++copy)
            running[leaf * copies + copy].from = look.running[leaf].from;
    const std::uint32_t* const leafOf = m_leafOf.data();
    const std::size_t known = m_leafOf.size();
    Running* const unchecked = running.data();
    cells.forEach([=, &bars](std::uint32_t row, double number) {
        if (row < known)
            unchecked[leafOf[row] * copies + (row & (copies - 1))].add(number, bars);
    });
    for (std::size_t leaf = 0; leaf < m_leaves.size(); ++leaf)
        for (std::uint32_t copy = 0; copy < copies; ++copy)
            look.running[leaf].add(running[leaf * copies + copy]);
}

GroupNumbers::Part GroupNumbers::partOf(std::uint32_t leaf, const Look& look) const
{
    const Running& running = look.running[leaf];
    const bool isEven = !look.edges || NumberBars::fit(*look.edges);
    const std::uint32_t present = running.count() + running.nans;
    if (isEven && running.isSound()) {
        Part part{running.sums(), present};
        if (!look.edges)
            part.sums.bars = {};
        return part;
    }
    const auto rows = m_groups.rowsOf(m_leaves[leaf]);
    std::vector<double> numbers(rows.size());
    numbers.resize(NumberReader(look.column, rows.size()).read(rows, numbers.data()).numbers);
    return {sumsOf(numbers, look.edges ? &*look.edges : nullptr), present};
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
