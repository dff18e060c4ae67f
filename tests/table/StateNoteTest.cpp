// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/StateNote.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

runglass::Run died(std::string traceback)
{
    runglass::Run run;
    run.state = RunState::Failed;
    run.traceback = std::move(traceback);
    return run;
}

} // namespace

TEST(StateNoteTest, mostRunsHaveNone)
{
    runglass::Run run;
    run.state = RunState::Finished;
    EXPECT_EQ(stateNoteOf(run), nullptr);
    run.traceback = "Traceback";
    EXPECT_EQ(stateNoteOf(run), nullptr) << "it was survived";
    run.state = RunState::Running;
    run.stateReason = "its process writes";
    EXPECT_EQ(stateNoteOf(run)->reason, "its process writes");
    EXPECT_EQ(stateNoteOf(run)->traceback, "");
}

TEST(StateNoteTest, keepsTheLastLines)
{
    EXPECT_EQ(stateNoteOf(died("a\nb"))->traceback, "a\nb");
    EXPECT_EQ(stateNoteOf(died("1\n2\n3\n4\n5\n6\n7\n8\n9\nE: 1"))->traceback, "3\n4\n5\n6\n7\n8\n9\nE: 1");
    EXPECT_EQ(stateNoteOf(died("1\n\n\n\n\n\n\n\nE: 1"))->traceback, "\n\n\n\n\n\n\nE: 1");
    const std::string line(400, 'x');
    EXPECT_EQ(stateNoteOf(died(line + "1\n" + line + "2\n" + line + "3"))->traceback, line + "2\n" + line + "3");
    std::string umlauts = "E: ";
    for (int i = 0; i < 1000; ++i)
        umlauts += "é";
    const std::string cut = stateNoteOf(died("head\n" + umlauts))->traceback;
    EXPECT_EQ(cut.size(), StateNote::kMostBytes - 1) << "not within a character";
    EXPECT_TRUE(umlauts.starts_with(cut));
}

} // namespace runglass::test
