// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"

#include <QAbstractListModel>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// A column that a condition can be on, as it is offered.
struct FilterColumnEntry {
    std::optional<FilterColumn> column; ///< none: any text of the run, which a word searches
    QString name;                       ///< as in the head of the table
    QString origin;                     ///< "config", "summary", or empty for a field
    std::string folded;                 ///< name and what the filter language calls it, as searchFold() gives them
};
using FilterColumnEntries = std::shared_ptr<const std::vector<FilterColumnEntry>>;

/// Any text, the fields of a run (of rows of logged tables the run), and the keys that a run in scope has, in the order
/// of the table's columns.
FilterColumnEntries filterColumns(const RunList& list);
/// How a column of a filter is shown, whether the table has it or not.
FilterColumnEntry filterColumnEntry(const RunTable& table, const std::optional<FilterColumn>& column);
/// How a column of the table is shown.
FilterColumnEntry filterColumnEntry(const ColumnId& id);
/// The column of a filter that is a column of the table.
FilterColumn filterColumn(const ColumnId& id);

/// The columns that hold what is searched for: those that begin with it first, each kind in the order of the entries.
/// @thread GUI
class FilterColumnsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Qt::DisplayRole is the name, with its origin in parentheses where another column has the same name.
    enum Role {
        NoteRole = Qt::UserRole + 1, ///< QString: the origin
        NameRole,                    ///< QString: the name alone
    };

    explicit FilterColumnsModel(QObject* parent = nullptr);

    void setEntries(FilterColumnEntries entries);
    void setSearch(const QString& search);
    const FilterColumnEntry& entry(int row) const;
    /// Row of a column, -1 when it is not shown.
    int rowOf(const std::optional<FilterColumn>& column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void choose();

    FilterColumnEntries m_entries;
    QSet<QString> m_severalTimes; ///< names that more than one column has
    std::string m_search;         ///< folded
    std::vector<std::size_t> m_rows;
};

} // namespace runglass
