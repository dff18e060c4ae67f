// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Smoothing.h"

#include "tests/series/Reference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace runglass::test
{
namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr Smoothing kSome[] = {{SmoothingKind::TimeWeightedEma, 0.7},
                               {SmoothingKind::Ema, 0.9},
                               {SmoothingKind::Gaussian, 3},
                               {SmoothingKind::RunningAverage, 8}};

SmoothingKind kindOf(const std::string& name)
{
    if (name == "time-weighted")
        return SmoothingKind::TimeWeightedEma;
    if (name == "ema")
        return SmoothingKind::Ema;
    return name == "gaussian" ? SmoothingKind::Gaussian : SmoothingKind::RunningAverage;
}

std::vector<double> values(const Line& line)
{
    std::vector<double> all(line.size());
    line.copyValues(0, all);
    return all;
}

/// Points with what is not finite among them, over an axis that rises unevenly.
struct Noise {
    explicit Noise(std::mt19937& random, std::size_t count)
    {
        std::uniform_int_distribution<int> kind(0, 15);
        std::normal_distribution<double> value(0, 5);
        std::exponential_distribution<double> step(0.3);
        double place = value(random);
        for (std::size_t i = 0; i < count; ++i) {
            x.push_back(place += step(random));
            const int drawn = kind(random);
            y.push_back(drawn == 0 ? kNaN : drawn == 1 ? kInfinity : drawn == 2 ? -kInfinity : value(random));
        }
    }

    std::vector<double> x, y;
};

TEST(Smoothing, IsWhatNumpyAndPandasMakeOfIt)
{
    for (const Value& one : reference("smoothing")) {
        const std::vector<double> x = numbers(member(one, "x")), y = numbers(member(one, "y"));
        for (const Value& outcome : member(one, "smoothed").array()) {
            const Smoothing smoothing{kindOf(member(outcome, "kind").text()), member(outcome, "amount").toDouble()};
            SCOPED_TRACE(member(outcome, "kind").text() + " " + std::to_string(smoothing.amount));
            expectNear(smooth(x, y, smoothing), numbers(member(outcome, "values")));
        }
    }
}

TEST(Smoothing, StaysBetweenTheLeastAndTheGreatest)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 40; ++round) {
        const Noise noise(random, 1 + random() % 300);
        Extent extent;
        extent.add(std::span(std::as_const(noise.y)));
        for (const Smoothing& smoothing : kSome) {
            const std::vector<double> smooth = runglass::smooth(noise.x, noise.y, smoothing);
            ASSERT_EQ(smooth.size(), noise.y.size());
            for (std::size_t i = 0; i < smooth.size(); ++i) {
                if (std::isnan(noise.y[i]))
                    ASSERT_TRUE(std::isnan(smooth[i]));
                else if (std::isinf(noise.y[i]))
                    ASSERT_EQ(smooth[i], noise.y[i]) << "marks stay where they are";
                else
                    ASSERT_TRUE(smooth[i] >= extent.min - 1e-9 && smooth[i] <= extent.max + 1e-9) << smooth[i];
            }
        }
    }
}

TEST(Smoothing, OfAConstantIsTheConstantAndOfOnePointThePoint)
{
    const std::vector<double> x{0, 1, 5, 6, 20, 21}, y(6, 0.1);
    for (const Smoothing& smoothing : kSome) {
        expectNear(smooth(x, y, smoothing), y);
        expectNear(smooth(std::vector{3.0}, std::vector{7.0}, smoothing), {7});
        expectNear(smooth({}, {}, smoothing), {});
        expectNear(smooth(std::vector{1.0, 1.0}, std::vector{kNaN, kInfinity}, smoothing), {kNaN, kInfinity});
    }
}

TEST(Smoothing, IsLinearInTheValues)
{
    std::mt19937 random(5);
    const Noise noise(random, 200);
    std::vector<double> scaled(noise.y);
    for (double& value : scaled)
        value = 3 - 2 * value;
    for (const Smoothing& smoothing : kSome) {
        std::vector<double> expected = smooth(noise.x, noise.y, smoothing);
        for (double& value : expected)
            value = 3 - 2 * value;
        expectNear(smooth(noise.x, scaled, smoothing), expected);
    }
}

TEST(Smoothing, ExponentialOnesDoNotKnowWhatComes)
{
    std::mt19937 random(6);
    const Noise noise(random, 150);
    const std::span<const double> x(noise.x), y(noise.y);
    const Smoothing ema{SmoothingKind::Ema, 0.95};
    std::vector<double> whole = smooth(x, y, ema);
    whole.resize(70);
    expectNear(smooth(x.first(70), y.first(70), ema), whole);
}

TEST(Smoothing, TimeWeightedIsTheSameOnAnyScaleAndInAnyDensity)
{
    std::mt19937 random(7);
    Noise noise(random, 300);
    const Smoothing smoothing{SmoothingKind::TimeWeightedEma, 0.8};
    const std::vector<double> expected = smooth(noise.x, noise.y, smoothing);
    for (double& place : noise.x)
        place = 1000 + 7 * place;
    const std::vector<double> moved = smooth(noise.x, noise.y, smoothing);
    for (std::size_t i = 0; i < moved.size(); ++i)
        ASSERT_TRUE(!std::isfinite(moved[i]) || std::abs(moved[i] - expected[i]) < 1e-8);
    // A step from 0 to 1, seen a hundred times as often: it rises as fast.
    const auto rise = [&](int points) {
        std::vector<double> x, y;
        for (int i = 0; i <= points; ++i) {
            x.push_back(static_cast<double>(i) / points);
            y.push_back(2 * i < points ? 0 : 1);
        }
        return smooth(x, y, smoothing)[static_cast<std::size_t>(points) * 503 / 1000];
    };
    EXPECT_NEAR(rise(100'000), rise(1000'000), 0.001);
    EXPECT_GT(rise(100'000), 0.05);
    EXPECT_LT(rise(100'000), 0.95);
}

TEST(Smoothing, ALargeValueLeavesNoTraceInAverages)
{
    std::vector<double> x(100), y(100, 1e-3);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<double>(i);
    y[10] = 1e300;
    const std::vector<double> smooth = runglass::smooth(x, y, {SmoothingKind::RunningAverage, 5});
    EXPECT_GT(smooth[12], 1e299);
    for (std::size_t i = 13; i < smooth.size(); ++i)
        ASSERT_DOUBLE_EQ(smooth[i], 1e-3);
}

TEST(Smoothing, GoesOverTheBoundsOfSegments)
{
    std::mt19937 random(8);
    const Noise noise(random, 100);
    const auto part = [](const std::vector<double>& all, std::size_t begin, std::size_t end) {
        return std::vector<double>(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                   all.begin() + static_cast<std::ptrdiff_t>(end));
    };
    const LineSegments segments{lineOf(part(noise.x, 0, 40), part(noise.y, 0, 40)),
                                lineOf(part(noise.x, 40, 100), part(noise.y, 40, 100))};
    for (const Smoothing& smoothing : kSome) {
        const std::vector<double> whole = smooth(noise.x, noise.y, smoothing);
        const LineSegments smooth = smoothed(segments, smoothing);
        ASSERT_EQ(smooth.size(), 2U);
        expectNear(values(*smooth[0]), part(whole, 0, 40));
        expectNear(values(*smooth[1]), part(whole, 40, 100));
        EXPECT_EQ(smooth[1]->x(59), noise.x[99]);
    }
    EXPECT_EQ(smoothed(segments, {}), segments) << "off: the very same";
}

TEST(Smoothing, ASegmentThatBeginsBeforeTheLastEndedIsNoWorse)
{
    const LineSegments segments{lineOf({0, 1, 2, 3}, {1, 1, 1, 1}), lineOf({1, 2, 3, 4}, {1, 1, 1, 1})};
    for (const Smoothing& smoothing : kSome)
        expectNear(values(*smoothed(segments, smoothing)[1]), {1, 1, 1, 1});
}

TEST(Smoothing, KeepsStepsAndTimesOfItsPoints)
{
    Series series;
    series.id = {0, false, {"loss"}};
    series.step = {3, 7, 9};
    series.time = {100, 200, 300};
    series.values = std::vector<std::int64_t>{10, 0, 2};
    const LineSegments smooth = smoothed({std::make_shared<const Line>(series)}, {SmoothingKind::RunningAverage, 3});
    const Line& line = *smooth.at(0);
    EXPECT_EQ(line.id(), series.id);
    EXPECT_EQ(line.kind(), SeriesKind::Double);
    EXPECT_TRUE(line.hasSteps());
    EXPECT_EQ(line.step(1), 7);
    EXPECT_EQ(line.time(2), 300);
    expectNear(values(line), {5, 4, 1});
}

TEST(Smoothing, IsGivenUpWhenCancelled)
{
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_TRUE(smoothed({lineOf({0, 1}, {0, 1})}, kSome[0], cancel).empty());
}

} // namespace
} // namespace runglass::test
