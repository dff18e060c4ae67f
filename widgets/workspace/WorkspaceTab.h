// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartSource.h"
#include "widgets/common/Context.h"
#include "widgets/workspace/PanelBoard.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QStackedLayout;

namespace runglass
{

class EmptyState;
class MetricScope;
class PanelActions;
class PanelScope;
class PanelSearchField;
class PanelStage;
class RunHighlight;
struct MetricEntry;

/// The Workspace tab: a panel for each metric that the listed runs logged, with the lines of the shown runs.
/// @thread GUI
class WorkspaceTab : public QWidget
{
    Q_OBJECT

public:
    explicit WorkspaceTab(const Context& context, QWidget* parent = nullptr);
    ~WorkspaceTab() override;

    /// What the menu bar's Panels menu shows.
    QList<QAction*> panelActions() const;
    /// Gives the focus to Search panels.
    void focusSearch();
    PanelBoard& board() { return *m_board; }

    PanelActions& actions() { return *m_actions; }

signals:
    /// A run was double-clicked in a panel: it is the current one, and to be opened.
    void runOpened();
    /// A file of a run is to be shown: it is the current one.
    void fileRequested(const runglass::RunRef& run, const std::string& path);
    /// Runs were chosen in a panel, to be ticked or unticked.
    void runsPicked(const std::vector<runglass::RunRef>& runs, bool ticked);
    /// Those were, to be ticked unless all of them are.
    void tickToggled(const std::vector<runglass::RunRef>& runs);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum class Page { Board, Empty, Stage };

    bool waitsToBeShown();
    void onListChanged();
    void onStateChanged();
    void onRunsChanged(const RunChanges& changes);
    void refreshScope();
    void makeBar(Theme& theme);
    void connectSession();
    void connectBoard();
    void search();
    void followEmphasis();
    std::vector<RunRef> runsOf(const std::vector<RunRef>& lines) const;
    void chooseRun(const RunRef& run);
    void showMetrics();
    void noteWhatIsRead();
    PanelBoard::Reason reasonOfChange();
    void showCount();
    void choosePage();
    void say(const QString& icon, const QString& title, const QString& line, const QList<QAction*>& actions);
    void showFirstRuns();
    void clearRunSearch();
    QList<QAction*> whatNarrows() const;

    Session& m_session;
    SessionChartSource m_source;
    PanelScope* m_panelScope;
    MetricScope* m_scope;
    PanelBoard* m_board;
    PanelActions* m_actions;
    PanelSearchField* m_search;
    RunHighlight* m_highlight;
    PanelStage* m_stage;
    QLabel* m_count;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
    std::pair<QString, QList<QAction*>> m_said; ///< title and buttons of m_empty
    QAction* m_clearSearch;
    QAction *m_clearRunSearch, *m_clearFilter;
    QAction* m_showFirst;
    QTimer m_scoping; ///< until both the list and the changes of a snapshot have been told
    std::shared_ptr<const std::vector<MetricEntry>> m_scoped;  ///< the metrics when the runs were last asked for theirs
    std::shared_ptr<const std::vector<MetricEntry>> m_metrics; ///< of the panels; never null
    std::set<SourceId> m_read;                                 ///< sources that have been read to their end
    std::pair<RunScope, std::string> m_narrowed;               ///< what the metrics were narrowed to: scope, search
    bool m_isStale = false;                                    ///< what it shows is to be made when it is shown
};

} // namespace runglass
