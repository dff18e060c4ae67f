// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/GroupSummary.h"

#include "models/table/CodedColumn.h"
#include "models/table/NaturalOrder.h"
#include "models/table/NumberPasses.h"
#include "models/table/RowCodes.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace runglass
{

namespace
{

/// Values in the order in which they were met, with how many rows have each.
using Counted = std::vector<std::pair<Value, std::uint32_t>>;

void findEnds(GroupValues& values, const Counted& counted)
{
    if (counted.empty() || counted.size() > GroupValues::kMostOrdered)
        return;
    const NaturalOrder order;
    std::string low, high;
    for (const auto& [value, runs] : counted) {
        std::string key = order.key(value);
        if (values.low.isNull() || key < low) {
            low = key;
            values.low = value;
        }
        if (values.high.isNull() || key > high) {
            high = std::move(key);
            values.high = value;
        }
    }
}

/// Counts values of a column group by group, in memory that is used again.
class ValueCounter
{
public:
    explicit ValueCounter(const CodedColumn& column)
        : m_column(column)
        , m_counts(column.dictionary()->entries().size())
    {
    }

    GroupCell count(std::span<const std::uint32_t> rows)
    {
        GroupCell cell;
        cell.runs = static_cast<std::uint32_t>(rows.size());
        for (const std::uint32_t row : rows) {
            const std::uint32_t* code = m_column.codes().find(row);
            if (!code)
                continue;
            ++cell.present;
            if (m_counts[*code]++ == 0)
                m_met.push_back(*code);
        }
        Counted counted = take();
        GroupValues values;
        values.distinct = static_cast<std::uint32_t>(counted.size());
        findEnds(values, counted);
        const std::size_t listed = std::min(counted.size(), GroupValues::kMostListed);
        std::stable_sort(counted.begin(), counted.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        counted.resize(listed);
        values.common = std::move(counted);
        cell.content = std::move(values);
        return cell;
    }

private:
    Counted take()
    {
        const std::vector<Value>& entries = m_column.dictionary()->entries();
        Counted counted;
        counted.reserve(m_met.size());
        std::unordered_map<std::string, std::size_t> known;
        for (const std::uint32_t code : m_met) {
            const std::uint32_t runs = std::exchange(m_counts[code], 0);
            // 1 and 1.0 are two entries and one value.
            if (m_column.kind() == Column::Kind::Mixed) {
                const auto [place, isNew] = known.try_emplace(identityOf(entries[code]), counted.size());
                if (!isNew) {
                    counted[place->second].second += runs;
                    continue;
                }
            }
            counted.emplace_back(entries[code], runs);
        }
        m_met.clear();
        return counted;
    }

    const CodedColumn& m_column;
    std::vector<std::uint32_t> m_counts; ///< by code
    std::vector<std::uint32_t> m_met;    ///< codes that were counted
};

/// Looks through the numbers of a group while they are near, and puts together what its inner groups are made of.
class NumberCells
{
public:
    /// @param last  the first group that is not asked for, though a group may hold it that is
    NumberCells(const NumberReader& reader, const RunGroups& groups, std::uint32_t last,
                const std::optional<NumberRange>& range)
        : m_groups(groups)
        , m_last(last)
        , m_reader(reader)
        , m_edges(range ? std::optional<HistogramEdges>(*range) : std::nullopt)
    {
    }

    /// @param cells  of this group and those behind it; may end before what is inside it does
    void fill(std::uint32_t group, std::span<GroupCell> cells)
    {
        m_first = group;
        m_cells = cells;
        m_numbers.resize(std::max<std::size_t>(m_numbers.size(), m_groups.groups[group].count));
        m_used = 0;
        lookThrough(group);
    }

private:
    struct Part {
        NumberSums sums;
        std::uint32_t present = 0;
    };

    const HistogramEdges* edges() const { return m_edges ? &*m_edges : nullptr; }

    Part lookThrough(std::uint32_t group)
    {
        const std::size_t before = m_used;
        const Part part = m_groups.isInnermost(group) ? readAll(group) : unite(group);
        if (group >= m_last)
            return part;
        GroupCell& cell = m_cells[group - m_first];
        cell.runs = m_groups.groups[group].count;
        cell.present = part.present;
        // What is inside the group has its median: the numbers may lose their order.
        const std::span<double> numbers = std::span(m_numbers).subspan(before, part.sums.count);
        cell.content = part.sums.stats(numbers.empty() ? 0 : m_medians.find(numbers, part.sums, edges()));
        return part;
    }

    Part readAll(std::uint32_t group)
    {
        double* const numbers = m_numbers.data() + m_used;
        const NumberReader::Read read = m_reader.read(m_groups.rowsOf(group), numbers);
        m_used += read.numbers;
        return {sumsOf({numbers, read.numbers}, edges()), read.present};
    }

    Part unite(std::uint32_t group)
    {
        std::vector<NumberSums> parts;
        std::uint32_t present = 0;
        const std::uint32_t end = m_groups.groups[group].end;
        for (std::uint32_t inner = group + 1; inner < end; inner = m_groups.groups[inner].end) {
            Part part = lookThrough(inner);
            present += part.present;
            parts.push_back(part.sums);
        }
        return {united(parts), present};
    }

    const RunGroups& m_groups;
    std::uint32_t m_last, m_first = 0;
    const NumberReader& m_reader;
    std::optional<HistogramEdges> m_edges;
    MedianFinder m_medians;
    std::vector<double> m_numbers; ///< of a group, those of the groups inside it one behind the other
    std::size_t m_used = 0;
    std::span<GroupCell> m_cells;
};

} // namespace

std::optional<NumberRange> finiteRange(const Column& column, const RunGroups& groups)
{
    return groups.hasAllRows ? finiteRange(column) : finiteRange(column, groups.rows);
}

std::vector<GroupCell> groupCells(const Column& column, const RunGroups& groups, std::uint32_t first,
                                  std::uint32_t last, const std::optional<NumberRange>& range)
{
    std::vector<GroupCell> cells;
    cells.reserve(last - first);
    if (column.kind() != Column::Kind::Number) {
        ValueCounter counter(static_cast<const CodedColumn&>(column));
        for (std::uint32_t group = first; group < last; ++group)
            cells.push_back(counter.count(groups.rowsOf(group)));
        return cells;
    }
    std::size_t rows = 0;
    for (std::uint32_t group = first; group < last; group = groups.groups[group].end)
        rows += groups.groups[group].count;
    const NumberReader reader(column, rows);
    NumberCells numbers(reader, groups, last, range);
    cells.resize(last - first);
    for (std::uint32_t group = first; group < last; group = groups.groups[group].end)
        numbers.fill(group, std::span(cells).subspan(group - first));
    return cells;
}

} // namespace runglass
