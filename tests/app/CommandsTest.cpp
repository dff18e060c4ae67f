// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line asks of runs. RUNGLASS_WRITE_GOLDEN=1 writes the golden files anew; then read them.
#include "tests/app/ScratchTree.h"
#include "tests/processes/TrainingScript.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <sstream>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

class CommandsTest : public testing::Test
{
protected:
    void expectGolden(const std::string& name, const ProgramRun& run, int status = 0) const
    {
        EXPECT_EQ(run.status, status) << run.err;
        const fs::path file = fs::path(RUNGLASS_GOLDEN) / (name + ".json");
        const std::string text = m_tree.normalised(run.out);
        if (std::getenv("RUNGLASS_WRITE_GOLDEN"))
            std::ofstream(file, std::ios::binary) << text;
        std::ostringstream golden;
        golden << std::ifstream(file, std::ios::binary).rdbuf();
        EXPECT_EQ(text, golden.str()) << file;
    }
    std::vector<std::string> ids(const std::vector<std::string>& arguments = {"--json"}) const
    {
        std::vector<std::string> ids;
        for (const json& run : json::parse(m_tree.list(arguments).out))
            ids.push_back(run["id"]);
        return ids;
    }

    ScratchTree m_tree{{"resume", "exception", "config"}};
};

} // namespace

TEST_F(CommandsTest, editShowsInEveryListAndKeepsTheOriginal)
{
    const std::string before = treeHash(m_tree.wandb() / "offline-run-20261123_065539-0aasx5lq");
    expectGolden("edit", m_tree.run({"edit", "0aasx5lq", "resr7pue", "--name", "a \"new\" name", "--notes", "one\ntwo",
                                     "--tag", "x", "--tag", "y", "--untag", "z", "--yes", "--json"}));
    expectGolden("list-edited", m_tree.list({"--filter", "id = 0aasx5lq", "--json"}));
    EXPECT_EQ(treeHash(m_tree.wandb() / "offline-run-20261123_065539-0aasx5lq"), before);
    for (const char* filter : {"edited = name", "edited exists", "edited contains note", "edited in (group, tags)"})
        EXPECT_EQ(ids({"--filter", filter, "--json"}).size(), 2U) << filter;
    EXPECT_EQ(ids({"--filter", "edited is null", "--json"}).size(), 1U);
    EXPECT_EQ(ids({"--filter", "edited ≠ name", "--json"}).size(), 1U);
    // Another way of opening, by a program that has no index.
    const ProgramRun alone =
        runglass({"list", (m_tree.wandb() / "offline-run-20261123_065539-0aasx5lq").string(), "--json"},
                 {{"XDG_CACHE_HOME", m_tree.root() + "/other"}});
    EXPECT_EQ(json::parse(alone.out)[0]["name"], "a \"new\" name");
}

TEST_F(CommandsTest, editMarksTheStateAndTakesThatBack)
{
    const std::string before = treeHash(m_tree.wandb() / "offline-run-20261123_065539-0aasx5lq");
    const auto shown = [this] { return json::parse(m_tree.list({"--filter", "id = 0aasx5lq", "--json"}).out)[0]; };
    const json found = shown();
    EXPECT_EQ(m_tree.run({"edit", "0aasx5lq", "--state", "killed", "--state-reason", "out of memory", "--yes"}).status,
              0);
    json marked = shown();
    EXPECT_EQ(marked["state"], "killed");
    EXPECT_EQ(marked["state_reason"], "marked by hand: out of memory");
    EXPECT_EQ(marked["edited"], (json{"state", "state_reason"}));
    EXPECT_EQ(marked["original"]["state"], found["state"]);
    EXPECT_EQ(marked["original"]["state_reason"], found["state_reason"]);
    EXPECT_EQ(marked["exit_code"], found["exit_code"]);
    EXPECT_EQ(ids({"--filter", "edited = state and state = killed", "--json"}), std::vector<std::string>{"0aasx5lq"});
    EXPECT_EQ(treeHash(m_tree.wandb() / "offline-run-20261123_065539-0aasx5lq"), before);
    EXPECT_EQ(m_tree.run({"edit", "0aasx5lq", "--state", "", "--yes"}).status, 0);
    EXPECT_EQ(shown(), found);
    EXPECT_EQ(m_tree.run({"edit", "0aasx5lq", "--state", "running", "--yes"}).status, 2);
    EXPECT_EQ(m_tree.run({"edit", "0aasx5lq", "--state-reason", "why", "--yes"}).status, 2);
}

TEST_F(CommandsTest, deleteAndRestore)
{
    expectGolden("delete-dry-run",
                 m_tree.run({"delete", "--filter", "state = failed or id = resr7pue", "--dry-run", "--json"}));
    EXPECT_EQ(ids().size(), 3U);
    expectGolden("delete", m_tree.run({"delete", "--filter", "state = failed or id = resr7pue", "--yes", "--json"}));
    EXPECT_EQ(ids().size(), 1U);
    expectGolden("list-trash", m_tree.list({"--trash", "--filter", "id = 0aasx5lq", "--json"}));
    EXPECT_EQ(ids({"--trash", "--json"}).size(), 2U);
    expectGolden("restore", m_tree.run({"restore", "resr7pue", "--yes", "--json"}));
    EXPECT_EQ(ids().size(), 2U);
    EXPECT_EQ(ids({"--trash", "--json"}), std::vector<std::string>{"0aasx5lq"});
    expectGolden("trash-empty", m_tree.run({"trash", "empty", "--yes", "--json"}));
    EXPECT_EQ(m_tree.list({"--trash", "--json"}).status, 3);
    const ProgramRun again = m_tree.run({"trash", "empty", "--yes", "--json"});
    EXPECT_EQ(again.status, 0);
    EXPECT_EQ(again.out, "[]\n");
    EXPECT_EQ(again.err, "runglass: Freed 0 B.\n");
}

TEST_F(CommandsTest, aFolderAloneIsMeantByItsPath)
{
    const fs::path second = m_tree.wandb() / "offline-run-20261123_065550-resr7pue";
    ASSERT_TRUE(fs::exists(second));
    EXPECT_EQ(runglass({"delete", second.string(), "--yes"}).status, 0);
    EXPECT_FALSE(fs::exists(second));
    EXPECT_EQ(ids().size(), 3U);
    EXPECT_EQ(m_tree.list().err, "") << "the run is still there: its ID is not a deleted one's";
    const std::string lies = (m_tree.wandb() / ".runglass/trash" / second.filename()).string();
    EXPECT_EQ(runglass({"restore", lies, "--yes"}).status, 0);
    EXPECT_TRUE(fs::exists(second));
}

TEST_F(CommandsTest, lockedRunsAreRefused)
{
    expectGolden("lock", m_tree.run({"lock", "0aasx5lq", "--json"}));
    expectGolden("delete-locked", m_tree.run({"delete", "0aasx5lq", "--yes", "--json"}), 4);
    EXPECT_EQ(m_tree.run({"edit", "0aasx5lq", "--name", "x", "--yes"}).status, 4);
    // The others are deleted all the same.
    const ProgramRun all = m_tree.run({"delete", "--filter", "id exists", "--yes", "--json"});
    EXPECT_EQ(all.status, 1);
    EXPECT_EQ(ids(), std::vector<std::string>{"0aasx5lq"});
    EXPECT_EQ(m_tree.run({"unlock", "0aasx5lq"}).status, 0);
    EXPECT_EQ(m_tree.run({"delete", "0aasx5lq", "--yes"}).status, 0);
}

TEST_F(CommandsTest, withoutATerminalNothingIsDoneUnasked)
{
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"delete", "0aasx5lq"}, {"edit", "0aasx5lq", "--name", "x"}}) {
        const ProgramRun run = m_tree.run(command);
        EXPECT_EQ(run.status, 2);
        EXPECT_THAT(run.err, HasSubstr("--yes"));
    }
    EXPECT_EQ(ids().size(), 3U);
}

TEST_F(CommandsTest, wrongUsageAndNothingMatched)
{
    const auto status = [this](const std::vector<std::string>& command) { return m_tree.run(command).status; };
    EXPECT_EQ(status({"delete", "--yes"}), 2);
    EXPECT_EQ(status({"delete", "0aasx5lq", "--filter", "id exists", "--yes"}), 2);
    EXPECT_EQ(status({"delete", "--filter", "id ===", "--yes"}), 2);
    EXPECT_EQ(status({"edit", "0aasx5lq", "--yes"}), 2);
    EXPECT_EQ(status({"trash", "fill", "--yes"}), 2);
    EXPECT_EQ(status({"restore", "0aasx5lq", "--yes"}), 3);
    EXPECT_EQ(status({"delete", "--filter", "id = nothing", "--yes"}), 3);
    const ProgramRun none = m_tree.run({"delete", "nothing", "--yes", "--json"});
    EXPECT_EQ(none.status, 3);
    EXPECT_EQ(none.out, "[]\n");
}

TEST_F(CommandsTest, stopInterruptsTheScriptOnceForAllItsRuns)
{
    const TemporaryDirectory bin;
    TrainingScript script;
    const ScratchTree live({"sigkill_blocks", "sigkill"});
    std::vector<fs::path> logs;
    for (const auto& entry : fs::recursive_directory_iterator(live.root()))
        if (entry.path().extension() == ".wandb")
            logs.push_back(entry.path());
    ASSERT_EQ(logs.size(), 2U);
    EXPECT_EQ(live.run({"stop", "--filter", "id exists", "--yes"}).status, 4) << "nobody writes them";
    const CoreProcess core(bin.path(), logs, script.pid());
    const ProgramRun dry = live.run({"stop", "--filter", "id exists", "--dry-run"});
    EXPECT_EQ(dry.status, 0) << dry.err;
    EXPECT_THAT(dry.err, HasSubstr("train.py (process " + std::to_string(script.pid())));
    EXPECT_THAT(dry.err, HasSubstr("this also stops"));
    const ProgramRun stop = live.run({"stop", "--filter", "id exists", "--yes", "--json"});
    EXPECT_EQ(stop.status, 0) << stop.err;
    const json report = json::parse(stop.out);
    ASSERT_EQ(report.size(), 2U);
    EXPECT_EQ(report[0]["ok"], true);
    EXPECT_THAT(report[0]["note"].get<std::string>(), HasSubstr("Interrupted"));
    EXPECT_THAT(report[1]["note"].get<std::string>(), HasSubstr("interrupted for another of these runs"));
    EXPECT_TRUE(script.answers());
    // What has ended cannot be stopped.
    const ProgramRun ended = m_tree.run({"stop", "0aasx5lq", "--yes", "--json"});
    EXPECT_EQ(ended.status, 4);
    EXPECT_EQ(json::parse(ended.out)[0]["reason"], "It is not running.");
    EXPECT_EQ(script.end(), 0) << "it was interrupted again";
}

} // namespace runglass::test
