// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Line.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace runglass
{
namespace
{

Series seriesOf(std::vector<std::int64_t> steps, SeriesValues values)
{
    Series series;
    series.id = {1, false, {"loss"}};
    for (const std::int64_t step : steps)
        series.time.push_back(1.7e9 + static_cast<double>(step));
    series.step = std::move(steps);
    series.values = std::move(values);
    return series;
}

TEST(Line, IsMadeOfASeriesOfAnyKind)
{
    const Line integers(seriesOf({0, 5, 9}, std::vector<std::int64_t>{4, -2, 9007199254740993}));
    EXPECT_EQ(integers.id(), (SeriesId{1, false, {"loss"}}));
    EXPECT_EQ(integers.kind(), SeriesKind::Integer);
    EXPECT_TRUE(integers.hasIntegers());
    EXPECT_EQ(integers.integer(2), 9007199254740993);
    EXPECT_EQ(integers.value(1), -2);
    EXPECT_EQ(integers.step(1), 5);
    EXPECT_EQ(integers.time(2), 1.7e9 + 9);
    EXPECT_EQ(integers.xRange(), (Range{0, 9}));
    EXPECT_EQ(integers.valueRange({0, 5}), (Range{-2, 4}));
    EXPECT_TRUE(integers.valueRange({6, 8}).isEmpty());
    const Line bools(seriesOf({0, 1}, std::vector<std::uint8_t>{1, 0}));
    EXPECT_EQ(bools.value(0), 1);
    EXPECT_EQ(bools.lastValue(), 0);
    const Line any(seriesOf({0, 1, 2, 3}, std::vector<Value>{"text", std::int64_t{3}, 0.5, true}));
    EXPECT_TRUE(std::isnan(any.value(0)));
    EXPECT_EQ(any.value(1), 3);
    EXPECT_EQ(any.value(2), 0.5);
    EXPECT_EQ(any.value(3), 1);
    EXPECT_TRUE(any.extent().hasNaN);
}

TEST(Line, GrowsWithoutMovingWhatIsSeenOfIt)
{
    LineRows rows;
    Line line({0, false, {"loss"}}, SeriesKind::Double);
    std::vector<Line> seen;
    for (std::int64_t i = 0; i < 3000; i += 30) {
        std::vector<std::int64_t> steps(30);
        std::vector<double> times(30), values(30);
        for (std::int64_t k = 0; k < 30; ++k) {
            steps[static_cast<std::size_t>(k)] = i + k;
            times[static_cast<std::size_t>(k)] = 1.7e9;
            values[static_cast<std::size_t>(k)] = static_cast<double>(i + k) / 7;
        }
        rows.append(steps, times);
        Line next = line;
        next.append(rows, values);
        seen.push_back(line);
        line = next;
    }
    ASSERT_EQ(line.size(), 3000U);
    EXPECT_EQ(line.extent().range(), (Range{0, 2999.0 / 7}));
    for (std::size_t i = 1; i < seen.size(); ++i) {
        ASSERT_EQ(seen[i].size(), i * 30);
        ASSERT_EQ(seen[i].xRange(), (Range{0, static_cast<double>(i * 30 - 1)}));
        ASSERT_EQ(seen[i].lastValue(), static_cast<double>(i * 30 - 1) / 7);
        ASSERT_EQ(seen[i].extent().max, seen[i].lastValue());
    }
}

TEST(Line, MayHaveFewerPointsThanItsRows)
{
    LineRows rows;
    rows.append(std::vector<std::int64_t>{0, 1, 2, 3}, std::vector<double>{1, 2, 3, 4});
    Line line({}, SeriesKind::Double);
    line.append(rows, std::vector<double>{5, 6});
    EXPECT_EQ(line.xRange(), (Range{0, 1}));
    EXPECT_EQ(line.firstAbove(10), 2U);
    EXPECT_EQ(line.nearest(3), 1U);
}

TEST(Line, FindsPlacesOfX)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> advance(0, 3);
    std::vector<double> x;
    for (double step = 0; x.size() < 3000; step += advance(random))
        x.push_back(step);
    const Line line(x, x);
    std::uniform_real_distribution<double> any(-5, x.back() + 5);
    for (int i = 0; i < 500; ++i) {
        const double place = i % 2 ? std::floor(any(random)) : any(random);
        const auto from = static_cast<std::ptrdiff_t>(i);
        ASSERT_EQ(line.firstFrom(place, static_cast<std::size_t>(i)),
                  static_cast<std::size_t>(std::lower_bound(x.begin() + from, x.end(), place) - x.begin()));
        ASSERT_EQ(line.firstAbove(place, static_cast<std::size_t>(i)),
                  static_cast<std::size_t>(std::upper_bound(x.begin() + from, x.end(), place) - x.begin()));
    }
}

TEST(Line, FindsTheNearestPoint)
{
    const Line line({0, 10, 10, 20}, {1, 2, 3, 4});
    EXPECT_EQ(line.nearest(-5), 0U);
    EXPECT_EQ(line.nearest(4), 0U);
    EXPECT_EQ(line.nearest(6), 2U);
    EXPECT_EQ(line.nearest(10), 2U);
    EXPECT_EQ(line.nearest(14), 2U);
    EXPECT_EQ(line.nearest(16), 3U);
    EXPECT_EQ(line.nearest(1e9), 3U);
    EXPECT_FALSE(Line().nearest(3));
    EXPECT_TRUE(Line().xRange().isEmpty());
}

} // namespace
} // namespace runglass
