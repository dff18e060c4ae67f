// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunStateRule.h"

#include "models/run/UtcTime.h"

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

TEST(RunStateRuleTest, whoHoldsTheLogDecides)
{
    using Kind = LogHold::Kind;
    const LogHold held{Kind::Held, LogHolder{1234, "wandb-core", 1200, 1000}};
    const LogHold heldUnseen{Kind::Held};
    const LogHold free{Kind::Free};
    const LogHold hidden{Kind::Hidden, {}, 1001, "alice"};
    const LogHold notSeen{};
    const std::string byCore = "wandb-core (process 1234) holds its log";
    const std::string byUnseen = "a process that cannot be seen from here holds its log";
    const std::string dead = "no exit record, and no process holds its log; last write at ";
    const std::string maybe = "no exit record, and a process of alice that cannot be looked into may hold its log; "
                              "last write at ";
    const std::string byAge = "no exit record, last write at ";
    struct Case {
        LogHold hold;
        std::string host;
        bool isOnNetwork;
        TimeNs silent; // seconds
        RunState state;
        std::string reason; // its beginning
    };
    const std::vector<Case> cases = {
        // Held: running, however long it has been silent and wherever it was begun.
        {held, "here", false, 5, RunState::Running, byCore},
        {held, "here", true, 86'400, RunState::Running, byCore},
        {held, "there", true, 86'400, RunState::Running, byCore},
        {held, "", true, 86'400, RunState::Running, byCore},
        {heldUnseen, "here", false, 86'400, RunState::Running, byUnseen},
        // Not held, written here: crashed at once.
        {free, "here", false, 0, RunState::Crashed, dead},
        {free, "here", true, 0, RunState::Crashed, dead},
        {free, "here", false, 86'400, RunState::Crashed, dead},
        {free, "", false, 0, RunState::Crashed, dead},
        {free, "localhost", false, 0, RunState::Crashed, dead},
        // Not held here, but written elsewhere, or nobody knows where: by age.
        {free, "there", false, 119, RunState::Running, byAge},
        {free, "there", true, 120, RunState::Crashed, byAge},
        {free, "", true, 119, RunState::Running, byAge},
        {free, "", true, 120, RunState::Crashed, byAge},
        {free, "localhost", true, 119, RunState::Running, byAge},
        {free, "localhost.localdomain", true, 120, RunState::Crashed, byAge},
        // Another user's process may hold it: unknown, never crashed.
        {hidden, "here", false, 0, RunState::Unknown, maybe},
        {hidden, "here", true, 86'400, RunState::Unknown, maybe},
        {hidden, "", false, 86'400, RunState::Unknown, maybe},
        {hidden, "there", true, 119, RunState::Running, byAge},
        {hidden, "there", true, 120, RunState::Crashed, byAge},
        {hidden, "", true, 86'400, RunState::Unknown, maybe},
        // Nobody could be seen: by age.
        {notSeen, "here", false, 119, RunState::Running, byAge},
        {notSeen, "here", false, 120, RunState::Crashed, byAge},
    };
    for (const Case& c : cases) {
        StateEvidence evidence = silentFor(c.silent);
        evidence.hold = c.hold;
        evidence.host = c.host;
        evidence.thisHost = "here";
        evidence.isOnNetwork = c.isOnNetwork;
        const StateVerdict verdict = decideState(evidence, kNow);
        const bool says = verdict.reason.starts_with(c.reason);
        EXPECT_TRUE(verdict.state == c.state && says)
            << toName(verdict.state) << ": " << verdict.reason << "\nhost \"" << c.host << "\", network "
            << c.isOnNetwork << ", silent " << c.silent << " s; not: " << toName(c.state) << ": " << c.reason;
    }
}

TEST(RunStateRuleTest, anExitRecordIsStrongerThanWhoHoldsTheLog)
{
    // wandb-core still has the log open for a moment after it has written the exit record.
    StateEvidence evidence{0, kNow, kNow, true};
    evidence.hold = {LogHold::Kind::Held, LogHolder{1234, "wandb-core", 1200, 1000}};
    EXPECT_EQ(decideState(evidence, kNow).state, RunState::Finished);
    evidence.exitCode = 255;
    EXPECT_EQ(decideState(evidence, kNow).state, RunState::Killed);
}

TEST(RunStateRuleTest, aHeldLogThatCannotBeReadRuns)
{
    StateEvidence evidence{{}, {}, kNow, false};
    evidence.hold.kind = LogHold::Kind::Held;
    EXPECT_EQ(decideState(evidence, kNow).state, RunState::Running);
    evidence.hold.kind = LogHold::Kind::Free;
    EXPECT_EQ(decideState(evidence, kNow).state, RunState::Unknown);
}

TEST(RunStateRuleTest, aFreeLogWithoutDataHasCrashed)
{
    StateEvidence evidence{{}, {}, kNow, true};
    evidence.hold.kind = LogHold::Kind::Free;
    evidence.isOnNetwork = false;
    EXPECT_EQ(decideState(evidence, kNow).state, RunState::Crashed);
    EXPECT_EQ(decideState(evidence, kNow).reason,
              "no data yet, and no process holds its log; last write at 2023-11-14T22:13:20Z");
}

TEST(RunStateRuleTest, timesAreUtc)
{
    EXPECT_EQ(utcText(0), "1970-01-01T00:00:00Z");
    EXPECT_EQ(utcText(-1), "1969-12-31T23:59:59Z");
    EXPECT_EQ(utcText(TimeNs{1'795'416'953} * kSecond + 999), "2026-11-23T06:55:53Z");
}

} // namespace runglass::test
