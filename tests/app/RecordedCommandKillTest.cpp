// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on recorded runs that are killed at any of their steps: the runs are as before or as after, and the command
// can be given again.
#include "tests/app/ProgramRun.h"
#include "tests/app/RecorderProcess.h"
#include "tests/recorder/HttpClient.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <random>
#include <regex>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kKills = 100;

struct Command {
    const char* name;
    std::vector<std::string> before;    ///< what brings the store to where the command begins; empty: nothing
    std::vector<std::string> arguments; ///< of the command
};

/// A store with two runs, always in one place: where a run's files are is kept as a path.
class Store
{
public:
    explicit Store(const std::vector<std::string>& before)
    {
        record();
        if (!before.empty()) {
            EXPECT_EQ(run(before).status, 0);
        }
        fs::copy(place(), m_directory.path() / "kept", fs::copy_options::recursive);
    }
    fs::path place() const { return m_directory.path() / "work"; }
    fs::path files() const { return place() / "runs.db-files"; }
    fs::path counts() const { return m_directory.path() / "count"; }
    void putBack() const
    {
        fs::remove_all(place());
        fs::copy(m_directory.path() / "kept", place(), fs::copy_options::recursive);
    }
    ProgramRun run(std::vector<std::string> arguments, const std::map<std::string, std::string>& environment = {}) const
    {
        arguments.insert(arguments.end(), {"--source", file()});
        return runglass(arguments, environment);
    }
    /// What a user sees of the runs and the trash, without what differs from one time to another.
    std::string state() const
    {
        std::string text =
            runglass({"list", file(), "--json"}).out + runglass({"list", file(), "--trash", "--json"}).out;
        text += run({"history", "r0", "--json"}).out;
        text = std::regex_replace(text, std::regex(R"re("(at)": "[0-9T:.Z-]+")re"), R"("$1": "@TIME@")");
        return std::regex_replace(text, std::regex(R"re("size": [1-9][0-9]*)re"), R"("size": @SIZE@)");
    }

private:
    std::string file() const { return (place() / "runs.db").string(); }
    void record() const
    {
        fs::create_directories(place());
        RecorderProcess recorder(place() / "runs.db");
        const auto ask = [&recorder](const std::string& path, const std::string& body) {
            HttpClient client(static_cast<std::uint16_t>(recorder.port()));
            const HttpAnswer answer =
                client.ask(requestText("POST", path, body, {}, "127.0.0.1:" + std::to_string(recorder.port())));
            ASSERT_EQ(answer.status, 200) << answer.body;
        };
        for (int i = 0; i < 2; ++i) {
            const std::string id = "r" + std::to_string(i);
            ask("/graphql", R"({"query":"mutation { upsertBucket(input: {name: \")" + id +
                                R"(\", modelName: \"p\", displayName: \"sent\", tags: [\"b\"]}) { inserted } }"})");
            std::string lines;
            for (int step = 0; step < 3000; ++step)
                lines += std::string(step == 0 ? "" : ",") + R"("{\"_step\":)" + std::to_string(step) +
                         R"(,\"loss\":)" + std::to_string(1.0 / (step + 1)) + R"(}")";
            ask("/files/local/p/" + id + "/file_stream", R"({"files":{"wandb-history.jsonl":{"offset":0,"content":[)" +
                                                             lines + R"(]}},"complete":true,"exitcode":0})");
            fs::create_directories(files() / std::to_string(i + 1) / "media");
            std::ofstream(files() / std::to_string(i + 1) / "media/x.bin") << std::string(10'000, 'x');
        }
        EXPECT_EQ(recorder.end(), 0);
    }

    TemporaryDirectory m_directory;
};

class RecordedCommandKillTest : public testing::TestWithParam<Command>
{
};

TEST_P(RecordedCommandKillTest, isDoneOrNotBegun)
{
    const unsigned seed = std::random_device{}();
    std::printf("seed %u\n", seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);

    const Store store(GetParam().before);
    const std::string before = store.state();
    std::map<std::string, std::string> environment = {{"LD_PRELOAD", RUNGLASS_KILL_AT},
                                                      {"KILL_BELOW", fs::canonical(store.place()).string()},
                                                      {"KILL_COUNT", store.counts().string()}};
    store.putBack();
    const ProgramRun uncut = store.run(GetParam().arguments, environment);
    ASSERT_EQ(uncut.status, 0) << uncut.err;
    const std::string after = store.state();
    ASSERT_NE(before, after);
    int steps = 0;
    std::ifstream(store.counts()) >> steps;
    ASSERT_GT(steps, 2);
    const bool isPurge = std::string(GetParam().name) == "purge";
    environment.erase("KILL_COUNT");

    int early = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        store.putBack();
        environment["KILL_AT"] = std::to_string(1 + static_cast<int>(random() % static_cast<unsigned>(steps)));
        environment["KILL_HOW"] = std::to_string(random() % 3);
        const std::string where =
            "at " + environment["KILL_AT"] + " of " + std::to_string(steps) + ", how " + environment["KILL_HOW"];
        EXPECT_EQ(store.run(GetParam().arguments, environment).status, -1) << where;
        const std::string found = store.state();
        ASSERT_TRUE(found == before || found == after) << where << "\n" << found;
        early += found == before ? 1 : 0;
        if (found == before || isPurge) {
            const ProgramRun again = store.run(GetParam().arguments);
            ASSERT_EQ(again.status, 0) << where << again.err;
            ASSERT_EQ(store.state(), after) << where;
        }
        // Nothing is left behind of a removal that was cut off.
        ASSERT_EQ(fs::exists(store.files() / "1"), !isPurge) << where;
        ASSERT_TRUE(fs::exists(store.files() / "2")) << where;
    }
    std::printf("%d of %d had not begun\n", early, kKills);
    EXPECT_GT(early, 0);
}

INSTANTIATE_TEST_SUITE_P(Commands, RecordedCommandKillTest,
                         testing::Values(Command{"edit", {}, {"edit", "r0", "--name", "x", "--tag", "a", "--yes"}},
                                         Command{"lock", {}, {"lock", "r0"}},
                                         Command{"delete", {}, {"delete", "r0", "--yes"}},
                                         Command{"restore", {"delete", "r0", "--yes"}, {"restore", "r0", "--yes"}},
                                         Command{"purge", {"delete", "r0", "--yes"}, {"trash", "empty", "--yes"}}),
                         [](const auto& command) { return std::string(command.param.name); });

} // namespace

} // namespace runglass::test
