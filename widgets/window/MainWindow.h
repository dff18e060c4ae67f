// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Context.h"
#include "widgets/window/NavigationHistory.h"
#include "widgets/window/WindowActions.h"
#include "widgets/window/WindowState.h"

#include <QMainWindow>

#include <set>
#include <vector>

class QStackedWidget;
class QTabBar;

namespace runglass
{

class AddressOpener;
class ArtifactsTab;
class FilesTab;
class ColourCommands;
class ColumnCommands;
class GroupCommands;
class LogsTab;
class OverviewTab;
class RunCommands;
class RunListModel;
class OutputCommands;
class RecorderActions;
class RunsTab;
class ShownValueCommands;
class SideBar;
class SideBarDock;
class SortCommands;
class SourceStatePage;
class StatusStrip;
class Toast;
class TrashPage;
class UndoActions;
class WelcomePane;
class WorkspaceTab;

/// The window: menus, tool bar, side bar, the six tabs and the status line, around one session.
/// @thread GUI
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using Tab = WindowActions::Tab;

    /// @param example folder of the example runs; empty: there is none, and nothing offers it
    MainWindow(Context& context, const QString& example, QWidget* parent = nullptr);
    ~MainWindow() override;

    WindowActions& actions() const { return *m_actions; }
    RunsTab& runs() const { return *m_runs; }
    SideBar& sideBar() const { return *m_sideBar; }

    /// Opens folders or files in the session; what they are is found out there. To the run of an address it goes.
    void open(const QStringList& locations);
    /// Locations for File → Open recent, newest first.
    void setRecent(const QStringList& locations);
    void setTab(Tab tab);
    Tab tab() const;

    WindowState windowState() const;
    void restore(const WindowState& state);

signals:
    /// A person opened a location.
    void opened(const QString& location);
    void recentCleared();
    /// The window is about to close.
    void closing();

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeTabs();
    void makeToolBar();
    void makeCentre();
    QWidget* makePage(Tab tab);
    void centre(QWidget* page);
    WelcomePane& welcome();
    SourceStatePage& sourceState();
    TrashPage& trash();
    void showTrash(bool shown);
    void showTab(int index);
    void connectFile();
    void connectView();
    void connectRuns();
    void connectChoice();
    void connectCommands();
    void connectSession();

    void onSourcesChanged();
    void refreshPage();
    void refreshTitle();
    void refreshActions();
    void refreshChoice();
    void visitPlace();
    void goTo(const NavigationHistory::Place& place);

    void askForFolder();
    void closeSource();
    void copy();
    void find();
    void searchRuns();
    void setCropping(Qt::TextElideMode mode);
    void setUpdates(int seconds);
    void setSideBarVisible(bool visible);
    void showOnly(bool shown);
    void showOnlyThese(const std::vector<RunRef>& runs);
    void showFirst(std::size_t count);
    void showAlone(const std::vector<RunRef>& runs);
    void hideFinished();
    void movePane(int step);
    void showGoToRun();
    void showProblems();
    void showAbout();
    void openCurrentRun();
    void stepRun(int step);
    void toggleShown();
    void tickRuns();
    void pickRuns(const std::vector<RunRef>& runs, bool ticked);
    QList<QAction*> beginLineMenu(const RunRef& run);
    void popUpRunMenu(const RunListModel& model, int row, const QPoint& globalPlace);
    std::vector<RunRef> chosenRuns() const;
    int chosenCount() const;
    QWidget* controlOf(const QAction* action) const;
    bool writeDescription(const RunRef& run);
    void askToClose();
    bool areChosenShown() const;
    std::optional<SourceId> sourceToClose() const;

    Context m_context;
    WindowActions* m_actions;
    SideBar* m_sideBar;
    QTabBar* m_tabBar = nullptr;
    QStackedWidget* m_centre = nullptr; ///< welcome, state of the sources, tabs
    QStackedWidget* m_pages = nullptr;
    SideBarDock* m_dock = nullptr;
    // Null until they are shown for the first time, as are pages of the tabs but for the first two.
    WelcomePane* m_welcome = nullptr;
    SourceStatePage* m_sourceState = nullptr;
    TrashPage* m_trash = nullptr;
    WorkspaceTab* m_workspace = nullptr;
    RunsTab* m_runs = nullptr;
    OverviewTab* m_overview = nullptr;
    LogsTab* m_logs = nullptr;
    FilesTab* m_files = nullptr;
    ArtifactsTab* m_artifacts = nullptr;
    std::set<int> m_notMade; ///< tabs whose page is a placeholder
    ColourCommands* m_colours = nullptr;
    ColumnCommands* m_columns = nullptr;
    SortCommands* m_sort = nullptr;
    OutputCommands* m_output = nullptr;
    AddressOpener* m_addresses = nullptr;
    RecorderActions* m_recorder = nullptr; ///< null: nothing is recorded from here
    GroupCommands* m_groups = nullptr;
    RunCommands* m_runCommands = nullptr;
    UndoActions* m_undo = nullptr;
    Toast* m_toast = nullptr;
    ShownValueCommands* m_values = nullptr;
    StatusStrip* m_status;
    NavigationHistory m_history;
    std::vector<RunRef> m_menuRuns; ///< what an open context menu is about; empty: the chosen runs
    QString m_example;
    bool m_isTrashShown = false;
    bool m_isQuitting = false;  ///< by the command that does it
    bool m_mayLoseText = false; ///< whoever closes the window has said so
};

} // namespace runglass
