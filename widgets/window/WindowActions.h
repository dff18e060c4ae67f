// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"

#include <QAction>
#include <QList>

class QActionGroup;
class QMenu;
class QMenuBar;

namespace runglass
{

/// Every command of the window, one QAction each: menus, tool bar, context menus and keys come from here.
/// @thread GUI
class WindowActions : public QObject
{
    Q_OBJECT

public:
    enum class Tab { Workspace, Runs, Overview, Logs, Files, Artifacts, Count };

    /// Of "Show first 10" and "Show first 20".
    static constexpr int kFirstRuns = 10, kMoreRuns = 20;

    WindowActions(Theme& theme, QWidget* window);

    QAction* openFolder = nullptr;
    QAction* clearRecent = nullptr;
    QAction* openExample = nullptr;
    QAction* record = nullptr;   ///< starts the recorder, or stops it
    QAction* recorder = nullptr; ///< opens the dialog about it
    QAction* openRecorded = nullptr;
    QAction* setUp = nullptr;
    QAction* undoSetUp = nullptr;
    QAction* startAtLogin = nullptr;
    QAction* closeSource = nullptr;
    QAction* quit = nullptr;
    QAction* undo = nullptr;
    QAction* redo = nullptr;
    QAction* copy = nullptr;
    QAction* find = nullptr;
    QAction* searchRuns = nullptr;
    QAction* sideBar = nullptr;
    QAction* back = nullptr;
    QAction* forward = nullptr;
    QAction* showAll = nullptr;
    QAction* hideAll = nullptr;
    QAction* showFirst = nullptr;
    QAction* showMore = nullptr; ///< "Show first 20"
    QAction* showOnlySelected = nullptr;
    QAction* showOnlyThis = nullptr; ///< the chosen runs; all again when they are the only ones
    QAction* hideFinished = nullptr;
    QAction* sortAscending = nullptr;
    QAction* sortDescending = nullptr;
    QAction* addToSort = nullptr;
    QAction* sortBy = nullptr;
    QAction* newestFirst = nullptr;
    QAction* pinColumn = nullptr;
    QAction* unpinColumn = nullptr;
    QAction* hideColumn = nullptr;
    QAction* columns = nullptr;
    QAction* groupBy = nullptr;
    QAction* groupByColumn = nullptr;
    QAction* foldGroup = nullptr;
    QAction* foldAllGroups = nullptr;
    QAction* unfoldAllGroups = nullptr;
    QAction* ungroup = nullptr;
    QAction* filter = nullptr;
    QAction* clearFilter = nullptr;
    QAction* resetView = nullptr;
    QAction* refresh = nullptr;
    QAction* problems = nullptr;
    QAction* nextPane = nullptr;
    QAction* previousPane = nullptr;
    QAction* fullScreen = nullptr;
    QAction* goToRun = nullptr;
    QAction* nextRun = nullptr;
    QAction* previousRun = nullptr;
    QAction* toggleShown = nullptr;
    QAction* pinRuns = nullptr;
    QAction* setBaseline = nullptr; ///< or removes it
    QAction* changeColour = nullptr;
    QAction* colourByColumn = nullptr;
    QAction* randomizeColours = nullptr;
    QAction* resetColours = nullptr;
    QAction* tickRuns = nullptr;
    QAction* selectAll = nullptr;
    QAction* clearSelection = nullptr;
    QAction* copyRunPath = nullptr;
    QAction* copyRuns = nullptr; ///< opens the menu of the three after it
    QAction* copyTsv = nullptr;
    QAction* copyMarkdown = nullptr;
    QAction* copyJson = nullptr;
    QAction* exportRuns = nullptr;
    QAction* renameRuns = nullptr;
    QAction* editTags = nullptr;
    QAction* setGroup = nullptr;
    QAction* setJobType = nullptr;
    QAction* editDescription = nullptr;
    QAction* markState = nullptr;
    QAction* lockRuns = nullptr; ///< or unlocks them
    QAction* stopRuns = nullptr;
    QAction* deleteRuns = nullptr;
    QAction* openTrash = nullptr;
    QAction* compareRuns = nullptr;
    QAction* shortcuts = nullptr;
    QAction* about = nullptr;
    QList<QAction*> tabs;      ///< in the order of Tab
    QList<QAction*> openRun;   ///< "Open in …" for the tabs that show one run, their data() the Tab
    QActionGroup* themes;      ///< data(): int of Theme::Mode
    QActionGroup* croppings;   ///< data(): int of Qt::TextElideMode
    QActionGroup* updates;     ///< data(): WindowState::updates
    QActionGroup* shownValues; ///< data(): int of MetricValue

    /// File, Edit, View, Run, Panels, Help. Panels holds what the workspace offers.
    void fillMenuBar(QMenuBar* bar, const QList<QAction*>& panels);
    /// What the Run menu offers for the chosen runs.
    QList<QAction*> runMenu() const;
    /// What a run's context menu offers: the same, and what the Edit menu has for runs.
    QList<QAction*> runContextMenu() const;
    /// What View → Column offers.
    QList<QAction*> columnMenu() const;
    /// What a column's "…" offers: the same, and which value of a metric the column shows.
    QList<QAction*> headMenu() const;
    /// What a group's context menu offers beside what is said of groups alone: the commands for many runs.
    QList<QAction*> runsMenu() const;
    /// Which of the listed runs charts show, for the View menu and the selector's "…".
    QList<QAction*> shownMenu() const;
    /// What can be done with ticked runs, in the order of the selection bar.
    QList<QAction*> selectionActions() const;
    /// What of it stands at the bar's end, and is never without room.
    QList<QAction*> lastSelectionActions() const;
    /// What changes runs themselves.
    QList<QAction*> changeMenu() const;
    QMenu* recentMenu() const { return m_recent; }
    /// "Run name cropping", for the View menu and the selector's "…".
    QMenu* croppingMenu() const { return m_cropping; }
    /// "Shown value": which one the column of the current cell shows.
    QMenu* shownValueMenu() const { return m_shownValues; }
    static QString tabName(Tab tab);

private:
    QAction* add(const char* id, const QString& text, const QString& icon = {}, const QKeySequence& key = {},
                 const QString& tip = {});
    void makeFileAndEdit();
    void makeRecorder();
    void makeView();
    void makeSort();
    void makeColumns();
    void makeGroups();
    void makeShownValues();
    void makeUpdates();
    void makeRun();
    void makeChoice();
    void makeOutput();
    void makeChanges();
    void makeTabs();
    QMenu* viewMenu(QMenuBar* bar);

    Theme& m_theme;
    QWidget* m_window;
    QMenu* m_recent;
    QMenu* m_cropping;
    QMenu* m_column;
    QAction* m_columnSeparator = nullptr;
    QAction* m_runSeparator = nullptr;
    QAction* m_changeSeparator = nullptr; ///< before what changes runs
    QAction* m_endSeparator = nullptr;    ///< before what ends them
    QMenu* m_themes;
    QMenu* m_updates;
    QMenu* m_shownValues;
};

} // namespace runglass
