// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ColumnId.h"
#include "models/table/RunRef.h"
#include "widgets/common/Context.h"

#include <QList>
#include <QMap>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QAction;
class QLabel;
class QStackedWidget;

namespace runglass
{

class ActionBar;
class ColumnsPanel;
class EmptyState;
class FilterEditor;
class GroupByButton;
class GroupByPopover;
class RunSearchField;
class RunTicks;
class RunsModel;
class RunsView;
class SelectionBar;
class SortPopover;

/// The table of all runs in scope: sorted by a click on a head, narrowed by the search, in step with the selector.
/// While runs are ticked, a bar says what can be done with them.
/// @thread GUI
class RunsTab : public QWidget
{
    Q_OBJECT

public:
    explicit RunsTab(Context& context, QWidget* parent = nullptr);

    RunsView* view() const { return m_view; }
    RunsModel* model() const { return m_model; }
    void setCropping(Qt::TextElideMode mode);
    /// A search box of its own, for as long as the side bar with the other one is hidden.
    void setSearchVisible(bool visible);
    /// The column that commands are about: the one whose menu is open, else that of the current cell.
    std::optional<ColumnId> commandColumn() const;
    void setMenuColumn(const std::optional<ColumnId>& column);
    /// The action that stands for the panel of the columns: checked while it is open.
    void setColumnsAction(QAction* action);
    void showColumns(bool shown);
    /// Sorts by commandColumn().
    void sortCurrentColumn(Qt::SortOrder order);
    /// Adds commandColumn() to the sort keys: see sortedAlso().
    void addCurrentColumnToSort();
    /// Buttons for the window's commands: the one that calls toggleSortKeys(), and the one that takes all keys away.
    void setSortActions(QAction* open, QAction* newestFirst);
    /// Opens the list of sort keys below its button, or closes it.
    void toggleSortKeys();
    /// A button for the command that calls toggleGroupKeys(), and the commands that fold and unfold all groups.
    void setGroupActions(QAction* open, const QList<QAction*>& folds);
    /// Opens the list of columns that runs are grouped by below its button, or closes it.
    void toggleGroupKeys();
    /// Buttons for the window's commands: the one that opens the filter editor, and the one that empties it.
    void setFilterActions(QAction* open, QAction* clear);
    void setFilterVisible(bool visible);
    /// Opens the filter editor with a new condition on a column.
    void filterBy(const ColumnId& column);
    /// What commands act on: ticked runs; without them the selected rows, else the current one. In the order of the
    /// table.
    std::vector<RunRef> chosenRuns() const;
    RunTicks& ticks() const { return *m_ticks; }
    SelectionBar& selectionBar() const { return *m_bar; }

signals:
    /// chosenRuns() may be others.
    void chosenChanged();
    /// Enter or a double click on the current run.
    void openRequested();
    void menuRequested(const QPoint& globalPosition);
    /// Ctrl+C in the table.
    void copyRequested();

private:
    QWidget* makeBar();
    void makeView();
    void startClocks();
    void onCurrentRowChanged();
    void followCurrentRun();
    void keepCurrentValid();
    void keepWidth(int column, int width);
    void putColumn(int from, int to);
    void countNewColumns();
    void refresh();
    QString countText() const;
    void showEmptyState();

    Context m_context;
    RunTicks* m_ticks;
    RunsModel* m_model;
    RunsView* m_view;
    SelectionBar* m_bar;
    FilterEditor* m_filter;
    ActionBar* m_actionBar = nullptr;
    ColumnsPanel* m_columns = nullptr; ///< null until it is opened
    std::optional<ColumnId> m_menuColumn;
    QAction* m_openColumns = nullptr;
    QWidget* m_columnsButton = nullptr;
    QAction* m_openFilter = nullptr;
    QAction* m_clearFilter = nullptr;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    RunSearchField* m_search;
    QLabel* m_count;
    QLabel* m_sort;
    QWidget* m_openSort = nullptr;
    QWidget* m_newestFirst = nullptr;
    SortPopover* m_sortKeys = nullptr; ///< made when it is asked for first
    GroupByButton* m_openGroups = nullptr;
    GroupByPopover* m_groupKeys = nullptr; ///< likewise
    QList<QAction*> m_foldActions;
    QAction* m_clearSearch;
    QTimer m_relative; ///< relative times grow old
    QTimer m_running;  ///< and so do runs
    bool m_following = false;
    bool m_lostRun = false; ///< the row of the current run has gone
};

} // namespace runglass
