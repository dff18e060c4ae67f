// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that are killed at any of their steps: the runs are as before or as after, and the command can be given
// again.
#include "tests/app/ScratchTree.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <random>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kKills = 100;

struct Command {
    const char* name;
    std::vector<std::string> before;    ///< what brings the tree to where the command begins; empty: nothing
    std::vector<std::string> arguments; ///< of the command
};

/// The runs of a tree and its trash, without what differs from one time to another.
std::string stateOf(const ScratchTree& tree)
{
    json runs = json::parse(tree.list().out), trash = json::parse(tree.list({"--trash", "--json"}).out);
    for (json& run : trash) {
        run["trash"].erase("at");
        run["trash"].erase("size");
        std::sort(run["trash"]["was"].begin(), run["trash"]["was"].end());
    }
    std::string text = tree.normalised(json{runs, trash}.dump(1));
    // A run of several folders is there with all of them or not at all.
    for (const json& run : runs) {
        const ProgramRun shown = tree.run({"show", run["path"], "--json"});
        text += std::to_string(json::parse(shown.out)["segments"].size());
    }
    return text;
}

class CommandKillTest : public testing::TestWithParam<Command>
{
protected:
    static std::unique_ptr<ScratchTree> makeTree()
    {
        auto tree = std::make_unique<ScratchTree>(std::vector<std::string>{"resume", "exception"});
        if (!GetParam().before.empty()) {
            EXPECT_EQ(tree->run(GetParam().before).status, 0);
        }
        return tree;
    }
    static std::map<std::string, std::string> killing(const ScratchTree& tree)
    {
        return {{"LD_PRELOAD", RUNGLASS_KILL_AT}, {"KILL_BELOW", fs::canonical(tree.wandb()).string()}};
    }
};

TEST_P(CommandKillTest, isDoneOrNotBegun)
{
    const unsigned seed = std::random_device{}();
    std::printf("seed %u\n", seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);

    const auto whole = makeTree();
    const std::string before = stateOf(*whole);
    auto counting = killing(*whole);
    counting["KILL_COUNT"] = whole->root() + "/count";
    const ProgramRun uncut = whole->run(GetParam().arguments, counting);
    ASSERT_EQ(uncut.status, 0) << uncut.err;
    const std::string after = stateOf(*whole);
    ASSERT_NE(before, after);
    int steps = 0;
    std::ifstream(whole->root() + "/count") >> steps;
    ASSERT_GT(steps, 2);

    int early = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        const auto tree = makeTree();
        auto environment = killing(*tree);
        environment["KILL_AT"] = std::to_string(1 + static_cast<int>(random() % static_cast<unsigned>(steps)));
        environment["KILL_HOW"] = std::to_string(random() % 3);
        const std::string where =
            "at " + environment["KILL_AT"] + " of " + std::to_string(steps) + ", how " + environment["KILL_HOW"];
        EXPECT_EQ(tree->run(GetParam().arguments, environment).status, -1) << where;
        const std::string found = stateOf(*tree);
        ASSERT_TRUE(found == before || found == after) << where << "\n" << found;
        early += found == before ? 1 : 0;
        if (found == before) {
            const ProgramRun again = tree->run(GetParam().arguments);
            ASSERT_EQ(again.status, 0) << where << again.err;
            ASSERT_EQ(stateOf(*tree), after) << where;
        }
    }
    std::printf("%d of %d had not begun\n", early, kKills);
    EXPECT_GT(early, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Commands, CommandKillTest,
    testing::Values(Command{"edit", {}, {"edit", "resr7pue", "--name", "x", "--tag", "a", "--yes"}},
                    Command{"lock", {}, {"lock", "resr7pue"}}, Command{"delete", {}, {"delete", "resr7pue", "--yes"}},
                    Command{"restore", {"delete", "resr7pue", "--yes"}, {"restore", "resr7pue", "--yes"}},
                    Command{"purge", {"delete", "resr7pue", "--yes"}, {"trash", "empty", "--yes"}}),
    [](const auto& command) { return std::string(command.param.name); });

} // namespace

} // namespace runglass::test
