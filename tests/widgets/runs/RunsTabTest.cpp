// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunsTab.h"

#include "models/items/RunsModel.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/RunHighlight.h"
#include "widgets/runs/RunNameLayout.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/RunsView.h"

#include <QHoverEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

namespace runglass::test
{

namespace
{

class RunsTabTest : public WindowFixture
{
protected:
    RunsTabTest()
    {
        m_tab.resize(1200, 600);
        m_tab.show();
    }
    RunsView& view() const { return *m_tab.view(); }
    RunsModel& model() const { return *m_tab.model(); }
    QString count() const { return m_tab.findChild<QLabel*>(QStringLiteral("runCount"))->text(); }
    int column(const QString& head) const
    {
        for (int i = 0; i < model().columnCount(); ++i)
            if (model().headerData(i, Qt::Horizontal).toString() == head)
                return i;
        ADD_FAILURE() << "no column " << head.toStdString();
        return 0;
    }
    std::vector<double> numbers(int ofColumn) const
    {
        std::vector<double> values;
        for (int row = 0; row < model().rowCount(); ++row)
            values.push_back(model().index(row, ofColumn).data().toString().toDouble());
        return values;
    }
    void clickHeader(int section)
    {
        const int x = view().header()->sectionViewportPosition(section) + 12;
        QTest::mouseClick(view().header()->viewport(), Qt::LeftButton, {}, QPoint(x, 12));
    }
    QPoint eyeOf(int row) const
    {
        const QRect cell = view().visualRect(model().index(row, 0));
        return RunNameLayout::of(cell, false, false).eye.center();
    }
    void openSmall()
    {
        open("small");
        ASSERT_TRUE(waitFor([this] { return model().rowCount() == 8; }));
    }

    RunsTab m_tab{m_context};
};

} // namespace

TEST_F(RunsTabTest, ShowsEachRunInARow)
{
    openSmall();
    EXPECT_EQ(view().accessibleName(), QStringLiteral("Runs"));
    EXPECT_TRUE(count().startsWith(QStringLiteral("8 run")));
    const QStringList heads{QStringLiteral("Name"),  QStringLiteral("State"),    QStringLiteral("Notes"),
                            QStringLiteral("Tags"),  QStringLiteral("Created"),  QStringLiteral("Runtime"),
                            QStringLiteral("Group"), QStringLiteral("Job type"), QStringLiteral("Author")};
    for (int i = 0; i < heads.size(); ++i)
        EXPECT_EQ(model().headerData(i, Qt::Horizontal).toString(), heads[i]);
    for (int row = 0; row < model().rowCount(); ++row)
        for (int i = 0; i < model().columnCount(); ++i)
            EXPECT_FALSE(model().index(row, i).data().toString().isEmpty()) << row << "," << i;
    EXPECT_TRUE(view().currentIndex().isValid());
}

TEST_F(RunsTabTest, AClickOnAHeadSortsAndAnotherTurnsItRound)
{
    openSmall();
    const int lr = column(QStringLiteral("lr"));
    view().scrollTo(model().index(0, lr));
    clickHeader(lr);
    ASSERT_TRUE(waitFor([&] { return std::ranges::is_sorted(numbers(lr)) && model().sortColumn() == lr; }));
    clickHeader(lr);
    ASSERT_TRUE(waitFor([&] { return std::ranges::is_sorted(numbers(lr), std::greater()); }));
    EXPECT_EQ(model().sortOrder(), Qt::DescendingOrder);
    auto* label = m_tab.findChild<QLabel*>(QStringLiteral("sortLabel"));
    EXPECT_EQ(label->text(), QStringLiteral("Sorted by lr, highest first"));
}

TEST_F(RunsTabTest, TheSearchNarrowsAndCounts)
{
    openSmall();
    search("00");
    ASSERT_TRUE(waitFor([this] { return model().rowCount() < 8; }));
    EXPECT_EQ(count(), QStringLiteral("%1 of 8 run(s)").arg(model().rowCount()));
    search("no run is called that");
    ASSERT_TRUE(waitFor([this] { return model().rowCount() == 0; }));
    auto* empty = m_tab.findChild<EmptyState*>();
    EXPECT_TRUE(empty->isVisible());
    empty->findChild<QPushButton*>()->click();
    ASSERT_TRUE(waitFor([this] { return model().rowCount() == 8; }));
    EXPECT_TRUE(view().isVisible());
    EXPECT_TRUE(view().currentIndex().isValid());
}

TEST_F(RunsTabTest, AClickOnTheFirstRowChoosesIt)
{
    openSmall();
    m_session.setCurrentRun(std::nullopt);
    view().setCurrentIndex(model().index(0, 0));
    view().clearSelection();
    m_session.setCurrentRun(std::nullopt);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().visualRect(model().index(0, 1)).center());
    EXPECT_EQ(m_session.currentRun(), model().runAt(0));
}

TEST_F(RunsTabTest, CtrlCAsksForACopy)
{
    openSmall();
    QSignalSpy asked(&m_tab, &RunsTab::copyRequested);
    view().selectRow(1);
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(RunsTabTest, EnterAndDoubleClickOpenTheRun)
{
    openSmall();
    QSignalSpy opened(&m_tab, &RunsTab::openRequested);
    view().setCurrentIndex(model().index(2, 1));
    QTest::keyClick(&view(), Qt::Key_Return);
    EXPECT_EQ(opened.count(), 1);
    EXPECT_EQ(m_session.currentRun(), model().runAt(2));
    const QPoint name = view().visualRect(model().index(4, 0)).center();
    QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, name);
    EXPECT_EQ(opened.count(), 2);
    EXPECT_EQ(m_session.currentRun(), model().runAt(4));
}

TEST_F(RunsTabTest, TheEyeTogglesByClick)
{
    openSmall();
    const RunRef run = model().runAt(3);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, eyeOf(3));
    EXPECT_TRUE(waitFor([&] { return m_session.state().hidden.contains(run); }));
    EXPECT_FALSE(m_session.currentRun().has_value()) << "the eye must not choose the run";
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, eyeOf(3));
    EXPECT_TRUE(waitFor([&] { return !m_session.state().hidden.contains(run); }));
}

TEST_F(RunsTabTest, TheRunUnderThePointerStandsOutEverywhere)
{
    RunHighlight highlight;
    m_context.highlight = &highlight;
    RunsTab tab(m_context);
    tab.resize(1200, 600);
    tab.show();
    openSmall();
    ASSERT_TRUE(waitFor([&tab] { return tab.model()->rowCount() == 8; }));
    QWidget* viewport = tab.view()->viewport();
    const QPointF place = tab.view()->visualRect(tab.model()->index(3, 0)).center();
    QHoverEvent over(QEvent::HoverMove, place, place, QPointF());
    QCoreApplication::sendEvent(viewport, &over);
    EXPECT_EQ(highlight.run(), tab.model()->runAt(3));
    QHoverEvent away(QEvent::HoverLeave, QPointF(), QPointF(), place);
    QCoreApplication::sendEvent(viewport, &away);
    EXPECT_FALSE(highlight.run());
    const QImage before = viewport->grab().toImage();
    highlight.setRun(tab.model()->runAt(5));
    EXPECT_NE(viewport->grab().toImage(), before) << "its row is marked";
    highlight.setRun(std::nullopt);
    EXPECT_EQ(viewport->grab().toImage(), before);
    m_context.highlight = nullptr;
}

TEST_F(RunsTabTest, FollowsTheCurrentRunWithoutChangingIt)
{
    openSmall();
    m_session.setCurrentRun(model().runAt(5));
    EXPECT_EQ(view().currentIndex().row(), 5);
    const RunRef run = *m_session.currentRun();
    search("no run is called that");
    ASSERT_TRUE(waitFor([this] { return model().rowCount() == 0; }));
    EXPECT_EQ(m_session.currentRun(), run);
    search("");
    ASSERT_TRUE(waitFor([this] { return model().rowCount() == 8; }));
    EXPECT_EQ(m_session.currentRun(), run);
    EXPECT_EQ(view().currentIndex().row(), model().rowOf(run));
}

TEST_F(RunsTabTest, NarrowingTheListChoosesNoOtherRun)
{
    openSmall();
    m_session.setCurrentRun(model().runAt(2));
    const RunRef run = *m_session.currentRun();
    const std::string other = model().index(5, 0).data().toString().toStdString();
    search(other);
    ASSERT_TRUE(waitFor([this] { return model().rowCount() == 1; }));
    EXPECT_EQ(m_session.currentRun(), run);
    search("");
    ASSERT_TRUE(waitFor([this] { return model().rowCount() == 8; }));
    EXPECT_EQ(m_session.currentRun(), run);
    EXPECT_EQ(view().currentIndex().row(), model().rowOf(run));
}

TEST_F(RunsTabTest, HomeAndEndGoToTheFirstAndLastRun)
{
    openSmall();
    view().setCurrentIndex(model().index(3, 2));
    QTest::keyClick(&view(), Qt::Key_End);
    EXPECT_EQ(view().currentIndex(), model().index(7, 2));
    QTest::keyClick(&view(), Qt::Key_Home);
    EXPECT_EQ(view().currentIndex(), model().index(0, 2));
}

TEST_F(RunsTabTest, TypingGoesToTheRunOfThatName)
{
    openSmall();
    const QString name = model().index(6, 0).data().toString();
    view().setCurrentIndex(model().index(0, 3));
    view().keyboardSearch(name);
    EXPECT_EQ(view().currentIndex().data().toString(), name);
}

TEST_F(RunsTabTest, DraggedWidthsAreKeptAndADoubleClickFitsTheContent)
{
    openSmall();
    QCoreApplication::processEvents();
    const int section = column(QStringLiteral("State"));
    const int edge = view().header()->sectionViewportPosition(section) + view().header()->sectionSize(section) - 1;
    const QPoint from(edge, 12);
    QWidget* heads = view().header()->viewport();
    QTest::mousePress(heads, Qt::LeftButton, {}, from);
    QTest::mouseMove(heads, from + QPoint(80, 0));
    QTest::mouseRelease(heads, Qt::LeftButton, {}, from + QPoint(80, 0));
    const ColumnId state{ColumnOrigin::Field, Field::State, {}};
    const int dragged = view().header()->sectionSize(section);
    EXPECT_GE(dragged, 140);
    EXPECT_EQ(m_session.state().widths, (std::map<ColumnId, int>{{state, dragged}}));
    emit view().header()->sectionHandleDoubleClicked(section);
    const int fitted = view().header()->sectionSize(section);
    EXPECT_LT(fitted, dragged);
    EXPECT_EQ(m_session.state().widths.at(state), fitted);
    RunListState undone = m_session.state();
    undone.widths[state] = dragged;
    m_session.setState(undone);
    EXPECT_EQ(view().header()->sectionSize(section), dragged);
    undone.widths.clear();
    m_session.setState(undone);
    EXPECT_LT(view().header()->sectionSize(section), dragged);
}

TEST_F(RunsTabTest, CroppingChangesHowALongNameIsDrawn)
{
    openSmall();
    view().header()->resizeSection(0, 110);
    const auto draw = [this](Qt::TextElideMode mode) {
        m_tab.setCropping(mode);
        return view().grab(QRect(0, 0, 110, 120)).toImage();
    };
    const QImage left = draw(Qt::ElideLeft);
    const QImage middle = draw(Qt::ElideMiddle);
    const QImage right = draw(Qt::ElideRight);
    EXPECT_NE(left, middle);
    EXPECT_NE(middle, right);
    EXPECT_NE(left, right);
}

TEST_F(RunsTabTest, SortsByTheColumnOfTheCurrentCell)
{
    openSmall();
    const int lr = column(QStringLiteral("lr"));
    view().setCurrentIndex(model().index(0, lr));
    m_tab.sortCurrentColumn(Qt::DescendingOrder);
    ASSERT_EQ(m_session.state().sort.size(), 1U);
    EXPECT_TRUE(m_session.state().sort.front().descending);
    EXPECT_EQ(toText(m_session.state().sort.front().column), "config.lr");
}

} // namespace runglass::test
