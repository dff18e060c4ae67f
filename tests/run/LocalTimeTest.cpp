// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/LocalTime.h"

#include "tests/support/TimeZone.h"

namespace runglass::test
{

namespace
{

constexpr TimeNs kSecond = 1'000'000'000;
constexpr TimeNs kHour = 3600 * kSecond;

/// Of 2026-10-25T00:00:00Z, the night in which Berlin's clocks go back from 03:00 to 02:00.
constexpr TimeNs kAutumnNight = TimeNs{1'792'886'400} * kSecond;
/// Of 2026-03-29T00:00:00Z, in which they go forward from 02:00 to 03:00.
constexpr TimeNs kSpringNight = TimeNs{1'774'742'400} * kSecond;

} // namespace

TEST(LocalTimeTest, isThatOfTheZone)
{
    EXPECT_EQ(localTimeText(kAutumnNight), "2026-10-25 00:00:00");
    const TimeZone tokyo("Asia/Tokyo");
    EXPECT_EQ(localTimeText(kAutumnNight), "2026-10-25 09:00:00");
    EXPECT_EQ(localTimeText(kAutumnNight - 10 * kHour), "2026-10-24 23:00:00");
    EXPECT_EQ(localTimeText(-1), "1970-01-01 08:59:59");
}

TEST(LocalTimeTest, tellsTheRepeatedHourApart)
{
    const TimeZone berlin("Europe/Berlin");
    EXPECT_EQ(localTimeText(kAutumnNight - 1), "2026-10-25 01:59:59");
    EXPECT_EQ(localTimeText(kAutumnNight), "2026-10-25 02:00:00 +0200");
    EXPECT_EQ(localTimeText(kAutumnNight + kHour / 2), "2026-10-25 02:30:00 +0200");
    EXPECT_EQ(localTimeText(kAutumnNight + kHour - 1), "2026-10-25 02:59:59 +0200");
    EXPECT_EQ(localTimeText(kAutumnNight + kHour), "2026-10-25 02:00:00 +0100");
    EXPECT_EQ(localTimeText(kAutumnNight + 3 * kHour / 2), "2026-10-25 02:30:00 +0100");
    EXPECT_EQ(localTimeText(kAutumnNight + 2 * kHour), "2026-10-25 03:00:00");
}

TEST(LocalTimeTest, nothingIsTwiceInSpring)
{
    const TimeZone berlin("Europe/Berlin");
    EXPECT_EQ(localTimeText(kSpringNight + kHour - 1), "2026-03-29 01:59:59");
    EXPECT_EQ(localTimeText(kSpringNight + kHour), "2026-03-29 03:00:00");
}

TEST(LocalTimeTest, knowsHalfAnHourOfSummer)
{
    const TimeZone island("Australia/Lord_Howe"); // 02:00 becomes 01:30 on 2026-04-05
    constexpr TimeNs kBack = TimeNs{1'775'314'800} * kSecond;
    EXPECT_EQ(localTimeText(kBack - kHour / 2 - 1), "2026-04-05 01:29:59");
    EXPECT_EQ(localTimeText(kBack - 1), "2026-04-05 01:59:59 +1100");
    EXPECT_EQ(localTimeText(kBack), "2026-04-05 01:30:00 +1030");
    EXPECT_EQ(localTimeText(kBack + kHour / 2), "2026-04-05 02:00:00");
}

} // namespace runglass::test
