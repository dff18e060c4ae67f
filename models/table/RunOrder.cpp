// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunOrder.h"

#include "models/table/Cells.h"
#include "models/table/RowSort.h"
#include "models/table/RunList.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <string_view>
#include <unordered_set>

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

/// Newest start first, runs without one last; at the same time by path and source, so that the order depends on nothing
/// but the runs.
ListedRows byStart(const RunTable& table, std::vector<std::uint32_t> rows)
{
    const auto byPath = [&table](std::uint32_t a, std::uint32_t b) {
        const RunRef& left = table.ref(a);
        const RunRef& right = table.ref(b);
        return left.path != right.path ? left.path < right.path : left.source < right.source;
    };
    const auto keyOf = [&table](std::uint32_t row, std::uint64_t& key) {
        const std::optional<TimeNs> start = table.startedAt(row);
        key = orderedBits(start.value_or(0));
        return start.has_value();
    };
    sortRowsBy(rows, true, keyOf,
               [&byPath](std::span<std::uint32_t> same) { std::sort(same.begin(), same.end(), byPath); });
    const auto none = std::find_if(rows.begin(), rows.end(), [&](std::uint32_t row) { return !table.startedAt(row); });
    std::sort(none, rows.end(), byPath);
    return rows;
}

/// @param before  shared where that is the order
ListedRows sorted(const RunTable& table, const ListedRows& byStart, const std::vector<SortKey>& keys,
                  const ListedRows& before)
{
    if (keys.empty())
        return byStart;
    std::vector<std::uint32_t> rows = byStart;
    // The first key last: each sort keeps what those before it left in order.
    for (std::size_t i = keys.size(); i-- > 0;) {
        if (const Column* column = table.column(keys[i].column))
            column->sort(rows, keys[i].descending);
    }
    return before == rows ? before : ListedRows(std::move(rows));
}

/// Whether every key's column is the same in both tables.
bool sortsAlike(const RunTable& table, const RunTable& other, const std::vector<SortKey>& keys)
{
    return std::all_of(keys.begin(), keys.end(),
                       [&](const SortKey& key) { return table.column(key.column) == other.column(key.column); });
}

/// Null where these are all rows of the table.
std::shared_ptr<const RowBits> bitsOf(const RunTable& table, const ListedRows& rows)
{
    if (rows.size() == table.rowCount())
        return nullptr;
    RowBits bits((std::size_t{table.rowCount()} + 63) / 64);
    for (const std::uint32_t row : rows)
        bits[row / 64] |= std::uint64_t{1} << (row % 64);
    return std::make_shared<const RowBits>(std::move(bits));
}

/// @param rows    null: all
/// @param before  of the same rows: columns that are the same as there are not looked at again
std::vector<std::uint32_t> keyColumns(const RunTable& table, const RowBits* rows, const RunList* before)
{
    const auto& columns = table.columns();
    const RunTable* const old = before ? &before->table->stored() : nullptr;
    const auto* const known = old && table.sharesColumns(*old) ? &old->columns() : nullptr;
    std::vector<std::uint32_t> places;
    const std::vector<std::uint32_t>& had = before && before->order ? before->order->keyColumns : places;
    auto next = had.begin(); // in order, as the places are
    for (auto place = static_cast<std::uint32_t>(Field::Count); place < columns.size(); ++place) {
        next = known ? std::find_if(next, had.end(), [place](std::uint32_t each) { return each >= place; }) : next;
        const bool isKnown = known && (*known)[place] == columns[place];
        const bool isThere = isKnown ? next != had.end() && *next == place
                             : rows  ? columns[place]->hasAny(*rows)
                                     : columns[place]->presentCount() > 0;
        if (isThere)
            places.push_back(place);
    }
    return places;
}

/// In the order of the table.
std::vector<std::uint32_t> pinnedRows(const RunTable& table, const std::vector<std::uint32_t>& inScope,
                                      const std::set<RunPath>& pinned)
{
    std::vector<std::uint32_t> rows;
    if (pinned.empty())
        return rows;
    // Paths are long to compare: most rows are told by their ID alone.
    std::unordered_set<std::string_view> ids;
    for (const RunPath& path : pinned)
        ids.insert(path.id);
    for (const std::uint32_t row : inScope) {
        const RunPath& path = table.ref(row).path;
        if (ids.contains(path.id) && pinned.contains(path))
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

} // namespace

std::shared_ptr<const RunOrder> makeOrder(const RunTable& table, const RunListState& state, const RunList& before)
{
    const RunTable& old = *before.table;
    const bool sameRuns = before.order && table.sharesRows(old) && state.scope == before.state.scope;
    const bool sameStarts = sameRuns && &table.field(Field::Created) == &old.field(Field::Created);
    const bool sameColumns = sameRuns && table.columns() == old.columns();
    const bool sameStored = sameRuns && table.stored().columns() == old.stored().columns();
    const bool sameOrder =
        sameStarts && state.sort == before.state.sort && (sameColumns || sortsAlike(table, old, state.sort));
    const bool samePinned = sameRuns && state.pinned == before.state.pinned;
    if (sameOrder && samePinned && sameStored)
        return before.order;
    RunOrder order;
    order.byStart = sameStarts ? before.order->byStart : byStart(table, rowsInScope(table, state.scope));
    order.inScope = sameRuns ? before.order->inScope : bitsOf(table, order.byStart);
    order.sorted = sameOrder
                       ? before.order->sorted
                       : sorted(table, order.byStart, state.sort, before.order ? before.order->sorted : ListedRows());
    order.pinned = samePinned ? before.order->pinned : pinnedRows(table, order.byStart, state.pinned);
    order.keyColumns = sameStored ? before.order->keyColumns
                                  : keyColumns(table.stored(), order.inScope.get(), sameRuns ? &before : nullptr);
    return std::make_shared<const RunOrder>(std::move(order));
}

} // namespace runglass
