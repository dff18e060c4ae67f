// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ColumnKeysModel.h"
#include "models/items/FilterColumnsModel.h"

#include <vector>

namespace runglass
{

class Session;

/// The columns that runs can be sorted by, shown or not: fields that some run has, and keys that a run in scope has.
/// Those that are sort keys already are left out.
FilterColumnEntries sortColumns(const RunList& list, const std::vector<SortKey>& keys);
/// The column of the table that an entry of sortColumns() is.
ColumnId sortColumn(const FilterColumnEntry& entry);
/// "Newest first", "Sorted by loss, highest first", "Sorted by loss · min (highest first), then Name (lowest first)".
QString sortedByText(const RunListState& state);

/// The sort keys in order. They can be turned round too; what is chosen is asked for with keysRequested.
/// @thread GUI
class SortKeysModel : public ColumnKeysModel
{
    Q_OBJECT

public:
    enum SortRole {
        DescendingRole = FirstOwnRole, ///< bool; writable
        OrderRole,                     ///< QString: "lowest first"
    };

    using ColumnKeysModel::ColumnKeysModel;

    /// Shows the session's sort keys from now on, and passes it what is asked for here. Borrows the session.
    void follow(Session& session);
    void setKeys(const std::vector<SortKey>& keys) { setChosen(keys); }
    const std::vector<SortKey>& keys() const { return chosen(); }

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

signals:
    void keysRequested(const std::vector<runglass::SortKey>& keys);

private:
    void ask() override;
};

} // namespace runglass
