// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/GroupNumbers.h"

#include "models/table/NumberColumn.h"

#include <algorithm>
#include <bit>

namespace runglass
{

namespace
{

/// Stands for a missing number among numbers: a NaN that no computation gives.
constexpr std::uint64_t kMissingBits = 0x7FF8'5275'6E67'6C61;

/// Moves numbers to the front of to, NaN left out. Gives how many there are, and how many are not missing.
NumberReader::Read packed(std::span<const double> from, double* to)
{
    double* out = to;
    std::uint32_t missing = 0;
    for (const double number : from) {
        *out = number;
        out += number == number ? 1 : 0;
        missing += std::bit_cast<std::uint64_t>(number) == kMissingBits ? 1 : 0;
    }
    return {static_cast<std::uint32_t>(out - to), static_cast<std::uint32_t>(from.size()) - missing};
}

} // namespace

struct GroupNumbers::Look {
    NumberReader reader;
    std::optional<HistogramEdges> edges;
    const Take& take;
    bool isSpread = false; ///< m_numbers has them all already
    std::size_t used = 0;  ///< of m_numbers, by what was looked through

    const HistogramEdges* bars() const { return edges ? &*edges : nullptr; }
};

GroupNumbers::GroupNumbers(const RunGroups& groups, std::uint32_t first, std::uint32_t last)
    : m_groups(groups)
    , m_first(first)
    , m_last(last)
{
    if (first == last)
        return;
    m_firstRow = groups.groups[first].first;
    for (std::uint32_t group = first; group < last; group = groups.groups[group].end)
        m_rowCount += groups.groups[group].count;
}

void GroupNumbers::each(const Column& column, const std::optional<NumberRange>& range, const Take& take)
{
    m_numbers.resize(std::size_t{m_rowCount} + 1);
    const std::optional<HistogramEdges> edges = range ? std::optional<HistogramEdges>(*range) : std::nullopt;
    Look look{NumberReader(column, m_rowCount), edges, take};
    const auto* numbers = dynamic_cast<const NumberColumn*>(&column);
    look.isSpread = numbers && spread(numbers->cells());
    for (std::uint32_t group = m_first; group < m_last; group = m_groups.groups[group].end) {
        look.used = m_groups.groups[group].first - m_firstRow;
        lookThrough(group, look);
    }
}

/// Rows of a group in the order of the table, so that what is written lies side by side as well.
void GroupNumbers::placeRows()
{
    const auto rows = std::span(m_groups.rows).subspan(m_firstRow, m_rowCount);
    std::vector<std::uint32_t> next(m_groups.groups.size() + 1, 0); // where the next number of a group goes
    std::vector<std::uint32_t> groupOf(*std::max_element(rows.begin(), rows.end()) + std::size_t{1}, 0);
    for (std::uint32_t group = 0; group < m_groups.groups.size(); ++group) {
        const RunGroup& here = m_groups.groups[group];
        if (!m_groups.isInnermost(group) || here.first < m_firstRow || here.first >= m_firstRow + m_rowCount)
            continue;
        next[group + 1] = here.first - m_firstRow;
        for (const std::uint32_t row : m_groups.rowsOf(group))
            groupOf[row] = group + 1;
    }
    m_placeOf.resize(groupOf.size());
    for (std::size_t row = 0; row < groupOf.size(); ++row)
        m_placeOf[row] = groupOf[row] == 0 ? m_rowCount : next[groupOf[row]]++;
}

/// Puts the numbers of a column where they go. False when that would take longer than to read them by row.
bool GroupNumbers::spread(const Cells<double>& cells)
{
    constexpr std::size_t kPart = 4;
    if (!cells.isDense() || std::size_t{m_rowCount} * kPart < cells.values().size() || m_rowCount == 0)
        return false;
    if (m_placeOf.empty())
        placeRows();
    const std::size_t size = std::min(cells.values().size(), m_placeOf.size());
    const double* const values = cells.values().data();
    const std::uint32_t* const placeOf = m_placeOf.data();
    double* const out = m_numbers.data();
    const bool isWhole = cells.count() == cells.values().size();
    const auto missing = std::bit_cast<double>(kMissingBits);
    for (std::size_t row = 0; isWhole && row < size; ++row)
        out[placeOf[row]] = values[row];
    const std::uint64_t* const valid = cells.valid().data();
    for (std::size_t row = 0; !isWhole && row < size; ++row)
        out[placeOf[row]] = (valid[row / 64] >> (row % 64) & 1) != 0 ? values[row] : missing;
    for (std::size_t row = size; row < m_placeOf.size(); ++row)
        out[placeOf[row]] = missing;
    return true;
}

GroupNumbers::Part GroupNumbers::lookThrough(std::uint32_t group, Look& look)
{
    const std::size_t before = look.used;
    const Part part = m_groups.isInnermost(group) ? readAll(group, look) : unite(group, look);
    // What is around a group that is asked for may hold others.
    if (group >= m_last)
        return part;
    // What is inside the group has its median: the numbers may lose their order.
    const std::span<double> numbers = std::span(m_numbers).subspan(before, part.sums.count);
    const double median = numbers.empty() ? 0 : m_medians.find(numbers, part.sums, look.bars());
    look.take(group, {part.sums.stats(median), part.present});
    return part;
}

GroupNumbers::Part GroupNumbers::readAll(std::uint32_t group, Look& look)
{
    double* const numbers = m_numbers.data() + look.used;
    const RunGroup& here = m_groups.groups[group];
    const NumberReader::Read read =
        look.isSpread ? packed(std::span(m_numbers).subspan(here.first - m_firstRow, here.count), numbers)
                      : look.reader.read(m_groups.rowsOf(group), numbers);
    look.used += read.numbers;
    return {sumsOf({numbers, read.numbers}, look.bars()), read.present};
}

GroupNumbers::Part GroupNumbers::unite(std::uint32_t group, Look& look)
{
    std::vector<NumberSums> parts;
    std::uint32_t present = 0;
    const std::uint32_t end = m_groups.groups[group].end;
    for (std::uint32_t inner = group + 1; inner < end; inner = m_groups.groups[inner].end) {
        const Part part = lookThrough(inner, look);
        present += part.present;
        parts.push_back(part.sums);
    }
    return {united(parts), present};
}

} // namespace runglass
