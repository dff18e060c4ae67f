// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunRef.h"
#include "widgets/common/Context.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QStackedWidget;

namespace runglass
{

class EmptyState;
class RunSearchField;
class RunsModel;
class RunsView;

/// The table of all runs in scope: sorted by a click on a head, narrowed by the search, in step with the selector.
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
    /// Sorts by the column of the current cell.
    void sortCurrentColumn(Qt::SortOrder order);
    /// Selected runs, or the current one, in the order of the table.
    std::vector<RunRef> chosenRuns() const;

signals:
    /// Enter or a double click on the current run.
    void openRequested();
    void menuRequested(const QPoint& globalPosition);

private:
    QWidget* makeBar();
    void makeView();
    void startClocks();
    void onCurrentRowChanged();
    void followCurrentRun();
    void keepCurrentValid();
    void refresh();
    void onSectionClicked(int section);
    QString sortText() const;

    Context m_context;
    RunsModel* m_model;
    RunsView* m_view;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    RunSearchField* m_search;
    QLabel* m_count;
    QLabel* m_sort;
    QAction* m_clearSearch;
    QAction* m_clearSort;
    QTimer m_relative; ///< relative times grow old
    QTimer m_running;  ///< and so do runs
    bool m_following = false;
};

} // namespace runglass
