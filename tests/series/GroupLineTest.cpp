// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/GroupLine.h"

#include "tests/series/Reference.h"

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

std::vector<double> places(const Line& line)
{
    std::vector<double> all(line.size());
    line.copyX(0, all);
    return all;
}

std::vector<double> values(const std::shared_ptr<const Line>& line)
{
    std::vector<double> all(line->size());
    line->copyValues(0, all);
    return all;
}

std::vector<LineSegments> runsOf(const Value& runs)
{
    std::vector<LineSegments> result;
    for (const Value& run : runs.array()) {
        LineSegments& segments = result.emplace_back();
        for (const Value& segment : run.array())
            segments.push_back(lineOf(numbers(member(segment, "x")), numbers(member(segment, "y"))));
    }
    return result;
}

/// Runs at some of the same places, with gaps, one or two segments each.
std::vector<LineSegments> randomRuns(std::mt19937& random, std::size_t count)
{
    std::vector<LineSegments> runs(count);
    std::uniform_int_distribution<int> step(0, 3), kind(0, 12);
    std::normal_distribution<double> value(0, 1);
    for (LineSegments& run : runs) {
        double x = step(random);
        for (int segment = 0; segment <= static_cast<int>(random() % 2); ++segment) {
            std::vector<double> xs, ys;
            for (std::size_t i = 0; i < 1 + random() % 60; ++i) {
                xs.push_back(x += step(random));
                const int drawn = kind(random);
                ys.push_back(drawn == 0 ? kNaN : drawn == 1 ? kInfinity : value(random));
            }
            x += 1 + step(random);
            run.push_back(lineOf(xs, ys));
        }
    }
    return runs;
}

TEST(GroupLine, IsWhatPandasMakesOfIt)
{
    for (const Value& one : reference("groups")) {
        const std::vector<LineSegments> runs = runsOf(member(one, "runs"));
        const std::map<std::string, Aggregate> aggregates = {
            {"mean", Aggregate::Mean}, {"median", Aggregate::Median}, {"min", Aggregate::Min}, {"max", Aggregate::Max}};
        for (const auto& [name, aggregate] : aggregates) {
            SCOPED_TRACE(name);
            const GroupLine group = groupLine(runs, aggregate, Band::MinMax);
            ASSERT_TRUE(group.line);
            EXPECT_EQ(places(*group.line), numbers(member(one, "axis")));
            expectNear(values(group.line), numbers(member(one, name)));
            expectNear(values(group.lower), numbers(member(one, "min")));
            expectNear(values(group.upper), numbers(member(one, "max")));
            expectNear({group.counts.begin(), group.counts.end()}, numbers(member(one, "count")));
        }
        const std::vector<double> mean = numbers(member(one, "mean"));
        for (const Band band : {Band::StdDev, Band::StdErr}) {
            const std::vector<double> half = numbers(member(one, band == Band::StdDev ? "std" : "stderr"));
            const GroupLine group = groupLine(runs, Aggregate::Median, band);
            std::vector<double> below(mean), above(mean);
            for (std::size_t i = 0; i < mean.size(); ++i) {
                below[i] -= half[i];
                above[i] += half[i];
            }
            expectNear(values(group.lower), below);
            expectNear(values(group.upper), above);
        }
    }
}

TEST(GroupLine, IsTheSameInAnyOrderOfTheRuns)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 30; ++round) {
        std::vector<LineSegments> runs = randomRuns(random, 2 + random() % 6);
        const GroupLine one = groupLine(runs, Aggregate::Mean, Band::StdDev);
        std::shuffle(runs.begin(), runs.end(), random);
        const GroupLine other = groupLine(runs, Aggregate::Mean, Band::StdDev);
        ASSERT_EQ(places(*one.line), places(*other.line));
        ASSERT_EQ(one.counts, other.counts);
        ASSERT_EQ(one.strange, other.strange);
        expectNear(values(one.line), values(other.line));
        for (std::size_t i = 0; i < one.upper->size(); ++i)
            ASSERT_TRUE(std::isnan(one.upper->value(i)) ||
                        std::abs(one.upper->value(i) - other.upper->value(i)) < 1e-12);
    }
}

TEST(GroupLine, EachPlaceIsWhatTheRunsAreThere)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 30; ++round) {
        const std::vector<LineSegments> runs = randomRuns(random, 1 + random() % 7);
        const GroupLine mean = groupLine(runs, Aggregate::Mean, Band::MinMax);
        const GroupLine median = groupLine(runs, Aggregate::Median, Band::StdErr);
        for (std::size_t i = 0; i < mean.line->size(); ++i) {
            const GroupStats stats = groupStats(runs, mean.line->x(i));
            ASSERT_EQ(stats.count, mean.counts[i]);
            ASSERT_NEAR(stats.mean, mean.line->value(i), 1e-14);
            ASSERT_NEAR(stats.min, mean.lower->value(i), 1e-14);
            ASSERT_NEAR(stats.max, mean.upper->value(i), 1e-14);
            ASSERT_NEAR(stats.median, median.line->value(i), 1e-14);
            if (stats.count > 1)
                ASSERT_NEAR(stats.mean + stats.stdErr, median.upper->value(i), 1e-14);
            else
                ASSERT_TRUE(std::isnan(median.upper->value(i)) && std::isnan(stats.stdErr));
        }
    }
}

TEST(GroupLine, NoPointOfARunIsLeftOutOfTheBand)
{
    std::mt19937 random(11);
    const std::vector<LineSegments> runs = randomRuns(random, 8);
    const GroupLine group = groupLine(runs, Aggregate::Mean, Band::MinMax);
    for (const LineSegments& run : runs) {
        for (const auto& segment : run) {
            for (std::size_t i = 0; i < segment->size(); ++i) {
                const bool isLast = i + 1 == segment->size() || segment->x(i + 1) != segment->x(i);
                if (!isLast || !std::isfinite(segment->value(i)))
                    continue;
                const std::size_t at = group.line->firstFrom(segment->x(i));
                ASSERT_EQ(group.line->x(at), segment->x(i));
                ASSERT_LE(group.lower->value(at), segment->value(i));
                ASSERT_GE(group.upper->value(at), segment->value(i));
            }
        }
    }
}

TEST(GroupLine, WhereThereIsTooMuchPlacesAreLeftOutButNoPoint)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::vector<LineSegments> runs;
    for (int run = 0; run < 9; ++run) {
        std::vector<double> x, y;
        double place = 0;
        for (int i = 0; i < 2000; ++i) {
            x.push_back(place += std::uniform_real_distribution<double>(0.5, 1.5)(random));
            y.push_back(std::normal_distribution<double>()(random));
        }
        runs.push_back({lineOf(x, y)});
    }
    const GroupLine whole = groupLine(runs, Aggregate::Mean, Band::MinMax);
    const GroupLine some = groupLine(runs, Aggregate::Mean, Band::MinMax, {}, 20'000);
    ASSERT_EQ(whole.line->size(), 18'000U);
    EXPECT_LT(some.line->size(), 4'000U);
    EXPECT_GT(some.line->size(), 500U);
    const GroupLine least = groupLine(runs, Aggregate::Min, Band::None, {}, 20'000);
    ASSERT_EQ(places(*least.line), places(*some.line));
    EXPECT_EQ(values(least.line), values(some.lower));
    std::size_t at = 0;
    for (std::size_t i = 0; i < whole.line->size(); ++i) {
        const double x = whole.line->x(i);
        while (at + 1 < some.line->size() && some.line->x(at + 1) <= x)
            ++at;
        ASSERT_TRUE(some.line->x(at) != x || std::abs(some.line->value(at) - whole.line->value(i)) < 1e-12);
    }
    for (const LineSegments& run : runs) {
        for (std::size_t i = 0; i < run[0]->size(); ++i) {
            const std::size_t place = some.line->firstAbove(run[0]->x(i)) - 1;
            ASSERT_LE(some.lower->value(place), run[0]->value(i));
            ASSERT_GE(some.upper->value(place), run[0]->value(i));
        }
    }
    std::shuffle(runs.begin(), runs.end(), random);
    EXPECT_EQ(places(*groupLine(runs, Aggregate::Mean, Band::MinMax, {}, 20'000).line), places(*some.line));
    // Where all have the same places there is much less to work out than they have points.
    const std::vector<LineSegments> same(90, runs[0]);
    EXPECT_EQ(groupLine(same, Aggregate::Mean, Band::None, {}, 400'000).line->size(), 2000U);
}

TEST(GroupLine, OfOneRunIsTheRunWithItsGaps)
{
    const LineSegments run{lineOf({0, 1, 2, 4, 5}, {3, kNaN, 1, 7, kInfinity})};
    const GroupLine group = groupLine({run}, Aggregate::Median, Band::StdDev);
    EXPECT_EQ(places(*group.line), (std::vector<double>{0, 2, 4}));
    EXPECT_EQ(values(group.line), (std::vector<double>{3, 1, 7}));
    expectNear(values(group.upper), {kNaN, kNaN, kNaN});
    EXPECT_EQ(group.strange, (std::vector<StrangePoint>{{1, kNaN}, {5, kInfinity}}));
}

TEST(GroupLine, ARunWithoutAValueThereDoesNotCount)
{
    const std::vector<LineSegments> runs{
        {lineOf({0, 10}, {0, 10})}, {lineOf({5, 6}, {100, 100})}, {lineOf({0, 5, 10}, {-1, kNaN, -1})}};
    const GroupLine group = groupLine(runs, Aggregate::Mean, Band::None);
    EXPECT_EQ(places(*group.line), (std::vector<double>{0, 5, 6, 10}));
    EXPECT_EQ(values(group.line), (std::vector<double>{-0.5, 52.5, 53, 4.5}));
    EXPECT_EQ(group.counts, (std::vector<std::uint32_t>{2, 2, 2, 2}));
    EXPECT_FALSE(group.lower || group.upper);
}

TEST(GroupLine, OfSeveralValuesAtOnePlaceTheLastCounts)
{
    const GroupLine group = groupLine({{lineOf({0, 1, 1, 1, 2}, {0, 5, 6, 7, 8})}, {lineOf({1, 1}, {9, kNaN})}},
                                      Aggregate::Mean, Band::None);
    EXPECT_EQ(places(*group.line), (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(values(group.line), (std::vector<double>{0, 7, 8}));
    EXPECT_EQ(group.strange.size(), 1U);
}

TEST(GroupLine, ARunThatWasSetBackCountsFromThere)
{
    const LineSegments run{lineOf({0, 1, 2, 3, 4, 5}, {0, 0, 0, 0, 0, 0}), lineOf({2, 3, 4}, {7, 7, 7})};
    const GroupLine group = groupLine({run}, Aggregate::Max, Band::None);
    EXPECT_EQ(places(*group.line), (std::vector<double>{0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(values(group.line), (std::vector<double>{0, 0, 7, 7, 7, 0}));
    EXPECT_EQ(groupStats({run}, 3).mean, 7);
    EXPECT_EQ(groupStats({run}, 1.5).count, 0U) << "between what holds before and from there on is nothing";
    EXPECT_EQ(groupStats({run}, 0.5).count, 1U);
}

TEST(GroupLine, TheLargestNumbersStayNumbers)
{
    const double most = std::numeric_limits<double>::max();
    const std::vector<LineSegments> runs{{lineOf({0, 2}, {most, -most})}, {lineOf({0, 1, 2}, {most, 0, most})}};
    const GroupLine group = groupLine(runs, Aggregate::Mean, Band::MinMax);
    EXPECT_EQ(values(group.line)[0], most);
    EXPECT_EQ(values(group.line)[1], 0);
    EXPECT_EQ(values(groupLine(runs, Aggregate::Median, Band::None).line)[0], most);
}

TEST(GroupLine, WithoutAnythingFiniteThereIsNoLine)
{
    EXPECT_FALSE(groupLine({}, Aggregate::Mean, Band::MinMax).line);
    const GroupLine group = groupLine({{}, {lineOf({1}, {kNaN})}, {lineOf({}, {})}}, Aggregate::Mean, Band::MinMax);
    EXPECT_FALSE(group.line);
    EXPECT_EQ(group.strange, (std::vector<StrangePoint>{{1, kNaN}}));
    EXPECT_EQ(groupStats({{lineOf({1}, {kNaN})}}, 1).count, 0U);
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_FALSE(groupLine({{lineOf({1}, {1})}}, Aggregate::Mean, Band::MinMax, cancel).line);
}

} // namespace
} // namespace runglass::test
