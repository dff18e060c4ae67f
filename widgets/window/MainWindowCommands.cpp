// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/Session.h"
#include "widgets/common/IconEngine.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/TabStops.h"
#include "widgets/common/Theme.h"
#include "widgets/logs/LogsTab.h"
#include "widgets/runs/RunSearchField.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/window/ColumnCommands.h"
#include "widgets/window/GoToRunDialog.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/ProblemsDialog.h"
#include "widgets/window/ShownValueCommands.h"
#include "widgets/window/SideBar.h"
#include "widgets/window/SideBarDock.h"
#include "widgets/window/SortCommands.h"
#include "widgets/window/StatusStrip.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeView>
#include <QUrl>

#include <algorithm>

namespace runglass
{

namespace
{

QStringList localPaths(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

/// The first widget inside pane that Tab would stop at.
QWidget* firstStop(QWidget* pane)
{
    const QList<QWidget*> stops = tabStops(pane);
    return stops.isEmpty() ? nullptr : stops.first();
}

} // namespace

void MainWindow::onSourcesChanged()
{
    Session& session = m_context.session;
    if (const auto source = session.state().scope.source; source && !session.source(*source)) {
        RunListState state = session.state();
        state.scope = {};
        session.setState(std::move(state));
    }
    refreshPage();
    refreshTitle();
    refreshActions();
}

void MainWindow::refreshActions()
{
    const Session& session = m_context.session;
    const bool anyOpen = !session.sources().empty();
    const auto& current = session.currentRun();
    const bool anyListed = !session.list()->rows.empty();
    for (QAction* action : m_actions->openRun)
        action->setEnabled(current.has_value());
    for (QAction* action : {m_actions->nextRun, m_actions->previousRun})
        action->setEnabled(anyListed);
    m_sort->refresh(tab() == Tab::Runs);
    m_columns->refresh(tab() == Tab::Runs);
    m_values->refresh(tab() == Tab::Runs);
    for (QAction* action : {m_actions->refresh, m_actions->goToRun, m_actions->searchRuns})
        action->setEnabled(anyOpen);
    m_actions->closeSource->setEnabled(sourceToClose().has_value());
    m_actions->back->setEnabled(m_history.canGoBack());
    m_actions->forward->setEnabled(m_history.canGoForward());
    refreshChoice();
}

void MainWindow::visitPlace()
{
    m_history.visit({m_tabBar->currentIndex(), m_context.session.state().scope, m_context.session.currentRun()});
    refreshActions();
}

void MainWindow::goTo(const NavigationHistory::Place& place)
{
    // By value: each step below visits a place, which may move the history's memory; the last one ends where it began.
    const NavigationHistory::Place wanted = place;
    const NavigationHistory kept = m_history;
    showTrash(false);
    RunListState state = m_context.session.state();
    state.scope = wanted.scope;
    m_context.session.setState(std::move(state));
    m_context.session.setCurrentRun(wanted.run);
    m_tabBar->setCurrentIndex(wanted.tab);
    m_history = kept;
    refreshActions();
}

void MainWindow::askForFolder()
{
    auto* dialog = new QFileDialog(this, tr("Open folder"));
    dialog->setObjectName(QStringLiteral("openFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::open);
    dialog->open();
}

std::optional<SourceId> MainWindow::sourceToClose() const
{
    const auto& sources = m_context.session.sources();
    if (const auto chosen = m_sideBar->chosenSource(); chosen && m_context.session.source(*chosen))
        return chosen;
    if (sources.size() == 1)
        return sources.front().id;
    return std::nullopt;
}

void MainWindow::closeSource()
{
    if (const auto source = sourceToClose())
        m_context.session.close(*source);
}

void MainWindow::copy()
{
    for (QWidget* widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
        if (widget->metaObject()->indexOfMethod("copy()") >= 0) {
            QMetaObject::invokeMethod(widget, "copy");
            return;
        }
}

void MainWindow::find()
{
    if (tab() == Tab::Logs) {
        m_logs->openFind();
        return;
    }
    if (tab() != Tab::Runs)
        for (auto* field : m_pages->currentWidget()->findChildren<SearchField*>())
            if (field->isVisible()) {
                field->setFocus(Qt::ShortcutFocusReason);
                field->selectAll();
                return;
            }
    searchRuns();
}

void MainWindow::searchRuns()
{
    setSideBarVisible(true);
    m_sideBar->search()->setFocus(Qt::ShortcutFocusReason);
    m_sideBar->search()->selectAll();
}

/// @param seconds  as WindowState::updates; what is not offered counts as the next lower that is
void MainWindow::setUpdates(int seconds)
{
    int chosen = -1;
    for (QAction* action : m_actions->updates->actions()) {
        const int offered = action->data().toInt();
        if (offered <= seconds)
            chosen = std::max(chosen, offered);
    }
    for (QAction* action : m_actions->updates->actions())
        action->setChecked(action->data().toInt() == chosen);
    m_context.session.setPace(chosen < 0 ? UpdatePace() : UpdatePace(std::chrono::seconds(chosen)));
    m_status->setPaused(chosen < 0);
}

void MainWindow::setCropping(Qt::TextElideMode mode)
{
    for (QAction* action : m_actions->croppings->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(mode));
    m_sideBar->setCropping(mode);
    m_runs->setCropping(mode);
}

void MainWindow::setSideBarVisible(bool visible)
{
    m_dock->setShown(visible);
}

void MainWindow::movePane(int step)
{
    QList<QWidget*> panes;
    for (QWidget* pane : {static_cast<QWidget*>(m_sideBar->projects()), static_cast<QWidget*>(m_sideBar->search()),
                          static_cast<QWidget*>(m_sideBar->selector()), static_cast<QWidget*>(m_tabBar),
                          m_centre->currentWidget() == m_pages ? m_pages->currentWidget() : m_centre->currentWidget()})
        if (pane->isVisible() && pane->isEnabled() && firstStop(pane))
            panes.append(pane);
    if (panes.isEmpty())
        return;
    const QWidget* focused = QApplication::focusWidget();
    const auto here = std::find_if(panes.begin(), panes.end(), [focused](const QWidget* pane) {
        return pane == focused || pane->isAncestorOf(focused);
    });
    const auto count = static_cast<int>(panes.size());
    const int index = here == panes.end() ? (step > 0 ? -1 : 0) : static_cast<int>(here - panes.begin());
    QWidget* pane = panes[(index + step + count) % count];
    // The runs are what one goes there for; their buttons have keys of their own.
    QWidget* stop = pane == m_runs && m_runs->view()->isVisible() ? m_runs->view() : firstStop(pane);
    if (stop)
        stop->setFocus(Qt::TabFocusReason);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget* stop = tabStopBeside(this, focusWidget(), next ? 1 : -1);
    if (!stop)
        return QMainWindow::focusNextPrevChild(next);
    stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget* above = stop->parentWidget(); above; above = above->parentWidget())
        if (auto* scrolled = qobject_cast<QScrollArea*>(above))
            scrolled->ensureWidgetVisible(stop);
    return true;
}

void MainWindow::showGoToRun()
{
    auto* dialog = new GoToRunDialog(m_context, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GoToRunDialog::runChosen, this, [this](const RunRef& run) {
        m_context.session.setCurrentRun(run);
        setTab(Tab::Overview);
    });
    dialog->open();
}

void MainWindow::showProblems()
{
    auto* dialog = new ProblemsDialog(m_context, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Runglass"));
    box->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setText(QStringLiteral("Runglass %1").arg(QApplication::applicationVersion()));
    box->setInformativeText(tr("A native browser for machine-learning runs. Nothing leaves this computer.\n"
                               "Free software under the GNU General Public License, version 3 or later."));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

void MainWindow::openCurrentRun()
{
    setTab(Tab::Overview);
}

void MainWindow::stepRun(int step)
{
    const auto list = m_context.session.list();
    const auto count = static_cast<int>(list->rows.size());
    if (count == 0)
        return;
    int place = step > 0 ? -1 : count;
    if (const auto& current = m_context.session.currentRun())
        for (int i = 0; i < count; ++i)
            if (list->ref(static_cast<std::size_t>(i)) == *current)
                place = i;
    place = std::clamp(place + step, 0, count - 1);
    m_context.session.setCurrentRun(list->ref(static_cast<std::size_t>(place)));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!event->mimeData()->hasUrls())
        return;
    if (localPaths(*event->mimeData()).isEmpty())
        m_status->say(tr("Only folders and .wandb files on this computer can be opened."));
    else
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    open(localPaths(*event->mimeData()));
}

} // namespace runglass
