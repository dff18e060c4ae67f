// SPDX-License-Identifier: GPL-3.0-or-later
// One run stands out everywhere, whatever told of it; the baseline and ticks that charts set.
#include "models/items/RunSelectorModel.h"
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/common/Toast.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/SideBar.h"
#include "widgets/workspace/ChartLegend.h"
#include "widgets/workspace/ChartPanel.h"
#include "widgets/workspace/PanelBoard.h"
#include "widgets/workspace/PanelStage.h"
#include "widgets/workspace/bodies/PlotBody.h"
#include "widgets/workspace/charts/ChartOverlay.h"

#include <QHoverEvent>
#include <QMenu>
#include <QSignalSpy>

namespace runglass::test
{

namespace
{

class RunEmphasisTest : public WindowFixture
{
protected:
    RunEmphasisTest()
    {
        QCursor::setPos(5000, 5000);
        m_window.resize(1400, 900);
        m_window.show();
        m_window.activateWindow();
    }

    void openRuns()
    {
        open("seed");
        ASSERT_GT(listedCount(), 2U);
        ASSERT_TRUE(waitFor([this] { return selector().model()->rowCount() == static_cast<int>(listedCount()); }));
        ASSERT_TRUE(waitFor([this] { return charts().size() > 1 && areDrawn(); }));
    }
    PanelBoard& board() { return *m_window.findChild<PanelBoard*>(); }
    RunSelector& selector() { return *m_window.sideBar().selector(); }
    /// Of more than one run, as far as they are in view.
    std::vector<ChartPanel*> charts()
    {
        std::vector<ChartPanel*> result;
        for (auto* panel : board().findChildren<ChartPanel*>()) {
            if (panel->isVisible() && panel->view().lines().size() > 1)
                result.push_back(panel);
        }
        return result;
    }
    /// All that are in view.
    bool areDrawn()
    {
        const QList<ChartPanel*> panels = board().findChildren<ChartPanel*>();
        return std::all_of(panels.begin(), panels.end(),
                           [](ChartPanel* panel) { return !panel->isVisible() || hasLines(*panel); });
    }
    static bool hasLines(ChartPanel& panel) { return !panel.model().isLoading() && !panel.view().isDrawing(); }
    static RunRef runOf(const ChartPanel& panel, std::size_t line) { return panel.view().lines()[line].run.ref; }
    static const ChartOverlay::State& over(const ChartPanel& panel)
    {
        return panel.findChild<ChartOverlay*>()->state();
    }
    /// The run, and no other, stands out in all charts that have a line of it.
    void expectOut(const std::optional<RunRef>& run)
    {
        ASSERT_EQ(board().emphasis().hovered, run);
        for (const ChartPanel* panel : charts()) {
            bool hasLine = false;
            for (const ChartLine& line : panel->view().lines())
                hasLine = hasLine || line.run.ref == run;
            EXPECT_EQ(over(*panel).isVeiled, hasLine) << panel->panel().key.toStdString();
        }
    }
    static void hoverAt(QWidget* widget, const QPoint& place)
    {
        QHoverEvent event(QEvent::HoverMove, QPointF(place), widget->mapToGlobal(QPointF(place)), QPointF(-1, -1));
        QCoreApplication::sendEvent(widget, &event);
    }
    static void leave(QWidget* widget)
    {
        QHoverEvent event(QEvent::HoverLeave, QPointF(-1, -1), QPointF(-1, -1), QPointF(0, 0));
        QCoreApplication::sendEvent(widget, &event);
    }
    QModelIndex selectorRow(const RunRef& run)
    {
        const auto* model = qobject_cast<RunSelectorModel*>(selector().model());
        return model->index(model->rowOf(run), 0);
    }
    QAction* setBaseline() { return m_window.actions().setBaseline; }
    bool isBaseline(const std::optional<RunRef>& run)
    {
        return waitFor([&] { return m_session.list()->baseline == run && board().emphasis().baseline == run; });
    }

    MainWindow m_window{m_context, path("seed")};
};

TEST_F(RunEmphasisTest, ARunStandsOutWhereverItIsPointedAt)
{
    openRuns();
    const RunRef first = runOf(*charts()[0], 0), second = runOf(*charts()[0], 1);
    // The run selector.
    hoverAt(selector().viewport(), selector().visualRect(selectorRow(first)).center());
    expectOut(first);
    leave(selector().viewport());
    expectOut(std::nullopt);
    // A name of a legend.
    auto* legend = charts()[0]->findChild<ChartLegend*>();
    QTest::mouseMove(legend, QPoint(20, legend->height() / 2));
    ASSERT_TRUE(waitFor([&] { return board().emphasis().hovered == first; }));
    expectOut(first);
    QTest::mouseMove(legend, QPoint(-500, -500));
    ASSERT_TRUE(waitFor([&] { return !board().emphasis().hovered; }));
    // A line, by key: it stands out in the other panels too.
    ChartView& view = charts()[0]->view();
    view.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&view, Qt::Key_End);
    QTest::keyClick(&view, Qt::Key_Down);
    ASSERT_TRUE(board().emphasis().hovered);
    expectOut(board().emphasis().hovered);
    QTest::keyClick(&view, Qt::Key_Escape);
    expectOut(std::nullopt);
    // The table.
    m_window.setTab(MainWindow::Tab::Runs);
    RunsView* table = m_window.findChild<RunsTab*>()->view();
    const int row = m_window.findChild<RunsTab*>()->model()->rowOf(second);
    ASSERT_TRUE(waitFor([&] { return table->isVisible(); }));
    hoverAt(table->viewport(), {40, table->rowViewportPosition(row) + 4});
    EXPECT_EQ(board().emphasis().hovered, second);
    leave(table->viewport());
    EXPECT_EQ(board().emphasis().hovered, std::nullopt);
}

TEST_F(RunEmphasisTest, KeysInListsAndLegendsPointToo)
{
    openRuns();
    selector().setFocus(Qt::OtherFocusReason);
    selector().setCurrentIndex(selector().model()->index(0, 0));
    QTest::keyClick(&selector(), Qt::Key_Down);
    expectOut(listed(1));
    auto* legend = charts()[0]->findChild<ChartLegend*>();
    legend->setFocus(Qt::TabFocusReason);
    ASSERT_TRUE(waitFor([&] { return legend->hasFocus(); }));
    expectOut(runOf(*charts()[0], 0));
    QTest::keyClick(legend, Qt::Key_Right);
    expectOut(runOf(*charts()[0], 1));
    QTest::keyClick(legend, Qt::Key_Space);
    EXPECT_EQ(m_session.currentRun(), runOf(*charts()[0], 1)) << "chosen everywhere";
    EXPECT_EQ(selector().currentIndex().row(), selectorRow(runOf(*charts()[0], 1)).row());
    charts()[0]->view().setFocus(Qt::TabFocusReason);
    expectOut(std::nullopt);
}

TEST_F(RunEmphasisTest, APointOfAScatterPlotPointsToo)
{
    openRuns();
    PanelContent content;
    content.kind = PanelKind::Scatter;
    content.axes = {{ColumnId{ColumnOrigin::Field, Field::Created, {}}},
                    {ColumnId{ColumnOrigin::Field, Field::Duration, {}}}};
    PanelRef panel;
    board().edit([&](PanelLayout& layout) { panel = layout.addPanel({false, "plots", 0}, content); });
    board().goTo(panel);
    PlotBody* body = nullptr;
    ASSERT_TRUE(waitFor([&] {
        body = board().frame(panel) ? qobject_cast<PlotBody*>(board().frame(panel)->body()) : nullptr;
        return body && !body->isWorking() && body->drawing();
    }));
    body->setFocus(Qt::TabFocusReason);
    QTest::keyClick(body, Qt::Key_Right);
    ASSERT_TRUE(board().emphasis().hovered);
    EXPECT_EQ(board().emphasis().hovered, body->drawing()->runOf(0));
    expectOut(board().emphasis().hovered);
}

TEST_F(RunEmphasisTest, ThePanelInFullScreenFollowsTheList)
{
    openRuns();
    auto* stage = m_window.findChild<PanelStage*>();
    stage->openPanel(charts()[0]->id());
    ASSERT_TRUE(waitFor([&] { return stage->panel() && stage->panel()->asChart()->view().lines().size() > 1; }));
    ChartPanel& shown = *stage->panel()->asChart();
    ASSERT_TRUE(waitFor([&] { return hasLines(shown); }));
    hoverAt(selector().viewport(), selector().visualRect(selectorRow(runOf(shown, 0))).center());
    EXPECT_TRUE(over(shown).isVeiled);
    leave(selector().viewport());
    EXPECT_FALSE(over(shown).isVeiled);
    const RunRef second = runOf(shown, 1);
    m_session.setCurrentRun(second);
    setBaseline()->trigger();
    EXPECT_TRUE(isBaseline(second));
    EXPECT_TRUE(waitFor([&] { return runOf(shown, 0) == second; })) << "the baseline comes first";
}

TEST_F(RunEmphasisTest, ARunIsMadeTheBaselineAndNoLonger)
{
    openRuns();
    EXPECT_FALSE(setBaseline()->isEnabled()) << "no run is chosen";
    const RunRef run = listed(1);
    m_session.setCurrentRun(run);
    ASSERT_TRUE(setBaseline()->isEnabled());
    EXPECT_EQ(setBaseline()->text(), QStringLiteral("Set as baseline"));
    setBaseline()->trigger();
    ASSERT_TRUE(isBaseline(run));
    EXPECT_EQ(setBaseline()->text(), QStringLiteral("Remove baseline"));
    EXPECT_TRUE(selectorRow(run).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral(", baseline")));
    EXPECT_TRUE(selectorRow(run).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Baseline")));
    const RunsModel* table = m_window.findChild<RunsTab*>()->model();
    const QModelIndex name = table->index(table->rowOf(run), RunsModel::kNameColumn);
    EXPECT_TRUE(name.data(BaselineRole).toBool());
    EXPECT_TRUE(name.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral(", baseline")));
    EXPECT_FALSE(name.data(Qt::DisplayRole).toString().contains(QStringLiteral("baseline")));
    EXPECT_EQ(m_window.actions().undo->text(), QStringLiteral("Undo baseline"));
    // Another takes its place.
    m_session.setCurrentRun(listed(2));
    EXPECT_EQ(setBaseline()->text(), QStringLiteral("Set as baseline"));
    setBaseline()->trigger();
    ASSERT_TRUE(isBaseline(listed(2)));
    m_window.actions().undo->trigger();
    ASSERT_TRUE(isBaseline(run));
    m_session.setCurrentRun(run);
    setBaseline()->trigger();
    ASSERT_TRUE(isBaseline(std::nullopt));
    EXPECT_FALSE(name.data(BaselineRole).toBool());
}

TEST_F(RunEmphasisTest, TheMenuOfALineHasTheCommandsOfItsRun)
{
    openRuns();
    auto* legend = charts()[0]->findChild<ChartLegend*>();
    const RunRef run = runOf(*charts()[0], 1);
    legend->setFocus(Qt::TabFocusReason);
    ASSERT_TRUE(waitFor([&] { return legend->hasFocus(); }));
    QTest::keyClick(legend, Qt::Key_Right);
    ASSERT_EQ(board().emphasis().hovered, run);
    emit legend->menuRequested(legend->mapToGlobal(QPoint(5, 5)));
    QMenu* menu = nullptr;
    ASSERT_TRUE(waitFor([&] {
        menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        return menu != nullptr;
    }));
    EXPECT_EQ(m_session.currentRun(), run);
    QMenu* below = menu->actions().front()->menu();
    ASSERT_NE(below, nullptr);
    EXPECT_TRUE(below->title().startsWith(QStringLiteral("Run "))) << below->title().toStdString();
    QAction* found = nullptr;
    for (QAction* action : below->actions())
        found = action->objectName() == QStringLiteral("setBaseline") ? action : found;
    ASSERT_NE(found, nullptr);
    found->trigger();
    menu->close();
    EXPECT_TRUE(isBaseline(run));
}

TEST_F(RunEmphasisTest, WhatABoxChoosesIsTickedAndSaid)
{
    openRuns();
    ChartView& view = charts()[0]->view();
    const RunTicks& ticks = m_window.findChild<RunsTab*>()->ticks();
    const std::vector<RunRef> all = view.runsThrough(view.plotRect());
    ASSERT_GT(all.size(), 1U);
    emit view.runsBoxed(all, true);
    EXPECT_EQ(ticks.listedCount(), static_cast<int>(all.size()));
    const auto* toast = m_window.findChild<Toast*>();
    EXPECT_EQ(toast->text(), QStringLiteral("%1 run(s) selected. %1 in all.").arg(all.size()));
    emit view.tickToggled(all[0]);
    EXPECT_FALSE(ticks.isTicked(all[0]));
    emit view.runsBoxed({all[1]}, false);
    EXPECT_EQ(ticks.listedCount(), static_cast<int>(all.size()) - 2);
    EXPECT_EQ(toast->text(), QStringLiteral("1 run(s) unselected. %1 in all.").arg(all.size() - 2));
}

} // namespace
} // namespace runglass::test
