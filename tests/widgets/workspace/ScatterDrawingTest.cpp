// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ScatterDrawing.h"

#include "tests/widgets/workspace/PlotRuns.h"
#include "widgets/workspace/bodies/PointLabels.h"
#include "widgets/workspace/bodies/ScatterForm.h"

#include <gtest/gtest.h>

#include <random>

namespace runglass::test
{

TEST(ScatterDrawing, HasAPointForEveryRunWithBothValues)
{
    const auto list = plotList(fivePlotRuns());
    const ScatterDrawing drawing = scatter(list, plotContent(PanelKind::Scatter, {kLr, kLoss}));
    EXPECT_EQ(titles(drawing), QStringLiteral("c b a")) << "from left to right";
    EXPECT_EQ(drawing.leftOut(), 2U) << "one lacks lr, one has logged NaN";
    EXPECT_EQ(tableText(drawing.table()), "Run|lr|loss\nc|0.001|4\nb|0.01|2\na|0.1|0.5");
    const PlotTip tip = drawing.tipOf(0);
    EXPECT_EQ(tip.toText(), QStringLiteral("c, lr 0.001, loss 4"));
}

TEST(ScatterDrawing, TimesAreWrittenAsTimes)
{
    const ColumnId created{ColumnOrigin::Field, Field::Created, {}};
    const ScatterDrawing drawing =
        scatter(plotList({fivePlotRuns()[0]}), plotContent(PanelKind::Scatter, {created, kLoss}));
    EXPECT_EQ(tableText(drawing.table()), "Run|Created|loss\na|1970-01-01T00:00:01Z|0.5");
}

TEST(ScatterDrawing, HiddenRunsHaveNoPoint)
{
    auto list = plotList(fivePlotRuns());
    RunListState state;
    state.hidden.insert(list->ref(1));
    list = plotList(fivePlotRuns(), state);
    EXPECT_EQ(titles(scatter(list, plotContent(PanelKind::Scatter, {kLr, kLoss}))), QStringLiteral("c a"));
}

TEST(ScatterDrawing, PointsAreFoundWhereTheyAreDrawn)
{
    const ScatterDrawing drawing = scatter(plotList(fivePlotRuns()), plotContent(PanelKind::Scatter, {kLr, kLoss}));
    const PlotMap map = plotMap(drawing, {400, 300});
    for (std::size_t i = 0; i < drawing.marks(); ++i) {
        const QPointF place = drawing.placeOf(i, map);
        EXPECT_TRUE(map.rect.contains(place)) << i;
        EXPECT_EQ(drawing.markAt(place + QPointF(3, -3), map), std::optional(i));
        EXPECT_EQ(drawing.markAt(place + QPointF(20, 20), map), std::nullopt);
        EXPECT_EQ(drawing.markOf(*drawing.runOf(i)), std::optional(i));
    }
    EXPECT_GT(drawing.placeOf(1, map).y(), drawing.placeOf(0, map).y()) << "4 is above 2";
}

TEST(ScatterDrawing, ALogarithmicAxisHasEqualRoomForEqualFactors)
{
    PanelContent content = plotContent(PanelKind::Scatter, {kLr, kLoss});
    content.axes[0].scale = AxisScale::Log;
    const ScatterDrawing drawing = scatter(plotList(fivePlotRuns()), content);
    const PlotMap map = plotMap(drawing, {400, 300});
    const double first = drawing.placeOf(1, map).x() - drawing.placeOf(0, map).x();
    EXPECT_NEAR(drawing.placeOf(2, map).x() - drawing.placeOf(1, map).x(), first, 1e-6);
    EXPECT_EQ(drawing.leftOut(), 2U);
}

TEST(ScatterDrawing, LimitsAreTheEndsOfTheAxis)
{
    PanelContent content = plotContent(PanelKind::Scatter, {kLr, kLoss});
    content.axes[1].limits = {1.0, 3.0};
    const ScatterDrawing drawing = scatter(plotList(fivePlotRuns()), content);
    const auto axes = drawing.axes({400, 300}, 0);
    ASSERT_TRUE(axes);
    EXPECT_EQ(axes->y, (Range{1, 3}));
    EXPECT_EQ(axes->yLabel, QStringLiteral("loss"));
    const PlotMap map = plotMap(drawing, {400, 300});
    EXPECT_EQ(drawing.markAt({drawing.placeOf(0, map).x(), 0}, map), std::nullopt) << "4 lies outside";
}

TEST(ScatterDrawing, TextsAreCategoriesAndAColumnColours)
{
    const ScatterDrawing drawing =
        scatter(plotList(fivePlotRuns()), plotContent(PanelKind::Scatter, {kOptimizer, kLoss, kOptimizer}));
    const auto axes = drawing.axes({400, 300}, 0);
    EXPECT_EQ(axes->xNames, (QStringList{QStringLiteral("adam"), QStringLiteral("lion"), QStringLiteral("sgd")}));
    const PlotLegend legend = drawing.legend();
    EXPECT_EQ(legend.title, QStringLiteral("optimizer"));
    ASSERT_GE(legend.classes.size(), 3U);
    EXPECT_FALSE(legend.isRamp);
    // Two runs of adam have one colour.
    EXPECT_EQ(drawing.tipOf(0).colour, drawing.tipOf(1).colour);
    EXPECT_NE(drawing.tipOf(0).colour, drawing.tipOf(2).colour);
    const PlotLegend ramp =
        scatter(plotList(fivePlotRuns()), plotContent(PanelKind::Scatter, {kLr, kLoss, kLoss})).legend();
    EXPECT_TRUE(ramp.isRamp);
    EXPECT_EQ(ramp.low, QStringLiteral("0.5"));
    EXPECT_EQ(ramp.high, QStringLiteral("4"));
}

TEST(ScatterDrawing, TheFrontierIsWhatNoOtherPointBeats)
{
    PanelContent content = plotContent(PanelKind::Scatter, {kLr, kLoss});
    content.scatter.frontier = true;
    std::vector<runglass::Run> runs = fivePlotRuns();
    runs.push_back(plotRun("f", 0.05, "sgd", 3.0));
    const ScatterDrawing drawing = scatter(plotList(runs), content);
    EXPECT_EQ(tableText(drawing.table()), "Run|lr|loss|On the frontier\nc|0.001|4|true\nb|0.01|2|true\n"
                                          "f|0.05|3|false\na|0.1|0.5|true");
    EXPECT_TRUE(drawing.description().contains(
        QStringLiteral("3 are on the frontier, where lr is better smaller and loss is better smaller.")))
        << drawing.description().toStdString();
    ASSERT_EQ(drawing.legend().strokes.size(), 1U);
    EXPECT_EQ(drawing.legend().strokes[0].text, QStringLiteral("Frontier"));
    content.axes[1].largerIsBetter = true;
    const ScatterDrawing turned = scatter(plotList(runs), content);
    EXPECT_TRUE(turned.isOnFrontier(0));
    EXPECT_FALSE(turned.isOnFrontier(1)) << "c has the smallest lr and the greatest loss";
}

TEST(ScatterDrawing, ThereIsNoFrontierOverNames)
{
    PanelContent content = plotContent(PanelKind::Scatter, {kOptimizer, kLoss});
    content.scatter.dimsOthers = true;
    const ScatterDrawing drawing = scatter(plotList(fivePlotRuns()), content);
    EXPECT_TRUE(drawing.lacksFrontier());
    EXPECT_TRUE(drawing.legend().strokes.empty());
    EXPECT_EQ(drawing.table().columns.size(), 3);
}

TEST(ScatterDrawing, RunningLinesGoFromLeftToRight)
{
    PanelContent content = plotContent(PanelKind::Scatter, {kLr, kLoss});
    content.scatter.runningMean = content.scatter.runningMin = content.scatter.runningMax = true;
    std::vector<runglass::Run> runs = fivePlotRuns();
    runs.push_back(plotRun("f", 0.01, "sgd", 6.0));
    const ScatterDrawing drawing = scatter(plotList(runs), content);
    EXPECT_EQ(tableText(drawing.table()), "Run|lr|loss|Running mean|Running min|Running max\nc|0.001|4|4|4|4\n"
                                          "b|0.01|2|4|2|6\nf|0.01|6|4|2|6\na|0.1|0.5|3.125|0.5|6")
        << "points at one x count together";
    EXPECT_EQ(drawing.legend().strokes.size(), 3U);
    EXPECT_TRUE(drawing.description().contains(QStringLiteral("Running mean ends at 3.125.")))
        << drawing.description().toStdString();
}

TEST(ScatterDrawing, PointsInARectangleAreRuns)
{
    const auto list = plotList(fivePlotRuns());
    const ScatterDrawing drawing = scatter(list, plotContent(PanelKind::Scatter, {kLr, kLoss}));
    const PlotMap map = plotMap(drawing, {400, 300});
    EXPECT_EQ(drawing.runsIn(map.rect, map).size(), 3U);
    const QPointF first = drawing.placeOf(0, map);
    EXPECT_EQ(drawing.runsIn(QRectF(first - QPointF(2, 2), QSizeF(4, 4)), map), std::vector{*drawing.runOf(0)});
}

TEST(ScatterForm, GuessesWhatIsBetterByTheName)
{
    EXPECT_TRUE(isLargerBetter(summaryColumn({"val/Accuracy"})));
    EXPECT_TRUE(isLargerBetter(summaryColumn({"test", "f1_score"})));
    EXPECT_FALSE(isLargerBetter(summaryColumn({"val/loss"})));
    EXPECT_FALSE(isLargerBetter(summaryColumn({"accumulated_error"}))) << "a whole word only";
    EXPECT_FALSE(isLargerBetter({ColumnOrigin::Field, Field::Created, {}}));
}

TEST(PointLabels, CoverNeitherPointsNorEachOther)
{
    std::vector<PointLabel> labels;
    std::vector<QPointF> points;
    std::mt19937 random(5);
    std::uniform_real_distribution<double> place(20, 380);
    for (int i = 0; i < 300; ++i) {
        points.emplace_back(place(random), place(random) * 0.7);
        labels.push_back({points.back(), QStringLiteral("run-%1").arg(i)});
    }
    const QRectF room(0, 0, 400, 280);
    const std::vector<PlacedLabel> placed = placeLabels(labels, points, 3, room, QFont());
    ASSERT_GT(placed.size(), 3U);
    ASSERT_LT(placed.size(), labels.size()) << "there is no room for all";
    for (std::size_t i = 0; i < placed.size(); ++i) {
        EXPECT_TRUE(room.contains(placed[i].rect));
        for (std::size_t j = i + 1; j < placed.size(); ++j)
            EXPECT_FALSE(placed[i].rect.intersects(placed[j].rect)) << i << ' ' << j;
        for (const QPointF& point : points)
            EXPECT_FALSE(placed[i].rect.contains(point)) << placed[i].text.toStdString();
    }
    const auto alone = placeLabels({{{200, 100}, QStringLiteral("one")}}, {{200, 100}}, 3, room, QFont());
    ASSERT_EQ(alone.size(), 1U);
    EXPECT_GT(alone[0].rect.left(), 203) << "at the right where there is room";
}

} // namespace runglass::test
