// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/PixelColumns.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

namespace runglass
{
namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

Line lineOf(std::vector<double> values)
{
    std::vector<double> x(values.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<double>(i);
    return {std::move(x), std::move(values)};
}

/// What a column must say, by looking at every point.
std::map<int, Extent> bruteForce(const Line& line, const Range& range, int pixels, AxisScale scale = AxisScale::Linear)
{
    std::map<int, Extent> result;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (range.contains(line.x(i)))
            result[pixelOf(line.x(i), range, pixels, scale)].add(line.value(i));
    }
    return result;
}

/// The finite stretches inside range, point by point: each must be one stroke.
std::size_t finiteStretches(const Line& line, const Range& range)
{
    std::size_t result = 0;
    bool inside = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!range.contains(line.x(i)))
            continue;
        const bool finite = std::isfinite(line.value(i));
        result += finite && !inside;
        inside = finite;
    }
    return result;
}

TEST(PixelColumns, EveryColumnIsExactOverIrregularSteps)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> advance(0, 40), kind(0, 60), width(1, 700);
    std::normal_distribution<double> value(0, 5);
    for (int round = 0; round < 60; ++round) {
        std::vector<double> x, y;
        double step = -500;
        for (int i = 0; i < 3000; ++i) {
            const int jump = advance(random);
            step += jump == 40 ? 2000 : jump / 8;
            x.push_back(step);
            const int k = kind(random);
            y.push_back(k == 0 ? kNaN : k == 1 ? kInfinity : k == 2 ? -kInfinity : value(random));
        }
        const Line line(x, y);
        std::uniform_real_distribution<double> place(-600, step + 100);
        const double a = place(random), b = place(random);
        const Range range{std::min(a, b), std::max(a, b) + 1};
        const int pixels = width(random);
        const PixelColumns reduced = reduce(line, range, pixels);
        const std::map<int, Extent> expected = bruteForce(line, range, pixels);
        ASSERT_EQ(reduced.columns.size(), expected.size());
        auto wanted = expected.begin();
        for (const PixelColumn& column : reduced.columns) {
            ASSERT_EQ(column.pixel, wanted->first);
            ASSERT_EQ(column.extent, wanted->second) << "pixel " << column.pixel;
            ++wanted;
        }
    }
}

/// Lines that were made in another way than of two lists: appended to piece by piece, of integers, over another axis,
/// with other values; on axes of both scales, zoomed in by up to a few points.
TEST(PixelColumns, EveryColumnIsExactHoweverTheLineWasMade)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const auto below = [&random](std::size_t most) { return random() % most; };
    for (int round = 0; round < 60; ++round) {
        const bool isInteger = below(2) == 0;
        LineRows rows;
        Line line({0, false, {"loss"}}, isInteger ? SeriesKind::Integer : SeriesKind::Double);
        std::int64_t step = static_cast<std::int64_t>(below(3));
        for (std::size_t piece = 0; piece < 1 + below(12); ++piece) {
            std::vector<std::int64_t> steps, integers;
            std::vector<double> times, doubles;
            for (std::size_t i = 0; i < 1 + below(700); ++i) {
                steps.push_back(step += static_cast<std::int64_t>(below(4)));
                times.push_back(static_cast<double>(step) / 3);
                integers.push_back(static_cast<std::int64_t>(below(1000)) - 500);
                const std::size_t kind = below(40);
                doubles.push_back(kind == 0   ? kNaN
                                  : kind == 1 ? kInfinity
                                  : kind == 2 ? -kInfinity
                                              : static_cast<double>(integers.back()) / 7);
            }
            rows.append(steps, times);
            if (isInteger)
                line.append(rows, integers);
            else
                line.append(rows, doubles);
        }
        if (below(2) == 0) {
            std::vector<double> x(line.size());
            line.copyX(0, x);
            for (double& place : x)
                place = place * 0.3 - 20;
            line = line.over(x);
        }
        if (below(2) == 0) {
            std::vector<double> values(line.size());
            line.copyValues(0, values);
            for (double& value : values)
                value = below(30) == 0 ? kNaN : -value;
            line = line.with(values);
        }
        const AxisScale scale = below(2) == 0 ? AxisScale::Linear : AxisScale::Log;
        const Range all = scale == AxisScale::Linear ? line.xRange() : Range{0.1, std::max(1.0, line.xRange().hi)};
        const double width = all.size() / static_cast<double>(1 + below(300)) + 0.01;
        const double begin = all.lo + (all.size() - width) * static_cast<double>(below(100)) / 100;
        const Range range{scale == AxisScale::Linear ? begin : std::max(begin, 0.1), std::max(begin, 0.1) + width};
        const int pixels = 1 + static_cast<int>(below(900));
        const std::map<int, Extent> expected = bruteForce(line, range, pixels, scale);
        std::map<int, Extent> found;
        std::size_t points = 0;
        for (const PixelColumn& column : reduce(line, range, pixels, scale).columns) {
            found[column.pixel] = column.extent;
            points += column.count;
        }
        ASSERT_EQ(found, expected);
        std::size_t inside = 0;
        for (std::size_t i = 0; i < line.size(); ++i)
            inside += range.contains(line.x(i));
        ASSERT_EQ(points, inside) << "each point is in one column";
    }
}

TEST(PixelColumns, StrokesTouchBothExtremesOfEveryColumn)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::normal_distribution<double> value(0, 5);
    std::vector<double> values(100'000);
    for (double& v : values)
        v = value(random);
    values[50'001] = 1e6;
    const Line line = lineOf(values);
    const PixelColumns reduced = reduce(line, line.xRange(), 300);
    const auto drawn = strokes(reduced);
    ASSERT_EQ(drawn.size(), 1U);
    EXPECT_LE(drawn[0].size(), 4U * 300);
    std::map<int, Extent> touched;
    for (const Vertex& vertex : drawn[0])
        touched[pixelOf(vertex.x, reduced.xRange, 300)].add(vertex.y);
    for (const PixelColumn& column : reduced.columns)
        ASSERT_EQ(touched[column.pixel], column.extent);
    EXPECT_EQ(touched[pixelOf(50'001, reduced.xRange, 300)].max, 1e6);
}

TEST(PixelColumns, ASpikeNeverVanishesAtAnyZoom)
{
    std::vector<double> values(200'000, 0.5);
    values[123'456] = 77;
    const Line line = lineOf(values);
    for (double half = 100'000; half > 1; half /= 1.7) {
        const Range range{123'456 - half, 123'456 + half};
        const PixelColumns reduced = reduce(line, range, 280);
        double highest = 0;
        for (const auto& stroke : strokes(reduced)) {
            for (const Vertex& vertex : stroke)
                highest = std::max(highest, vertex.y);
        }
        ASSERT_EQ(highest, 77) << "half width " << half;
    }
}

TEST(PixelColumns, GapsCutTheStroke)
{
    const Line line = lineOf({1, 2, kNaN, 3, kInfinity, kInfinity, 4, 5, -kInfinity});
    const auto drawn = strokes(reduce(line, line.xRange(), 900));
    const std::vector<std::vector<Vertex>> expected = {{{0, 1}, {1, 2}}, {{3, 3}}, {{6, 4}, {7, 5}}};
    EXPECT_EQ(drawn, expected);
    const PixelColumns reduced = reduce(line, line.xRange(), 900);
    EXPECT_TRUE(reduced.columns[2].extent.hasNaN);
    EXPECT_TRUE(reduced.columns[4].extent.hasPositiveInfinity);
    EXPECT_TRUE(reduced.columns[8].extent.hasNegativeInfinity);
    EXPECT_TRUE(reduced.columns[8].hasGap());
    EXPECT_FALSE(reduced.columns[7].hasGap());
    EXPECT_TRUE(reduced.gapAfter);
}

TEST(PixelColumns, FiniteStretchesWiderThanAPixelAreStrokesOfTheirOwn)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> kind(0, 4);
    for (int round = 0; round < 50; ++round) {
        std::vector<double> values(60);
        for (double& v : values)
            v = kind(random) == 0 ? kNaN : 1.0;
        const Line line = lineOf(values);
        ASSERT_EQ(strokes(reduce(line, line.xRange(), 600)).size(), finiteStretches(line, line.xRange()));
    }
}

TEST(PixelColumns, ZoomedInTheLineLeadsToItsNeighbours)
{
    const Line line = lineOf({0, 10, 20, 30});
    const auto between = strokes(reduce(line, {1.25, 1.75}, 100));
    EXPECT_EQ(between, (std::vector<std::vector<Vertex>>{{{1, 10}, {2, 20}}}));
    const auto around = strokes(reduce(line, {0.5, 1.5}, 100));
    EXPECT_EQ(around, (std::vector<std::vector<Vertex>>{{{0, 0}, {1, 10}, {2, 20}}}));
    const Line broken = lineOf({0, kNaN, 20, 30});
    EXPECT_TRUE(strokes(reduce(broken, {0.5, 1.5}, 100)).empty());
    EXPECT_EQ(strokes(reduce(broken, {0.5, 2.5}, 100)), (std::vector<std::vector<Vertex>>{{{2, 20}, {3, 30}}}));
}

TEST(PixelColumns, OnePointAndNone)
{
    const Line one({7}, {0.25});
    const auto drawn = strokes(reduce(one, {6, 8}, 300));
    EXPECT_EQ(drawn, (std::vector<std::vector<Vertex>>{{{7, 0.25}}}));
    EXPECT_EQ(reduce(one, {6, 8}, 300).columns.at(0).pixel, 150);
    const Line none({}, {});
    EXPECT_TRUE(reduce(none, {0, 1}, 300).columns.empty());
    EXPECT_TRUE(strokes(reduce(none, {0, 1}, 300)).empty());
    EXPECT_TRUE(none.xRange().isEmpty());
    EXPECT_FALSE(none.nearest(3));
}

TEST(PixelColumns, TheEndsOfTheRangeAreInside)
{
    const Line line = lineOf({1, 2, 3, 4, 5});
    const PixelColumns reduced = reduce(line, {0, 4}, 4);
    ASSERT_EQ(reduced.columns.size(), 4U);
    EXPECT_EQ(reduced.columns[3].count, 2U);
    EXPECT_EQ(reduced.columns[3].extent.max, 5);
    EXPECT_FALSE(reduced.before);
    EXPECT_FALSE(reduced.after);
}

} // namespace
} // namespace runglass
