// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunStateRule.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

constexpr TimeNs kSecond = 1'000'000'000;
constexpr TimeNs kNow = TimeNs{1'700'000'000} * kSecond;

StateEvidence silentFor(TimeNs seconds)
{
    return {std::nullopt, kNow - seconds * kSecond, kNow - seconds * kSecond, true};
}

} // namespace

TEST(RunStateRuleTest, theExitCodeDecides)
{
    const auto stateOf = [](int code) { return decideState({code, {}, 0, true}, kNow).state; };
    EXPECT_EQ(stateOf(0), RunState::Finished);
    EXPECT_EQ(stateOf(255), RunState::Killed);
    EXPECT_EQ(stateOf(1), RunState::Failed);
    EXPECT_EQ(stateOf(143), RunState::Failed);
    EXPECT_EQ(decideState({1, {}, 0, true}, kNow).reason, "");
}

TEST(RunStateRuleTest, silenceOfTwoMinutesIsDeath)
{
    EXPECT_EQ(decideState(silentFor(0), kNow).state, RunState::Running);
    EXPECT_EQ(decideState(silentFor(119), kNow).state, RunState::Running);
    EXPECT_EQ(decideState(silentFor(120), kNow).state, RunState::Crashed);
    EXPECT_EQ(decideState(silentFor(120), kNow).reason, "no exit record, last write at 2023-11-14T22:11:20Z");
}

TEST(RunStateRuleTest, aLogWithoutDataIsJudgedByItsFile)
{
    EXPECT_EQ(decideState({{}, {}, kNow - 60 * kSecond, true}, kNow).state, RunState::Running);
    const StateVerdict dead = decideState({{}, {}, kNow - 3600 * kSecond, true}, kNow);
    EXPECT_EQ(dead.state, RunState::Crashed);
    EXPECT_EQ(dead.reason, "no data yet, last write at 2023-11-14T21:13:20Z");
}

TEST(RunStateRuleTest, aTimeInTheFutureSaysNothing)
{
    EXPECT_EQ(decideState({{}, kNow + 9999 * kSecond, kNow - 3600 * kSecond, true}, kNow).state, RunState::Crashed);
    EXPECT_EQ(decideState({{}, kNow + 9999 * kSecond, kNow - kSecond, true}, kNow).state, RunState::Running);
}

TEST(RunStateRuleTest, whatCannotBeReadIsUnknown)
{
    const StateVerdict verdict = decideState({{}, {}, kNow, false}, kNow);
    EXPECT_EQ(verdict.state, RunState::Unknown);
    EXPECT_NE(verdict.reason, "");
}

TEST(RunStateRuleTest, timesAreUtc)
{
    EXPECT_EQ(utcText(0), "1970-01-01T00:00:00Z");
    EXPECT_EQ(utcText(-1), "1969-12-31T23:59:59Z");
    EXPECT_EQ(utcText(TimeNs{1'795'416'953} * kSecond + 999), "2026-11-23T06:55:53Z");
}

} // namespace runglass::test
