// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/FilterColumnsModel.h"
#include "models/table/RunList.h"

#include <QAbstractListModel>

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

/// The sort keys in order, a row each: the name of the column. Rows can be moved, removed and turned round; what comes
/// of it is shown at once and asked for with keysRequested.
/// @thread GUI
class SortKeysModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        OriginRole = Qt::UserRole + 1, ///< QString: "config", "summary", or empty for a field
        DescendingRole,                ///< bool; writable
        OrderRole,                     ///< QString: "lowest first"
    };

    using QAbstractListModel::QAbstractListModel;

    /// Shows the session's sort keys from now on, and passes it what is asked for here. Borrows the session.
    void follow(Session& session);
    /// Columns that stay keep their persistent indexes. Of a column that is in it twice the first counts.
    void setKeys(const std::vector<SortKey>& wanted);
    const std::vector<SortKey>& keys() const { return m_keys; }
    /// A new last key, ascending; nothing where the column is one already.
    void add(const ColumnId& column);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override;
    bool removeRows(int row, int count, const QModelIndex& parent = {}) override;
    bool moveRows(const QModelIndex& sourceParent, int sourceRow, int count, const QModelIndex& destinationParent,
                  int destinationChild) override;

signals:
    void keysRequested(const std::vector<runglass::SortKey>& keys);

private:
    std::vector<SortKey> m_keys;
};

} // namespace runglass
