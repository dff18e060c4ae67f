// SPDX-License-Identifier: GPL-3.0-or-later
// How runs of the real SDK begin, go on and end.
#include "tests/sdk/RecorderScripts.h"

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using nlohmann::json;
using testing::HasSubstr;

class RecorderLifeSdkTest : public RecorderScripts
{
protected:
    ProgramRun life(const std::vector<std::string>& arguments) { return script("life_run.py", arguments); }
};

TEST_F(RecorderLifeSdkTest, ResumesAsItIsAskedTo)
{
    const ProgramRun missing = life({"begin", "must"});
    EXPECT_NE(missing.status, 0);
    EXPECT_THAT(missing.err, HasSubstr("does not exist"));
    ASSERT_EQ(life({"begin", "never"}).status, 0);
    EXPECT_EQ(expected().at("start"), 0);
    const ProgramRun again = life({"begin", "never"});
    EXPECT_NE(again.status, 0);
    EXPECT_THAT(again.err, HasSubstr("already exists"));
    ASSERT_EQ(life({"begin", "allow"}).status, 0);
    EXPECT_EQ(expected().at("start"), 3);
    ASSERT_EQ(life({"begin", "must"}).status, 0);
    EXPECT_EQ(expected().at("start"), 6);
    const json run = show("local/life/r1");
    EXPECT_EQ(run.at("state"), "finished");
    EXPECT_EQ(run.at("segments").size(), 3U);
    const json all = points("local/life/r1", "a");
    ASSERT_EQ(all.size(), 9U);
    for (int step = 0; step < 9; ++step)
        EXPECT_EQ(all[static_cast<std::size_t>(step)][0], step);
}

TEST_F(RecorderLifeSdkTest, GoesOnByItselfWithWhatBrokeOff)
{
    EXPECT_NE(life({"auto"}).status, 0);
    const json first = expected();
    EXPECT_EQ(show(first.at("id")).at("state"), "running");
    ASSERT_EQ(life({"auto"}).status, 0);
    EXPECT_EQ(expected().at("id"), first.at("id"));
    EXPECT_EQ(expected().at("start"), 3);
    EXPECT_EQ(show(first.at("id")).at("state"), "finished");
    EXPECT_EQ(points(first.at("id"), "a").size(), 6U);
}

TEST_F(RecorderLifeSdkTest, RewindsAndForks)
{
    ASSERT_EQ(life({"begin"}).status, 0);
    const json before = points("local/life/r1", "a");
    const ProgramRun fork = life({"fork"});
    ASSERT_EQ(fork.status, 0) << fork.err;
    const std::string forked = expected().at("id");
    EXPECT_NE(forked, "r1");
    const json branch = points("local/life/" + forked, "a");
    ASSERT_EQ(branch.size(), 3U);
    EXPECT_EQ(branch[1], before[1]);
    EXPECT_EQ(branch[2], json({2, 200}));
    EXPECT_EQ(points("local/life/r1", "a"), before);
    const ProgramRun rewind = life({"rewind"});
    ASSERT_EQ(rewind.status, 0) << rewind.err;
    EXPECT_EQ(expected().at("id"), "r1");
    const json after = points("local/life/r1", "a");
    ASSERT_EQ(after.size(), 3U);
    EXPECT_EQ(after[1], before[1]);
    EXPECT_EQ(after[2], json({2, 100}));
    EXPECT_EQ(show("local/life/r1").at("state"), "finished");
}

TEST_F(RecorderLifeSdkTest, APreemptedRunIsKilledUntilItGoesOn)
{
    EXPECT_EQ(life({"preempted"}).status, 1);
    const json run = show("preempted");
    EXPECT_EQ(run.at("state"), "killed");
    EXPECT_EQ(run.at("state_reason"), "preempted");
    ASSERT_EQ(life({"preempted"}).status, 0);
    EXPECT_EQ(show("preempted").at("state"), "finished");
    EXPECT_EQ(points("preempted", "a").size(), 4U);
}

TEST_F(RecorderLifeSdkTest, EndsAsTheScriptEnds)
{
    EXPECT_EQ(life({"finish_code"}).status, 0);
    EXPECT_EQ(show("code").at("state"), "failed");
    EXPECT_EQ(show("code").at("exit_code"), 3);
    EXPECT_NE(life({"interrupted"}).status, 0);
    EXPECT_EQ(show("interrupted").at("state"), "killed");
    EXPECT_EQ(life({"asking"}).status, 1);
    EXPECT_EQ(show("asking").at("state"), "failed");
    EXPECT_THAT(show("asking").at("traceback").get<std::string>(), HasSubstr("EOFError"));
}

TEST_F(RecorderLifeSdkTest, EndOfInputAtAPromptFinishesTheRun)
{
    const ProgramRun program = life({"prompt"});
    ASSERT_EQ(program.status, 0) << program.err;
    EXPECT_EQ(expected().at("status"), 0);
    EXPECT_EQ(show("prompt").at("state"), "finished");
    EXPECT_EQ(points("prompt", "a"), json({{0, 1}}));
}

TEST_F(RecorderLifeSdkTest, ANotebookThatNeverCallsFinishRunsUntilItsKernelEnds)
{
    const ProgramRun program = life({"notebook"});
    ASSERT_EQ(program.status, 0) << program.err;
    EXPECT_EQ(expected().at("states").at("cell1"), "finished");
    EXPECT_EQ(expected().at("states").at("cell2"), "running");
    EXPECT_THAT(expected().at("shown").get<std::string>(), HasSubstr(recorder().url()));
    EXPECT_EQ(points("cell1", "a").size(), 3U);
    EXPECT_EQ(points("cell2", "a"), json({{0, 7}}));
    EXPECT_EQ(show("cell2").at("state"), "finished");
}

TEST_F(RecorderLifeSdkTest, KeepsBothRunsOfOneId)
{
    ASSERT_EQ(life({"same_id"}).status, 0);
    ASSERT_EQ(life({"same_id"}).status, 0);
    const json run = show("twice");
    EXPECT_EQ(run.at("state"), "finished");
    EXPECT_EQ(run.at("segments").size(), 2U);
    const json all = points("twice", "a");
    ASSERT_EQ(all.size(), 6U);
    EXPECT_EQ(all[3][0], 0);
    const json logs = read({"logs", "twice"});
    int printed = 0;
    for (const json& line : logs.at("lines"))
        printed += line.at("text") == "a writer" ? 1 : 0;
    EXPECT_EQ(printed, 2);
}

TEST_F(RecorderLifeSdkTest, TwoWritersOfOneIdHarmNobody)
{
    const ProgramRun program = life({"both_at_once"});
    ASSERT_EQ(program.status, 0) << program.err;
    EXPECT_EQ(show("both").at("state"), "finished");
    EXPECT_GE(points("both", "a").size(), 10U);
    ASSERT_EQ(life({"begin"}).status, 0);
    EXPECT_EQ(recorder().end(), 0);
}

} // namespace

} // namespace runglass::test
