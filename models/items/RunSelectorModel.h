// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/RunListModel.h"

namespace runglass
{

/// The run selector at the left: column 0 the name (with eye and colour), column 1 the state. The same list as the
/// table, in the same order.
/// @thread GUI
class RunSelectorModel : public RunListModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, StateColumn, ColumnCount };

    explicit RunSelectorModel(QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant groupCell(const QModelIndex& index, int role) const;
};

} // namespace runglass
