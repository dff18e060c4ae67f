// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/GroupKeysModel.h"

#include "models/session/Session.h"

#include <utility>

namespace runglass
{

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

void GroupKeysModel::setKeys(const std::vector<ColumnId>& keys)
{
    std::vector<SortKey> wanted;
    for (const ColumnId& column : keys)
        wanted.push_back({column, false});
    setChosen(wanted);
}

std::vector<ColumnId> GroupKeysModel::keys() const
{
    std::vector<ColumnId> columns;
    for (const SortKey& key : chosen())
        columns.push_back(key.column);
    return columns;
}

void GroupKeysModel::ask()
{
    emit keysRequested(keys());
}

QVariant GroupKeysModel::data(const QModelIndex& index, int role) const
{
    if (role != Qt::AccessibleTextRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return ColumnKeysModel::data(index, role);
    //: a column that runs are grouped by: %1 is its place, %2 its name
    return tr("%1. %2").arg(index.row() + 1).arg(index.data().toString());
}

} // namespace runglass
