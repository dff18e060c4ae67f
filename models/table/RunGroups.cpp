// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunGroups.h"

#include "models/table/Cells.h"
#include "models/table/RowCodes.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

namespace runglass
{

namespace
{

constexpr std::uint32_t kNone = RunGroups::kNone;

/// The groups by one column, in order: group i has the rows from first[i] up to first[i + 1].
struct Level {
    std::vector<std::uint32_t> first = {0};
    std::vector<std::uint32_t> parent; ///< group of the level before

    std::uint32_t count() const { return static_cast<std::uint32_t>(parent.size()); }
};

/// What rows are divided into, in the order of the first row of each.
struct Division {
    std::vector<std::uint32_t> groupOf;      ///< by place of a row
    std::vector<std::uint32_t> parent, size; ///< by group
};

Division divide(const RowCodes& codes, const std::vector<std::uint32_t>& outerFirst)
{
    Division division;
    division.groupOf.resize(codes.codes.size());
    std::vector<std::uint32_t> newest(codes.count, kNone); // group that a code had last
    for (std::uint32_t outer = 0; outer + 1 < outerFirst.size(); ++outer) {
        for (std::uint32_t place = outerFirst[outer]; place < outerFirst[outer + 1]; ++place) {
            std::uint32_t& group = newest[codes.codes[place]];
            if (group == kNone || division.parent[group] != outer) {
                group = static_cast<std::uint32_t>(division.parent.size());
                division.parent.push_back(outer);
                division.size.push_back(0);
            }
            division.groupOf[place] = group;
            ++division.size[group];
        }
    }
    return division;
}

/// NaN where a group has no number.
std::vector<double> meansOf(const Column& column, const std::vector<std::uint32_t>& rows, const Division& division)
{
    struct Sum {
        long double sum = 0;
        std::uint32_t count = 0;
    };
    std::vector<Sum> sums(division.size.size());
    for (std::size_t place = 0; place < rows.size(); ++place) {
        const double number = column.number(rows[place]);
        if (std::isnan(number))
            continue;
        Sum& sum = sums[division.groupOf[place]];
        sum.sum += number;
        ++sum.count;
    }
    std::vector<double> means;
    means.reserve(sums.size());
    for (const Sum& sum : sums)
        means.push_back(sum.count == 0 ? std::numeric_limits<double>::quiet_NaN()
                                       : static_cast<double>(sum.sum / static_cast<long double>(sum.count)));
    return means;
}

/// Groups of a division in the order they are shown in.
std::vector<std::uint32_t> orderOf(const Division& division, const std::vector<std::uint32_t>& rows,
                                   const GroupOrder& wanted)
{
    std::vector<std::uint32_t> order(division.parent.size());
    std::iota(order.begin(), order.end(), 0U);
    if (!wanted.column)
        return order;
    const std::vector<double> means = meansOf(*wanted.column, rows, division);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (division.parent[a] != division.parent[b])
            return division.parent[a] < division.parent[b];
        if (std::isnan(means[a]) || std::isnan(means[b]))
            return !std::isnan(means[a]) && std::isnan(means[b]);
        return wanted.descending ? means[a] > means[b] : means[a] < means[b];
    });
    return order;
}

Level arrange(const Division& division, const std::vector<std::uint32_t>& order, std::vector<std::uint32_t>& rows)
{
    Level level;
    std::vector<std::uint32_t> next(order.size());
    for (const std::uint32_t group : order) {
        next[group] = level.first.back();
        level.first.push_back(level.first.back() + division.size[group]);
        level.parent.push_back(division.parent[group]);
    }
    std::vector<std::uint32_t> arranged(rows.size());
    for (std::size_t place = 0; place < rows.size(); ++place)
        arranged[next[division.groupOf[place]]++] = rows[place];
    rows = std::move(arranged);
    return level;
}

/// Puts the groups of all levels behind one another, each before those inside it.
class Assembly
{
public:
    Assembly(RunGroups& result, const RunTable& table, const std::vector<Level>& levels)
        : m_result(result)
        , m_table(table)
        , m_levels(levels)
        , m_next(levels.size())
    {
        for (const ColumnId& id : result.columns)
            m_columns.push_back(table.column(id));
    }

    void addInside(std::size_t depth, std::uint32_t outer, std::uint32_t parent)
    {
        const Level& level = m_levels[depth];
        for (std::uint32_t& next = m_next[depth]; next < level.count() && level.parent[next] == outer;) {
            const std::uint32_t number = next++;
            const std::uint32_t place = add(depth, number, parent);
            if (depth + 1 < m_levels.size())
                addInside(depth + 1, number, place);
            m_result.groups[place].end = static_cast<std::uint32_t>(m_result.groups.size());
        }
    }

private:
    std::uint32_t add(std::size_t depth, std::uint32_t number, std::uint32_t parent)
    {
        const Level& level = m_levels[depth];
        RunGroup group;
        group.depth = static_cast<std::uint32_t>(depth);
        group.parent = parent;
        group.first = level.first[number];
        group.count = level.first[number + 1] - group.first;
        group.value = groupedValue(m_table, m_columns[depth], m_result.rows[group.first]);
        group.key = (parent == kNone ? std::string() : m_result.groups[parent].key) + identityOf(group.value);
        const auto place = static_cast<std::uint32_t>(m_result.groups.size());
        m_result.byKey.add(std::hash<std::string_view>()(group.key), place);
        m_result.groups.push_back(std::move(group));
        return place;
    }

    RunGroups& m_result;
    const RunTable& m_table;
    const std::vector<Level>& m_levels;
    std::vector<const Column*> m_columns;
    std::vector<std::uint32_t> m_next; ///< of each level, the first group that is not placed
};

} // namespace

std::uint32_t RunGroups::outermostCount() const
{
    std::uint32_t count = 0;
    for (std::uint32_t group = 0; group < groups.size(); group = groups[group].end)
        ++count;
    return count;
}

std::optional<std::uint32_t> RunGroups::find(std::string_view key) const
{
    const std::uint32_t found = byKey.find(std::hash<std::string_view>()(key),
                                           [this, key](std::uint32_t group) { return groups[group].key == key; });
    return found == HashIndex::kNone ? std::nullopt : std::optional(found);
}

RunGroups makeGroups(const RunTable& table, std::vector<std::uint32_t> rows, std::vector<ColumnId> columns,
                     const GroupOrder& order)
{
    std::vector<Level> levels;
    std::vector<std::uint32_t> outerFirst = {0, static_cast<std::uint32_t>(rows.size())};
    for (const ColumnId& id : columns) {
        const Division division = divide(rowCodes(table, table.column(id), rows), outerFirst);
        levels.push_back(arrange(division, orderOf(division, rows, order), rows));
        outerFirst = levels.back().first;
    }
    RunGroups result;
    result.columns = std::move(columns);
    result.rows = std::move(rows);
    result.hasAllRows = result.rows.size() == table.rowCount();
    if (!levels.empty())
        Assembly(result, table, levels).addInside(0, 0, kNone);
    return result;
}

std::vector<ListLine> linesOf(const RunGroups& groups, const RunGrouping& grouping,
                              const std::vector<std::uint64_t>& leftOut)
{
    std::vector<ListLine> lines;
    for (std::uint32_t group = 0; group < groups.groups.size();) {
        const RunGroup& here = groups.groups[group];
        lines.push_back(kGroupLine | group);
        const bool isFolded = grouping.isFolded(here.key);
        if (!isFolded && groups.isInnermost(group))
            for (const std::uint32_t row : groups.rowsOf(group))
                if (!testBit(leftOut, row))
                    lines.push_back(row);
        group = isFolded ? here.end : group + 1;
    }
    return lines;
}

} // namespace runglass
