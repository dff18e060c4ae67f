// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/Format.h"

#include "tests/support/QtMessages.h"
#include "tests/support/TimeZone.h"

#include <QLocale>

#include <cmath>
#include <limits>

namespace runglass::test
{

using namespace format;

class FormatTest : public ::testing::Test
{
protected:
    void SetUp() override { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void TearDown() override { QLocale::setDefault(QLocale::system()); }
};

TEST_F(FormatTest, numbersHaveFourSignificantDecimals)
{
    EXPECT_EQ(number(0.91274), u"0.9127");
    EXPECT_EQ(number(1234.5678), u"1235");
    EXPECT_EQ(number(12.3456), u"12.35");
    EXPECT_EQ(number(0.5), u"0.5");
    EXPECT_EQ(number(-0.000512345), u"-0.0005123");
    EXPECT_EQ(number(123456.7), u"123457");
    EXPECT_EQ(number(0.99999999), u"1");
    EXPECT_EQ(number(1e-5), u"1e-05");
    EXPECT_EQ(number(1.23456e-7), u"1.235e-07");
    EXPECT_EQ(number(1.5e20), u"1.5e+20");
}

TEST_F(FormatTest, wholeNumbersStayWhole)
{
    EXPECT_EQ(number(64), u"64");
    EXPECT_EQ(number(20261123), u"20261123") << "no groups: seeds, years and IDs are numbers too";
    EXPECT_EQ(number(0), u"0");
    EXPECT_EQ(number(-0.0), u"0");
    EXPECT_EQ(number(1e300), u"1e+300");
    EXPECT_EQ(value(Value(std::numeric_limits<std::int64_t>::max())), u"9223372036854775807");
}

TEST_F(FormatTest, whatIsNoNumberHasWords)
{
    EXPECT_EQ(number(std::nan("")), u"NaN");
    EXPECT_EQ(number(HUGE_VAL), u"inf");
    EXPECT_EQ(exactNumber(-HUGE_VAL), u"-inf");
    EXPECT_EQ(value(Value()), u"–");
    EXPECT_EQ(value(Value(true)), u"true");
}

TEST_F(FormatTest, exactNumbersComeBack)
{
    for (const double sample : {0.1, 1.0 / 3, 1e-300, 5e-324, 123456.789, 1e22, 0.30000000000000004}) {
        bool ok = false;
        EXPECT_EQ(QLocale().toDouble(exactNumber(sample), &ok), sample) << exactNumber(sample).toStdString();
        EXPECT_TRUE(ok);
    }
    EXPECT_EQ(exactNumber(0.1), u"0.1");
}

TEST_F(FormatTest, followsTheLocale)
{
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(number(0.9127), u"0,9127");
    EXPECT_EQ(number(0.5), u"0,5");
    EXPECT_EQ(bytes(4100), u"4,1 KB");
}

TEST_F(FormatTest, timesAreRelativeForTwoWeeks)
{
    constexpr TimeNs kSecond = 1'000'000'000;
    constexpr TimeNs kDay = 24 * 3600 * kSecond;
    const TimeNs now = 1'790'000'000 * kSecond;
    EXPECT_EQ(relativeTime(now - 5 * kSecond, now), u"just now");
    EXPECT_EQ(relativeTime(now - 12 * 60 * kSecond, now), u"12 min ago");
    EXPECT_EQ(relativeTime(now - 7 * 3600 * kSecond, now), u"7 h ago");
    EXPECT_EQ(relativeTime(now - 3 * kDay, now), u"3 d ago");
    EXPECT_EQ(relativeTime(now - 20 * kDay, now), exactTime(now - 20 * kDay).left(10));
    EXPECT_EQ(relativeTime(now + kDay, now), exactTime(now + kDay).left(10)) << "a clock that was wrong";
    EXPECT_EQ(exactTime(now).size(), 19);
    EXPECT_EQ(shortTime(now, now), exactTime(now).mid(11, 5));
    EXPECT_EQ(shortTime(now - 2 * kDay, now), exactTime(now - 2 * kDay).left(10));
}

TEST_F(FormatTest, timesAreOfTheZone)
{
    constexpr TimeNs kSecond = 1'000'000'000;
    constexpr TimeNs kHour = 3600 * kSecond;
    const TimeNs night = TimeNs{1'792'886'400} * kSecond; // 2026-10-25T00:00:00Z
    {
        const TimeZone tokyo("Asia/Tokyo");
        EXPECT_EQ(exactTime(night), u"2026-10-25 09:00:00");
        EXPECT_EQ(relativeTime(night - 10 * kHour, night + 400 * kHour), u"2026-10-24");
    }
    // In Berlin 02:30 comes twice that night, an hour apart.
    const TimeZone berlin("Europe/Berlin");
    const TimeNs first = night + kHour / 2;
    EXPECT_EQ(exactTime(first), u"2026-10-25 02:30:00 +0200");
    EXPECT_EQ(exactTime(first + kHour), u"2026-10-25 02:30:00 +0100");
    EXPECT_EQ(relativeTime(first, first + kHour), u"1 h ago");
    EXPECT_EQ(relativeTime(first, first + kHour - kSecond), u"59 min ago");
    EXPECT_EQ(relativeTime(first - 23 * kHour, first + kHour), u"1 d ago") << "a day of that night is 24 hours";
}

TEST_F(FormatTest, sizesAreDecimal)
{
    EXPECT_EQ(bytes(0), u"0 B");
    EXPECT_EQ(bytes(999), u"999 B");
    EXPECT_EQ(bytes(1000), u"1.0 KB");
    EXPECT_EQ(bytes(4096), u"4.1 KB");
    EXPECT_EQ(bytes(123'456'789), u"123 MB");
    EXPECT_EQ(bytes(999'999), u"1.0 MB");
    EXPECT_EQ(bytes(std::numeric_limits<std::uint64_t>::max()), u"18.4 EB");
}

TEST_F(FormatTest, wordsForRuns)
{
    EXPECT_EQ(state(RunState::Crashed), u"Crashed");
    EXPECT_EQ(project("uncategorized"), u"Uncategorized");
    EXPECT_EQ(project(""), u"–");
    EXPECT_EQ(project("my-proj"), u"my-proj");
    EXPECT_EQ(duration(751), u"12m 31s");
}

} // namespace runglass::test
