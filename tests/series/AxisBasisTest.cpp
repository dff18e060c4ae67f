// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/AxisBasis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

namespace runglass::test
{
namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::shared_ptr<const Line> logged(int segment, std::vector<std::int64_t> steps, std::vector<double> times,
                                   std::vector<double> values)
{
    Series series;
    series.id = {segment, false, {"loss"}};
    series.step = std::move(steps);
    series.time = std::move(times);
    series.values = std::move(values);
    return std::make_shared<const Line>(series);
}

/// Points as (x, step, value).
using Points = std::vector<std::tuple<double, std::int64_t, double>>;

Points points(const std::shared_ptr<const Line>& line)
{
    Points result;
    for (std::size_t i = 0; i < line->size(); ++i)
        result.emplace_back(line->x(i), line->step(i), line->value(i));
    return result;
}

const LineSegments kRun{logged(0, {0, 1, 2}, {1000, 1010, 1030}, {5, 4, 3}),
                        logged(1, {3, 4}, {5000, 5007}, {2, kNaN})};
const std::vector<SegmentClock> kClocks{{0, 990, 50}, {1, 4990, 20}};

TEST(AxisBasis, StepIsTheLineAsItIs)
{
    const PlacedLines placed = overAxis(kRun, {});
    EXPECT_EQ(placed.segments, kRun);
    EXPECT_EQ(placed.unplaced, 0U);
}

TEST(AxisBasis, RelativeTimeCountsFromTheStartOfTheRun)
{
    const PlacedLines placed = overAxis(kRun, {XAxisKind::RelativeWall, kClocks, {}});
    ASSERT_EQ(placed.segments.size(), 2U);
    EXPECT_EQ(points(placed.segments[0]), (Points{{10, 0, 5}, {20, 1, 4}, {40, 2, 3}}));
    EXPECT_EQ(placed.segments[1]->x(1), 4017);
    EXPECT_TRUE(std::isnan(placed.segments[1]->value(1))) << "marks keep their places";
    EXPECT_EQ(placed.segments[1]->step(1), 4);
    EXPECT_EQ(placed.segments[1]->time(1), 5007);
    EXPECT_FALSE(placed.segments[1]->hasSteps()) << "its x is none";
    const PlacedLines unknown = overAxis(kRun, {XAxisKind::RelativeWall, {}, {}});
    EXPECT_EQ(unknown.segments[0]->x(0), 0) << "from the first time there is";
    EXPECT_EQ(unknown.segments[1]->x(0), 4000);
}

TEST(AxisBasis, ProcessTimeLeavesOutThePausesBetweenSegments)
{
    const PlacedLines placed = overAxis(kRun, {XAxisKind::RelativeProcess, kClocks, {}});
    EXPECT_EQ(placed.segments[0]->x(2), 40);
    EXPECT_EQ(points(placed.segments[1])[0], (std::tuple<double, std::int64_t, double>{60, 3, 2}));
    EXPECT_EQ(placed.segments[1]->x(1), 67);
    const PlacedLines unknown = overAxis(kRun, {XAxisKind::RelativeProcess, {{0, kNaN, 50}, {1, kNaN, 0}}, {}});
    EXPECT_EQ(unknown.segments[0]->x(1), 10);
    EXPECT_EQ(unknown.segments[1]->x(1), 57);
}

TEST(AxisBasis, WallTimeIsTheTimeAndWhatHasNoneIsCounted)
{
    const LineSegments run{logged(0, {0, 1, 2}, {1000, kNaN, 1030}, {5, 4, 3}), logged(1, {3}, {kNaN}, {2})};
    const PlacedLines placed = overAxis(run, {XAxisKind::WallTime, {}, {}});
    ASSERT_EQ(placed.segments.size(), 1U);
    EXPECT_EQ(points(placed.segments[0]), (Points{{1000, 0, 5}, {1030, 2, 3}}));
    EXPECT_EQ(placed.unplaced, 2U);
}

TEST(AxisBasis, AClockThatWasSetBackIsPutInOrder)
{
    const LineSegments run{logged(0, {0, 1, 2, 3}, {1000, 1010, 1005, 1010}, {1, 2, 3, 4})};
    const PlacedLines placed = overAxis(run, {XAxisKind::WallTime, {}, {}});
    EXPECT_EQ(points(placed.segments[0]), (Points{{1000, 0, 1}, {1005, 2, 3}, {1010, 1, 2}, {1010, 3, 4}}));
}

TEST(AxisBasis, AMetricIsJoinedByStepAndSegment)
{
    const LineSegments epoch{logged(0, {0, 2, 9}, {0, 0, 0}, {0, 1.5, 7}), logged(1, {2, 4}, {0, 0}, {8, 9})};
    const PlacedLines placed = overAxis(kRun, {XAxisKind::Metric, {}, epoch});
    ASSERT_EQ(placed.segments.size(), 2U);
    EXPECT_EQ(points(placed.segments[0]), (Points{{0, 0, 5}, {1.5, 2, 3}}));
    EXPECT_EQ(placed.segments[1]->size(), 1U);
    EXPECT_EQ(placed.segments[1]->x(0), 9);
    EXPECT_EQ(placed.unplaced, 2U);
    const PlacedLines none = overAxis(kRun, {XAxisKind::Metric, {}, {}});
    EXPECT_TRUE(none.segments.empty());
    EXPECT_EQ(none.unplaced, 5U);
}

TEST(AxisBasis, AMetricThatFallsOrIsNotFinitePutsPointsInItsOrder)
{
    const LineSegments run{logged(0, {0, 1, 2, 3, 4}, {0, 1, 2, 3, 4}, {10, 11, 12, 13, 14})};
    const LineSegments rate{logged(0, {0, 1, 2, 3, 4}, {0, 1, 2, 3, 4}, {3, 1, kNaN, kInfinity, 1})};
    const PlacedLines placed = overAxis(run, {XAxisKind::Metric, {}, rate});
    EXPECT_EQ(points(placed.segments[0]), (Points{{1, 1, 11}, {1, 4, 14}, {3, 0, 10}}));
    EXPECT_EQ(placed.segments[0]->time(1), 4);
    EXPECT_EQ(placed.unplaced, 2U);
}

TEST(AxisBasis, StepsThatComeSeveralTimesGoInTheirOrder)
{
    const LineSegments run{logged(0, {1, 1, 1, 2}, {0, 0, 0, 0}, {10, 11, 12, 13})};
    const LineSegments x{logged(0, {1, 1, 2, 2}, {0, 0, 0, 0}, {5, 6, 7, 8})};
    EXPECT_EQ(points(overAxis(run, {XAxisKind::Metric, {}, x}).segments[0]),
              (Points{{5, 1, 10}, {6, 1, 11}, {6, 1, 12}, {7, 2, 13}}));
}

TEST(AxisBasis, IntegersStayExact)
{
    Series series;
    series.id = {0, false, {"count"}};
    series.step = {0, 1};
    series.time = {20, 10};
    series.values = std::vector<std::int64_t>{9007199254740993, 1};
    const PlacedLines placed = overAxis({std::make_shared<const Line>(series)}, {XAxisKind::WallTime, {}, {}});
    EXPECT_TRUE(placed.segments[0]->hasIntegers());
    EXPECT_EQ(placed.segments[0]->integer(1), 9007199254740993);
    EXPECT_EQ(placed.segments[0]->id(), series.id);
}

/// The join as a map from steps, which come once each.
TEST(AxisBasis, RandomMetricsAreJoinedAsBySearching)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const auto someLine = [&random](std::map<std::int64_t, double>& known) {
        std::vector<std::int64_t> steps;
        std::vector<double> times, values;
        std::int64_t step = 0;
        for (std::size_t i = 0; i < 1 + random() % 3000; ++i) {
            steps.push_back(step += 1 + static_cast<std::int64_t>(random() % 3));
            times.push_back(static_cast<double>(i));
            values.push_back(random() % 9 == 0 ? kNaN : static_cast<double>(random() % 500));
            known[step] = values.back();
        }
        return logged(0, steps, times, values);
    };
    for (int round = 0; round < 20; ++round) {
        std::map<std::int64_t, double> values, places;
        const LineSegments run{someLine(values)}, metric{someLine(places)};
        const PlacedLines placed = overAxis(run, {XAxisKind::Metric, {}, metric});
        std::map<std::int64_t, double> expected;
        for (const auto& [step, value] : values) {
            const auto place = places.find(step);
            if (place != places.end() && std::isfinite(place->second))
                expected[step] = place->second;
        }
        std::map<std::int64_t, double> found;
        for (const auto& line : placed.segments) {
            for (std::size_t i = 0; i < line->size(); ++i) {
                found[line->step(i)] = line->x(i);
                ASSERT_TRUE(i == 0 || line->x(i - 1) <= line->x(i));
                const double value = values[line->step(i)];
                ASSERT_TRUE(line->value(i) == value || (std::isnan(value) && std::isnan(line->value(i))));
            }
        }
        ASSERT_EQ(found, expected);
        ASSERT_EQ(placed.unplaced, values.size() - expected.size());
    }
}

TEST(AxisBasis, IsGivenUpWhenCancelled)
{
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_TRUE(overAxis(kRun, {XAxisKind::WallTime, {}, {}}, cancel).segments.empty());
}

} // namespace
} // namespace runglass::test
