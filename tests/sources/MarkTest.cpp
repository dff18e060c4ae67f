// SPDX-License-Identifier: GPL-3.0-or-later
// What users say of the state of runs of folders: shown until the run says something new, and never in its folder.
#include "models/run/StateMark.h"
#include "tests/sources/CommandFixture.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

RunCommand::Edit marking(RunState state, const std::string& reason = {})
{
    RunCommand::Edit edit;
    edit.mark = StateMark{state, reason, {}, {}};
    return edit;
}

RunCommand::Edit unmarking()
{
    RunCommand::Edit edit;
    edit.takesMarkBack = true;
    return edit;
}

/// A run without an exit record.
class MarkTest : public CommandFixture
{
protected:
    static constexpr std::uint64_t kSign = kStart + 100;

    MarkTest()
        : m_folder(m_runs.add("a", payloads()))
    {
        sync();
        follow();
    }
    static std::vector<std::string> payloads()
    {
        return {runRecord("a", kStart, {}, "name of a"), consoleRecord(true, "begun\n", kSign)};
    }
    std::vector<std::string> editedFields()
    {
        std::vector<std::string> fields;
        for (const FieldEdit& one : run().edits)
            fields.push_back(one.field);
        return fields;
    }

    fs::path m_folder;
};

} // namespace

TEST_F(MarkTest, showsAtOnceAndKeepsWhatWasFound)
{
    const std::string before = treeHash(m_folder), reason = run().stateReason;
    ASSERT_EQ(run().state, RunState::Crashed);
    const Result<CommandEffect> effect = edit(marking(RunState::Killed, "the computer\x01 lost power"));
    ASSERT_TRUE(effect.ok()) << describe(effect.error());
    follow();
    EXPECT_EQ(run().state, RunState::Killed);
    EXPECT_EQ(run().stateReason, "marked by hand: the computer\x01 lost power");
    ASSERT_THAT(editedFields(), ElementsAre("state", "state_reason"));
    EXPECT_EQ(run().edits[0].original, Value("crashed"));
    EXPECT_EQ(run().edits[1].original, Value(reason));
    EXPECT_EQ(ownState(run()), RunState::Crashed);
    EXPECT_EQ(treeHash(m_folder), before);
    // Nothing new was said: a mark of the same changes nothing.
    EXPECT_TRUE(edit(marking(RunState::Killed, "the computer\x01 lost power"))->changes.empty());
}

TEST_F(MarkTest, survivesALostStoreAndEveryWayOfOpening)
{
    ASSERT_TRUE(edit(marking(RunState::Failed)).ok());
    for (const fs::path& location : {m_runs.root(), m_runs.root() / "wandb", m_folder}) {
        reopen(location);
        sync();
        EXPECT_EQ(run().state, RunState::Failed) << location;
        EXPECT_EQ(run().stateReason, "marked by hand") << location;
        // A second look finds it as it is.
        sync();
        follow();
        EXPECT_EQ(run().state, RunState::Failed) << location;
    }
}

TEST_F(MarkTest, isTakenBackAndUndone)
{
    const std::string reason = run().stateReason;
    const Result<CommandEffect> first = edit(marking(RunState::Killed, "one"));
    follow();
    const Result<CommandEffect> second = edit(marking(RunState::Finished, "two"));
    ASSERT_TRUE(first.ok() && second.ok());
    follow();
    ASSERT_EQ(run().state, RunState::Finished);
    RunCommand::Edit undo;
    undo.reverts = first->changes;
    EXPECT_TRUE(edit(undo)->changes.empty()) << "what it left is no longer there";
    undo.reverts = second->changes;
    ASSERT_TRUE(edit(undo).ok());
    follow();
    EXPECT_EQ(run().state, RunState::Killed);
    EXPECT_EQ(run().stateReason, "marked by hand: one");
    ASSERT_TRUE(edit(unmarking()).ok());
    follow();
    EXPECT_EQ(run().state, RunState::Crashed);
    EXPECT_EQ(run().stateReason, reason);
    EXPECT_TRUE(run().edits.empty());
}

TEST_F(MarkTest, goesWhenTheRunSaysSomethingNew)
{
    ASSERT_TRUE(edit(marking(RunState::Killed)).ok());
    follow();
    ASSERT_EQ(run().state, RunState::Killed);
    // It is followed all the same: what its writer says counts at once.
    std::vector<std::string> more = payloads();
    more.push_back(consoleRecord(true, "more\n", kSign + 50));
    m_runs.add("a", more);
    sync();
    EXPECT_EQ(run().state, RunState::Crashed);
    EXPECT_TRUE(run().edits.empty());
    more.push_back(exitRecord(1, 200));
    m_runs.add("a", more);
    sync();
    EXPECT_EQ(run().state, RunState::Failed);
    // Of a run that ended by its own word too somebody may know better.
    ASSERT_TRUE(edit(marking(RunState::Finished, "it failed in its last line")).ok());
    follow();
    EXPECT_EQ(run().state, RunState::Finished);
    EXPECT_EQ(run().exitCode, 1) << "what the tool wrote stays";
    reopen(m_runs.root());
    sync();
    EXPECT_EQ(run().state, RunState::Finished);
}

TEST_F(MarkTest, aRunThatIsSeenToLiveIsNotMarked)
{
    reopen(m_runs.root(), [] { return LogHolders::look(); });
    const int held = ::open(logOf(m_folder).c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_GE(held, 0);
    sync();
    EXPECT_EQ(run().state, RunState::Running);
    EXPECT_THAT(reasonOf(edit(marking(RunState::Killed))), HasSubstr("holds its log"));
    EXPECT_FALSE(fs::exists(m_runs.root() / "wandb/.runglass"));
    ::close(held);
}

TEST_F(MarkTest, nobodyIsMarkedAsAlive)
{
    EXPECT_EQ(reasonOf(edit(marking(RunState::Running))), "a run can be marked as finished, failed, crashed or killed");
    // Neither by a line that somebody else wrote.
    appendAs("eve", R"({"run": ["team", "project", "a"], "time": "2030-01-01T00:00:00Z", "user": "eve", "host": "h",)"
                    R"("changes": [{"field": "state_mark", "before": null, "after": {"state": "running"}}]})");
    follow();
    EXPECT_EQ(run().state, RunState::Crashed);
}

TEST(StateMarkTest, isWrittenAndReadBack)
{
    const StateMark mark{RunState::Killed, "why", TimeNs{5}, 1};
    EXPECT_EQ(markOf(markValue(mark)), mark);
    EXPECT_EQ(markOf(Value("killed")), std::nullopt);
    EXPECT_EQ(markOf(Value(Value::Object{{"state", Value("pending")}})), std::nullopt);
}

TEST(StateMarkTest, whatTheSourceSaysLaterStandsBelowTheMark)
{
    runglass::Run run;
    run.state = RunState::Running;
    run.lastSign = 7;
    applyMark(run, {RunState::Killed, "why", TimeNs{7}, {}}, "user", TimeNs{9});
    ASSERT_EQ(run.state, RunState::Killed);
    setOwnState(run, RunState::Unknown, "recorder off");
    EXPECT_EQ(run.state, RunState::Killed);
    EXPECT_EQ(run.stateReason, "marked by hand: why");
    EXPECT_EQ(ownState(run), RunState::Unknown);
    takeMarkBack(run);
    EXPECT_EQ(run.state, RunState::Unknown);
    EXPECT_EQ(run.stateReason, "recorder off");
    EXPECT_TRUE(run.edits.empty());
}

} // namespace runglass::test
