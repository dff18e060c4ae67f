// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Range.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace runglass
{
namespace
{

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kMax = std::numeric_limits<double>::max();

TEST(Range, PassesOverWhatIsNotFinite)
{
    Range range;
    range.include(std::numeric_limits<double>::quiet_NaN());
    range.include(kInfinity);
    EXPECT_TRUE(range.isEmpty());
    range.include(3);
    EXPECT_EQ(range, (Range{3, 3}));
    range.include(-1);
    range.include(-kInfinity);
    range.include(Range{});
    range.include(Range{2, 8});
    EXPECT_EQ(range, (Range{-1, 8}));
}

TEST(Range, IsDrawableWhateverItHolds)
{
    for (const Range& range : {Range{}, Range{0, 0}, Range{5, 5}, Range{-kMax, kMax}, Range{1e-320, 2e-320},
                               Range{1e17, 1e17 + 16}, Range{-3, -3}, Range{kMax, kMax}}) {
        const Range result = drawable(range);
        SCOPED_TRACE(testing::Message() << range.lo << " to " << range.hi);
        EXPECT_LT(result.lo, result.hi);
        EXPECT_TRUE(std::isfinite(result.size()));
        const Range nice = niceRange(range, 4);
        EXPECT_LE(nice.lo, result.lo);
        EXPECT_GE(nice.hi, result.hi);
        EXPECT_TRUE(std::isfinite(nice.size()));
    }
    EXPECT_EQ(drawable({}), (Range{0, 1}));
    EXPECT_EQ(drawable({2, 7}), (Range{2, 7}));
}

TEST(Range, StepsAreRound)
{
    EXPECT_DOUBLE_EQ(niceStep(0.3), 0.5);
    EXPECT_DOUBLE_EQ(niceStep(1), 1);
    EXPECT_DOUBLE_EQ(niceStep(1.1), 2);
    EXPECT_DOUBLE_EQ(niceStep(60), 100);
    EXPECT_DOUBLE_EQ(niceStep(21), 25);
    EXPECT_DOUBLE_EQ(niceStep(0), 1);
    EXPECT_DOUBLE_EQ(niceStep(kInfinity), 1);
}

TEST(Range, GrowsToRoundNumbers)
{
    const Range range = niceRange({0.23, 0.94}, 4);
    EXPECT_DOUBLE_EQ(range.lo, 0.2);
    EXPECT_DOUBLE_EQ(range.hi, 1.0);
    EXPECT_EQ(niceRange({0, 100}, 5), (Range{0, 100}));
}

} // namespace
} // namespace runglass
