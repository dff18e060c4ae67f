// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"

#include <QAbstractListModel>

#include <vector>

namespace runglass
{

/// Columns that were chosen, in order, a row each: the base of sort keys and of what runs are grouped by. Rows can be
/// moved and removed; what comes of it is shown at once and asked for.
/// @thread GUI
class ColumnKeysModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        OriginRole = Qt::UserRole + 1, ///< QString: "config", "summary", or empty for a field
        FirstOwnRole,                  ///< for what a kind of keys tells beside it
    };

    using QAbstractListModel::QAbstractListModel;

    const std::vector<SortKey>& chosen() const { return m_keys; }
    /// A new last key, ascending; nothing where the column is one already.
    void add(const ColumnId& column);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override;
    bool removeRows(int row, int count, const QModelIndex& parent = {}) override;
    bool moveRows(const QModelIndex& sourceParent, int sourceRow, int count, const QModelIndex& destinationParent,
                  int destinationChild) override;

protected:
    /// Columns that stay keep their persistent indexes. Of a column that is in it twice the first counts.
    void setChosen(const std::vector<SortKey>& wanted);
    /// Somebody chose what chosen() is now.
    virtual void ask() = 0;

private:
    std::vector<SortKey> m_keys;
};

} // namespace runglass
