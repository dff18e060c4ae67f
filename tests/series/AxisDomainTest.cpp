// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/AxisDomain.h"

#include "models/series/PixelColumns.h"
#include "tests/series/Reference.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace runglass::test
{
namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr Range kAll{-1e300, 1e300};

std::vector<double> counted(std::size_t count)
{
    std::vector<double> x(count);
    std::iota(x.begin(), x.end(), 0.0);
    return x;
}

TEST(AxisDomain, OutliersAreWhatNumpyLeavesBeyondItsQuantiles)
{
    for (const Value& one : reference("outliers")) {
        LineSegments lines;
        for (const Value& line : member(one, "lines").array())
            lines.push_back(lineOf(counted(line.array().size()), numbers(line)));
        const Range range = outlierRange(lines, kAll);
        expectNear({range.lo, range.hi}, {member(one, "low").toDouble(), member(one, "high").toDouble()});
    }
}

TEST(AxisDomain, OutliersAreOfTheRangeInSightAndOfFiniteValues)
{
    std::vector<double> values(100);
    std::iota(values.begin(), values.end(), 1.0);
    values[40] = kNaN;
    values[41] = kInfinity;
    values[99] = 1e9;
    const LineSegments lines{lineOf(counted(100), values), lineOf({}, {})};
    EXPECT_EQ(outlierRange(lines, {0, 20}), (Range{2, 20}));
    EXPECT_LT(outlierRange(lines, kAll).hi, 97);
    EXPECT_TRUE(outlierRange(lines, {40, 41}).isEmpty());
    EXPECT_TRUE(outlierRange({}, kAll).isEmpty());
    const LineSegments some{lineOf(counted(4), {-5, 0, 3, 3})};
    EXPECT_EQ(outlierRange(some, kAll, AxisScale::Log), (Range{3, 3}));
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_TRUE(outlierRange(some, kAll, AxisScale::Linear, cancel).isEmpty());
}

TEST(AxisDomain, LogarithmicAxesHaveWhatIsAboveZero)
{
    const auto mixed = lineOf({-2, 0, 0, 1, 2, 3}, {4, 0, -1, 0.5, kInfinity, 8});
    EXPECT_EQ(positiveRange(*mixed, kAll), (Range{0.5, 8}));
    EXPECT_EQ(positiveRange(*mixed, {-0.5, 0.5}), Range());
    EXPECT_EQ(positiveRange(*mixed, {-5, 0}), (Range{4, 4}));
    EXPECT_EQ(positiveXRange(*mixed), (Range{1, 3}));
    EXPECT_TRUE(positiveXRange(*lineOf({-1, 0}, {1, 1})).isEmpty());
    const auto shown = onLogAxis(mixed);
    EXPECT_EQ(shown->value(0), 4);
    EXPECT_EQ(shown->value(1), -kInfinity);
    EXPECT_EQ(shown->value(2), -kInfinity);
    EXPECT_EQ(shown->value(4), kInfinity);
    EXPECT_EQ(shown->x(3), 1);
    const auto positive = lineOf({0, 1}, {kNaN, 2});
    EXPECT_EQ(onLogAxis(positive), positive);
}

TEST(AxisDomain, PixelsOfALogarithmicAxisAreEvenInPowers)
{
    const Range decades{0.01, 100};
    EXPECT_EQ(pixelOf(0.01, decades, 400, AxisScale::Log), 0);
    EXPECT_EQ(pixelOf(1.001, decades, 400, AxisScale::Log), 200);
    EXPECT_EQ(pixelOf(100, decades, 400, AxisScale::Log), 399);
    for (const AxisScale scale : {AxisScale::Linear, AxisScale::Log}) {
        for (const double pixel : {0.0, 0.5, 7.25, 123.0, 400.0})
            EXPECT_EQ(pixelOf(xOfPixel(pixel + 0.01, decades, 400, scale), decades, 400, scale),
                      std::min(399, static_cast<int>(pixel)));
    }
    EXPECT_NEAR(xOfPixel(300, decades, 400, AxisScale::Log), 10, 1e-12);
}

TEST(AxisDomain, WhatLiesBelowALogarithmicAxisLeadsNowhere)
{
    const auto line = lineOf({-1, 0, 1, 10}, {5, 6, 7, 8});
    const PixelColumns reduced = reduce(*line, {1, 10}, 100, AxisScale::Log);
    EXPECT_FALSE(reduced.before);
    EXPECT_EQ(strokes(reduced), (std::vector<std::vector<Vertex>>{{{1, 7}, {10, 8}}}));
    EXPECT_EQ(reduce(*line, {5, 10}, 100, AxisScale::Log).before, (Vertex{1, 7}));
}

} // namespace
} // namespace runglass::test
