// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/GroupKeysModel.h"

#include "models/items/SortKeysModel.h"
#include "models/items/VisibleText.h"
#include "models/session/Session.h"

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

bool contains(const std::vector<ColumnId>& columns, const ColumnId& column)
{
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

std::vector<ColumnId> eachOnce(const std::vector<ColumnId>& columns)
{
    std::vector<ColumnId> once;
    for (const ColumnId& column : columns)
        if (!contains(once, column))
            once.push_back(column);
    return once;
}

} // namespace

FilterColumnEntries groupColumns(const RunList& list, const std::vector<ColumnId>& keys)
{
    // What runs can be sorted by they can be grouped by.
    std::vector<SortKey> taken;
    for (const ColumnId& key : keys)
        taken.push_back({key, false});
    return sortColumns(list, taken);
}

void GroupKeysModel::follow(Session& session)
{
    connect(&session, &Session::stateChanged, this, [this, &session] { setKeys(session.state().grouping.columns); });
    connect(this, &GroupKeysModel::keysRequested, &session, [&session](const std::vector<ColumnId>& keys) {
        RunListState state = session.state();
        state.grouping.setColumns(keys);
        session.setState(std::move(state));
    });
    setKeys(session.state().grouping.columns);
}

void GroupKeysModel::setKeys(const std::vector<ColumnId>& wanted)
{
    const std::vector<ColumnId> keys = eachOnce(wanted);
    if (keys == m_keys)
        return;
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (contains(keys, m_keys[static_cast<std::size_t>(row)]))
            continue;
        beginRemoveRows({}, row, row);
        m_keys.erase(m_keys.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(keys.size()); ++row) {
        const ColumnId& key = keys[static_cast<std::size_t>(row)];
        const auto found = std::find(m_keys.begin(), m_keys.end(), key);
        const auto from = static_cast<int>(found - m_keys.begin());
        if (found == m_keys.end()) {
            beginInsertRows({}, row, row);
            m_keys.insert(m_keys.begin() + row, key);
            endInsertRows();
        } else if (from > row) {
            beginMoveRows({}, from, from, {}, row);
            std::rotate(m_keys.begin() + row, found, found + 1);
            endMoveRows();
        }
    }
    // Texts say the place too.
    if (!keys.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void GroupKeysModel::add(const ColumnId& column)
{
    if (contains(m_keys, column))
        return;
    std::vector<ColumnId> keys = m_keys;
    keys.push_back(column);
    setKeys(keys);
    emit keysRequested(m_keys);
}

int GroupKeysModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

QVariant GroupKeysModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ColumnId& key = m_keys[static_cast<std::size_t>(index.row())];
    const FilterColumnEntry entry = filterColumnEntry(key);
    switch (role) {
    case Qt::DisplayRole:
        return entry.name;
    case Qt::AccessibleTextRole:
        //: a column that runs are grouped by: %1 is its place, %2 its name
        return tr("%1. %2").arg(index.row() + 1).arg(entry.name);
    case Qt::AccessibleDescriptionRole:
    case OriginRole:
        return entry.origin;
    case Qt::ToolTipRole:
        return literalToolTip(QString::fromStdString(toText(key)));
    default:
        return {};
    }
}

Qt::ItemFlags GroupKeysModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    // Dropped between rows, not on one.
    return index.isValid() ? flags | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : flags | Qt::ItemIsDropEnabled;
}

Qt::DropActions GroupKeysModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

bool GroupKeysModel::removeRows(int row, int count, const QModelIndex& parent)
{
    if (parent.isValid() || row < 0 || count <= 0 || row + count > rowCount())
        return false;
    std::vector<ColumnId> keys = m_keys;
    keys.erase(keys.begin() + row, keys.begin() + row + count);
    setKeys(keys);
    emit keysRequested(m_keys);
    return true;
}

bool GroupKeysModel::moveRows(const QModelIndex& sourceParent, int sourceRow, int count,
                              const QModelIndex& destinationParent, int destinationChild)
{
    const bool isInside = sourceRow >= 0 && count > 0 && sourceRow + count <= rowCount() && destinationChild >= 0 &&
                          destinationChild <= rowCount();
    if (sourceParent.isValid() || destinationParent.isValid() || !isInside ||
        !beginMoveRows({}, sourceRow, sourceRow + count - 1, {}, destinationChild))
        return false;
    const auto first = m_keys.begin() + sourceRow, last = first + count, to = m_keys.begin() + destinationChild;
    if (to < first)
        std::rotate(to, first, last);
    else
        std::rotate(first, last, to);
    endMoveRows();
    emit dataChanged(index(0), index(rowCount() - 1));
    emit keysRequested(m_keys);
    return true;
}

} // namespace runglass
