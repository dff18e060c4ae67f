// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/FilterColumnsModel.h"
#include "models/table/ColumnId.h"
#include "models/table/RunList.h"

#include <QAbstractListModel>

#include <vector>

namespace runglass
{

class Session;

/// The columns that runs can be grouped by, shown or not, but for those that they are grouped by already.
FilterColumnEntries groupColumns(const RunList& list, const std::vector<ColumnId>& keys);

/// The columns that runs are grouped by, outermost first, a row each. Rows can be moved and removed; what comes of it
/// is shown at once and asked for with keysRequested.
/// @thread GUI
class GroupKeysModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        OriginRole = Qt::UserRole + 1, ///< QString: "config", "summary", or empty for a field
    };

    using QAbstractListModel::QAbstractListModel;

    /// Shows the session's grouping from now on, and passes it what is asked for here. Borrows the session.
    void follow(Session& session);
    /// Columns that stay keep their persistent indexes. Of a column that is in it twice the first counts.
    void setKeys(const std::vector<ColumnId>& wanted);
    const std::vector<ColumnId>& keys() const { return m_keys; }
    /// A new innermost key; nothing where the column is one already.
    void add(const ColumnId& column);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override;
    bool removeRows(int row, int count, const QModelIndex& parent = {}) override;
    bool moveRows(const QModelIndex& sourceParent, int sourceRow, int count, const QModelIndex& destinationParent,
                  int destinationChild) override;

signals:
    void keysRequested(const std::vector<runglass::ColumnId>& keys);

private:
    std::vector<ColumnId> m_keys;
};

} // namespace runglass
