// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/AxisLimitText.h"

#include "tests/support/TimeZone.h"

#include <gtest/gtest.h>

#include <random>

namespace runglass::test
{

namespace
{

std::optional<double> length(const char* text)
{
    return limitIn(LimitUnit::Duration, QString::fromUtf8(text));
}

std::optional<double> moment(const char* text)
{
    return limitIn(LimitUnit::Time, QString::fromUtf8(text));
}

} // namespace

TEST(AxisLimitText, lengthsOfTimeAreTypedAsPeopleWriteThem)
{
    EXPECT_EQ(length("5400"), 5400);
    EXPECT_EQ(length(" 1:30:00 "), 5400);
    EXPECT_EQ(length("100:00:00"), 360'000);
    EXPECT_EQ(length("5:30"), 330);
    EXPECT_EQ(length("0:00:00.25"), 0.25);
    EXPECT_EQ(length("90 min"), 5400);
    EXPECT_EQ(length("90min"), 5400);
    EXPECT_EQ(length("2 h"), 7200);
    EXPECT_EQ(length("1.5h"), 5400);
    EXPECT_EQ(length("1d 2h 3m 4s"), 93'784);
    EXPECT_EQ(length("24m 06s"), 1446);
    EXPECT_EQ(length("250 ms"), 0.25);
    EXPECT_EQ(length("1時間30分"), 5400);
    EXPECT_EQ(length("2 Hours"), 7200);
    EXPECT_EQ(length("-1:00"), -60);
    for (const char* wrong : {"", "abc", "1:60:00", "1:2:3:4", "2 parsecs", "h", "1 h x", "1e400", "nan", "5 5", "::"})
        EXPECT_FALSE(length(wrong)) << wrong;
    EXPECT_EQ(limitIn(LimitUnit::Either, QStringLiteral("2 h")), 7200);
    EXPECT_EQ(limitIn(LimitUnit::Either, QStringLiteral("-0.5")), -0.5);
    EXPECT_FALSE(limitIn(LimitUnit::Number, QStringLiteral("2 h")));
    EXPECT_EQ(limitIn(LimitUnit::Number, QStringLiteral("1e-3")), 1e-3);
}

TEST(AxisLimitText, timesAreLocalUnlessTheySayTheirZone)
{
    const TimeZone zone("Asia/Tokyo");
    EXPECT_EQ(moment("2026-03-01 14:05"), 1772341500);
    EXPECT_EQ(moment("2026-03-01T14:05"), 1772341500);
    EXPECT_EQ(moment("2026/3/1 14:05:00"), 1772341500);
    EXPECT_EQ(moment("2026-03-01 05:05Z"), 1772341500);
    EXPECT_EQ(moment("2026-03-01T05:05:00.5+00:00"), 1772341500.5);
    EXPECT_EQ(moment("2026-03-01 14:05:00 +0900"), 1772341500);
    EXPECT_EQ(moment("2026-03-01"), 1772290800) << "its first instant";
    for (const char* wrong : {"", "14:05", "2026", "2026-02-30", "2026-03-01 25:00", "2026-03-01 14", "1772341500"})
        EXPECT_FALSE(moment(wrong)) << wrong;
}

TEST(AxisLimitText, whatIsShownIsReadAgain)
{
    EXPECT_EQ(limitText(LimitUnit::Duration, 5400), QStringLiteral("1:30:00"));
    EXPECT_EQ(limitText(LimitUnit::Duration, 12.5), QStringLiteral("12.5 s"));
    EXPECT_EQ(limitText(LimitUnit::Duration, 61.25), QStringLiteral("0:01:01.25"));
    EXPECT_EQ(limitText(LimitUnit::Duration, 119.9999999), QStringLiteral("0:02:00"));
    const TimeZone zone("Europe/Berlin");
    EXPECT_EQ(limitText(LimitUnit::Time, 1772370300), QStringLiteral("2026-03-01 14:05:00"));
    EXPECT_EQ(limitText(LimitUnit::Time, 1772370300.25), QStringLiteral("2026-03-01 14:05:00.25"));
    // In the hour that comes twice.
    for (const double twice : {1792886400.0, 1792890000.0, 1792890000.5})
        EXPECT_EQ(limitIn(LimitUnit::Time, limitText(LimitUnit::Time, twice)), twice);
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> moments(0, 4e9), lengths(-1e6, 1e6);
    for (int i = 0; i < 2000; ++i) {
        const double when = moments(random), length = lengths(random);
        const auto again = limitIn(LimitUnit::Time, limitText(LimitUnit::Time, when));
        ASSERT_TRUE(again) << when;
        EXPECT_NEAR(*again, when, 2e-6);
        const auto same = limitIn(LimitUnit::Duration, limitText(LimitUnit::Duration, length));
        ASSERT_TRUE(same) << length;
        EXPECT_NEAR(*same, length, 2e-6);
    }
}

} // namespace runglass::test
