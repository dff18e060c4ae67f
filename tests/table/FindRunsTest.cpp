// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/FindRuns.h"

#include "tests/table/TableText.h"

#include <gmock/gmock.h>

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace runglass::test
{

namespace
{

class FindRunsTest : public ::testing::Test
{
protected:
    FindRunsTest()
    {
        std::vector<runglass::Run> runs{makeRun("abc123", "Baseline"), makeRun("xyz789", "baseline-2"),
                                        makeRun("noname1"), makeRun("q1", "abc123")};
        runs.push_back(makeRun("abc123", "elsewhere"));
        runs.back().path.project = "other";
        m_builder.apply(1, std::move(runs));
    }
    FoundRuns find(std::string_view text, std::size_t most = 50)
    {
        return findRuns(*m_builder.snapshot(), text, most, CancelToken());
    }
    static std::vector<std::string> paths(const std::vector<RunRef>& runs)
    {
        std::vector<std::string> paths;
        for (const RunRef& run : runs)
            paths.push_back(toString(run.path));
        return paths;
    }

    RunTableBuilder m_builder;
};

} // namespace

TEST_F(FindRunsTest, findsByIdPathUrlAndWholeName)
{
    EXPECT_THAT(paths(find("xyz789").exact), ElementsAre("team/proj/xyz789"));
    EXPECT_THAT(paths(find("team/proj/abc123").exact), ElementsAre("team/proj/abc123"));
    EXPECT_THAT(paths(find("https://wandb.ai/team/other/runs/abc123?nw=1").exact), ElementsAre("team/other/abc123"));
    EXPECT_THAT(paths(find("https://example.org/team/proj/abc123").exact), ElementsAre("team/proj/abc123"));
    EXPECT_THAT(paths(find("BASELINE").exact), ElementsAre("team/proj/abc123"));
    EXPECT_THAT(paths(find("noname1").exact), ElementsAre("team/proj/noname1"));
}

TEST_F(FindRunsTest, anIdMayBeAnotherRunsName)
{
    EXPECT_THAT(paths(find("abc123").exact), ElementsAre("team/proj/abc123", "team/proj/q1", "team/other/abc123"));
}

TEST_F(FindRunsTest, listsPartsOfNamesAndIdsUpToABound)
{
    EXPECT_THAT(paths(find("line").partial), ElementsAre("team/proj/abc123", "team/proj/xyz789"));
    EXPECT_THAT(paths(find("baseline").partial), ElementsAre("team/proj/xyz789"));
    EXPECT_EQ(find("").partial.size(), 5U);
    EXPECT_EQ(find("", 2).partial.size(), 2U);
    EXPECT_THAT(find("").exact, IsEmpty());
    EXPECT_THAT(find("nothing like it").partial, IsEmpty());
}

TEST_F(FindRunsTest, stopsWhenNobodyWaits)
{
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_THAT(findRuns(*m_builder.snapshot(), "abc123", 50, cancel).exact, IsEmpty());
}

TEST_F(FindRunsTest, runsWithWarningsAreCounted)
{
    EXPECT_EQ(m_builder.snapshot()->warnedRuns(), 0U);
    runglass::Run bad = makeRun("q1");
    bad.warnings.push_back({"f", 3, "torn"});
    m_builder.apply(1, std::vector<runglass::Run>{bad});
    EXPECT_EQ(m_builder.snapshot()->warnedRuns(), 1U);
}

} // namespace runglass::test
