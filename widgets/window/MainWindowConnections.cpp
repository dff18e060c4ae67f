// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunSelectorModel.h"
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "models/session/Session.h"
#include "widgets/commands/TrashPage.h"
#include "widgets/common/Theme.h"
#include "widgets/common/Toast.h"
#include "widgets/common/TwinAction.h"
#include "widgets/files/FilesTab.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/window/AddressOpener.h"
#include "widgets/window/ColumnCommands.h"
#include "widgets/window/CommandFeedback.h"
#include "widgets/window/GroupCommands.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/RecorderActions.h"
#include "widgets/window/ShortcutsDialog.h"
#include "widgets/window/ShownValueCommands.h"
#include "widgets/window/SideBar.h"
#include "widgets/window/SideBarDock.h"
#include "widgets/window/SortCommands.h"
#include "widgets/window/StatusStrip.h"
#include "widgets/window/UndoActions.h"
#include "widgets/workspace/PanelActions.h"
#include "widgets/workspace/WorkspaceTab.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTreeView>

#include <algorithm>

namespace runglass
{

void MainWindow::connectFile()
{
    connect(m_actions->openFolder, &QAction::triggered, this, &MainWindow::askForFolder);
    connect(m_sideBar, &SideBar::openFolderRequested, this, &MainWindow::askForFolder);
    connect(m_actions->openExample, &QAction::triggered, this, [this] { open({m_example}); });
    connect(m_actions->clearRecent, &QAction::triggered, this, &MainWindow::recentCleared);
    connect(m_actions->closeSource, &QAction::triggered, this, &MainWindow::closeSource);
    m_addresses = new AddressOpener(m_context, this);
    connect(m_addresses, &AddressOpener::found, this, [this](const RunRef& run) {
        m_context.session.setCurrentRun(run);
        setTab(Tab::Overview);
    });
    connect(m_addresses, &AddressOpener::failed, m_status, &StatusStrip::say);
    if (m_context.recorder)
        m_recorder = new RecorderActions(m_context, *m_actions, *m_status, this);
    connect(m_actions->quit, &QAction::triggered, this, [this] {
        m_isQuitting = true;
        close();
    });
    connect(m_actions->copy, &QAction::triggered, this, &MainWindow::copy);
    connect(m_actions->find, &QAction::triggered, this, &MainWindow::find);
    connect(m_actions->searchRuns, &QAction::triggered, this, &MainWindow::searchRuns);
}

void MainWindow::connectView()
{
    for (QAction* action : m_actions->tabs)
        connect(action, &QAction::triggered, this,
                [this, action] { setTab(static_cast<Tab>(action->data().toInt())); });
    connect(m_tabBar, &QTabBar::currentChanged, this, [this](int index) {
        showTab(index);
        m_actions->tabs[index]->setChecked(true);
        refreshActions();
        visitPlace();
    });
    connect(m_actions->sideBar, &QAction::triggered, this, [this] { setSideBarVisible(!m_dock->isShown()); });
    connect(m_dock, &SideBarDock::shownChanged, this, [this](bool shown) { m_runs->setSearchVisible(!shown); });
    connect(m_actions->back, &QAction::triggered, this, [this] { goTo(m_history.goBack()); });
    connect(m_actions->forward, &QAction::triggered, this, [this] { goTo(m_history.goForward()); });
    m_columns = new ColumnCommands(m_context, *m_actions, *m_runs, this);
    connect(m_actions->columns, &QAction::triggered, this, [this](bool open) {
        setTab(Tab::Runs);
        m_runs->showColumns(open);
    });
    m_sort = new SortCommands(m_context.session, *m_actions, *m_runs, this);
    m_values = new ShownValueCommands(m_context.session, *m_actions, *m_runs, this);
    m_runs->setFilterActions(m_actions->filter, m_actions->clearFilter);
    m_runs->setColumnsAction(m_actions->columns);
    m_groups = new GroupCommands(m_context.session, *m_actions, *m_runs, this);
    connect(m_actions->filter, &QAction::triggered, this, [this](bool open) {
        setTab(Tab::Runs);
        m_runs->setFilterVisible(open);
    });
    connect(m_actions->clearFilter, &QAction::triggered, this, [this] {
        RunListState state = m_context.session.state();
        state.filter = {};
        m_context.session.setState(std::move(state));
    });
    connect(m_actions->refresh, &QAction::triggered, &m_context.session, &Session::refresh);
    connect(m_actions->problems, &QAction::triggered, this, &MainWindow::showProblems);
    connect(m_status, &StatusStrip::problemsRequested, this, &MainWindow::showProblems);
    connect(m_actions->nextPane, &QAction::triggered, this, [this] { movePane(1); });
    connect(m_actions->previousPane, &QAction::triggered, this, [this] { movePane(-1); });
    connect(m_actions->fullScreen, &QAction::triggered, this,
            [this](bool full) { setWindowState(QWidget::windowState().setFlag(Qt::WindowFullScreen, full)); });
    connect(m_actions->themes, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_context.theme.setMode(static_cast<Theme::Mode>(action->data().toInt()));
    });
    connect(m_actions->updates, &QActionGroup::triggered, this,
            [this](const QAction* action) { setUpdates(action->data().toInt()); });
    connect(m_actions->croppings, &QActionGroup::triggered, this,
            [this](const QAction* action) { setCropping(static_cast<Qt::TextElideMode>(action->data().toInt())); });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] {
        auto* dialog = new ShortcutsDialog(*menuBar(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::connectRuns()
{
    connect(m_runs, &RunsTab::openRequested, this, &MainWindow::openCurrentRun);
    connect(m_runs, &RunsTab::menuRequested, this, [this](const QPoint& position) {
        const QModelIndex current = m_runs->view()->currentIndex();
        popUpRunMenu(*m_runs->model(), current.row(), position);
    });
    connect(m_workspace, &WorkspaceTab::runsPicked, this, &MainWindow::pickRuns);
    connect(m_workspace, &WorkspaceTab::tickToggled, this, [this](const std::vector<RunRef>& runs) {
        const RunTicks& ticks = m_runs->ticks();
        const auto isTicked = [&ticks](const RunRef& run) { return ticks.isTicked(run); };
        pickRuns(runs, !std::all_of(runs.begin(), runs.end(), isTicked));
    });
    m_workspace->actions().setRunMenu({[this](const RunRef& run) { return beginLineMenu(run); },
                                       [this] {
                                           m_menuRuns.clear();
                                           refreshChoice();
                                       }});
    connect(m_workspace, &WorkspaceTab::runOpened, this, &MainWindow::openCurrentRun);
    connect(m_workspace, &WorkspaceTab::fileRequested, this, [this](const RunRef& run, const std::string& path) {
        setTab(Tab::Files);
        m_files->showFile(run, path);
    });
    connect(m_sideBar, &SideBar::openRunRequested, this, &MainWindow::openCurrentRun);
    connect(m_sideBar, &SideBar::openRunRequested, m_dock, &SideBarDock::closeOverlay);
    connect(m_sideBar, &SideBar::runMenuRequested, this, [this](const QPoint& position) {
        const QModelIndex current = m_sideBar->selector()->currentIndex();
        popUpRunMenu(*m_sideBar->selectorModel(), current.row(), position);
    });
    connect(m_sideBar, &SideBar::projectsMenuRequested, this, [this](const QPoint& position) {
        popUpTwins(this, {m_actions->refresh, m_actions->closeSource}, position);
    });
    for (QAction* action : m_actions->openRun)
        connect(action, &QAction::triggered, this,
                [this, action] { setTab(static_cast<Tab>(action->data().toInt())); });
    connect(m_actions->goToRun, &QAction::triggered, this, &MainWindow::showGoToRun);
    connect(m_actions->nextRun, &QAction::triggered, this, [this] { stepRun(1); });
    connect(m_actions->previousRun, &QAction::triggered, this, [this] { stepRun(-1); });
    connect(m_actions->copyRunPath, &QAction::triggered, this, [this] {
        QStringList paths;
        for (const RunRef& run : chosenRuns())
            paths.append(QString::fromStdString(toString(run.path)));
        QGuiApplication::clipboard()->setText(paths.join(QLatin1Char('\n')));
    });
}

/// What changes runs, and what says what became of it.
void MainWindow::connectCommands()
{
    m_undo = new UndoActions(m_context.session, *m_actions, this);
    new CommandFeedback(m_context, *m_status, *m_toast,
                        {[this](quint64 command) { return m_undo->isOwn(command); }, [this] { m_undo->undoCommand(); }},
                        this);
    for (QWidget* view : {static_cast<QWidget*>(m_runs->view()), static_cast<QWidget*>(m_sideBar->selector())})
        view->addAction(m_actions->deleteRuns);
    m_sideBar->setTrashAction(m_actions->openTrash);
    m_runs->model()->setStopping(m_context.stopping);
    m_sideBar->selectorModel()->setStopping(m_context.stopping);
    connect(m_actions->openTrash, &QAction::triggered, this, [this] { showTrash(true); });
    // Whoever goes to a run or a project wants to see it.
    connect(m_tabBar, &QTabBar::tabBarClicked, this, [this] { showTrash(false); });
    for (const QAbstractItemView* view : {static_cast<QAbstractItemView*>(m_sideBar->projects()),
                                          static_cast<QAbstractItemView*>(m_sideBar->selector())})
        connect(view, &QAbstractItemView::clicked, this, [this] { showTrash(false); });
    connect(&m_context.session, &Session::commandFinished, this, [this](quint64, const CommandReport& report) {
        // The page counts what lies in the trash from the first deletion on, whether it is shown or not.
        if (report.kind == RunCommand::Kind::Delete && report.done() > 0 && !m_trash)
            trash().reload();
    });
}

void MainWindow::connectSession()
{
    Session& session = m_context.session;
    connect(&session, &Session::sourcesChanged, this, &MainWindow::onSourcesChanged);
    connect(&session, &Session::listChanged, this, &MainWindow::refreshPage);
    connect(&session, &Session::listChanged, this, &MainWindow::refreshActions);
    for (const auto signal : {&Session::stateChanged, &Session::currentRunChanged}) {
        connect(&session, signal, this, &MainWindow::refreshPage);
        connect(&session, signal, this, &MainWindow::refreshTitle);
        connect(&session, signal, this, &MainWindow::visitPlace);
        connect(&session, signal, this, &MainWindow::refreshActions);
    }
}

} // namespace runglass
