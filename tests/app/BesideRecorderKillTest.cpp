// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that are killed while a recorder is at work on the same store: the run is as before or as after, the command
// can be given again, and the recorder goes on and loses nothing.
#include "tests/app/ProgramRun.h"
#include "tests/app/RecorderProcess.h"
#include "tests/recorder/HttpClient.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <atomic>
#include <fstream>
#include <random>
#include <thread>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kKills = 100;

class Scene
{
public:
    Scene()
    {
        record("r0");
        m_writer = std::thread([this] { write(); });
    }
    ~Scene() { endWriter(); }
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    /// A run that has ended.
    void record(const std::string& id)
    {
        ASSERT_EQ(upsert(id), 200);
        ASSERT_EQ(ask("/files/local/p/" + id + "/file_stream",
                      R"({"files":{"wandb-history.jsonl":{"offset":0,"content":["{\"_step\":0,\"a\":1}"]}},)"
                      R"("complete":true,"exitcode":0})"),
                  200);
    }
    ProgramRun run(std::vector<std::string> arguments, const std::map<std::string, std::string>& environment = {}) const
    {
        arguments.insert(arguments.end(), {"--source", file()});
        return runglass(arguments, environment);
    }
    /// What users see of a run: nothing when it is neither listed nor in the trash.
    std::string seen(const std::string& id) const
    {
        for (const bool isTrash : {false, true}) {
            std::vector<std::string> list = {"list", file(), "--json"};
            if (isTrash)
                list.emplace_back("--trash");
            for (const json& run : json::parse(runglass(list).out))
                if (run.at("id") == id)
                    return (isTrash ? "trash " : "there ") + run.at("name").dump() + run.at("state_reason").dump() +
                           run.at("locked").dump() + run.at("edited").dump();
        }
        return {};
    }
    /// The lines that were acknowledged of the run that goes on, and those that are there.
    void check()
    {
        endWriter();
        ASSERT_FALSE(m_isRefused);
        ASSERT_GT(m_acknowledged, 0);
        const json history = json::parse(run({"history", "w", "--keys", "a", "--json"}).out);
        const json& values = history.at("series").at(0).at("value");
        ASSERT_EQ(values.size(), static_cast<std::size_t>(m_acknowledged));
        for (std::size_t at = 0; at < values.size(); ++at)
            ASSERT_EQ(values[at], at);
        std::printf("%d lines acknowledged meanwhile\n", m_acknowledged.load());
        EXPECT_EQ(m_recorder.end(), 0) << m_recorder.errors();
    }
    std::string place() const { return fs::canonical(m_directory.path()).string(); }
    fs::path counts() const { return m_directory.path() / "count"; }

private:
    std::string file() const { return (m_directory.path() / "runs.db").string(); }
    int ask(const std::string& path, const std::string& body) const
    {
        HttpClient client(static_cast<std::uint16_t>(m_recorder.port()));
        const std::string host = "127.0.0.1:" + std::to_string(m_recorder.port());
        return client.ask(requestText("POST", path, body, {}, host)).status;
    }
    int upsert(const std::string& id) const
    {
        return ask("/graphql", R"({"query":"mutation { upsertBucket(input: {name: \")" + id +
                                   R"(\", modelName: \"p\", displayName: \"sent\"}) { inserted } }"})");
    }
    void write()
    {
        m_isRefused = upsert("w") != 200;
        while (!m_shallEnd && !m_isRefused) {
            const std::string step = std::to_string(m_acknowledged);
            const std::string body = R"({"files":{"wandb-history.jsonl":{"offset":)" + step +
                                     R"(,"content":["{\"_step\":)" + step + R"(,\"a\":)" + step + R"(}"]}}})";
            m_isRefused = ask("/files/local/p/w/file_stream", body) != 200;
            m_acknowledged += m_isRefused ? 0 : 1;
        }
    }
    void endWriter()
    {
        m_shallEnd = true;
        if (m_writer.joinable())
            m_writer.join();
    }

    TemporaryDirectory m_directory;
    RecorderProcess m_recorder{m_directory.path() / "runs.db"};
    std::atomic<int> m_acknowledged = 0;
    std::atomic<bool> m_shallEnd = false, m_isRefused = false;
    std::thread m_writer;
};

/// A command, and the run that it is about.
struct Asked {
    std::string kind, run = "r0";
    std::vector<std::string> arguments;
};

/// One that can be given now. Brings r0 to where it can be.
Asked nextCommand(Scene& scene, unsigned choice, const std::string& number)
{
    const bool isInTrash = scene.seen("r0").starts_with("trash");
    // So that it is there and in the trash about as often.
    if (isInTrash && choice % 2 == 0)
        return {"restore", "r0", {"restore", "r0", "--yes"}};
    const unsigned kind = choice / 2 % 5;
    switch (kind) {
    case 0:
        if (!isInTrash)
            return {"delete", "r0", {"delete", "r0", "--yes"}};
        break;
    case 1: {
        scene.record("p" + number);
        const std::string id = "p" + number;
        if (isInTrash) {
            EXPECT_EQ(scene.run({"restore", "r0", "--yes"}).status, 0);
        }
        EXPECT_EQ(scene.run({"delete", id, "--yes"}).status, 0);
        return {"purge", id, {"trash", "empty", "--yes"}};
    }
    default:
        break;
    }
    if (isInTrash) {
        EXPECT_EQ(scene.run({"restore", "r0", "--yes"}).status, 0);
    }
    if (kind == 2)
        return {"mark", "r0", {"edit", "r0", "--state", "killed", "--state-reason", number, "--yes"}};
    return {"edit", "r0", {"edit", "r0", "--name", "name " + number, "--yes"}};
}

TEST(BesideRecorderKillTest, isDoneOrNotBegunAndTheRecorderGoesOn)
{
    const unsigned seed = std::random_device{}();
    std::printf("seed %u\n", seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    Scene scene;
    std::map<std::string, int> steps; // of each kind of command, as of its first time, which is not cut
    std::map<std::string, int> kills, undone;
    for (int kill = 0; kill < kKills;) {
        const Asked asked = nextCommand(scene, static_cast<unsigned>(random()),
                                        std::to_string(kill) + "-" + std::to_string(steps.size()));
        std::map<std::string, std::string> environment = {{"LD_PRELOAD", RUNGLASS_KILL_AT},
                                                          {"KILL_BELOW", scene.place()}};
        if (!steps.contains(asked.kind)) {
            fs::remove(scene.counts());
            environment["KILL_COUNT"] = scene.counts().string();
            const ProgramRun uncut = scene.run(asked.arguments, environment);
            ASSERT_EQ(uncut.status, 0) << asked.kind << uncut.err;
            std::ifstream(scene.counts()) >> steps[asked.kind];
            ASSERT_GT(steps[asked.kind], 2) << asked.kind;
            continue;
        }
        const auto all = static_cast<unsigned>(steps[asked.kind]);
        environment["KILL_AT"] = std::to_string(1 + random() % all);
        environment["KILL_HOW"] = std::to_string(random() % 3);
        const std::string where = asked.kind + " at " + environment["KILL_AT"] + " of " + std::to_string(all) +
                                  ", how " + environment["KILL_HOW"];
        const std::string before = scene.seen(asked.run);
        const int status = scene.run(asked.arguments, environment).status;
        // What a command writes depends on what the recorder writes meanwhile: it may have fewer steps.
        ASSERT_TRUE(status == -1 || status == 0) << where;
        const std::string found = scene.seen(asked.run);
        const ProgramRun again = scene.run(asked.arguments);
        const bool isOver = asked.kind == "purge" || asked.kind == "delete" || asked.kind == "restore";
        // Done once, there is nothing to do it to any more.
        ASSERT_TRUE(again.status == 0 || (isOver && found != before)) << where << again.err;
        const std::string after = scene.seen(asked.run);
        ASSERT_TRUE(found == before || found == after) << where << "\n" << before << "\n" << found << "\n" << after;
        ASSERT_NE(before, after) << where;
        ++kill;
        ++kills[asked.kind];
        undone[asked.kind] += found == before ? 1 : 0;
    }
    for (const auto& [kind, count] : kills)
        std::printf("%s: %d, of which %d were as before\n", kind.c_str(), count, undone[kind]);
    scene.check();
}

} // namespace

} // namespace runglass::test
