// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunList.h"

#include "models/expression/TextFold.h"
#include "models/table/Cells.h"
#include "models/table/RowFilter.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <string_view>

namespace runglass
{

namespace
{

RowBits bitsOf(std::span<const std::uint32_t> rows)
{
    RowBits bits;
    for (const std::uint32_t row : rows)
        setBit(bits, row, true);
    return bits;
}

std::vector<std::uint32_t> rowsInScope(const RunTable& table, const RunScope& scope)
{
    std::vector<std::uint32_t> rows(table.rowCount());
    std::iota(rows.begin(), rows.end(), 0U);
    if (scope != RunScope())
        std::erase_if(rows, [&](std::uint32_t row) { return !scope.contains(table.ref(row)); });
    return rows;
}

std::vector<std::uint32_t> keyColumns(const RunTable& table, const std::vector<std::uint32_t>& rows)
{
    const RowBits bits = bitsOf(rows);
    std::vector<std::uint32_t> places;
    const auto count = static_cast<std::uint32_t>(table.columns().size());
    for (auto place = static_cast<std::uint32_t>(Field::Count); place < count; ++place) {
        if (table.columns()[place]->hasAny(bits))
            places.push_back(place);
    }
    return places;
}

void narrowByPattern(RunList& list, const RunTable& table, const std::string& search)
{
    const Result<TextPattern> pattern = searchPattern(search);
    if (!pattern) {
        list.searchError = pattern.error().detail;
        return;
    }
    std::erase_if(list.rows, [&](std::uint32_t row) {
        return !pattern->isIn(table.name(row)) && !pattern->isIn(table.ref(row).path.id);
    });
}

void narrow(RunList& list, const RunTable& table, const RunListState& state)
{
    if (state.searchIsPattern && !state.search.empty())
        return narrowByPattern(list, table, state.search);
    const std::string wanted = searchFold(state.search);
    if (wanted.empty())
        return;
    std::erase_if(list.rows,
                  [&](std::uint32_t row) { return table.searchText(row).find(wanted) == std::string::npos; });
}

void applyFilter(RunList& list, const RunTable& table, const Filter& filter, TimeNs now)
{
    if (filter.kind == Filter::Kind::All)
        return;
    FilteredRows filtered = filterRows(table, filter, now);
    list.filterError = std::move(filtered.error);
    list.filterWarnings = std::move(filtered.warnings);
    if (!list.filterError)
        std::erase_if(list.rows, [&filtered](std::uint32_t row) { return !testBit(filtered.rows, row); });
}

/// Newest start first, runs without one last; at the same time by path and source, so that the order depends on nothing
/// but the runs.
void sortByStart(std::vector<std::uint32_t>& rows, const RunTable& table)
{
    table.field(Field::Created).sort(rows, true);
    for (auto first = rows.begin(); first != rows.end();) {
        const auto last = std::find_if(
            first + 1, rows.end(), [&](std::uint32_t row) { return table.startedAt(row) != table.startedAt(*first); });
        std::sort(first, last, [&table](std::uint32_t a, std::uint32_t b) {
            const RunRef& left = table.ref(a);
            const RunRef& right = table.ref(b);
            return left.path != right.path ? left.path < right.path : left.source < right.source;
        });
        first = last;
    }
}

std::vector<std::uint32_t> pinnedRows(const RunTable& table, const std::vector<std::uint32_t>& inScope,
                                      const std::set<RunPath>& pinned)
{
    std::vector<std::uint32_t> rows;
    if (pinned.empty())
        return rows;
    // Paths are long to compare: most rows are told by their ID alone.
    std::set<std::string_view> ids;
    for (const RunPath& path : pinned)
        ids.insert(path.id);
    for (const std::uint32_t row : inScope) {
        const RunPath& path = table.ref(row).path;
        if (ids.contains(path.id) && pinned.contains(path))
            rows.push_back(row);
    }
    return rows;
}

/// Adds the pinned rows that search and filter left out.
void addPinned(RunList& list, const std::vector<std::uint32_t>& pinned)
{
    list.matching = static_cast<std::uint32_t>(list.rows.size());
    if (pinned.empty())
        return;
    const RowBits matching = bitsOf(list.rows);
    for (const std::uint32_t row : pinned)
        if (!testBit(matching, row))
            list.unmatched.push_back(row);
    list.rows.insert(list.rows.end(), list.unmatched.begin(), list.unmatched.end());
}

void bringPinnedForward(RunList& list, const std::vector<std::uint32_t>& pinned)
{
    list.pinned = static_cast<std::uint32_t>(pinned.size());
    if (pinned.empty())
        return;
    const RowBits first = bitsOf(pinned);
    std::stable_partition(list.rows.begin(), list.rows.end(),
                          [&first](std::uint32_t row) { return testBit(first, row); });
}

void arrange(RunList& list)
{
    list.columns =
        arrangeColumns(*list.table, list.keyColumns, list.state.columns, list.state.knownColumns.get(), list.rows);
}

/// Groups are ordered by the mean of what the runs are sorted by, where that is a number and no time.
GroupOrder groupOrder(const RunTable& table, const std::vector<SortKey>& sort)
{
    const Column* column = sort.empty() ? nullptr : table.column(sort.front().column);
    const bool hasMean = column && column->kind() == Column::Kind::Number && column != &table.field(Field::Created);
    return hasMean ? GroupOrder{column, sort.front().descending} : GroupOrder();
}

void arrangeLines(RunList& list)
{
    list.groupedLines.clear();
    if (!list.groups)
        return;
    const auto pinned = std::span(list.rows).first(list.pinned);
    list.groupedLines.assign(pinned.begin(), pinned.end());
    const std::vector<ListLine> lines = linesOf(*list.groups, list.state.grouping, bitsOf(pinned));
    list.groupedLines.insert(list.groupedLines.end(), lines.begin(), lines.end());
}

/// Once rows are in order.
void group(RunList& list)
{
    const std::vector<ColumnId>& columns = list.state.grouping.columns;
    if (columns.empty())
        return;
    std::vector<std::uint32_t> matching = list.rows;
    if (!list.unmatched.empty())
        std::erase_if(matching,
                      [unmatched = bitsOf(list.unmatched)](std::uint32_t row) { return testBit(unmatched, row); });
    list.groups = std::make_shared<const RunGroups>(
        makeGroups(*list.table, std::move(matching), columns, groupOrder(*list.table, list.state.sort)));
    const RowBits pinned = bitsOf(std::span(list.rows).first(list.pinned));
    std::copy_if(list.groups->rows.begin(), list.groups->rows.end(), list.rows.begin() + list.pinned,
                 [&pinned](std::uint32_t row) { return !testBit(pinned, row); });
    arrangeLines(list);
}

void colour(RunList& list, const std::vector<std::uint32_t>& inScope)
{
    list.columnColours = nullptr;
    if (const auto& rule = list.state.colours.byColumn)
        list.columnColours = std::make_shared<const ColumnColours>(columnColours(*list.table, inScope, *rule));
}

} // namespace

bool RunList::isMatch(std::size_t place) const
{
    return place >= pinned || !std::binary_search(unmatched.begin(), unmatched.end(), rows[place]);
}

RunColour RunList::colour(std::uint32_t row, const ColourRule& rule) const
{
    return runColour(*table, row, columnColours.get(), rule);
}

std::vector<ColumnId> shownColumns(const RunList& list)
{
    return columnIds(*list.table, list.columns.shown);
}

std::uint32_t shownCount(const RunList& list)
{
    std::size_t shown = list.rows.size();
    if (!list.state.hidden.empty())
        for (std::size_t place = 0; place < list.rows.size(); ++place)
            shown -= list.isShown(place) ? 0 : 1;
    return static_cast<std::uint32_t>(shown);
}

Result<TextPattern> searchPattern(const std::string& search)
{
    // Checked as it was written, so that what is said of it names no part that nobody wrote.
    if (Result<TextPattern> plain = TextPattern::make(search); !plain)
        return plain;
    return TextPattern::make("(?i)" + search);
}

RunList makeRunList(std::shared_ptr<const RunTable> table, RunListState state, TimeNs now)
{
    RunList list;
    const std::vector<std::uint32_t> inScope = rowsInScope(*table, state.scope);
    const std::vector<std::uint32_t> pinned = pinnedRows(*table, inScope, state.pinned);
    list.rows = inScope;
    list.inScope = static_cast<std::uint32_t>(list.rows.size());
    list.keyColumns = keyColumns(*table, list.rows);
    narrow(list, *table, state);
    applyFilter(list, *table, state.filter, now);
    addPinned(list, pinned);
    sortByStart(list.rows, *table);
    // The first key last: each sort keeps what those before it left in order.
    for (std::size_t i = state.sort.size(); i-- > 0;) {
        if (const Column* column = table->column(state.sort[i].column))
            column->sort(list.rows, state.sort[i].descending);
    }
    bringPinnedForward(list, pinned);
    list.table = std::move(table);
    list.state = std::move(state);
    group(list);
    list.shown = shownCount(list);
    arrange(list);
    colour(list, inScope);
    return list;
}

RunList withState(const RunList& list, RunListState state, TimeNs now)
{
    const RunListState& before = list.state;
    const bool sameRows = before.scope == state.scope && before.search == state.search &&
                          before.searchIsPattern == state.searchIsPattern && before.sort == state.sort &&
                          before.filter == state.filter && before.pinned == state.pinned &&
                          before.grouping.columns == state.grouping.columns;
    if (!sameRows)
        return makeRunList(list.table, std::move(state), now);
    RunList next = list;
    const bool sameColours = before.colours.byColumn == state.colours.byColumn;
    const bool sameColumns = before.columns == state.columns && before.knownColumns == state.knownColumns;
    const bool sameFolds = before.grouping == state.grouping;
    next.state = std::move(state);
    if (!sameColumns)
        arrange(next);
    if (!sameFolds)
        arrangeLines(next);
    next.shown = shownCount(next);
    if (!sameColours)
        colour(next, rowsInScope(*next.table, next.state.scope));
    return next;
}

} // namespace runglass
