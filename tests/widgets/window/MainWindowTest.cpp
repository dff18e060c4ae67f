// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/MainWindow.h"

#include "tests/widgets/window/WindowFixture.h"
#include "widgets/artifacts/ArtifactsTab.h"
#include "widgets/common/ActionButton.h"
#include "widgets/files/FilesTab.h"
#include "widgets/logs/LogsTab.h"
#include "widgets/overview/OverviewTab.h"
#include "widgets/runs/RunSearchField.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/window/SideBar.h"
#include "widgets/window/StatusStrip.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>

#include <chrono>
#include <set>

namespace runglass::test
{

namespace
{

class MainWindowTest : public WindowFixture
{
protected:
    MainWindowTest()
    {
        m_window.resize(1400, 900);
        m_window.show();
    }

    WindowActions& actions() { return m_window.actions(); }
    QLabel* label(const char* name) const { return m_window.findChild<QLabel*>(QString::fromLatin1(name)); }
    QTabBar* tabs() const { return m_window.findChild<QTabBar*>(QStringLiteral("tabs")); }
    int selectorRows() const { return m_window.sideBar().selector()->model()->rowCount(); }
    void openSmall()
    {
        open("small");
        ASSERT_TRUE(waitFor([this] { return selectorRows() == 8 && label("loadedLabel")->text() == loaded(8); }));
    }
    static QString loaded(int runs) { return QStringLiteral("Loaded %1 run(s)").arg(runs); }
    bool says(const QString& text) const
    {
        for (const QLabel* shown : m_window.findChildren<QLabel*>())
            if (shown->isVisible() && shown->text().contains(text))
                return true;
        return false;
    }
    ActionButton* button(const QString& text) const
    {
        for (auto* found : m_window.findChildren<ActionButton*>())
            if (found->isVisible() && QString(found->text()).remove(QLatin1Char('&')) == text)
                return found;
        return nullptr;
    }
    /// Every widget that takes the focus says what it is, once in the window.
    void expectNames() const
    {
        std::multiset<QString> names;
        for (QWidget* widget : m_window.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || qobject_cast<QScrollBar*>(widget) ||
                qobject_cast<QComboBox*>(widget))
                continue;
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
            ASSERT_NE(face, nullptr);
            const QString name = face->text(QAccessible::Name);
            EXPECT_FALSE(name.isEmpty()) << widget->metaObject()->className() << " "
                                         << widget->objectName().toStdString();
            EXPECT_EQ(names.count(QString::number(face->role()) + name), 0U) << name.toStdString();
            names.insert(QString::number(face->role()) + name);
        }
    }

    MainWindow m_window{m_context, path("seed")};
};

} // namespace

TEST_F(MainWindowTest, HasTheSixTabsAlways)
{
    const QStringList names{QStringLiteral("Workspace"), QStringLiteral("Runs"),  QStringLiteral("Overview"),
                            QStringLiteral("Logs"),      QStringLiteral("Files"), QStringLiteral("Artifacts")};
    ASSERT_EQ(tabs()->count(), names.size());
    m_window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_window));
    for (int i = 0; i < names.size(); ++i) {
        EXPECT_EQ(tabs()->tabText(i), names[i]);
        QTest::keyClick(&m_window, static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
        EXPECT_EQ(tabs()->currentIndex(), i);
        EXPECT_TRUE(actions().tabs[i]->isChecked());
    }
}

TEST_F(MainWindowTest, WithNothingOpenItSaysWhatToDo)
{
    EXPECT_TRUE(says(QStringLiteral("No runs yet")));
    EXPECT_EQ(m_window.windowTitle(), QStringLiteral("Runglass"));
    EXPECT_EQ(label("loadedLabel")->text(), loaded(0));
    ASSERT_NE(button(QStringLiteral("Open folder…")), nullptr);
    EXPECT_TRUE(button(QStringLiteral("Open folder…"))->isDefault());
    expectNames();
    ASSERT_NE(button(QStringLiteral("Open example")), nullptr);
    QSignalSpy opened(&m_window, &MainWindow::opened);
    button(QStringLiteral("Open example"))->click();
    EXPECT_EQ(opened.count(), 1);
    ASSERT_TRUE(waitFor([this] {
        return label("loadedLabel")->text() == loaded(static_cast<int>(listedCount())) && listedCount() > 0;
    }));
    EXPECT_FALSE(says(QStringLiteral("No runs yet")));
    EXPECT_EQ(m_window.windowTitle(), QStringLiteral("Runglass – seed"));
}

TEST_F(MainWindowTest, WithoutAnExampleNothingOffersIt)
{
    MainWindow window(m_context, {});
    window.show();
    EXPECT_FALSE(window.actions().openExample->isVisible());
    for (const auto* found : window.findChildren<ActionButton*>())
        EXPECT_NE(found->text(), QStringLiteral("Open &example"));
}

TEST_F(MainWindowTest, NamesAreUniqueOnEveryTab)
{
    openSmall();
    m_session.setCurrentRun(listed(0));
    for (int i = 0; i < tabs()->count(); ++i) {
        tabs()->setCurrentIndex(i);
        SCOPED_TRACE(tabs()->tabText(i).toStdString());
        expectNames();
    }
}

TEST_F(MainWindowTest, PagesOfARunAreMadeWhenTheyAreShown)
{
    openSmall();
    m_session.setCurrentRun(listed(0));
    const auto page = [this](int tab) -> QWidget* {
        switch (tab) {
        case 2:
            return m_window.findChild<OverviewTab*>();
        case 3:
            return m_window.findChild<LogsTab*>();
        case 4:
            return m_window.findChild<FilesTab*>();
        default:
            return m_window.findChild<ArtifactsTab*>();
        }
    };
    for (const int tab : {5, 2, 4, 3}) {
        EXPECT_EQ(page(tab), nullptr) << tab;
        tabs()->setCurrentIndex(tab);
        ASSERT_NE(page(tab), nullptr) << tab;
        EXPECT_TRUE(page(tab)->isVisible()) << tab;
        QWidget* const made = page(tab);
        ASSERT_TRUE(waitFor([made, this] {
            const auto* shown = qobject_cast<RunPage*>(made);
            return shown && shown->shownRun() == listed(0) && !shown->isLoading();
        }));
        tabs()->setCurrentIndex(0);
        tabs()->setCurrentIndex(tab);
        EXPECT_EQ(page(tab), made);
    }
}

TEST_F(MainWindowTest, TheSearchNarrowsSelectorAndTableAlike)
{
    openSmall();
    m_window.sideBar().search()->setText(QStringLiteral("00"));
    ASSERT_TRUE(waitFor([this] { return selectorRows() < 8 && selectorRows() > 0; }));
    EXPECT_EQ(m_window.runs().view()->model()->rowCount(), selectorRows());
    m_window.sideBar().search()->clear();
    ASSERT_TRUE(waitFor([this] { return selectorRows() == 8; }));
}

TEST_F(MainWindowTest, ChoosingAProjectNarrowsTheList)
{
    open("small");
    open("multi");
    ASSERT_TRUE(waitFor([this] { return m_session.list()->inScope > 8; }));
    QTreeView* tree = m_window.sideBar().projects();
    const std::uint32_t all = m_session.list()->inScope;
    const QModelIndex source = tree->model()->index(1, 0);
    ASSERT_TRUE(source.isValid());
    tree->setCurrentIndex(source);
    ASSERT_TRUE(waitFor([&] { return m_session.list()->inScope < all; }));
    EXPECT_TRUE(m_session.state().scope.source.has_value());
    EXPECT_TRUE(actions().closeSource->isEnabled());
    actions().closeSource->trigger();
    ASSERT_TRUE(waitFor([this] { return m_session.sources().size() == 1 && !m_session.state().scope.source; }));
}

TEST_F(MainWindowTest, TheSelectorChoosesTheRunAndEnterOpensIt)
{
    openSmall();
    RunSelector* selector = m_window.sideBar().selector();
    const QRect row = selector->visualRect(selector->model()->index(3, 0));
    QTest::mouseClick(selector->viewport(), Qt::LeftButton, {}, QPoint(120, row.center().y()));
    EXPECT_EQ(m_session.currentRun(), listed(3));
    EXPECT_EQ(m_window.tab(), MainWindow::Tab::Workspace);
    QTest::keyClick(selector, Qt::Key_Return);
    EXPECT_EQ(m_window.tab(), MainWindow::Tab::Overview);
    actions().back->trigger();
    EXPECT_EQ(m_window.tab(), MainWindow::Tab::Workspace);
    actions().forward->trigger();
    EXPECT_EQ(m_window.tab(), MainWindow::Tab::Overview);
    EXPECT_EQ(m_session.currentRun(), listed(3));
}

TEST_F(MainWindowTest, NextAndPreviousRunStepThroughTheList)
{
    openSmall();
    actions().nextRun->trigger();
    EXPECT_EQ(m_session.currentRun(), listed(0));
    actions().nextRun->trigger();
    EXPECT_EQ(m_session.currentRun(), listed(1));
    actions().previousRun->trigger();
    actions().previousRun->trigger();
    EXPECT_EQ(m_session.currentRun(), listed(0));
}

TEST_F(MainWindowTest, HidingAndShowingInChartsIsCounted)
{
    openSmall();
    actions().hideAll->trigger();
    EXPECT_EQ(m_session.state().hidden.size(), 8U);
    EXPECT_TRUE(waitFor([this] { return label("shownNote")->text() == QStringLiteral("0 of 8 shown in charts"); }));
    actions().showAll->trigger();
    EXPECT_TRUE(m_session.state().hidden.empty());
    m_session.setCurrentRun(listed(2));
    EXPECT_EQ(actions().toggleShown->text(), QStringLiteral("Hide in charts"));
    actions().toggleShown->trigger();
    EXPECT_EQ(m_session.state().hidden, std::set<RunRef>{listed(2)});
    EXPECT_EQ(actions().toggleShown->text(), QStringLiteral("Show in charts"));
    EXPECT_TRUE(waitFor([this] { return label("shownNote")->text() == QStringLiteral("7 of 8 shown in charts"); }));
}

TEST_F(MainWindowTest, CopiesTheRunPath)
{
    openSmall();
    EXPECT_FALSE(actions().copyRunPath->isEnabled());
    m_session.setCurrentRun(listed(0));
    actions().copyRunPath->trigger();
    EXPECT_EQ(QGuiApplication::clipboard()->text().toStdString(), toString(listed(0).path));
}

TEST_F(MainWindowTest, UpdatesComeAsTheyHappenUntilChosenOtherwise)
{
    EXPECT_EQ(m_window.windowState().updates, 0);
    EXPECT_EQ(m_session.pace(), kAsItHappens);
    m_window.findChild<QAction*>(QStringLiteral("updates60"))->trigger();
    EXPECT_EQ(m_session.pace(), UpdatePace(std::chrono::minutes(1)));
    EXPECT_EQ(m_window.windowState().updates, 60);
    m_window.findChild<QAction*>(QStringLiteral("updates-1"))->trigger();
    EXPECT_EQ(m_session.pace(), UpdatePace());
    EXPECT_TRUE(m_window.findChild<StatusStrip*>()->findChild<QLabel*>()->text().contains(QStringLiteral("F5")));
    WindowState state = m_window.windowState();
    EXPECT_EQ(state.updates, -1);
    state.updates = 30;
    m_window.restore(state);
    EXPECT_EQ(m_session.pace(), UpdatePace(std::chrono::seconds(10))) << "the next lower that is offered";
}

TEST_F(MainWindowTest, CroppingIsInTheMiddleUntilChosenOtherwise)
{
    EXPECT_EQ(m_window.windowState().cropping, Qt::ElideMiddle);
    QMenu* menu = m_window.findChild<QToolButton*>(QStringLiteral("selectorOptions"))->menu();
    ASSERT_NE(menu, nullptr);
    EXPECT_EQ(menu->actions().first()->text(), QStringLiteral("Run name cropping"));
    for (QAction* action : menu->actions().first()->menu()->actions())
        if (action->text() == QStringLiteral("End"))
            action->trigger();
    EXPECT_EQ(m_window.windowState().cropping, Qt::ElideRight);
}

TEST_F(MainWindowTest, TheSideBarHidesAndTheSearchMovesToTheRuns)
{
    openSmall();
    m_window.setTab(MainWindow::Tab::Runs);
    actions().sideBar->trigger();
    EXPECT_FALSE(m_window.sideBar().isVisible());
    EXPECT_TRUE(m_window.runs().findChild<RunSearchField*>()->isVisible());
    EXPECT_FALSE(m_window.windowState().sideBarVisible);
    actions().searchRuns->trigger();
    EXPECT_TRUE(m_window.sideBar().isVisible());
    EXPECT_FALSE(m_window.runs().findChild<RunSearchField*>()->isVisible());
}

TEST_F(MainWindowTest, ArrangementIsRestored)
{
    WindowState state = m_window.windowState();
    state.tab = 3;
    state.cropping = Qt::ElideLeft;
    state.theme = Theme::Mode::Dark;
    MainWindow other(m_context, {});
    other.restore(state);
    const WindowState restored = other.windowState();
    EXPECT_EQ(restored.tab, 3);
    EXPECT_EQ(restored.cropping, Qt::ElideLeft);
    EXPECT_EQ(restored.theme, Theme::Mode::Dark);
    EXPECT_TRUE(m_theme.isDark());
    m_theme.setMode(Theme::Mode::Light);
}

TEST_F(MainWindowTest, APlaceWithoutRunsSaysSoAndCanBeRemoved)
{
    const TemporaryDirectory empty;
    m_window.open({QString::fromStdString(empty.path().string())});
    ASSERT_TRUE(waitFor([this] { return says(QStringLiteral("No runs found in")); }));
    EXPECT_NE(button(QStringLiteral("Retry")), nullptr);
    ASSERT_NE(button(QStringLiteral("Remove from list")), nullptr);
    button(QStringLiteral("Remove from list"))->click();
    ASSERT_TRUE(waitFor([this] { return says(QStringLiteral("No runs yet")); }));
}

TEST_F(MainWindowTest, APlaceThatIsNotThereSaysSo)
{
    m_window.open({QStringLiteral("/nowhere/to/be/found")});
    ASSERT_TRUE(waitFor([this] { return says(QStringLiteral("is not there")); }));
    EXPECT_NE(button(QStringLiteral("Copy details")), nullptr);
    EXPECT_TRUE(m_window.findChild<QToolButton*>(QStringLiteral("problemsButton"))->isVisible());
    expectNames();
}

TEST_F(MainWindowTest, TakesDroppedFoldersAndRefusesTheRest)
{
    QMimeData remote;
    remote.setUrls({QUrl(QStringLiteral("https://example.org/run"))});
    QDragEnterEvent refused(QPoint(50, 50), Qt::CopyAction, &remote, Qt::LeftButton, {});
    refused.ignore();
    QCoreApplication::sendEvent(&m_window, &refused);
    EXPECT_FALSE(refused.isAccepted());
    EXPECT_TRUE(label("countsLabel")->text().startsWith(QStringLiteral("Only folders")));

    QMimeData local;
    local.setUrls({QUrl::fromLocalFile(path("small")), QUrl::fromLocalFile(path("multi"))});
    QDragEnterEvent taken(QPoint(50, 50), Qt::CopyAction, &local, Qt::LeftButton, {});
    taken.ignore();
    QCoreApplication::sendEvent(&m_window, &taken);
    EXPECT_TRUE(taken.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &local, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&m_window, &drop);
    EXPECT_EQ(m_session.sources().size(), 2U);
}

TEST_F(MainWindowTest, RecentPlacesOpenFromTheMenu)
{
    m_window.setRecent({path("small"), QStringLiteral("/a & b")});
    QMenu* menu = actions().recentMenu();
    ASSERT_EQ(menu->actions().size(), 4);
    EXPECT_TRUE(menu->actions()[1]->text().contains(QStringLiteral("a && b")));
    QSignalSpy opened(&m_window, &MainWindow::opened);
    menu->actions()[0]->trigger();
    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened[0][0].toString(), path("small"));
    QSignalSpy cleared(&m_window, &MainWindow::recentCleared);
    menu->actions().last()->trigger();
    EXPECT_EQ(cleared.count(), 1);
}

TEST_F(MainWindowTest, EveryCommandOfARunsContextMenuIsInTheMenuBar)
{
    QSet<QAction*> inBar;
    std::function<void(const QList<QAction*>&)> collect = [&](const QList<QAction*>& list) {
        for (QAction* action : list) {
            inBar.insert(action);
            if (action->menu())
                collect(action->menu()->actions());
        }
    };
    collect(m_window.menuBar()->actions());
    for (QAction* action : actions().runContextMenu())
        EXPECT_TRUE(action->isSeparator() || inBar.contains(action)) << action->text().toStdString();
    for (QAction* action : {actions().showAll, actions().hideAll, actions().refresh, actions().closeSource})
        EXPECT_TRUE(inBar.contains(action)) << action->text().toStdString();
}

TEST_F(MainWindowTest, NoTwoCommandsShareAKey)
{
    QMap<QString, QString> owners;
    for (const QAction* action : m_window.findChildren<QAction*>())
        for (const QKeySequence& key : action->shortcuts()) {
            if (action->shortcutContext() != Qt::WindowShortcut)
                continue;
            EXPECT_FALSE(owners.contains(key.toString()))
                << key.toString().toStdString() << ": " << action->text().toStdString() << " and "
                << owners.value(key.toString()).toStdString();
            owners.insert(key.toString(), action->text());
        }
    EXPECT_GT(owners.size(), 15);
}

} // namespace runglass::test
