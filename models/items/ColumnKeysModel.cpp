// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ColumnKeysModel.h"

#include "models/items/FilterColumnsModel.h"
#include "models/items/VisibleText.h"
#include "models/table/SortKeys.h"

#include <algorithm>

namespace runglass
{

namespace
{

/// A key that repeats a column orders nothing.
std::vector<SortKey> eachColumnOnce(const std::vector<SortKey>& keys)
{
    std::vector<SortKey> once;
    for (const SortKey& key : keys)
        if (!sortPlace(once, key.column))
            once.push_back(key);
    return once;
}

} // namespace

void ColumnKeysModel::setChosen(const std::vector<SortKey>& wanted)
{
    const std::vector<SortKey> keys = eachColumnOnce(wanted);
    if (keys == m_keys)
        return;
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (sortPlace(keys, m_keys[static_cast<std::size_t>(row)].column))
            continue;
        beginRemoveRows({}, row, row);
        m_keys.erase(m_keys.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(keys.size()); ++row) {
        const SortKey& key = keys[static_cast<std::size_t>(row)];
        const auto place = sortPlace(m_keys, key.column);
        const int from = place ? static_cast<int>(*place) : row;
        if (!place) {
            beginInsertRows({}, row, row);
            m_keys.insert(m_keys.begin() + row, key);
            endInsertRows();
        } else if (from > row) {
            beginMoveRows({}, from, from, {}, row);
            std::rotate(m_keys.begin() + row, m_keys.begin() + from, m_keys.begin() + from + 1);
            endMoveRows();
        }
    }
    m_keys = keys;
    // Texts say the place too.
    if (!keys.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void ColumnKeysModel::add(const ColumnId& column)
{
    if (sortPlace(m_keys, column))
        return;
    std::vector<SortKey> keys = m_keys;
    keys.push_back({column, false});
    setChosen(keys);
    ask();
}

int ColumnKeysModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

QVariant ColumnKeysModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ColumnId& column = m_keys[static_cast<std::size_t>(index.row())].column;
    const FilterColumnEntry entry = filterColumnEntry(column);
    switch (role) {
    case Qt::DisplayRole:
        return entry.name;
    case Qt::AccessibleDescriptionRole:
    case OriginRole:
        return entry.origin;
    case Qt::ToolTipRole:
        return literalToolTip(QString::fromStdString(toText(column)));
    default:
        return {};
    }
}

Qt::ItemFlags ColumnKeysModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    // Dropped between rows, not on one.
    return index.isValid() ? flags | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : flags | Qt::ItemIsDropEnabled;
}

Qt::DropActions ColumnKeysModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

bool ColumnKeysModel::removeRows(int row, int count, const QModelIndex& parent)
{
    if (parent.isValid() || row < 0 || count <= 0 || row + count > rowCount())
        return false;
    std::vector<SortKey> keys = m_keys;
    keys.erase(keys.begin() + row, keys.begin() + row + count);
    setChosen(keys);
    ask();
    return true;
}

bool ColumnKeysModel::moveRows(const QModelIndex& sourceParent, int sourceRow, int count,
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
    ask();
    return true;
}

} // namespace runglass
