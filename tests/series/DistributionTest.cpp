// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Distribution.h"

#include "tests/series/Reference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace runglass::test
{
namespace
{

TEST(Distribution, IsWhatNumpySays)
{
    for (const Value& one : reference("distributions")) {
        std::vector<double> values = numbers(member(one, "values"));
        std::shuffle(values.begin(), values.end(), std::mt19937(7));
        const Distribution found = distributionOf(values);
        expectNear({found.mean, found.deviation}, {member(one, "mean").toDouble(), member(one, "std").toDouble()});
        expectNear({found.lowerQuartile, found.median, found.upperQuartile}, numbers(member(one, "quartiles")));
        expectNear({found.whiskers.lo, found.whiskers.hi}, numbers(member(one, "whiskers")));
        EXPECT_EQ(found.min(), *std::min_element(values.begin(), values.end()));
        EXPECT_EQ(found.max(), *std::max_element(values.begin(), values.end()));
        expectNear(densityOf(values, numbers(member(one, "places"))), numbers(member(one, "density")));
    }
}

TEST(Distribution, QuantilesOfNothingAreNone)
{
    EXPECT_TRUE(std::isnan(quantileOf({}, 0.5)));
    EXPECT_EQ(quantileOf(std::vector<double>{1, 3}, 2), 3) << "no further than the ends";
}

} // namespace
} // namespace runglass::test
