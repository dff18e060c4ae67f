// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/SideBarDock.h"

#include "tests/widgets/window/WindowFixture.h"
#include "widgets/runs/RunSearchField.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/SideBar.h"

#include <QSplitter>
#include <QTreeView>

namespace runglass::test
{

namespace
{

constexpr QSize kWide(1400, 900), kNarrow(1000, 700);

class SideBarDockTest : public WindowFixture
{
protected:
    SideBarDockTest()
    {
        m_window.resize(kWide);
        m_window.show();
        m_window.activateWindow();
    }
    SideBarDock& dock() const { return *m_window.findChild<SideBarDock*>(); }
    SideBar& sideBar() const { return m_window.sideBar(); }
    void toggle() const { m_window.actions().sideBar->trigger(); }
    void openOverlay()
    {
        open("small");
        m_window.resize(kNarrow);
        toggle();
        ASSERT_TRUE(sideBar().isVisible());
    }

    MainWindow m_window{m_context, {}};
};

} // namespace

TEST_F(SideBarDockTest, LeavesANarrowWindowAndComesBack)
{
    const int width = sideBar().width();
    EXPECT_FALSE(dock().isOverlay());
    m_window.resize(kNarrow);
    EXPECT_TRUE(dock().isOverlay());
    EXPECT_FALSE(sideBar().isVisible());
    EXPECT_TRUE(m_window.windowState().sideBarVisible) << "it is only out of the way";
    m_window.resize(kWide);
    EXPECT_FALSE(dock().isOverlay());
    EXPECT_TRUE(sideBar().isVisible());
    EXPECT_EQ(sideBar().width(), width);
}

TEST_F(SideBarDockTest, StaysHiddenWhereItWasHiddenBefore)
{
    toggle();
    m_window.resize(kNarrow);
    toggle();
    EXPECT_TRUE(sideBar().isVisible());
    m_window.resize(kWide);
    EXPECT_FALSE(sideBar().isVisible());
    EXPECT_FALSE(m_window.windowState().sideBarVisible);
}

TEST_F(SideBarDockTest, LiesOverTheContentWithTheFocus)
{
    const int before = m_window.windowState().columns.front();
    openOverlay();
    EXPECT_EQ(sideBar().geometry().topLeft(), QPoint(0, 0));
    EXPECT_EQ(sideBar().height(), dock().height());
    EXPECT_TRUE(sideBar().selector()->hasFocus());
    EXPECT_EQ(m_window.windowState().columns.front(), before);
    QTest::keyClick(sideBar().selector(), Qt::Key_Escape);
    EXPECT_FALSE(sideBar().isVisible());
}

TEST_F(SideBarDockTest, EscEmptiesTheSearchFirst)
{
    openOverlay();
    sideBar().search()->setFocus();
    sideBar().search()->setText(QStringLiteral("small"));
    QTest::keyClick(sideBar().search(), Qt::Key_Escape);
    EXPECT_TRUE(sideBar().isVisible());
    EXPECT_TRUE(sideBar().search()->text().isEmpty());
    QTest::keyClick(sideBar().search(), Qt::Key_Escape);
    EXPECT_FALSE(sideBar().isVisible());
}

TEST_F(SideBarDockTest, AClickBesideItClosesIt)
{
    openOverlay();
    QTest::mouseClick(sideBar().projects()->viewport(), Qt::LeftButton, {}, QPoint(40, 10));
    EXPECT_TRUE(sideBar().isVisible());
    QTest::mouseClick(&m_window.runs(), Qt::LeftButton, {}, QPoint(5, 5));
    EXPECT_FALSE(sideBar().isVisible());
}

TEST_F(SideBarDockTest, OpeningARunClosesIt)
{
    openOverlay();
    QTest::keyClick(sideBar().selector(), Qt::Key_Down);
    EXPECT_TRUE(sideBar().isVisible());
    QTest::keyClick(sideBar().selector(), Qt::Key_Return);
    EXPECT_FALSE(sideBar().isVisible());
    EXPECT_EQ(m_window.tab(), MainWindow::Tab::Overview);
}

TEST_F(SideBarDockTest, TheRunsHaveTheSearchWhileItIsAway)
{
    open("small");
    m_window.setTab(MainWindow::Tab::Runs);
    m_window.resize(kNarrow);
    const auto* search = m_window.runs().findChild<RunSearchField*>();
    EXPECT_TRUE(search->isVisible());
    m_window.actions().searchRuns->trigger();
    EXPECT_TRUE(sideBar().search()->hasFocus());
    EXPECT_FALSE(search->isVisible());
}

TEST_F(SideBarDockTest, ProjectsTakeWhatTheyNeedUntilAHandMovesThem)
{
    open("small");
    auto* splitter = m_window.findChild<QSplitter*>(QStringLiteral("sideSplitter"));
    const int few = splitter->sizes().front();
    EXPECT_TRUE(m_window.windowState().side.isEmpty());
    open("seed");
    EXPECT_GT(splitter->sizes().front(), few);
    EXPECT_LE(splitter->sizes().front(), splitter->height() * 2 / 5 + 1);
    WindowState state = m_window.windowState();
    state.side = {300, 500};
    m_window.restore(state);
    EXPECT_EQ(m_window.windowState().side.size(), 2);
}

} // namespace runglass::test
