// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ListLines.h"
#include "models/items/RunRoles.h"
#include "models/table/RunList.h"

#include <QAbstractTableModel>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace runglass
{

class RunTicks;
class StoppingRuns;
class Session;

/// What the models of runs share: rows that follow the lines of a RunList, the roles of runs and of groups, the eye. A
/// new list moves, inserts and removes rows, so that selection, current cell and persistent indexes stay on their runs
/// and groups. It never sorts itself. The head of a group is a row whose box and eye are those of all its runs.
/// @thread GUI
class RunListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RunListModel(QObject* parent = nullptr);

    /// Shows the session's list from now on, and passes it what is asked for here. Borrows the session.
    void follow(Session& session);

    /// Shares ticks with other models from now on: rows and the head of the first column are checkable. Borrowed.
    void setTicks(RunTicks* ticks);
    RunTicks* ticks() const { return m_ticks; }
    /// Tells of runs that were asked to stop from now on. Borrowed.
    void setStopping(StoppingRuns* stopping);

    void setList(std::shared_ptr<const RunList> list);
    const std::shared_ptr<const RunList>& list() const { return m_list; }
    /// A state that is newer than the list's own: eyes follow it at once.
    void setState(const RunListState& state);
    const RunListState& state() const { return m_state; }

    /// Of a group's head the first run.
    const RunRef& runAt(int row) const;
    /// Row of a run, -1 when it is not shown.
    int rowOf(const RunRef& run) const;
    bool isGroup(int row) const { return isGroupLine(m_lines[static_cast<std::size_t>(row)]); }
    /// The run of a row, or all runs of a group.
    std::vector<RunRef> runsAt(int row) const;
    /// RunGroup::key of a group's head; empty of a run.
    std::string groupKeyAt(int row) const;
    /// -1 when no such group is shown.
    int groupRowOfKey(const std::string& key) const;
    /// The head of the innermost group that a row is in, -1: it is in none.
    int groupRowAbove(int row) const;
    /// The head of the innermost unfolded group, or of a folded one, that a run is in; -1: it is in none.
    int groupRowOf(const RunRef& run) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// Takes ShownRole (bool) and asks for it with shownRequested; Qt::CheckStateRole of the first column ticks the
    /// run, or all runs of the group; FoldedRole (bool) folds or unfolds a group, with foldRequested.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    /// The head of the first column tells by Qt::CheckStateRole whether all, some or no listed runs are ticked.
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Takes Qt::CheckStateRole of the first column: ticks or unticks every listed run.
    bool setHeaderData(int section, Qt::Orientation orientation, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    /// Somebody opened or shut the eye of a run.
    void shownRequested(const runglass::RunRef& run, bool shown);
    /// The same for all runs of a group.
    void allShownRequested(const std::vector<runglass::RunRef>& runs, bool shown);
    /// Somebody folded or unfolded the group with this RunGroup::key.
    void foldRequested(const std::string& key, bool folded);
    /// Somebody asked for another order; without keys, for the default one.
    void sortRequested(const std::vector<runglass::SortKey>& keys);
    /// rowCount() may be another.
    void countChanged();
    /// Before and after rows follow a new list: what a view had in sight can be found again.
    void listAboutToChange();
    void listChanged();

protected:
    /// The table that rows are of at this moment.
    const RunTable& table() const { return *m_table; }
    /// Row of a run in table().
    std::uint32_t tableRow(int row) const { return m_lines[static_cast<std::size_t>(row)]; }
    /// Those that rows are of at this moment; null: none.
    const std::shared_ptr<const RunGroups>& groups() const { return m_groups; }
    /// Of a group's head.
    std::uint32_t groupAt(int row) const { return groupOfLine(m_lines[static_cast<std::size_t>(row)]); }
    /// Value, count and what else there is to say of a group as a whole.
    QString groupText(std::uint32_t group) const;
    QString groupToolTip(std::uint32_t group) const;
    /// With the column, and whether the group is folded.
    QString groupAccessibleText(std::uint32_t group) const;
    bool isStopping(std::uint32_t row) const;
    /// The word for a run's state, or for what is asked of it.
    QString stateText(std::uint32_t row) const;
    /// What there is to say of a run as a whole, with what its colour stands for and why it is there.
    QString runToolTip(std::uint32_t row) const;
    bool isBaseline(std::uint32_t row) const { return m_list->baseline == m_table->ref(row); }
    /// The run's name as it is read out, with what its signs say.
    QString spokenName(std::uint32_t row) const;
    /// Before the rows' table is exchanged for next: columns that next does not have go.
    virtual void leaveColumns(const RunList& next);
    /// In place of both, where the columns are the same in both tables and shown in the same order.
    virtual void renewColumns(const RunList& next);
    /// After it: columns that are new come. Pointers into the old table are worthless.
    virtual void enterColumns(const RunList& next);

private:
    bool hasLinesOf(const RunList& next) const;
    void exchangeLines(const RunList& next);
    std::size_t arrangeForRemoval(const RunList& next, const LineFinder& find);
    void permute(const std::vector<std::uint32_t>& order);
    void removeTail(std::size_t kept);
    void exchangeTable(const RunList& next, const LineFinder* find);
    void appendNewRows(const RunList& next);
    void arrangeAs(const std::vector<ListLine>& lines);
    void indexRows();
    QVariant runData(std::uint32_t row, int role) const;
    QVariant groupData(std::uint32_t group, int role) const;
    bool setGroupData(const QModelIndex& index, const QVariant& value, int role);
    Qt::CheckState tickAt(int row) const;
    int depthAt(int row) const;
    bool isAnyShown(std::uint32_t group) const;
    RunPin pinAt(int row) const;
    bool isMatch(std::uint32_t row) const;
    void passOnEyes(Session& session);
    void showTicks();

    std::shared_ptr<const RunList> m_list;
    std::shared_ptr<const RunTable> m_table;
    std::shared_ptr<const ColumnColours> m_columnColours; ///< of m_table
    std::shared_ptr<const RunGroups> m_groups;            ///< of m_table; null: not grouped
    std::vector<ListLine> m_lines;                        ///< of m_table and m_groups, in order
    LinePlaces m_places;
    mutable std::vector<std::uint64_t> m_hiddenRows; ///< of m_table, while m_hiddenKnown
    mutable bool m_hiddenKnown = false;
    RunListState m_state;
    RunTicks* m_ticks = nullptr;
    StoppingRuns* m_stopping = nullptr;
    std::map<RunRef, bool> m_askedEyes; ///< eyes that were clicked and not passed on yet
};

} // namespace runglass
