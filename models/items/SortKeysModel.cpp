// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/SortKeysModel.h"

#include "models/items/RunsModel.h"
#include "models/session/Session.h"
#include "models/table/SortKeys.h"

#include <QStringList>

#include <utility>

namespace runglass
{

namespace
{

QString orderText(bool descending)
{
    return descending ? SortKeysModel::tr("highest first") : SortKeysModel::tr("lowest first");
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

void SortKeysModel::ask()
{
    emit keysRequested(chosen());
}

QVariant SortKeysModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool descending = chosen()[static_cast<std::size_t>(index.row())].descending;
    switch (role) {
    case Qt::AccessibleTextRole:
        //: a sort key: %1 is its place, %2 a column, %3 "highest first" or "lowest first"
        return tr("%1. %2, %3").arg(index.row() + 1).arg(index.data().toString(), orderText(descending));
    case DescendingRole:
        return descending;
    case OrderRole:
        return orderText(descending);
    default:
        return ColumnKeysModel::data(index, role);
    }
}

bool SortKeysModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != DescendingRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    std::vector<SortKey> keys = chosen();
    keys[static_cast<std::size_t>(index.row())].descending = value.toBool();
    setChosen(keys);
    ask();
    return true;
}

} // namespace runglass
