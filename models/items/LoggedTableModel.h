// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/RunsModel.h"
#include "models/items/RunsText.h"
#include "models/items/ShownRuns.h"
#include "models/items/Thumbnails.h"
#include "models/session/LoggedTables.h"
#include "models/table/RunView.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace runglass
{

/// The rows of logged tables, each with the name and colour of its run in front. Filtered, sorted and grouped by a
/// state of its own, with all that a table of runs can do; lists are made on workers.
/// @thread GUI
class LoggedTableModel : public RunsModel
{
    Q_OBJECT

public:
    explicit LoggedTableModel(QObject* parent = nullptr);

    /// Shows other tables; filter, order, groups and columns stay as far as there are the columns for them.
    void setTables(std::shared_ptr<const JoinedTables> tables);
    /// The colours of the runs, which rows have.
    void setColours(const ShownRuns& runs);
    /// What a person sees the rows through: filter, order, groups, columns that are hidden or in another place, widths.
    /// The list follows. Grouping by Field::Name is by run, whatever runs are called.
    const RunView& view() const { return m_view; }
    /// Tells nobody.
    void setView(const RunView& view);
    /// These tell with viewChanged().
    void setFilter(const Filter& filter);
    void sortBy(std::vector<SortKey> keys);
    /// Unset: no groups.
    void groupBy(const std::optional<ColumnId>& column);
    void setAllFolded(bool folded);
    void hideColumn(const ColumnId& column);
    void showAllColumns();
    bool hasHiddenColumns() const { return !m_view.columns.hidden.empty(); }
    void setWidth(const ColumnId& column, int width);
    /// Puts a column elsewhere; both are places among those that are shown, 0 is the run's.
    void moveColumn(int from, int to);

    /// The tables that list() is of.
    const JoinedTables& tables() const { return *m_tables; }
    /// The rows of tables().table that these rows of the model stand for, those of groups too, each once.
    std::vector<std::uint32_t> tableRows(const QList<int>& rows) const;
    /// All rows that the filter lets pass, in order.
    std::vector<std::uint32_t> matchingRows() const;
    /// What is copied or written: the columns that are shown, under their names, of rows of tables().table.
    CopiedRuns copied(std::vector<std::uint32_t> rows) const;
    /// The picture that a cell is; unset: it is none.
    std::optional<Thumbnails::Which> picture(const QModelIndex& index) const;
    /// The file that a cell names, relative to the run's files; empty: none.
    std::string file(const QModelIndex& index) const;
    /// Of any row, or the first one of a group.
    const RunRef& loggedBy(int row) const;

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    /// The list is as tables and view want it.
    void made();
    /// A person changed view().
    void viewChanged();

protected:
    GroupMembers groupMembers() const override { return GroupMembers::Rows; }
    QString groupName(std::uint32_t group) const override;
    QString missingText() const override;

private:
    const JoinedTables& tablesNow() const;
    void make();
    template <typename Change> void changeView(const Change& change);
    bool isAlike(const RunLoggedTable& run) const;
    ColumnLayout layout() const;
    QVariant rowData(const QModelIndex& index, int role) const;
    QVariant headData(int row, int role) const;
    QString rowText(std::uint32_t row) const;

    std::shared_ptr<const JoinedTables> m_wanted; ///< that the next list is of
    std::shared_ptr<const JoinedTables> m_tables; ///< that list() is of
    std::shared_ptr<const JoinedTables> m_before; ///< while one list takes the place of another
    std::map<RunRef, RunColour> m_colours;
    RunView m_view;
    unsigned m_generation = 0; ///< of the list that is wanted
};

} // namespace runglass
