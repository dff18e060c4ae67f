// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps by the real SDK: each new combination is a run of its own.
#include "tests/sdk/RecorderScripts.h"

#include <gmock/gmock.h>
#include <set>

namespace runglass::test
{

namespace
{

using nlohmann::json;
using testing::HasSubstr;

class RecorderSweepSdkTest : public RecorderScripts
{
protected:
    ProgramRun sweep(const std::string& scenario) { return script("sweep_run.py", scenario); }
    /// The runs of the sweep that the script told of.
    json runsOfSweep() const
    {
        return read({"list", "--filter", "sweep = \"" + expected().at("sweep").get<std::string>() + '"'});
    }
};

TEST_F(RecorderSweepSdkTest, AFunctionTriesEveryCombinationOfAGrid)
{
    const ProgramRun program = sweep("function");
    ASSERT_EQ(program.status, 0) << program.err;
    const json found = expected();
    EXPECT_THAT(program.out, HasSubstr("Sweep URL: " + recorder().url() + "/local/search/sweeps/"));
    EXPECT_EQ(found.at("state"), "FINISHED");
    EXPECT_EQ(found.at("expected"), 4);
    EXPECT_EQ(found.at("best"), 0.1);
    EXPECT_EQ(found.at("sweeps"), json({found.at("sweep")}));
    std::set<json> tried;
    for (const json& run : found.at("runs"))
        tried.insert(run);
    EXPECT_EQ(tried, (std::set<json>{{0.1, "adam"}, {0.1, "sgd"}, {0.2, "adam"}, {0.2, "sgd"}}));
    const json runs = runsOfSweep();
    ASSERT_EQ(runs.size(), 4U);
    for (const json& run : runs) {
        EXPECT_EQ(run.at("state"), "finished");
        EXPECT_EQ(run.at("sweep"), found.at("sweep"));
        EXPECT_EQ(run.at("config").at("epochs"), 2);
        EXPECT_EQ(points(run.at("path"), "loss").size(), 2U);
    }
}

TEST_F(RecorderSweepSdkTest, ARandomSweepEndsAtItsCap)
{
    const ProgramRun program = sweep("capped");
    ASSERT_EQ(program.status, 0) << program.err;
    const json runs = runsOfSweep();
    std::set<double> tried;
    for (const json& run : runs)
        tried.insert(run.at("config").at("lr").get<double>());
    EXPECT_EQ(tried.size(), 3U);
    EXPECT_GE(*tried.begin(), 0.1);
    EXPECT_LE(*tried.rbegin(), 0.5);
}

TEST_F(RecorderSweepSdkTest, TheCommandLineMakesASweepAndRunsIt)
{
    const ProgramRun program = sweep("command_line");
    ASSERT_EQ(program.status, 0) << program.err;
    EXPECT_THAT(expected().at("made").get<std::string>(), HasSubstr("Run sweep agent with: wandb agent local/search/"));
    const json runs = runsOfSweep();
    ASSERT_EQ(runs.size(), 2U);
    std::set<json> tried;
    for (const json& run : runs) {
        EXPECT_EQ(run.at("state"), "finished");
        tried.insert(run.at("config").at("lr"));
        EXPECT_THAT(run.at("args").dump(), HasSubstr("--lr=" + run.at("config").at("lr").dump()));
    }
    EXPECT_EQ(tried, (std::set<json>{0.1, 0.2}));
}

TEST_F(RecorderSweepSdkTest, ASearchByBayesIsRefusedWithItsReason)
{
    const ProgramRun program = sweep("bayes");
    EXPECT_NE(program.status, 0);
    EXPECT_THAT(program.err, HasSubstr("searches by \"method: random\" and \"method: grid\""));
}

} // namespace

} // namespace runglass::test
