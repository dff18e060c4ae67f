// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ParallelDrawing.h"

#include "tests/widgets/workspace/PlotRuns.h"

#include <gtest/gtest.h>

namespace runglass::test
{
namespace
{

const std::vector<ColumnId> kColumns{kLr, kOptimizer, kLoss};

ParallelDrawing parallel(const std::shared_ptr<const RunList>& list, std::vector<AxisLimits> limits = {},
                         PanelContent content = plotContent(PanelKind::ParallelCoordinates, kColumns))
{
    return ParallelDrawing(plotValues(list, list->state, kColumns, kColumns.back()), content,
                           {std::move(limits), Filter()});
}

/// The names of the runs that a filter leaves.
std::string left(const Filter& filter)
{
    RunListState state;
    state.filter = filter;
    const auto list = plotList(fivePlotRuns(), state);
    EXPECT_FALSE(list->filterError);
    std::string names;
    for (const std::uint32_t row : list->rows)
        names += list->table->name(row);
    return names;
}

} // namespace

TEST(ParallelDrawing, RunsInsideWhatIsBrushedAreMarks)
{
    const auto list = plotList(fivePlotRuns());
    EXPECT_EQ(parallel(list).insideCount(), 5U);
    const ParallelDrawing drawing = parallel(list, {{}, {}, {1.0, 2.5}});
    EXPECT_EQ(drawing.insideCount(), 2U) << "b and d; who has no number is not inside";
    EXPECT_EQ(drawing.tipOf(0).title, QStringLiteral("b"));
    EXPECT_EQ(drawing.brushText(2, {1.0, 2.5}), QStringLiteral("1 – 2.5"));
    EXPECT_EQ(drawing.brushText(1, {0, 1}), QStringLiteral("adam, lion"));
    EXPECT_TRUE(drawing.description().contains(QStringLiteral("loss: 1 – 2.5")));
}

TEST(ParallelDrawing, HiddenRunsAreGreyOrLeftOut)
{
    RunListState state;
    state.hidden.insert(plotList(fivePlotRuns())->ref(0));
    const auto list = plotList(fivePlotRuns(), state);
    PanelContent content = plotContent(PanelKind::ParallelCoordinates, kColumns);
    EXPECT_EQ(parallel(list, {{}, {}, {1.0, 2.5}}, content).faintCount(), 3U) << "a hidden, c and e outside";
    content.drawsHidden = false;
    EXPECT_EQ(parallel(list, {{}, {}, {1.0, 2.5}}, content).faintCount(), 2U);
}

TEST(ParallelDrawing, HeightsAndValuesAreEachOthersInverse)
{
    PanelContent content = plotContent(PanelKind::ParallelCoordinates, kColumns);
    content.axes[2].flipped = true;
    content.axes[2].scale = AxisScale::Log;
    const ParallelDrawing drawing = parallel(plotList(fivePlotRuns()), {}, content);
    const PlotMap map = plotMap(drawing, {600, 300});
    for (const double loss : {0.5, 1.0, 4.0})
        EXPECT_NEAR(drawing.valueAt(2, drawing.heightOf(2, loss, map), map), loss, 1e-9);
    EXPECT_LT(drawing.heightOf(2, 0.5, map), drawing.heightOf(2, 4.0, map)) << "small values above";
    EXPECT_TRUE(std::isnan(drawing.heightOf(2, -1, map))) << "no place on a logarithmic axis";
    for (std::size_t axis = 0; axis < 3; ++axis)
        EXPECT_EQ(drawing.axisAt({drawing.axisX(axis, map), 150}, map), std::optional(axis));
    EXPECT_EQ(drawing.axisAt({drawing.axisX(0, map) + 40, 150}, map), std::nullopt);
}

TEST(ParallelDrawing, LinesAreFoundWhereTheyAreDrawn)
{
    const ParallelDrawing drawing = parallel(plotList(fivePlotRuns()));
    const PlotMap map = plotMap(drawing, {600, 300});
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(drawing.markAt(drawing.placeOf(i, map), map), std::optional(i)) << i;
}

TEST(Brushes, AreWhatTheFilterSaysOfTheAxes)
{
    const auto list = plotList(fivePlotRuns());
    const ValuePoints points = valuePoints(*list, kColumns);
    const PanelContent content = plotContent(PanelKind::ParallelCoordinates, kColumns);
    const Brushes wanted{{{0.001, 0.05}, {0.0, 1.0}, {}}, {}};
    const Filter filter = filterOf(wanted, points, content.axes);
    EXPECT_EQ(left(filter), "bc");
    const Brushes found = brushesOf(filter, points);
    EXPECT_EQ(found.limits, wanted.limits);
    EXPECT_EQ(found.rest, Filter());
    EXPECT_FALSE(found.isEmpty());
}

TEST(Brushes, LeaveTheRestOfTheFilterAlone)
{
    const auto list = plotList(fivePlotRuns());
    const ValuePoints points = valuePoints(*list, kColumns);
    const PanelContent content = plotContent(PanelKind::ParallelCoordinates, kColumns);
    Filter other;
    other.kind = Filter::Kind::Test;
    other.test = {{FilterColumn::Origin::Config, {"lr"}}, FilterOperator::Exists, {}};
    Brushes brushes{{{}, {}, {1.0, {}}}, other};
    const Filter both = filterOf(brushes, points, content.axes);
    EXPECT_EQ(left(both), "bc");
    Brushes again = brushesOf(both, points);
    EXPECT_EQ(again.rest, other);
    EXPECT_EQ(again.limits[2], (AxisLimits{1.0, {}}));
    // Another interval takes the place of the one before.
    again.limits[2] = {{}, 2.0};
    EXPECT_EQ(left(filterOf(again, points, content.axes)), "ab");
    again.limits[2] = {};
    EXPECT_EQ(filterOf(again, points, content.axes), other);
}

TEST(Brushes, OneCategoryIsAnEqual)
{
    const auto list = plotList(fivePlotRuns());
    const ValuePoints points = valuePoints(*list, kColumns);
    const PanelContent content = plotContent(PanelKind::ParallelCoordinates, kColumns);
    const Filter filter = filterOf({{{}, {2.0, 2.0}, {}}, {}}, points, content.axes);
    EXPECT_EQ(left(filter), "a");
    EXPECT_EQ(brushesOf(filter, points).limits[1], (AxisLimits{2.0, 2.0}));
}

} // namespace runglass::test
