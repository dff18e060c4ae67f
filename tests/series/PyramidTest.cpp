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

Pyramid pyramidOf(const std::vector<double>& values)
{
    Pyramid pyramid;
    pyramid.append(std::span(values));
    return pyramid;
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
    for (const std::size_t count : {1, 3, 63, 64, 65, 255, 1023, 1024, 1025, 4099, 16384, 70001}) {
        const std::vector<double> values = noisy(random, count);
        const Pyramid pyramid = pyramidOf(values);
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

TEST(Pyramid, CopiesStayAsTheyAreWhenOneGoesOn)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const std::vector<double> values = noisy(random, 5000), others = noisy(random, 5000);
    std::vector<Pyramid> kept;
    Pyramid pyramid;
    for (std::size_t i = 0; i < values.size(); i += 50) {
        kept.push_back(pyramid);
        pyramid.append(std::span(values).subspan(i, 50));
        // One that goes another way leaves the others alone.
        Pyramid other = kept.back();
        other.append(std::span(others).first(70));
        ASSERT_EQ(other.extent(i, i + 70), bruteForce(others, 0, 70));
    }
    for (std::size_t i = 0; i < kept.size(); ++i) {
        ASSERT_EQ(kept[i].size(), i * 50);
        ASSERT_EQ(kept[i].extent(), bruteForce(values, 0, i * 50));
        const std::size_t begin = upTo(random, i * 50);
        ASSERT_EQ(kept[i].extent(begin, i * 50), bruteForce(values, begin, i * 50));
    }
}

TEST(Pyramid, MeasuresIntegersToo)
{
    std::vector<std::int64_t> values(3000);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<std::int64_t>(i * 7919 % 1000) - 500;
    Pyramid pyramid(PackedNumbers::Type::Integer);
    pyramid.append(std::span(values).first(100));
    pyramid.append(std::span(values).subspan(100));
    EXPECT_EQ(pyramid.extent(0, 3000).range(), (Range{-500, 499}));
    EXPECT_EQ(pyramid.extent(17, 18).min, static_cast<double>(values[17]));
    EXPECT_EQ(pyramid.values().integer(2999), values[2999]);
}

TEST(Pyramid, OneSpikeAmongAMillionIsFound)
{
    std::vector<double> values(1'000'000, 1.0);
    values[777'777] = 9e9;
    values[3] = -4;
    const Pyramid pyramid = pyramidOf(values);
    EXPECT_EQ(pyramid.extent().max, 9e9);
    EXPECT_EQ(pyramid.extent().min, -4);
    EXPECT_EQ(pyramid.extent(777'778, 1'000'000).max, 1.0);
    EXPECT_EQ(pyramid.extent(777'777, 777'778).max, 9e9);
}

TEST(Pyramid, NothingFiniteHasNoExtremes)
{
    const Pyramid pyramid = pyramidOf({kNaN, kInfinity, -kInfinity});
    EXPECT_FALSE(pyramid.extent().hasFinite());
    EXPECT_TRUE(pyramid.extent().hasNaN);
    EXPECT_TRUE(pyramid.extent().hasPositiveInfinity);
    EXPECT_TRUE(pyramid.extent().hasNegativeInfinity);
    EXPECT_TRUE(pyramid.extent().range().isEmpty());
    EXPECT_FALSE(Pyramid().extent().hasFinite());
}

} // namespace
} // namespace runglass
