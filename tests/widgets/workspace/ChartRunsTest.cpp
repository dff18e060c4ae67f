// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/workspace/ChartFixture.h"
#include "widgets/workspace/charts/ChartOverlay.h"
#include "widgets/workspace/charts/ChartTooltip.h"

#include <QSignalSpy>
#include <QtTest>

namespace runglass
{
namespace
{

using test::lineOf;

/// Which run is clicked, stands out, is the baseline or lies in a box.
class ChartRunsTest : public test::ChartFixture
{
};

TEST_F(ChartRunsTest, AClickOnALineChoosesItsRun)
{
    draw({lineOf("low", 0, {0, 100}, {0, 0}), lineOf("high", 1, {0, 100}, {10, 10}),
          lineOf("mid", 2, {0, 100}, {5, 5})});
    QSignalSpy chosen(&m_view, &ChartView::runChosen);
    std::optional<RunRef> hovered;
    QObject::connect(&m_view, &ChartView::runHovered, &m_view,
                     [&](const std::optional<RunRef>& run) { hovered = run; });
    const QRect plot = m_view.plotRect();
    const QPoint onMid = plot.center();
    QTest::mouseMove(&m_view, onMid + QPoint(3, 1));
    QTest::mouseMove(&m_view, onMid);
    EXPECT_EQ(hovered, test::runRef("mid"));
    QTest::mouseClick(&m_view, Qt::LeftButton, {}, onMid);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].value<RunRef>(), test::runRef("mid"));
    QTest::mouseClick(&m_view, Qt::LeftButton, {}, QPoint(plot.center().x(), plot.top() + plot.height() / 4));
    EXPECT_EQ(chosen.count(), 1) << "between the lines";
    EXPECT_FALSE(m_view.zoomState().isSet());
    QTest::mouseMove(&m_view, QPoint(plot.center().x(), plot.top() + plot.height() / 4));
    EXPECT_FALSE(hovered);
}

TEST_F(ChartRunsTest, TheRunThatStandsOutIsOnTopAndTheOthersAreFaint)
{
    draw({lineOf("a", 0, {0, 100}, {0, 8}), lineOf("b", 1, {0, 100}, {8, 0})});
    // Without the line of the x axis.
    const QRect plot = m_view.plotRect().adjusted(0, 0, 0, -3);
    const int before = pixelsOf(1, plot);
    const int own = pixelsOf(0, plot);
    QSignalSpy redrawn(&m_view, &ChartView::redrawn);
    m_view.setEmphasis({test::runRef("a"), std::nullopt});
    EXPECT_LT(pixelsOf(1, plot), before / 4);
    EXPECT_GT(pixelsOf(0, plot), own * 3 / 2) << "two pixels wide";
    EXPECT_EQ(redrawn.count(), 0) << "the lines are not drawn anew";
    m_view.setEmphasis({});
    EXPECT_EQ(pixelsOf(1, plot), before);
}

TEST_F(ChartRunsTest, TheBaselineIsHeavierAndDashed)
{
    draw({lineOf("a", 0, {0, 100}, {0, 5})});
    const QRect plot = m_view.plotRect().adjusted(0, 0, 0, -3);
    const int line = pixelsOf(0, plot);
    m_view.setEmphasis({std::nullopt, test::runRef("a")});
    QCoreApplication::processEvents();
    int dashed = 0, changes = 0;
    bool was = false;
    for (int x = plot.left(); x <= plot.right(); ++x) {
        const bool is = pixelsOf(0, QRect(x, plot.top(), 1, plot.height())) > 0;
        dashed += is;
        changes += is != was;
        was = is;
        if (x - plot.left() > 120)
            break;
    }
    EXPECT_GT(changes, 10) << dashed;
    EXPECT_GT(pixelsOf(0, plot), line * 2 / 3) << "with gaps, but wider";
}

TEST_F(ChartRunsTest, TheBaselineIsNotFadedWhileAnotherRunStandsOut)
{
    draw({lineOf("a", 0, {0, 100}, {0, 5}), lineOf("b", 1, {0, 100}, {5, 0})});
    const QRect plot = m_view.plotRect().adjusted(0, 0, 0, -3);
    m_view.setEmphasis({std::nullopt, test::runRef("b")});
    const int baseline = pixelsOf(1, plot);
    m_view.setEmphasis({test::runRef("a"), test::runRef("b")});
    EXPECT_GT(pixelsOf(1, plot), baseline * 3 / 4);
    const ChartOverlay::State& state = m_view.findChild<ChartOverlay*>()->state();
    EXPECT_TRUE(state.isVeiled);
    ASSERT_EQ(state.strokes.size(), 2U);
    EXPECT_TRUE(state.strokes[0].isDashed);
    EXPECT_FALSE(state.strokes[1].isDashed) << "the one that is pointed at is on top";
    m_view.setEmphasis({test::runRef("none"), test::runRef("b")});
    EXPECT_FALSE(state.isVeiled) << "a run without a line here changes nothing";
}

TEST_F(ChartRunsTest, TheSelectedRunIsOnTopOfTheOthers)
{
    draw({lineOf("a", 0, {0, 100}, {0, 5}), lineOf("b", 1, {0, 100}, {0, 5})});
    const QRect plot = m_view.plotRect().adjusted(0, 0, 0, -3);
    EXPECT_GT(pixelsOf(1, plot), pixelsOf(0, plot)) << "the last one";
    m_view.setEmphasis({std::nullopt, std::nullopt, test::runRef("a")});
    EXPECT_GT(pixelsOf(0, plot), pixelsOf(1, plot));
    QSignalSpy redrawn(&m_view, &ChartView::redrawn);
    m_view.setEmphasis({std::nullopt, std::nullopt, test::runRef("elsewhere")});
    EXPECT_GT(pixelsOf(1, plot), pixelsOf(0, plot));
    EXPECT_EQ(redrawn.count(), 1) << "only a choice that changes something here draws anew";
}

TEST_F(ChartRunsTest, TheTooltipAndTheDescriptionSayWhichRunIsTheBaseline)
{
    m_view.setEmphasis({std::nullopt, test::runRef("b")});
    draw({lineOf("a", 0, {0, 10}, {1, 2}), lineOf("b", 1, {0, 10}, {4, 5})});
    m_view.setCrosshair(10);
    ASSERT_TRUE(m_view.crosshair());
    ASSERT_EQ(m_view.crosshair()->rows.size(), 2U);
    for (const Crosshair::Row& row : m_view.crosshair()->rows)
        EXPECT_EQ(row.isBaseline, row.run.ref == test::runRef("b"));
    const auto* tooltip = m_view.window()->findChild<ChartTooltip*>();
    ASSERT_NE(tooltip, nullptr);
    EXPECT_TRUE(tooltip->accessibleName().endsWith(QStringLiteral("Baseline: b")));
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return m_view.accessibleDescription().contains(QStringLiteral("b (baseline): 5")); }));
}

TEST_F(ChartRunsTest, ABoxDrawnWithCtrlChoosesTheRunsWhoseLinesPassThroughIt)
{
    draw({lineOf("low", 0, {0, 100}, {0, 0}), lineOf("rising", 1, {0, 100}, {0, 10}),
          lineOf("high", 2, {0, 100}, {10, 10})});
    std::vector<std::pair<std::vector<RunRef>, bool>> boxed;
    QObject::connect(&m_view, &ChartView::runsBoxed, &m_view,
                     [&](const std::vector<RunRef>& runs, bool ticked) { boxed.emplace_back(runs, ticked); });
    QSignalSpy chosen(&m_view, &ChartView::runChosen), toggled(&m_view, &ChartView::tickToggled);
    const QRect plot = m_view.plotRect();
    const QPoint from = plot.topLeft() + QPoint(plot.width() * 3 / 4, 4), to = plot.topRight() + QPoint(-4, 0);
    const auto drag = [&](Qt::KeyboardModifiers held, const QPoint& end) {
        QTest::mousePress(&m_view, Qt::LeftButton, held, from);
        QTest::mouseMove(&m_view, end);
        QCoreApplication::processEvents();
        QTest::mouseRelease(&m_view, Qt::LeftButton, held, end);
    };
    const std::vector<RunRef> upper{test::runRef("rising")}, lower{test::runRef("low"), test::runRef("rising")};
    drag(Qt::ControlModifier, to + QPoint(0, plot.height() / 2));
    drag(Qt::ControlModifier | Qt::ShiftModifier, to + QPoint(0, plot.height() - 1));
    m_view.setBoxChooses(true);
    drag({}, to + QPoint(0, plot.height() / 2));
    m_view.setBoxChooses(false);
    EXPECT_FALSE(m_view.zoomState().isSet());
    EXPECT_EQ(boxed, (decltype(boxed){{upper, true}, {lower, false}, {upper, true}}));
    drag({}, to + QPoint(0, plot.height() / 2));
    EXPECT_EQ(boxed.size(), 3U);
    EXPECT_TRUE(m_view.zoomState().isSet()) << "without Ctrl it zooms as ever";
    m_view.resetZoom();
    settle();
    QTest::mouseClick(&m_view, Qt::LeftButton, Qt::ControlModifier, {plot.center().x(), plot.bottom()});
    EXPECT_EQ(toggled.count(), 1);
    EXPECT_EQ(chosen.count(), 0);
}

TEST_F(ChartRunsTest, EscapeLeavesABoxThatIsBeingDrawn)
{
    draw({lineOf("a", 0, {0, 100}, {0, 10})});
    QSignalSpy boxed(&m_view, &ChartView::runsBoxed);
    const QRect plot = m_view.plotRect();
    QTest::mousePress(&m_view, Qt::LeftButton, Qt::ControlModifier, plot.topLeft() + QPoint(5, 5));
    QTest::mouseMove(&m_view, plot.center() - QPoint(20, 20));
    QCoreApplication::processEvents();
    const ChartOverlay::State& state = m_view.findChild<ChartOverlay*>()->state();
    EXPECT_TRUE(state.zoom.isValid());
    EXPECT_EQ(state.zoomText, QStringLiteral("Select 0 run(s)"));
    QTest::keyClick(&m_view, Qt::Key_Escape);
    EXPECT_FALSE(state.zoom.isValid());
    QTest::mouseRelease(&m_view, Qt::LeftButton, Qt::ControlModifier, plot.center());
    EXPECT_EQ(boxed.count(), 0);
}

} // namespace
} // namespace runglass
