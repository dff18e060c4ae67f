// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/SortKeysModel.h"

#include "models/items/RunsModel.h"
#include "models/items/VisibleText.h"
#include "models/session/Session.h"
#include "models/table/SortKeys.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

QString orderText(bool descending)
{
    return descending ? SortKeysModel::tr("highest first") : SortKeysModel::tr("lowest first");
}

/// A key that repeats a column orders nothing.
std::vector<SortKey> eachColumnOnce(const std::vector<SortKey>& keys)
{
    std::vector<SortKey> once;
    for (const SortKey& key : keys)
        if (!sortPlace(once, key.column))
            once.push_back(key);
    return once;
}

bool isSortable(const RunTable& table, Field field)
{
    return table.field(field).presentCount() > 0;
}

} // namespace

FilterColumnEntries sortColumns(const RunList& list, const std::vector<SortKey>& keys)
{
    auto entries = std::make_shared<std::vector<FilterColumnEntry>>();
    const auto add = [&](const ColumnId& id) {
        if (!sortPlace(keys, id))
            entries->push_back(filterColumnEntry(id));
    };
    for (int field = 0; field < static_cast<int>(Field::Count); ++field)
        if (isSortable(*list.table, static_cast<Field>(field)))
            add({ColumnOrigin::Field, static_cast<Field>(field), {}});
    for (const std::uint32_t place : list.keyColumns)
        add(list.table->columns()[place]->id());
    return entries;
}

ColumnId sortColumn(const FilterColumnEntry& entry)
{
    const FilterColumn column = entry.column.value_or(FilterColumn{FilterColumn::Origin::Field, {"name"}});
    switch (column.origin) {
    case FilterColumn::Origin::Config:
        return {ColumnOrigin::Config, Field::Name, column.path};
    case FilterColumn::Origin::Summary:
        return {ColumnOrigin::Summary, Field::Name, column.path};
    default:
        return {ColumnOrigin::Field, fieldFromName(column.path.front()).value_or(Field::Name), {}};
    }
}

QString sortedByText(const RunListState& state)
{
    const std::vector<SortKey>& keys = state.sort;
    const auto nameOf = [&state](const ColumnId& column) {
        const QString value = shownValueName(state.shownValues, column);
        const QString name = filterColumnEntry(column).name;
        return value.isEmpty() ? name : QString(name + QStringLiteral(" · ") + value);
    };
    if (keys.empty())
        return SortKeysModel::tr("Newest first");
    if (keys.size() == 1) {
        const QString name = nameOf(keys.front().column);
        return keys.front().descending ? SortKeysModel::tr("Sorted by %1, highest first", "%1: a column").arg(name)
                                       : SortKeysModel::tr("Sorted by %1, lowest first", "%1: a column").arg(name);
    }
    QStringList parts;
    for (const SortKey& key : keys)
        //: %1 is a column, %2 "highest first" or "lowest first"
        parts.append(SortKeysModel::tr("%1 (%2)").arg(nameOf(key.column), orderText(key.descending)));
    //: between two sort keys: "Sorted by loss (highest first), then Name (lowest first)"
    const QString then = SortKeysModel::tr(", then ");
    //: %1 are sort keys, each with its direction
    return SortKeysModel::tr("Sorted by %1").arg(parts.join(then));
}

void SortKeysModel::follow(Session& session)
{
    connect(&session, &Session::stateChanged, this, [this, &session] { setKeys(session.state().sort); });
    connect(this, &SortKeysModel::keysRequested, &session, [&session](const std::vector<SortKey>& keys) {
        RunListState state = session.state();
        state.sort = keys;
        session.setState(std::move(state));
    });
    setKeys(session.state().sort);
}

void SortKeysModel::setKeys(const std::vector<SortKey>& wanted)
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

void SortKeysModel::add(const ColumnId& column)
{
    if (sortPlace(m_keys, column))
        return;
    std::vector<SortKey> keys = m_keys;
    keys.push_back({column, false});
    setKeys(keys);
    emit keysRequested(m_keys);
}

int SortKeysModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

QVariant SortKeysModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SortKey& key = m_keys[static_cast<std::size_t>(index.row())];
    const FilterColumnEntry entry = filterColumnEntry(key.column);
    switch (role) {
    case Qt::DisplayRole:
        return entry.name;
    case Qt::AccessibleTextRole:
        //: a sort key: %1 is its place, %2 a column, %3 "highest first" or "lowest first"
        return tr("%1. %2, %3").arg(index.row() + 1).arg(entry.name, orderText(key.descending));
    case Qt::AccessibleDescriptionRole:
    case OriginRole:
        return entry.origin;
    case Qt::ToolTipRole:
        return literalToolTip(QString::fromStdString(toText(key.column)));
    case DescendingRole:
        return key.descending;
    case OrderRole:
        return orderText(key.descending);
    default:
        return {};
    }
}

bool SortKeysModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != DescendingRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_keys[static_cast<std::size_t>(index.row())].descending = value.toBool();
    emit dataChanged(index, index);
    emit keysRequested(m_keys);
    return true;
}

Qt::ItemFlags SortKeysModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    // Dropped between rows, not on one.
    return index.isValid() ? flags | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : flags | Qt::ItemIsDropEnabled;
}

Qt::DropActions SortKeysModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

bool SortKeysModel::removeRows(int row, int count, const QModelIndex& parent)
{
    if (parent.isValid() || row < 0 || count <= 0 || row + count > rowCount())
        return false;
    std::vector<SortKey> keys = m_keys;
    keys.erase(keys.begin() + row, keys.begin() + row + count);
    setKeys(keys);
    emit keysRequested(m_keys);
    return true;
}

bool SortKeysModel::moveRows(const QModelIndex& sourceParent, int sourceRow, int count,
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
