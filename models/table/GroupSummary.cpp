// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/GroupSummary.h"

#include "models/table/CodedColumn.h"
#include "models/table/NaturalOrder.h"
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

} // namespace

std::optional<NumberRange> finiteRange(const Column& column, const RunGroups& groups)
{
    return groups.hasAllRows ? finiteRange(column) : finiteRange(column, groups.rows);
}

GroupLook::GroupLook(const RunGroups& groups, std::uint32_t first, std::uint32_t last)
    : m_groups(groups)
    , m_first(first)
    , m_last(last)
    , m_numbers(groups, first, last)
{
}

std::vector<GroupCell> GroupLook::cells(const Column& column, const std::optional<NumberRange>& range) const
{
    std::vector<GroupCell> cells(m_last - m_first);
    if (column.kind() == Column::Kind::Number) {
        const std::vector<GroupedNumbers> numbers = m_numbers.of(column, range);
        for (std::size_t place = 0; place < cells.size(); ++place)
            cells[place] = {m_groups.groups[m_first + place].count, numbers[place].present, numbers[place].stats};
        return cells;
    }
    ValueCounter counter(static_cast<const CodedColumn&>(column));
    for (std::uint32_t group = m_first; group < m_last; ++group)
        cells[group - m_first] = counter.count(m_groups.rowsOf(group));
    return cells;
}

} // namespace runglass
