// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/GroupCells.h"
#include "models/items/RunsModel.h"

#include <algorithm>
#include <map>
#include <utility>

namespace runglass
{

std::vector<ColumnId> RunsModel::columnsOf(const RunList& list) const
{
    return shownColumns(list);
}

void RunsModel::startWith(const std::vector<ColumnId>& ids)
{
    m_columns.clear();
    for (const ColumnId& id : ids)
        m_columns.push_back({id, table().column(id), kindOf(*table().column(id))});
}

void RunsModel::leaveColumns(const RunList& next)
{
    std::vector<ColumnId> wanted = columnsOf(next);
    std::sort(wanted.begin(), wanted.end());
    const auto goes = [this, &wanted](int column) {
        return !std::binary_search(wanted.begin(), wanted.end(), columnId(column));
    };
    for (int last = columnCount() - 1; last >= 0; --last) {
        if (!goes(last))
            continue;
        int first = last;
        while (first > 0 && goes(first - 1))
            --first;
        beginRemoveColumns({}, first, last);
        m_columns.erase(m_columns.begin() + first, m_columns.begin() + last + 1);
        endRemoveColumns();
        last = first;
    }
}

void RunsModel::renewColumns(const RunList& next)
{
    bool kindChanged = false;
    m_groupCells->setGroups(next.table, next.groups);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        Shown& shown = m_columns[i];
        const runglass::Column* const column = table().columns()[next.columns.shown[i]].get();
        if (column == shown.column)
            continue;
        shown.column = column;
        kindChanged = kindChanged || shown.kind != kindOf(*column);
        shown.kind = kindOf(*column);
    }
    if (kindChanged)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void RunsModel::enterColumns(const RunList& next)
{
    bool kindChanged = false;
    m_groupCells->setGroups(next.table, next.groups);
    for (Shown& shown : m_columns) {
        shown.column = table().column(shown.id);
        kindChanged = kindChanged || shown.kind != kindOf(*shown.column);
        shown.kind = kindOf(*shown.column);
    }
    const std::vector<ColumnId> wanted = columnsOf(next);
    arrange(wanted);
    insertMissing(wanted);
    const int pinned = std::exchange(m_pinned, static_cast<int>(next.columns.pinned));
    const bool wasNested = std::exchange(
        m_isNested, std::any_of(wanted.begin(), wanted.end(), [](const ColumnId& id) { return id.key.size() > 1; }));
    if (kindChanged || pinned != m_pinned || wasNested != m_isNested)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (pinned != m_pinned)
        emit pinnedChanged();
}

/// For each place among the columns there are, the column that comes there.
std::vector<int> RunsModel::orderAs(const std::vector<ColumnId>& wanted) const
{
    std::map<ColumnId, int> places;
    for (int column = 0; column < columnCount(); ++column)
        places.emplace(columnId(column), column);
    std::vector<int> order;
    for (const ColumnId& id : wanted)
        if (const auto found = places.find(id); found != places.end())
            order.push_back(found->second);
    return order;
}

/// Brings the columns that stay into the order of the wanted ones. That one column was moved is told as such.
void RunsModel::arrange(const std::vector<ColumnId>& wanted)
{
    const std::vector<int> order = orderAs(wanted);
    if (std::is_sorted(order.begin(), order.end()))
        return;
    const auto count = static_cast<int>(order.size());
    const auto at = [&order](int place) { return order[static_cast<std::size_t>(place)]; };
    int first = 0;
    int last = count - 1;
    while (at(first) == first)
        ++first;
    while (at(last) == last)
        --last;
    const auto shifted = [&at](int from, int to, int by) {
        for (int place = from; place < to; ++place)
            if (at(place) != place + by)
                return false;
        return true;
    };
    const bool toRight = at(last) == first && shifted(first, last, 1);
    const bool toLeft = at(first) == last && shifted(first + 1, last + 1, -1);
    if (!toRight && !toLeft) {
        permuteColumns(order);
        return;
    }
    const auto columns = m_columns.begin();
    beginMoveColumns({}, toRight ? first : last, toRight ? first : last, {}, toRight ? last + 1 : first);
    if (toRight)
        std::rotate(columns + first, columns + first + 1, columns + last + 1);
    else
        std::rotate(columns + first, columns + last, columns + last + 1);
    endMoveColumns();
}

/// @param order  for each new place, the old one
void RunsModel::permuteColumns(const std::vector<int>& order)
{
    emit layoutAboutToBeChanged({}, HorizontalSortHint);
    std::vector<Shown> columns;
    std::vector<int> newPlaces(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto old = static_cast<std::size_t>(order[place]);
        columns.push_back(std::move(m_columns[old]));
        newPlaces[old] = static_cast<int>(place);
    }
    m_columns = std::move(columns);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& old : before)
        after.append(index(old.row(), newPlaces[static_cast<std::size_t>(old.column())]));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, HorizontalSortHint);
}

void RunsModel::insertMissing(const std::vector<ColumnId>& wanted)
{
    std::size_t at = 0;
    while (at < wanted.size()) {
        std::size_t end = at;
        while (end < wanted.size() && (at >= m_columns.size() || wanted[end] != m_columns[at].id))
            ++end;
        if (end == at) {
            ++at;
            continue;
        }
        beginInsertColumns({}, static_cast<int>(at), static_cast<int>(end) - 1);
        std::vector<Shown> added;
        for (std::size_t i = at; i < end; ++i)
            added.push_back({wanted[i], table().column(wanted[i]), kindOf(*table().column(wanted[i]))});
        m_columns.insert(m_columns.begin() + static_cast<std::ptrdiff_t>(at), added.begin(), added.end());
        endInsertColumns();
        at = end;
    }
}

} // namespace runglass
