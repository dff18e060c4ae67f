// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunSelectorModel.h"

#include "models/items/Format.h"
#include "models/items/RunText.h"

namespace runglass
{

RunSelectorModel::RunSelectorModel(QObject* parent)
    : RunListModel(parent)
{
}

int RunSelectorModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunSelectorModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isName = index.column() == NameColumn;
    if (isGroup(index.row()))
        return groupCell(index, role);
    const std::uint32_t row = tableRow(index.row());
    const QString state = format::state(table().state(row));
    switch (role) {
    case Qt::DisplayRole:
        return isName ? nameText(table(), row) : state;
    case Qt::AccessibleTextRole:
        return isName ? QString(nameText(table(), row) + u", " + state) : state;
    case Qt::ToolTipRole:
        return runToolTip(row);
    case Qt::AccessibleDescriptionRole:
        return isName ? QVariant() : QVariant(stateToolTip(table(), row));
    case CellKindRole:
        return static_cast<int>(isName ? CellKind::Name : CellKind::State);
    default:
        return RunListModel::data(index, role);
    }
}

QVariant RunSelectorModel::groupCell(const QModelIndex& index, int role) const
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
        return RunListModel::data(index, role);
    }
}

QVariant RunSelectorModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return RunListModel::headerData(section, orientation, role);
    return section == NameColumn ? tr("Name") : tr("State");
}

} // namespace runglass
