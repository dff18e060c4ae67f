// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunList.h"

#include "models/expression/TextFold.h"
#include "models/table/Cells.h"
#include "models/table/RowFilter.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>

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

std::shared_ptr<const RowBits> matching(const RunTable& table, const std::function<bool(std::uint32_t)>& isMatch)
{
    RowBits bits((std::size_t{table.rowCount()} + 63) / 64);
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        bits[row / 64] |= std::uint64_t{isMatch(row)} << (row % 64);
    return std::make_shared<const RowBits>(std::move(bits));
}

std::shared_ptr<const RowBits> matchingPattern(RunList& list, const RunTable& table, const std::string& search)
{
    const Result<TextPattern> pattern = searchPattern(search);
    if (!pattern) {
        list.searchError = pattern.error().detail;
        return nullptr;
    }
    return matching(table, [&](std::uint32_t row) {
        return pattern->isIn(table.name(row)) || pattern->isIn(table.ref(row).path.id);
    });
}

void takeSearch(RunList& list, const RunTable& table, const RunListState& state, const RunList& before)
{
    if (before.order && state.search == before.state.search && state.searchIsPattern == before.state.searchIsPattern &&
        table.sharesRows(*before.table) && &table.field(Field::Name) == &before.table->field(Field::Name)) {
        list.searched = before.searched;
        list.searchError = before.searchError;
        return;
    }
    if (state.search.empty())
        return;
    if (state.searchIsPattern) {
        list.searched = matchingPattern(list, table, state.search);
        return;
    }
    const std::string wanted = searchFold(state.search);
    if (!wanted.empty())
        list.searched =
            matching(table, [&](std::uint32_t row) { return table.searchText(row).find(wanted) != std::string::npos; });
}

bool asksNow(const Filter& filter)
{
    return (filter.kind == Filter::Kind::Test && filter.test.op == FilterOperator::WithinLast) ||
           std::any_of(filter.parts.begin(), filter.parts.end(), asksNow);
}

/// Not what is said of a filter: it names places in the filter's text, which may be others in an equal one.
bool mayBeKept(const FilteredRows* filtered)
{
    return filtered && !filtered->error && filtered->warnings.empty();
}

void takeFilter(RunList& list, const RunTable& table, const RunListState& state, const RunList& before, TimeNs now)
{
    if (state.filter.kind == Filter::Kind::All)
        return;
    const std::shared_ptr<const FilteredRows>& known = before.filtered;
    const bool isSame = mayBeKept(known.get()) && &table == before.table.get() && state.filter == before.state.filter &&
                        !asksNow(state.filter);
    if (isSame) {
        list.filtered = known;
    } else {
        FilteredRows filtered = filterRows(table, state.filter, now);
        const bool isAlike = mayBeKept(known.get()) && mayBeKept(&filtered) && known->rows == filtered.rows;
        list.filtered = isAlike ? known : std::make_shared<const FilteredRows>(std::move(filtered));
    }
    list.filterError = list.filtered->error;
    list.filterWarnings = list.filtered->warnings;
}

/// The rows that search and filter leave; none: they leave all.
std::optional<RowBits> left(const RunList& list)
{
    const RowBits* const searched = list.searched.get();
    const RowBits* const filtered = list.filtered && !list.filterError ? &list.filtered->rows : nullptr;
    if (!searched && !filtered)
        return std::nullopt;
    RowBits bits = searched ? *searched : *filtered;
    for (std::size_t word = 0; searched && filtered && word < bits.size(); ++word)
        bits[word] &= (*filtered)[word];
    return bits;
}

/// The rows whose bit is set, in their order.
std::vector<std::uint32_t> chosen(const std::vector<std::uint32_t>& rows, const RowBits& bits)
{
    std::vector<std::uint32_t> result(rows.size());
    std::uint32_t* out = result.data();
    const std::uint64_t* const words = bits.data();
    // Without a branch: a filter's answers follow no pattern that could be foreseen.
    for (const std::uint32_t row : rows) {
        *out = row;
        out += words[row / 64] >> (row % 64) & 1;
    }
    result.resize(static_cast<std::size_t>(out - result.data()));
    return result;
}

/// The rows as they are before they are grouped.
const ListedRows& ungroupedRows(const RunList& list)
{
    return list.groups ? list.ungrouped : list.rows;
}

/// Fills in the rows that are shown: those that match and, in any case, those that are pinned.
void takeRows(RunList& list, const RunList& before)
{
    const bool isSame = before.order && before.order->sorted.isShared(list.order->sorted) &&
                        before.order->pinned == list.order->pinned && before.searched == list.searched &&
                        before.filtered == list.filtered && before.filterError == list.filterError;
    list.pinned = static_cast<std::uint32_t>(list.order->pinned.size());
    if (isSame) {
        list.rows = ungroupedRows(before);
        list.unmatched = before.unmatched;
        list.matching = before.matching;
        return;
    }
    std::optional<RowBits> bits = left(list);
    if (bits) {
        for (const std::uint32_t row : list.order->pinned) {
            if (!testBit(*bits, row))
                list.unmatched.push_back(row);
            setBit(*bits, row, true);
        }
    }
    const ListedRows& all = list.order->sorted;
    list.rows = bits ? ListedRows(chosen(all, *bits)) : all;
    list.matching = static_cast<std::uint32_t>(list.rows.size() - list.unmatched.size());
    if (list.pinned == 0)
        return;
    std::vector<std::uint32_t> rows = list.rows;
    const RowBits first = bitsOf(list.order->pinned);
    std::stable_partition(rows.begin(), rows.end(), [&first](std::uint32_t row) { return testBit(first, row); });
    list.rows = std::move(rows);
}

/// Needs the rows, for the columns that differ between them.
void takeColumns(RunList& list, const RunList& before)
{
    const RunListState& state = list.state;
    const bool sameRows = before.table == list.table && before.rows == list.rows;
    const bool isSame = before.order && list.table->sharesColumns(*before.table) &&
                        before.keyColumns == list.keyColumns && before.state.columns == state.columns &&
                        before.state.knownColumns == state.knownColumns && (!state.columns.onlyDiffering || sameRows);
    list.columns = isSame ? before.columns
                          : arrangeColumns(list.table->stored(), list.keyColumns, state.columns,
                                           state.knownColumns.get(), list.rows);
}

/// Groups are ordered by the mean of what the runs are sorted by, where that is a number and no time.
GroupOrder groupOrder(const RunTable& table, const std::vector<SortKey>& sort)
{
    const Column* column = sort.empty() ? nullptr : table.column(sort.front().column);
    const bool hasMean = column && column->kind() == Column::Kind::Number && column != &table.field(Field::Created);
    return hasMean ? GroupOrder{column, sort.front().descending} : GroupOrder();
}

/// @param isSame  the groups and rows are those of the list before
void arrangeLines(RunList& list, const RunList& before, bool isSame)
{
    if (isSame && before.state.grouping == list.state.grouping) {
        list.groupedLines = before.groupedLines;
        return;
    }
    const auto pinned = std::span(list.rows.all()).first(list.pinned);
    std::vector<ListLine> lines(pinned.begin(), pinned.end());
    const std::vector<ListLine> grouped = linesOf(*list.groups, list.state.grouping, bitsOf(pinned));
    lines.insert(lines.end(), grouped.begin(), grouped.end());
    list.groupedLines = std::move(lines);
}

/// Whether runs are grouped and groups are ordered as they were. Needs the rows.
bool groupsAlike(const RunList& list, const RunList& before)
{
    const RunTable& table = *list.table;
    const RunTable& old = *before.table;
    const std::vector<ColumnId>& columns = list.state.grouping.columns;
    const auto isSame = [&](const ColumnId& id) {
        // Of the name it is known beside the column whether it stands for want of one.
        return &table == &old ||
               (table.column(id) == old.column(id) && id != ColumnId{ColumnOrigin::Field, Field::Name, {}});
    };
    return before.groups && table.sharesRows(old) && before.state.grouping.columns == columns &&
           before.state.sort == list.state.sort && before.ungrouped == list.rows &&
           before.unmatched == list.unmatched && std::all_of(columns.begin(), columns.end(), isSame) &&
           (list.state.sort.empty() ||
            table.column(list.state.sort.front().column) == old.column(list.state.sort.front().column));
}

std::shared_ptr<const RunGroups> groupsOf(const RunList& list)
{
    std::vector<std::uint32_t> matching = list.rows;
    if (!list.unmatched.empty())
        std::erase_if(matching,
                      [unmatched = bitsOf(list.unmatched)](std::uint32_t row) { return testBit(unmatched, row); });
    return std::make_shared<const RunGroups>(makeGroups(*list.table, std::move(matching), list.state.grouping.columns,
                                                        groupOrder(*list.table, list.state.sort)));
}

/// Once rows are in order.
void takeGroups(RunList& list, const RunList& before)
{
    if (list.state.grouping.columns.empty())
        return;
    const bool isSame = groupsAlike(list, before);
    list.groups = isSame ? before.groups : groupsOf(list);
    list.ungrouped = list.rows;
    const bool sameRows = isSame && before.pinned == list.pinned;
    if (sameRows) {
        list.rows = before.rows;
    } else {
        std::vector<std::uint32_t> rows = list.rows;
        const RowBits pinned = bitsOf(std::span(rows).first(list.pinned));
        std::copy_if(list.groups->rows.begin(), list.groups->rows.end(), rows.begin() + list.pinned,
                     [&pinned](std::uint32_t row) { return !testBit(pinned, row); });
        list.rows = std::move(rows);
    }
    arrangeLines(list, before, sameRows);
}

void takeColours(RunList& list, const RunList& before)
{
    const auto& rule = list.state.colours.byColumn;
    if (!rule)
        return;
    if (before.columnColours && before.table == list.table && before.state.scope == list.state.scope &&
        before.state.colours.byColumn == rule) {
        list.columnColours = before.columnColours;
        return;
    }
    std::vector<std::uint32_t> rows = list.order->byStart;
    std::sort(rows.begin(), rows.end());
    list.columnColours = std::make_shared<const ColumnColours>(columnColours(*list.table, rows, *rule));
}

void takeBaseline(RunList& list, const RunList& before)
{
    const std::optional<RunPath>& path = list.state.baseline;
    if (!path)
        return;
    const RunTable& table = *list.table;
    const bool isAsked = before.order && before.state.baseline == path && before.state.scope == list.state.scope;
    const bool isKnown =
        isAsked && (before.baseline ? table.rowOf(*before.baseline).has_value() : table.sharesRows(*before.table));
    if (isKnown) {
        list.baseline = before.baseline;
        return;
    }
    for (std::uint32_t row = 0; row < table.rowCount() && !list.baseline; ++row) {
        const RunRef& ref = table.ref(row);
        if (ref.path == *path && list.state.scope.contains(ref))
            list.baseline = ref;
    }
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
    if (list.state.hidden.empty())
        return static_cast<std::uint32_t>(shown);
    RowBits listed;
    for (const std::uint32_t row : list.rows)
        setBit(listed, row, true);
    for (const RunRef& run : list.state.hidden) {
        const std::optional<std::uint32_t> row = list.table->rowOf(run);
        shown -= row && testBit(listed, *row) ? 1 : 0;
    }
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
    return makeRunList(std::move(table), std::move(state), RunList(), now);
}

RunList makeRunList(std::shared_ptr<const RunTable> table, RunListState state, const RunList& before, TimeNs now)
{
    RunList list;
    list.order = makeOrder(*table, state, before);
    list.inScope = static_cast<std::uint32_t>(list.order->byStart.size());
    list.keyColumns = list.order->keyColumns;
    takeSearch(list, *table, state, before);
    takeFilter(list, *table, state, before, now);
    takeRows(list, before);
    list.table = std::move(table);
    list.state = std::move(state);
    takeGroups(list, before);
    list.shown = shownCount(list);
    takeColumns(list, before);
    takeColours(list, before);
    takeBaseline(list, before);
    return list;
}

RunList withState(const RunList& list, RunListState state, TimeNs now)
{
    return makeRunList(list.table, std::move(state), list, now);
}

} // namespace runglass
