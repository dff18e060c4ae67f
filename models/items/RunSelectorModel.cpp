// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunSelectorModel.h"

#include "models/items/Format.h"
#include "models/items/RunText.h"

namespace runglass
{

namespace
{

const ColumnId kName{ColumnOrigin::Field, Field::Name, {}};
const ColumnId kState{ColumnOrigin::Field, Field::State, {}};

} // namespace

RunSelectorModel::RunSelectorModel(QObject* parent)
    : RunsModel(nullptr, parent)
{
    startWith({kName, kState});
}

std::vector<ColumnId> RunSelectorModel::columnsOf(const RunList& list) const
{
    std::vector<ColumnId> ids{kName, kState};
    const auto& shown = list.columns.shown;
    for (const ColumnId& id : columnIds(*list.table, {shown.begin(), shown.begin() + list.columns.pinned}))
        if (id != kName && id != kState && ids.size() < FirstPinned + kMostPinned)
            ids.push_back(id);
    return ids;
}

QVariant RunSelectorModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() >= FirstPinned)
        return RunsModel::data(index, role);
    const bool isName = index.column() == NameColumn;
    if (isGroup(index.row()))
        return headCell(index, role);
    const std::uint32_t row = tableRow(index.row());
    const QString state = stateText(row);
    switch (role) {
    case Qt::DisplayRole:
        return isName ? nameText(table(), row) : state;
    case Qt::AccessibleTextRole:
        return isName ? QString(spokenName(row) + u", " + state) : state;
    case Qt::ToolTipRole:
        return runToolTip(row);
    case Qt::AccessibleDescriptionRole:
        return isName ? QVariant() : QVariant(stateToolTip(table(), row));
    case CellKindRole:
        return static_cast<int>(isName ? CellKind::Name : CellKind::State);
    case EditedRole:
        return isName && table().isEdited(row, Field::Name);
    default:
        // Not what the table of all columns adds to it.
        return RunListModel::data(index, role); // NOLINT(bugprone-parent-virtual-call)
    }
}

QVariant RunSelectorModel::headCell(const QModelIndex& index, int role) const
{
    const bool isName = index.column() == NameColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isName ? groupText(groupAt(index.row())) : QString();
    case Qt::AccessibleTextRole:
        return isName ? groupAccessibleText(groupAt(index.row())) : QString();
    case Qt::ToolTipRole:
        return groupToolTip(groupAt(index.row()));
    case CellKindRole:
        return static_cast<int>(isName ? CellKind::Name : CellKind::State);
    default:
        // Not what the table of all columns adds to it.
        return RunListModel::data(index, role); // NOLINT(bugprone-parent-virtual-call)
    }
}

} // namespace runglass
