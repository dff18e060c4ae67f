// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/TimeText.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace runglass::test
{

namespace
{

constexpr TimeNs kSecond = 1'000'000'000;

class TimeTextTest : public testing::Test
{
protected:
    void SetUp() override { setZone("Asia/Tokyo"); }
    void TearDown() override
    {
        ::unsetenv("TZ");
        ::tzset();
    }
    static void setZone(const char* zone)
    {
        ::setenv("TZ", zone, 1);
        ::tzset();
    }
};

} // namespace

TEST_F(TimeTextTest, timesAreInstants)
{
    constexpr TimeNs kNoon = 1795435200 * kSecond; // 2026-11-23T12:00Z
    EXPECT_EQ(parseTimestamp("2026-11-23T12:00Z"), kNoon);
    EXPECT_EQ(parseTimestamp("2026-11-23T12:00:00z"), kNoon);
    EXPECT_EQ(parseTimestamp("2026-11-23 12:00:00.25Z"), kNoon + kSecond / 4);
    EXPECT_EQ(parseTimestamp("2026-11-23T12:00:00.123456789123Z"), kNoon + 123456789);
    EXPECT_EQ(parseTimestamp("2026-11-23T13:30+01:30"), kNoon);
    EXPECT_EQ(parseTimestamp("2026-11-23T13:30+0130"), kNoon);
    EXPECT_EQ(parseTimestamp("2026-11-23T04:00-08"), kNoon);
    EXPECT_EQ(parseTimestamp("1969-12-31T23:59:59Z"), -kSecond);
}

TEST_F(TimeTextTest, timesAreLocalUnlessTheySayMore)
{
    EXPECT_EQ(parseTimestamp("2026-11-23T12:00"), parseTimestamp("2026-11-23T03:00Z"));
    EXPECT_EQ(parseTimestamp("2026-11-23"), parseTimestamp("2026-11-22T15:00Z"));
    setZone("America/New_York");
    EXPECT_EQ(parseTimestamp("2026-07-01T12:00"), parseTimestamp("2026-07-01T16:00Z"));
    EXPECT_EQ(parseTimestamp("2026-12-01T12:00"), parseTimestamp("2026-12-01T17:00Z"));
}

TEST_F(TimeTextTest, otherTextsAreNoTimes)
{
    for (const char* text : {"",
                             "2026",
                             "2026-11",
                             "2026-13-01",
                             "2026-02-29",
                             "2026-11-23T",
                             "2026-11-23T24:00",
                             "2026-11-23T12:60",
                             "2026-11-23T12:00:60",
                             "2026-11-23T12:00:00.",
                             "2026-11-23T12:00+",
                             "2026-11-23T12:00+1",
                             "2026-11-23T12:00Zx",
                             "2026-11-23x",
                             "1677-01-01",
                             "2262-01-01",
                             "2026/11/23",
                             "23-11-2026",
                             "2026-11-23T12:00+24:00",
                             " 2026-11-23"})
        EXPECT_FALSE(parseTimestamp(text)) << text;
    EXPECT_TRUE(parseTimestamp("2028-02-29"));
}

TEST_F(TimeTextTest, durationsAreSeconds)
{
    EXPECT_EQ(parseDuration("300ms"), 0.3);
    EXPECT_EQ(parseDuration("90s"), 90);
    EXPECT_EQ(parseDuration("5m"), 300);
    EXPECT_EQ(parseDuration("1.5h"), 5400);
    EXPECT_EQ(parseDuration("2d"), 172800);
    EXPECT_EQ(parseDuration("1w"), 604800);
    for (const char* text : {"", "5", "m", "5 m", "-5m", "5min", "5M", "1h30m", "infs", "nans", "1e999s"})
        EXPECT_FALSE(parseDuration(text)) << text;
}

} // namespace runglass::test
