// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace runglass
{

/// What lies in the trash as a table: a row a run, by default what was deleted last first. Sorts itself by what stands
/// behind the texts.
/// @thread GUI
class TrashModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Project, State, Deleted, DeletedBy, Size, Id, ColumnCount };
    enum Role { CopyRole = Qt::UserRole + 1 /**< QString: exact times, sizes in bytes */ };

    explicit TrashModel(QObject* parent = nullptr);

    void setRuns(std::shared_ptr<const std::vector<TrashedRef>> runs);
    /// Only runs with this in name, ID, path or who deleted them; whatever the case. Empty: all.
    void setSearch(const QString& text);
    const TrashedRef& runAt(int row) const { return (*m_runs)[m_rows[static_cast<std::size_t>(row)]]; }
    /// All of them, searched for or not.
    const std::vector<TrashedRef>& runs() const { return *m_runs; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void arrange();
    QString text(const TrashedRef& run, int column) const;

    std::shared_ptr<const std::vector<TrashedRef>> m_runs;
    std::vector<std::size_t> m_rows; ///< places in m_runs, in order
    QString m_search;
    int m_sorted = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

/// What a purge of all of these frees, in bytes.
std::uint64_t sizeOf(const std::vector<TrashedRef>& runs);

} // namespace runglass
