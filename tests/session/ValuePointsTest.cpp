// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ValuePoints.h"

#include "tests/table/TableText.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace runglass::test
{

namespace
{

const ColumnId kLr = configColumn({"lr"}), kOptimizer = configColumn({"optimizer"}), kLoss = summaryColumn({"loss"}),
               kFlag = configColumn({"flag"}), kCreated{ColumnOrigin::Field, Field::Created, {}};

Run trial(const std::string& id, Value lr, Value optimizer, Value loss, Value flag, TimeNs start)
{
    Run run = makeRun(id, id, start);
    run.config.makeObject() = {{"lr", std::move(lr)}, {"optimizer", std::move(optimizer)}, {"flag", std::move(flag)}};
    run.summary.makeObject() = {{"loss", std::move(loss)}};
    return run;
}

/// Sorted by name, so that rows are a, b, c, d.
RunList listOf(std::vector<Run> runs, RunListState state = {})
{
    RunTableBuilder builder;
    builder.apply(1, std::move(runs));
    state.sort = {{{ColumnOrigin::Field, Field::Name, {}}, false}};
    return makeRunList(builder.snapshot(), std::move(state), 0);
}

std::vector<Run> fourTrials()
{
    return {trial("a", 0.1, "sgd", 0.5, true, 4'000'000'000'000'000'001),
            trial("b", std::int64_t{1}, "adam10", std::numeric_limits<double>::infinity(), false, 2'000'000'000),
            trial("c", {}, "adam9", std::nan(""), {}, 3'000'000'000), trial("d", 0.001, {}, 2.5, true, 5'000'000'000)};
}

std::vector<std::string> names(const RunList& list)
{
    std::vector<std::string> result;
    for (const std::uint32_t row : list.rows)
        result.push_back(list.table->name(row));
    return result;
}

/// Names of the runs that a brush leaves.
std::vector<std::string> brushed(const std::vector<ValueAxis>& axes)
{
    const RunList list = listOf(fourTrials());
    std::vector<ColumnId> columns;
    for (const ValueAxis& axis : axes)
        columns.push_back(axis.column);
    RunListState state;
    state.filter = brushFilter(valuePoints(list, columns), axes);
    const RunList left = listOf(fourTrials(), state);
    EXPECT_FALSE(left.filterError) << toText(state.filter);
    return names(left);
}

using Names = std::vector<std::string>;

} // namespace

TEST(ValuePoints, numbersAreTheirOwnPlaces)
{
    const ValuePoints points = valuePoints(listOf(fourTrials()), {kLr, kLoss});
    ASSERT_EQ(points.axes.size(), 2U);
    const std::vector<double>& lr = points.axes[0].places;
    EXPECT_EQ(lr[0], 0.1);
    EXPECT_EQ(lr[1], 1);
    EXPECT_TRUE(std::isnan(lr[2])) << "it has none";
    EXPECT_EQ(points.axes[0].range, (Range{0.001, 1}));
    EXPECT_FALSE(points.axes[0].isCategorical());
    EXPECT_TRUE(std::isinf(points.axes[1].places[1]));
    EXPECT_EQ(points.axes[1].range, (Range{0.5, 2.5})) << "infinity is no end of it";
}

TEST(ValuePoints, othersAreCategoriesInNaturalOrder)
{
    const ValuePoints points = valuePoints(listOf(fourTrials()), {kOptimizer, kFlag});
    const ValuePlaces& optimizer = points.axes[0];
    EXPECT_EQ(optimizer.categories, (std::vector<Value>{"adam9", "adam10", "sgd"}));
    EXPECT_EQ(optimizer.places[0], 2);
    EXPECT_EQ(optimizer.places[1], 1);
    EXPECT_EQ(optimizer.places[2], 0);
    EXPECT_TRUE(std::isnan(optimizer.places[3]));
    EXPECT_EQ(optimizer.range, (Range{0, 2}));
    EXPECT_EQ(points.axes[1].categories.size(), 2U);
    EXPECT_EQ(points.axes[1].places[0], points.axes[1].places[3]);
    EXPECT_NE(points.axes[1].places[0], points.axes[1].places[1]);
}

TEST(ValuePoints, hiddenRunsAreMarkedAndFilteredOnesGone)
{
    RunListState state;
    state.hidden = {{1, makeRun("b").path}};
    state.search = "c";
    const ValuePoints searched = valuePoints(listOf(fourTrials(), state), {kLr});
    EXPECT_EQ(searched.rows.size(), 1U);
    state.search.clear();
    const ValuePoints points = valuePoints(listOf(fourTrials(), state), {kLr});
    EXPECT_EQ(points.shown, (std::vector<bool>{true, false, true, true}));
}

TEST(ValuePoints, aColumnThatNoRunHasIsEmpty)
{
    const ValuePoints points = valuePoints(listOf(fourTrials()), {configColumn({"none"})});
    EXPECT_TRUE(points.axes[0].range.isEmpty());
    EXPECT_EQ(points.axes[0].places.size(), 4U);
    EXPECT_TRUE(valuePoints({}, {kLr}).rows.empty());
}

TEST(ValuePoints, timesAreSeconds)
{
    const ValuePoints points = valuePoints(listOf(fourTrials()), {kCreated});
    EXPECT_EQ(points.axes[0].places[1], 2);
    EXPECT_EQ(points.axes[0].places[3], 5);
}

TEST(ValuePoints, brushesFilter)
{
    EXPECT_EQ(brushFilter({}, {}), Filter());
    EXPECT_EQ(brushed({{kLr, AxisScale::Log, {0.001, 0.1}}}), (Names{"a", "d"})) << "ends are inside";
    EXPECT_EQ(brushed({{kLr, AxisScale::Log, {0.01, std::nullopt}}}), (Names{"a", "b"}));
    EXPECT_EQ(brushed({{kOptimizer, AxisScale::Linear, {0.5, 2.2}}}), (Names{"a", "b"}));
    EXPECT_EQ(brushed({{kOptimizer, AxisScale::Linear, {-1, 0.4}}}), Names{"c"});
    EXPECT_EQ(brushed({{kOptimizer, AxisScale::Linear, {0.1, 0.9}}}), Names{}) << "between two";
    EXPECT_EQ(brushed({{kFlag, AxisScale::Linear, {1, 1}}}), (Names{"a", "d"}));
    EXPECT_EQ(brushed({{kLr, AxisScale::Linear, {0, 0.5}}, {kLoss, AxisScale::Linear, {1, 3}}}), Names{"d"});
    EXPECT_EQ(brushed({{kLr}}), (Names{"a", "b", "c", "d"}));
    EXPECT_EQ(brushed({{kCreated, AxisScale::Linear, {2, 3}}}), (Names{"b", "c"}));
    const double late = 4e9;
    EXPECT_EQ(brushed({{kCreated, AxisScale::Linear, {late, late}}}), Names{"a"}) << "though no double is that exact";
}

/// What a brush leaves are the runs that lie inside it.
TEST(ValuePoints, randomBrushesLeaveWhatLiesInside)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const auto number = [&random] { return static_cast<double>(random() % 41) / 4 - 5; };
    for (int round = 0; round < 30; ++round) {
        std::vector<runglass::Run> runs;
        for (int i = 0; i < 40; ++i) {
            const auto some = [&](Value value) { return random() % 6 == 0 ? Value() : std::move(value); };
            const char* texts[] = {"a", "b 1", "b 2", "c'd"};
            runs.push_back(trial("run" + std::to_string(100 + i), some(number()), some(texts[random() % 4]),
                                 some(number()), some(random() % 2 == 0), 1));
        }
        const RunList list = listOf(runs);
        std::vector<ValueAxis> axes{{kLr}, {kOptimizer}, {kLoss}, {kFlag}};
        for (ValueAxis& axis : axes) {
            if (random() % 2 == 0)
                axis.limits.lo = number() - 2;
            if (random() % 2 == 0)
                axis.limits.hi = number() + 3;
        }
        const ValuePoints points = valuePoints(list, {kLr, kOptimizer, kLoss, kFlag});
        Names expected;
        for (std::size_t i = 0; i < points.rows.size(); ++i) {
            bool isInside = true;
            for (std::size_t axis = 0; axis < axes.size(); ++axis) {
                const AxisLimits& limits = axes[axis].limits;
                const double place = points.axes[axis].places[i];
                isInside = isInside && (!limits.lo || place >= *limits.lo) && (!limits.hi || place <= *limits.hi);
            }
            if (isInside)
                expected.push_back(list.table->name(points.rows[i]));
        }
        RunListState state;
        state.filter = brushFilter(points, axes);
        ASSERT_EQ(names(listOf(runs, state)), expected) << toText(state.filter);
    }
}

} // namespace runglass::test
