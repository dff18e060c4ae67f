// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/Session.h"
#include "widgets/artifacts/ArtifactsTab.h"
#include "widgets/files/FilesTab.h"
#include "widgets/logs/LogsTab.h"
#include "widgets/overview/OverviewTab.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/RecorderCommands.h"
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
        auto* overview = new OverviewTab(m_context, m_pages);
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
        return new FilesTab(m_context, m_pages);
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

void MainWindow::refreshPage()
{
    QWidget* page = m_pages;
    if (m_context.session.sources().empty()) {
        page = &welcome();
    } else if (const SourceInfo* source = SourceStatePage::subject(m_context.session)) {
        sourceState().tellOf(*source);
        page = m_sourceState;
    }
    m_centre->setCurrentWidget(page);
}

} // namespace runglass
