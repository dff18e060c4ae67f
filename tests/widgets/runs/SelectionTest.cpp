// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/runs/RunNameLayout.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/runs/SelectionBar.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/SideBar.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace runglass::test
{

namespace
{

/// The window with eight runs, on the Runs tab.
class SelectionTest : public WindowFixture
{
protected:
    SelectionTest()
    {
        m_window.resize(1600, 900);
        m_window.show();
        m_window.setTab(MainWindow::Tab::Runs);
        open("small");
        m_filled = waitFor([this] { return model().rowCount() == 8; });
    }
    void SetUp() override { ASSERT_TRUE(m_filled); }

    RunsView& view() const { return *m_window.runs().view(); }
    RunsModel& model() const { return *m_window.runs().model(); }
    RunTicks& ticks() const { return m_window.runs().ticks(); }
    SelectionBar& bar() const { return m_window.runs().selectionBar(); }
    WindowActions& actions() const { return m_window.actions(); }
    QString count() const { return m_window.findChild<QLabel*>(QStringLiteral("runCount"))->text(); }
    QPoint boxOf(int row) const
    {
        return RunNameLayout::of(view().visualRect(model().index(row, 0)), false, false).box.center();
    }
    void clickBox(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers, boxOf(row));
    }
    void clickHeadBox()
    {
        const RunsHeader& header = *view().header();
        const QRect head(header.sectionViewportPosition(0), 0, header.sectionSize(0), header.height());
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, RunNameLayout::headBox(head).center());
    }
    std::vector<int> tickedRows() const
    {
        std::vector<int> rows;
        for (int row = 0; row < model().rowCount(); ++row)
            if (model().index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked)
                rows.push_back(row);
        return rows;
    }
    /// What the bar offers at this moment, from left to right.
    QStringList offered() const
    {
        QList<QPushButton*> buttons;
        for (auto* button : bar().findChildren<QPushButton*>())
            if (button->isVisible())
                buttons.append(button);
        std::sort(buttons.begin(), buttons.end(), [](auto* a, auto* b) { return a->x() < b->x(); });
        QStringList texts;
        for (const QPushButton* button : buttons)
            texts.append(button->text().remove(QLatin1Char('&')));
        return texts;
    }

    MainWindow m_window{m_context, QString()};
    bool m_filled = false;
};

using Rows = std::vector<int>;

} // namespace

TEST_F(SelectionTest, ABoxTicksItsRunAndChoosesNone)
{
    const auto current = m_session.currentRun();
    EXPECT_FALSE(bar().isVisible());
    clickBox(2);
    clickBox(5);
    EXPECT_EQ(tickedRows(), (Rows{2, 5}));
    EXPECT_EQ(m_session.currentRun(), current);
    EXPECT_TRUE(view().selectionModel()->selectedRows().size() <= 1);
    EXPECT_TRUE(bar().isVisible());
    EXPECT_EQ(bar().findChild<QLabel*>(QStringLiteral("selectedCount"))->text(), QStringLiteral("2 selected"));
    EXPECT_TRUE(count().endsWith(QStringLiteral(", 2 selected"))) << count().toStdString();
    clickBox(2);
    EXPECT_EQ(tickedRows(), (Rows{5}));
    // The name beside it was pressed before: a release over the box must not count as a click on the cell.
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().visualRect(model().index(5, 0)).center());
    clickBox(5);
    EXPECT_EQ(tickedRows(), Rows());
    EXPECT_FALSE(bar().isVisible());
}

TEST_F(SelectionTest, ShiftOnABoxTicksARangeAlsoAfterSorting)
{
    clickBox(1);
    clickBox(4, Qt::ShiftModifier);
    EXPECT_EQ(tickedRows(), (Rows{1, 2, 3, 4}));
    clickBox(2, Qt::ShiftModifier);
    EXPECT_EQ(tickedRows(), (Rows{1})) << "the clicked box says whether the range is ticked";
    const RunRef first = model().runAt(2);
    model().sort(RunsModel::kNameColumn, Qt::DescendingOrder);
    ASSERT_TRUE(waitFor([this] { return !model().list()->state.sort.empty(); }));
    const int from = model().rowOf(first);
    const int to = from > 3 ? 0 : 7;
    ticks().clear();
    clickBox(to, Qt::ShiftModifier);
    EXPECT_EQ(static_cast<int>(tickedRows().size()), std::abs(to - from) + 1);
}

TEST_F(SelectionTest, SpaceTicksTheRowsThatAreMarked)
{
    view().setFocus();
    view().setCurrentIndex(model().index(1, 3));
    QTest::keyClick(&view(), Qt::Key_Space);
    EXPECT_EQ(tickedRows(), (Rows{1}));
    QTest::keyClick(&view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&view(), Qt::Key_Space);
    EXPECT_EQ(tickedRows(), (Rows{1, 2, 3})) << "as not all were ticked";
    QTest::keyClick(&view(), Qt::Key_Space);
    EXPECT_EQ(tickedRows(), Rows());
    EXPECT_TRUE(m_session.state().hidden.empty()) << "the eyes are V's";
    QTest::keyClick(&view(), Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(tickedRows().size(), 8U);
    QTest::keyClick(&view(), Qt::Key_Escape);
    EXPECT_EQ(tickedRows(), Rows());
}

TEST_F(SelectionTest, ShiftAndCtrlMarkRowsForSpaceToTick)
{
    const auto clickRow = [this](int row, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers,
                          view().visualRect(model().index(row, 0)).center());
    };
    const auto space = [this] { QTest::keyClick(&view(), Qt::Key_Space); };
    clickRow(1, {});
    clickRow(3, Qt::ControlModifier);
    clickRow(6, Qt::ControlModifier);
    clickRow(3, Qt::ControlModifier);
    EXPECT_EQ(tickedRows(), Rows()) << "marking is not ticking";
    space();
    EXPECT_EQ(tickedRows(), (Rows{1, 6}));
    clickRow(2, {});
    clickRow(5, Qt::ShiftModifier);
    space();
    EXPECT_EQ(tickedRows(), (Rows{1, 2, 3, 4, 5, 6}));
    clickRow(0, {});
    clickRow(1, Qt::ShiftModifier);
    space();
    EXPECT_EQ(tickedRows(), (Rows{0, 1, 2, 3, 4, 5, 6}));
    space();
    EXPECT_EQ(tickedRows(), (Rows{2, 3, 4, 5, 6})) << "rows that are all ticked lose their ticks";
}

TEST_F(SelectionTest, TheHeadTicksAllThatMatchAndSortsNothing)
{
    const auto sort = m_session.state().sort;
    clickHeadBox();
    EXPECT_EQ(ticks().listedCount(), 8);
    EXPECT_EQ(m_session.state().sort, sort);
    clickHeadBox();
    EXPECT_EQ(ticks().listedCount(), 0);
    clickBox(0);
    EXPECT_EQ(model().headerData(0, Qt::Horizontal, Qt::CheckStateRole).toInt(), Qt::PartiallyChecked);
    search(model().index(3, 0).data().toString().toStdString());
    ASSERT_TRUE(waitFor([this] { return model().rowCount() == 1; }));
    EXPECT_TRUE(bar().isVisible()) << "something is ticked, and the bar says why it does not count";
    EXPECT_EQ(bar().findChild<QLabel*>(QStringLiteral("selectedCount"))->text(), QStringLiteral("0 selected"));
    EXPECT_EQ(bar().findChild<QLabel*>(QStringLiteral("selectedLeftOut"))->text(), QStringLiteral("1 more not listed"));
    clickHeadBox();
    EXPECT_EQ(ticks().listedCount(), 1);
    EXPECT_TRUE(count().startsWith(QStringLiteral("1 of 8"))) << count().toStdString();
    EXPECT_TRUE(count().endsWith(QStringLiteral(", 1 selected"))) << count().toStdString();
    search("");
    ASSERT_TRUE(waitFor([this] { return model().rowCount() == 8; }));
    EXPECT_EQ(ticks().listedCount(), 2);
    actions().selectAll->trigger();
    EXPECT_EQ(ticks().listedCount(), 8);
    EXPECT_FALSE(actions().selectAll->isEnabled());
    m_window.findChild<QToolButton*>(QStringLiteral("closeSelection"))->click();
    EXPECT_FALSE(bar().isVisible());
}

TEST_F(SelectionTest, CommandsActOnTickedRunsWhereverTheCurrentOneIs)
{
    clickBox(2);
    clickBox(6);
    view().setCurrentIndex(model().index(4, 0));
    const RunRef ticked[] = {model().runAt(2), model().runAt(6)};
    EXPECT_EQ(m_window.runs().chosenRuns(), (std::vector<RunRef>{ticked[0], ticked[1]}));
    EXPECT_EQ(actions().toggleShown->text(), QStringLiteral("Hide in charts"));
    actions().toggleShown->trigger();
    EXPECT_EQ(m_session.state().hidden, (std::set<RunRef>{ticked[0], ticked[1]}));
    EXPECT_EQ(actions().toggleShown->text(), QStringLiteral("Show in charts"));
    actions().toggleShown->trigger();
    EXPECT_TRUE(m_session.state().hidden.empty());
    m_window.setTab(MainWindow::Tab::Workspace);
    actions().toggleShown->trigger();
    EXPECT_EQ(m_session.state().hidden, (std::set<RunRef>{model().runAt(4)})) << "where no ticks are seen";
    actions().toggleShown->trigger();
    m_window.setTab(MainWindow::Tab::Runs);
}

TEST_F(SelectionTest, AContextMenuOverAnotherRunIsAboutThatOne)
{
    clickBox(2);
    view().setCurrentIndex(model().index(4, 0));
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(view().viewport(), &byKey);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    ASSERT_TRUE(menu);
    const auto entries = menu->actions();
    const auto hide = std::find_if(entries.begin(), entries.end(),
                                   [](auto* action) { return action->text() == QStringLiteral("Hide in charts"); });
    ASSERT_NE(hide, entries.end());
    menu->setActiveAction(*hide);
    QTest::keyClick(menu, Qt::Key_Return);
    EXPECT_TRUE(waitFor([this] { return !QApplication::activePopupWidget(); }));
    EXPECT_EQ(m_session.state().hidden, (std::set<RunRef>{model().runAt(4)}));
    EXPECT_TRUE(waitFor([this] { return m_window.runs().chosenRuns() == ticks().runs(); }));
    EXPECT_TRUE(waitFor([this] { return actions().toggleShown->text() == QStringLiteral("Hide in charts"); }));
}

TEST_F(SelectionTest, EyesForManyAtOnce)
{
    const auto shown = [this] {
        std::vector<int> rows;
        for (int row = 0; row < 8; ++row)
            if (!m_session.state().hidden.contains(model().runAt(row)))
                rows.push_back(row);
        return rows;
    };
    EXPECT_FALSE(actions().showOnlySelected->isEnabled());
    clickBox(3);
    clickBox(4);
    actions().showOnlySelected->trigger();
    EXPECT_EQ(shown(), (Rows{3, 4}));
    actions().hideAll->trigger();
    EXPECT_EQ(shown(), Rows());
    actions().showAll->trigger();
    EXPECT_EQ(shown().size(), 8U);
    actions().hideAll->trigger();
    actions().showFirst->trigger();
    EXPECT_EQ(shown().size(), 8U) << "fewer than ten";
    actions().showMore->trigger();
    EXPECT_EQ(shown().size(), 8U) << "fewer than twenty";
    actions().hideFinished->trigger();
    EXPECT_EQ(shown(), Rows());
}

TEST_F(SelectionTest, ADoubleClickOnTheEyeShowsARunAlone)
{
    const auto shownCount = [this] { return 8 - static_cast<int>(m_session.state().hidden.size()); };
    const QPoint eye = RunNameLayout::of(view().visualRect(model().index(2, 0)), false, false).eye.center();
    const auto clickTwice = [&] {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, eye);
        QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, eye);
    };
    clickTwice();
    EXPECT_EQ(shownCount(), 1);
    EXPECT_FALSE(m_session.state().hidden.contains(model().runAt(2)));
    clickTwice();
    EXPECT_EQ(shownCount(), 8);
    view().setCurrentIndex(model().index(4, 1));
    actions().showOnlyThis->trigger();
    EXPECT_EQ(shownCount(), 1);
    EXPECT_FALSE(m_session.state().hidden.contains(model().runAt(4)));
    actions().showOnlyThis->trigger();
    EXPECT_EQ(shownCount(), 8);
}

TEST_F(SelectionTest, ColoursAreDealtAnewAndComeBack)
{
    const auto colours = [this] {
        std::vector<std::uint32_t> found;
        const auto list = m_session.list();
        for (const std::uint32_t row : list->rows)
            found.push_back(list->colour(row, m_session.state().colours).index);
        return found;
    };
    const auto before = colours();
    EXPECT_FALSE(actions().resetColours->isEnabled());
    actions().randomizeColours->trigger();
    const std::uint32_t first = m_session.state().colours.shuffle;
    actions().randomizeColours->trigger();
    EXPECT_NE(m_session.state().colours.shuffle, first);
    auto dealt = colours();
    std::sort(dealt.begin(), dealt.end());
    EXPECT_EQ(std::unique(dealt.begin(), dealt.end()), dealt.end()) << "still told apart";
    actions().resetColours->trigger();
    EXPECT_EQ(colours(), before);
    actions().undo->trigger();
    EXPECT_NE(m_session.state().colours.shuffle, 0U);
}

TEST_F(SelectionTest, WhatHasNoRoomGoesIntoTheMenu)
{
    m_window.resize(2600, 900);
    clickBox(0);
    ASSERT_TRUE(waitFor([&] { return offered().endsWith(QStringLiteral("Select all 8 that match")); }));
    const QStringList all = offered();
    ASSERT_GE(all.size(), 2);
    EXPECT_EQ(all.constFirst(), QStringLiteral("Tags"));
    EXPECT_EQ(all.constLast(), QStringLiteral("Select all 8 that match"));
    auto* more = m_window.findChild<QToolButton*>(QStringLiteral("moreForSelection"));
    EXPECT_FALSE(more->isVisible());
    bar().setMaximumWidth(420);
    ASSERT_TRUE(waitFor([&] { return offered().size() < all.size(); }));
    EXPECT_TRUE(more->isVisible());
    QStringList inMenu;
    for (const QAction* action : more->menu()->actions())
        inMenu.append(action->text());
    EXPECT_EQ(inMenu, all) << "all of them, so that their places do not change";
    EXPECT_TRUE(offered().contains(QStringLiteral("Stop run"))) << "these two always have room";
    EXPECT_TRUE(offered().contains(QStringLiteral("Delete")));
}

} // namespace runglass::test
