// SPDX-License-Identifier: GPL-3.0-or-later
// When a run counts as crashed: by the time in which its writer could be heard, never by the time of day.
#include "tests/recorder/Recording.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::HasSubstr;

class SilenceTest : public testing::Test
{
protected:
    SilenceTest()
    {
        m_recording.upsert(R"({"name":"r1","modelName":"p","host":"vm","config":"{}"})");
        tick();
    }

    void tick() { ASSERT_TRUE(m_recording.recorder().checkSilence(m_uptime).ok()); }
    /// Time goes by, second by second.
    void pass(seconds time)
    {
        for (seconds gone{0}; gone < time; ++gone) {
            m_uptime.awake += seconds(1);
            tick();
        }
    }
    void sleep(std::chrono::nanoseconds time)
    {
        m_uptime.asleep += time;
        m_recording.clock().set(m_recording.clock().now() + time.count());
        tick();
    }
    void hear() { m_recording.stream("r1", Value(Value::Object())); }
    RunState state() const { return m_recording.run("r1").state; }

    Recording m_recording;
    Uptime m_uptime{hours(10), hours(3)};
};

TEST_F(SilenceTest, CrashesAndComesBack)
{
    pass(minutes(4));
    hear();
    pass(minutes(5));
    EXPECT_EQ(state(), RunState::Running);
    pass(seconds(1));
    EXPECT_EQ(state(), RunState::Crashed);
    EXPECT_THAT(m_recording.run("r1").stateReason, HasSubstr("last write at 2026-11-23T06:25:47Z"));
    pass(minutes(20));
    hear();
    EXPECT_EQ(state(), RunState::Running);
    pass(minutes(5) + seconds(1));
    EXPECT_EQ(state(), RunState::Crashed);
}

TEST_F(SilenceTest, TheTimeOfDayDoesNotMatter)
{
    m_recording.clock().set(m_recording.clock().now() + std::chrono::nanoseconds(hours(24)).count());
    pass(minutes(5) - seconds(1));
    EXPECT_EQ(state(), RunState::Running);
    m_recording.clock().set(m_recording.clock().now() - std::chrono::nanoseconds(hours(48)).count());
    pass(seconds(2));
    EXPECT_EQ(state(), RunState::Crashed);
}

TEST_F(SilenceTest, ASleepingComputerHearsNobody)
{
    pass(minutes(4));
    sleep(hours(8));
    EXPECT_EQ(state(), RunState::Running);
    // After it the writer has all its time again.
    pass(minutes(5) - seconds(1));
    EXPECT_EQ(state(), RunState::Running);
    pass(seconds(2));
    EXPECT_EQ(state(), RunState::Crashed);
}

TEST_F(SilenceTest, ARecorderThatWasStoppedHearsNobody)
{
    pass(minutes(4));
    m_uptime.awake += hours(1);
    tick();
    EXPECT_EQ(state(), RunState::Running);
    pass(minutes(5) + seconds(1));
    EXPECT_EQ(state(), RunState::Crashed);
}

TEST_F(SilenceTest, ARecorderThatBeginsHasHeardNobodyYet)
{
    pass(minutes(4));
    m_recording.restart();
    m_uptime.awake += hours(1);
    tick();
    pass(minutes(5) - seconds(1));
    EXPECT_EQ(state(), RunState::Running);
    pass(seconds(2));
    EXPECT_EQ(state(), RunState::Crashed);
}

TEST_F(SilenceTest, WhoHasEndedMayBeSilent)
{
    m_recording.end("r1", 0);
    pass(minutes(6));
    EXPECT_EQ(state(), RunState::Finished);
}

} // namespace

} // namespace runglass::test
