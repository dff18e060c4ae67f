// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/RunsModel.h"

namespace runglass
{

/// The run selector at the left: column 0 the name (with eye and colour), column 1 the state, then the columns that are
/// pinned in the table, as far as there may be room. The same list as the table, in the same order.
/// @thread GUI
class RunSelectorModel : public RunsModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, StateColumn, FirstPinned };
    /// More pinned columns than these stay in the table alone.
    static constexpr std::size_t kMostPinned = 3;

    explicit RunSelectorModel(QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    std::vector<ColumnId> columnsOf(const RunList& list) const override;

private:
    QVariant headCell(const QModelIndex& index, int role) const;
};

} // namespace runglass
