// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/MainWindow.h"

#include "models/items/RunSelectorModel.h"
#include "models/items/RunsModel.h"
#include "models/items/StoppingRuns.h"
#include "models/session/Session.h"
#include "widgets/common/RunHighlight.h"
#include "widgets/common/Theme.h"
#include "widgets/common/TwinAction.h"
#include "widgets/overview/OverviewTab.h"
#include "widgets/runs/RunSearchField.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/window/AddressOpener.h"
#include "widgets/window/Breadcrumbs.h"
#include "widgets/window/GoToField.h"
#include "widgets/window/SideBar.h"
#include "widgets/window/SideBarDock.h"
#include "widgets/window/StatusStrip.h"
#include "widgets/window/WelcomePane.h"
#include "widgets/workspace/WorkspaceTab.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolBar>

namespace runglass
{

namespace
{

constexpr QSize kUsualSize(1440, 900);
constexpr QSize kSmallest(760, 480);
constexpr QSize kFrame(40, 80); ///< room for the frame and panels of the desktop
constexpr int kToolBarHeight = 40;

/// Before the first widget is made: some take icons of the style when they are.
Theme& applied(Theme& theme)
{
    theme.setMode(theme.mode());
    return theme;
}

/// What the pointer is on is one thing a window.
Context withHighlight(Context context, QObject* parent)
{
    context.highlight = new RunHighlight(parent);
    return context;
}

} // namespace

MainWindow::MainWindow(Context& context, const QString& example, QWidget* parent)
    : QMainWindow(parent)
    , m_context(withHighlight(context, this))
    , m_actions(new WindowActions(applied(context.theme), this))
    , m_sideBar(new SideBar(m_context, this))
    , m_status(new StatusStrip(context.session, context.theme, this))
    , m_example(example)
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(kSmallest);
    // A window that is larger than its screen would be cut off.
    const QRect available = screen()->availableGeometry();
    resize(kUsualSize.boundedTo(available.size() - kFrame).expandedTo(kSmallest.boundedTo(available.size())));
    m_context.stopping = new StoppingRuns(context.session, this);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::PreventContextMenu);
    m_actions->openExample->setVisible(!example.isEmpty());

    makeTabs();
    makeCentre();
    makeToolBar();
    setStatusBar(m_status);
    m_actions->fillMenuBar(menuBar(), m_workspace->panelActions());
    m_sideBar->setSelectorMenu([this] {
        auto* menu = new QMenu(this);
        addTwins(menu, QList<QAction*>{m_actions->croppingMenu()->menuAction()}
                           << m_actions->shownMenu() << m_actions->colourByColumn << m_actions->randomizeColours
                           << m_actions->resetColours);
        return menu;
    }());

    connectFile();
    connectView();
    connectRuns();
    connectChoice();
    connectSession();
    connectCommands();
    setRecent({});
    restore({});
    onSourcesChanged();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeToolBar()
{
    QToolBar* bar = addToolBar(tr("Tool bar"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setIconSize(QSize(16, 16));
    bar->setMinimumHeight(kToolBarHeight);
    bar->addActions({m_actions->sideBar, m_actions->back, m_actions->forward});
    bar->addSeparator();
    bar->addWidget(new Breadcrumbs(m_context, bar));
    const auto addSpace = [bar] {
        auto* space = new QWidget(bar);
        space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        bar->addWidget(space);
    };
    addSpace();
    bar->addWidget(new GoToField(m_context.theme, m_actions->goToRun, bar));
    addSpace();
    bar->addActions({m_actions->undo, m_actions->redo, m_actions->refresh});
}

void MainWindow::setTab(Tab tab)
{
    showTrash(false);
    m_tabBar->setCurrentIndex(static_cast<int>(tab));
}

MainWindow::Tab MainWindow::tab() const
{
    return static_cast<Tab>(m_tabBar->currentIndex());
}

void MainWindow::open(const QStringList& locations)
{
    for (const QString& location : locations) {
        if (AddressOpener::isAddress(location)) {
            m_addresses->open(location);
            continue;
        }
        m_context.session.open(location.toStdString());
        emit opened(location);
    }
}

void MainWindow::setRecent(const QStringList& locations)
{
    QMenu* menu = m_actions->recentMenu();
    // The menu's own entries are deleted by this; Clear list is the window's.
    menu->clear();
    for (const QString& location : locations) {
        // Paths may hold an ampersand, which a menu would take for an access key.
        auto* action = new QAction(
            m_context.names.label(location.toStdString()).replace(QLatin1Char('&'), QStringLiteral("&&")), menu);
        connect(action, &QAction::triggered, this, [this, location] { open({location}); });
        menu->addAction(action);
    }
    menu->addSeparator();
    menu->addAction(m_actions->clearRecent);
    menu->menuAction()->setEnabled(!locations.isEmpty());
}

WindowState MainWindow::windowState() const
{
    WindowState state;
    state.geometry = saveGeometry();
    state.tab = m_tabBar->currentIndex();
    state.sideBarVisible = m_dock->isDocked();
    state.columns = m_dock->columns();
    state.side = m_sideBar->division();
    state.theme = m_context.theme.mode();
    if (const QAction* updates = m_actions->updates->checkedAction())
        state.updates = updates->data().toInt();
    if (const QAction* cropping = m_actions->croppings->checkedAction())
        state.cropping = static_cast<Qt::TextElideMode>(cropping->data().toInt());
    return state;
}

void MainWindow::restore(const WindowState& state)
{
    if (!state.geometry.isEmpty())
        restoreGeometry(state.geometry);
    m_dock->setColumns(state.columns);
    m_sideBar->setDivision(state.side);
    m_dock->setDocked(state.sideBarVisible);
    setCropping(state.cropping);
    setUpdates(state.updates);
    for (QAction* action : m_actions->themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(state.theme));
    m_context.theme.setMode(state.theme);
    if (state.tab >= 0 && state.tab < m_tabBar->count())
        m_tabBar->setCurrentIndex(state.tab);
    m_actions->tabs[m_tabBar->currentIndex()]->setChecked(true);
}

void MainWindow::refreshTitle()
{
    const auto& sources = m_context.session.sources();
    const auto& scope = m_context.session.state().scope;
    const SourceInfo* source = scope.source ? m_context.session.source(*scope.source) : nullptr;
    if (!source && sources.size() == 1)
        source = &sources.front();
    QString title = QStringLiteral("Runglass");
    if (source)
        title += QStringLiteral(" – ") + m_context.names.shortName(source->location);
    else if (!sources.empty())
        title += QStringLiteral(" – ") + tr("%n source(s)", nullptr, static_cast<int>(sources.size()));
    setWindowTitle(title);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (event->spontaneous() || focusWidget())
        return;
    if (m_welcome && m_centre->currentWidget() == m_welcome)
        m_welcome->setFocus(Qt::OtherFocusReason);
    else
        m_sideBar->selector()->setFocus(Qt::OtherFocusReason);
}

/// A text that is not saved goes with the window: whoever closes it says so.
void MainWindow::askToClose()
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Quit"), tr("A description was written and is not saved."),
                                QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("unsavedDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* save = box->addButton(tr("Save"), QMessageBox::AcceptRole);
    const QPushButton* discard = box->addButton(tr("Quit without saving"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(save, &QPushButton::clicked, this, [this] {
        connect(
            m_overview, &OverviewTab::textsSaved, this,
            [this](bool all) {
                // What could not be saved was said, and the window stays with it.
                if (all)
                    close();
            },
            Qt::SingleShotConnection);
        m_overview->saveTexts();
    });
    connect(discard, &QPushButton::clicked, this, [this] {
        m_mayLoseText = true;
        close();
    });
    box->open();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // Only where a person closes it: a session that ends does not wait for an answer.
    const bool isByHand = event->spontaneous() || m_isQuitting;
    m_isQuitting = false;
    if (isByHand && !m_mayLoseText && m_overview && m_overview->hasUnsavedText()) {
        event->ignore();
        askToClose();
        return;
    }
    emit closing();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_actions)
        m_actions->fullScreen->setChecked(isFullScreen());
}

} // namespace runglass
