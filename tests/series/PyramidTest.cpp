// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Pyramid.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace runglass
{
namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

Extent bruteForce(const std::vector<double>& values, std::size_t begin, std::size_t end)
{
    Extent result;
    for (std::size_t i = begin; i < end; ++i) {
        if (std::isnan(values[i]))
            result.hasNaN = true;
        else if (values[i] == kInfinity)
            result.hasPositiveInfinity = true;
        else if (values[i] == -kInfinity)
            result.hasNegativeInfinity = true;
        else {
            result.min = std::min(result.min, values[i]);
            result.max = std::max(result.max, values[i]);
        }
    }
    return result;
}

std::vector<double> noisy(std::mt19937& random, std::size_t count)
{
    std::normal_distribution<double> value(0, 1000);
    std::uniform_int_distribution<int> kind(0, 99);
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
        const int k = kind(random);
        values.push_back(k == 0 ? kNaN : k == 1 ? kInfinity : k == 2 ? -kInfinity : value(random));
    }
    return values;
}

std::size_t upTo(std::mt19937& random, std::size_t most)
{
    return std::uniform_int_distribution<std::size_t>(0, most)(random);
}

TEST(Pyramid, AgreesWithAScanForAnyStretch)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (const std::size_t count : {1, 15, 16, 17, 255, 256, 257, 4096, 4099, 70001}) {
        const std::vector<double> values = noisy(random, count);
        const Pyramid pyramid(values);
        for (int i = 0; i < 200; ++i) {
            const std::size_t begin = upTo(random, count);
            const std::size_t end = begin + upTo(random, count - begin);
            ASSERT_EQ(pyramid.extent(begin, end), bruteForce(values, begin, end)) << begin << " to " << end;
        }
        EXPECT_EQ(pyramid.extent(), bruteForce(values, 0, count));
    }
}

TEST(Pyramid, AppendingInPiecesIsBuildingAtOnce)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const std::vector<double> values = noisy(random, 9000);
    Pyramid pyramid;
    std::size_t done = 0;
    while (done < values.size()) {
        const std::size_t piece = std::min(values.size() - done, upTo(random, 300));
        pyramid.append(std::span(values).subspan(done, piece));
        done += piece;
        const std::size_t begin = upTo(random, done);
        ASSERT_EQ(pyramid.extent(begin, done), bruteForce(values, begin, done)) << begin << " to " << done;
        ASSERT_EQ(pyramid.extent(), bruteForce(values, 0, done)) << done;
    }
    EXPECT_EQ(pyramid.size(), values.size());
}

TEST(Pyramid, OneSpikeAmongAMillionIsFound)
{
    std::vector<double> values(1'000'000, 1.0);
    values[777'777] = 9e9;
    values[3] = -4;
    const Pyramid pyramid(std::move(values));
    EXPECT_EQ(pyramid.extent().max, 9e9);
    EXPECT_EQ(pyramid.extent().min, -4);
    EXPECT_EQ(pyramid.extent(777'778, 1'000'000).max, 1.0);
    EXPECT_EQ(pyramid.extent(777'777, 777'778).max, 9e9);
}

TEST(Pyramid, NothingFiniteHasNoExtremes)
{
    const Pyramid pyramid({kNaN, kInfinity, -kInfinity});
    EXPECT_FALSE(pyramid.extent().hasFinite());
    EXPECT_TRUE(pyramid.extent().hasNaN);
    EXPECT_TRUE(pyramid.extent().hasPositiveInfinity);
    EXPECT_TRUE(pyramid.extent().hasNegativeInfinity);
    EXPECT_TRUE(pyramid.extent().range().isEmpty());
    EXPECT_FALSE(Pyramid().extent().hasFinite());
}

} // namespace
} // namespace runglass
