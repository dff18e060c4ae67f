// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunList.h"

#include "models/expression/TextFold.h"
#include "models/table/Cells.h"
#include "models/table/RowFilter.h"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace runglass
{

namespace
{

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
    RowBits bits;
    for (const std::uint32_t row : rows)
        setBit(bits, row, true);
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
    RowBits matching;
    for (const std::uint32_t row : list.rows)
        setBit(matching, row, true);
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
    RowBits first;
    for (const std::uint32_t row : pinned)
        setBit(first, row, true);
    std::stable_partition(list.rows.begin(), list.rows.end(),
                          [&first](std::uint32_t row) { return testBit(first, row); });
}

void arrange(RunList& list)
{
    list.columns =
        arrangeColumns(*list.table, list.keyColumns, list.state.columns, list.state.knownColumns.get(), list.rows);
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
                          before.filter == state.filter && before.pinned == state.pinned;
    if (!sameRows)
        return makeRunList(list.table, std::move(state), now);
    RunList next = list;
    const bool sameColours = before.colours.byColumn == state.colours.byColumn;
    const bool sameColumns = before.columns == state.columns && before.knownColumns == state.knownColumns;
    next.state = std::move(state);
    if (!sameColumns)
        arrange(next);
    next.shown = shownCount(next);
    if (!sameColours)
        colour(next, rowsInScope(*next.table, next.state.scope));
    return next;
}

} // namespace runglass
