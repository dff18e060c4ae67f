// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/Session.h"
#include "widgets/artifacts/ArtifactsTab.h"
#include "widgets/commands/TrashPage.h"
#include "widgets/common/Toast.h"
#include "widgets/files/FilesTab.h"
#include "widgets/logs/LogsTab.h"
#include "widgets/overview/OverviewTab.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/RecorderActions.h"
#include "widgets/window/RunCommands.h"
#include "widgets/window/SideBar.h"
#include "widgets/window/SideBarDock.h"
#include "widgets/window/SourceStatePage.h"
#include "widgets/window/WelcomePane.h"
#include "widgets/workspace/WorkspaceTab.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace runglass
{

void MainWindow::makeTabs()
{
    m_tabBar = new QTabBar(this);
    m_tabBar->setObjectName(QStringLiteral("tabs"));
    m_tabBar->setAccessibleName(tr("Tabs"));
    m_tabBar->setDocumentMode(true);
    m_tabBar->setExpanding(false);
    m_tabBar->setDrawBase(true);
    m_tabBar->setUsesScrollButtons(true);
    m_pages = new QStackedWidget(this);
    m_workspace = new WorkspaceTab(m_context, m_pages);
    m_runs = new RunsTab(m_context, m_pages);
    for (int i = 0; i < static_cast<int>(Tab::Count); ++i) {
        m_tabBar->addTab(WindowActions::tabName(static_cast<Tab>(i)));
        m_tabBar->setTabToolTip(i, m_actions->tabs[i]->toolTip());
    }
    m_pages->addWidget(m_workspace);
    m_pages->addWidget(m_runs);
    // The pages of a run are many widgets, which most starts need not wait for.
    while (m_pages->count() < static_cast<int>(Tab::Count)) {
        m_notMade.insert(m_pages->count());
        m_pages->addWidget(new QWidget(m_pages));
    }
}

QWidget* MainWindow::makePage(Tab tab)
{
    switch (tab) {
    case Tab::Overview: {
        auto* overview = m_overview = new OverviewTab(
            m_context, {m_actions->stopRuns, m_actions->markState, {m_actions->lockRuns, m_actions->deleteRuns}},
            m_pages);
        connect(overview, &OverviewTab::tagsRequested, this, [this](QWidget* control) {
            if (const auto& run = m_context.session.currentRun())
                m_runCommands->editTags({*run}, control);
        });
        connect(overview, &OverviewTab::artifactRequested, this, [this](const QString& name) {
            setTab(Tab::Artifacts);
            m_artifacts->showArtifact(name);
        });
        connect(overview, &OverviewTab::logRequested, this, [this](const QString& traceback) {
            setTab(Tab::Logs);
            m_logs->showTraceback(traceback);
        });
        return overview;
    }
    case Tab::Logs:
        return m_logs = new LogsTab(m_context, m_pages);
    case Tab::Files:
        return m_files = new FilesTab(m_context, m_pages);
    default:
        return m_artifacts = new ArtifactsTab(m_context, m_pages);
    }
}

void MainWindow::showTab(int index)
{
    if (m_notMade.erase(index) > 0) {
        QWidget* placeholder = m_pages->widget(index);
        QWidget* page = makePage(static_cast<Tab>(index));
        m_pages->removeWidget(placeholder);
        m_pages->insertWidget(index, page);
        delete placeholder;
    }
    m_pages->setCurrentIndex(index);
}

void MainWindow::makeCentre()
{
    m_centre = new QStackedWidget(this);
    centre(m_pages);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(0, 0, 0, 0);
    tabs->addWidget(m_tabBar);
    layout->addLayout(tabs);
    layout->addWidget(m_centre, 1);

    m_dock = new SideBarDock(m_sideBar, content, this);
    setCentralWidget(m_dock);
    m_toast = new Toast(m_context.theme, content);
}

void MainWindow::centre(QWidget* page)
{
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_centre->addWidget(page);
}

WelcomePane& MainWindow::welcome()
{
    if (!m_welcome) {
        WelcomePane::Ways ways{
            m_actions->openFolder, nullptr, m_example.isEmpty() ? nullptr : m_actions->openExample, {}};
        if (m_context.recorder && m_context.recorder->canRecord()) {
            ways.record = m_actions->record;
            ways.script =
                QStringLiteral("eval \"$(%1 serve --print-env)\"\npython train.py").arg(commandOf(*m_context.recorder));
        }
        m_welcome = new WelcomePane(m_context.theme, ways, m_centre);
        centre(m_welcome);
    }
    return *m_welcome;
}

SourceStatePage& MainWindow::sourceState()
{
    if (!m_sourceState) {
        m_sourceState = new SourceStatePage(m_context, *m_actions, m_centre);
        connect(m_sourceState, &SourceStatePage::removeRequested, &m_context.session, &Session::close);
        centre(m_sourceState);
    }
    return *m_sourceState;
}

TrashPage& MainWindow::trash()
{
    if (!m_trash) {
        m_trash = new TrashPage(m_context, m_centre);
        connect(m_trash, &TrashPage::closeRequested, this, [this] { showTrash(false); });
        connect(m_trash, &TrashPage::counted, m_sideBar, &SideBar::setTrashCount);
        const auto perform = [this](RunCommand::Kind kind) {
            return [this, kind](const std::vector<TrashedRef>& runs) {
                std::vector<RunTask> tasks;
                tasks.reserve(runs.size());
                for (const TrashedRef& run : runs)
                    tasks.push_back(run.task(kind));
                m_context.session.perform(std::move(tasks));
            };
        };
        connect(m_trash, &TrashPage::restoreRequested, this, perform(RunCommand::Kind::Restore));
        connect(m_trash, &TrashPage::purgeRequested, this, perform(RunCommand::Kind::Purge));
        centre(m_trash);
    }
    return *m_trash;
}

void MainWindow::showTrash(bool shown)
{
    if (shown == m_isTrashShown)
        return;
    m_isTrashShown = shown;
    refreshPage();
    if (shown)
        trash().setFocus(Qt::OtherFocusReason);
    else if (m_runs->view()->isVisible())
        m_runs->view()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::refreshPage()
{
    QWidget* page = m_pages;
    if (m_isTrashShown && !m_context.session.sources().empty()) {
        page = &trash();
    } else if (m_context.session.sources().empty()) {
        page = &welcome();
    } else if (const SourceInfo* source = SourceStatePage::subject(m_context.session)) {
        sourceState().tellOf(*source);
        page = m_sourceState;
    }
    m_centre->setCurrentWidget(page);
}

} // namespace runglass
