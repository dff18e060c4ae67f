// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"
#include "tests/app/WandbFixtures.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

namespace runglass::test
{

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using testing::UnorderedElementsAreArray;

TEST(ListCommandTest, aWrongFilterIsUnderlined)
{
    const ProgramRun run = runglass({"list", wandb("config"), "--filter", "state = running and summary.損失 < )"});
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.out, IsEmpty());
    EXPECT_EQ(run.err, "runglass: --filter: At character 33: found \")\", expected a value.\n"
                       "runglass:   state = running and summary.損失 < )\n"
                       "runglass:                                      ^\n");
    const std::vector<std::vector<std::string>> wrong = {
        {"--filter", "nowhere < 1"},      {"--filter", "created > 5"},   {"--filter", "pinned = true"},
        {"--filter", R"({"$where": 1})"}, {"--filter", R"({"state": )"}, {"--sort", "-nowhere"},
        {"--sort", "name,,id"},           {"--columns", "name id"},      {"--columns", "edited"},
        {"--group", "nowhere"},
    };
    for (std::vector<std::string> arguments : wrong) {
        arguments.insert(arguments.begin(), {"list", wandb("config")});
        const ProgramRun each = runglass(arguments);
        EXPECT_EQ(each.status, 2) << testing::PrintToString(arguments) << each.out;
        EXPECT_THAT(each.out, IsEmpty());
        EXPECT_THAT(each.err, HasSubstr("runglass: " + arguments[2] + ": ")) << each.err;
        EXPECT_THAT(each.err, HasSubstr("^\n")) << each.err;
    }
}

TEST(ListCommandTest, aFilterThatMatchesNothingIsStatus3)
{
    const ProgramRun none = runglass({"list", wandb("config"), "--filter", "name = 'no such name'", "--json"});
    EXPECT_EQ(none.status, 3);
    EXPECT_EQ(json::parse(none.out), json::array());
    const ProgramRun unknown = runglass({"list", wandb("config"), "--filter", "config.gone = 1", "--json"});
    EXPECT_EQ(unknown.status, 3);
    EXPECT_THAT(unknown.err, HasSubstr("No run has config.gone"));
    const TemporaryDirectory empty;
    const ProgramRun grouped = runglass({"list", empty.path().string(), "--group", "loss", "--json"});
    EXPECT_EQ(grouped.status, 3);
    EXPECT_EQ(json::parse(grouped.out), json::parse(R"({"groups": []})"));
}

TEST(ListCommandTest, ordersAndLimits)
{
    const auto ids = [](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"list", fixture("wandb").string(), "--json"});
        std::vector<std::string> found;
        for (const json& run : json::parse(runglass(arguments).out))
            found.push_back(run["id"]);
        return found;
    };
    const std::vector<std::string> all = ids({});
    ASSERT_GT(all.size(), 3U);
    const std::vector<std::string> ascending = ids({"--sort", "id"});
    std::vector<std::string> descending = ids({"--sort", "-id"});
    EXPECT_THAT(ascending, UnorderedElementsAreArray(all));
    std::reverse(descending.begin(), descending.end());
    EXPECT_EQ(ascending, descending);
    // Natural order: by the numbers in front.
    EXPECT_THAT(ascending.front(), StartsWith("0"));
    EXPECT_EQ(ids({"--sort", "id", "--limit", "2"}), (std::vector<std::string>{ascending[0], ascending[1]}));
    const std::vector<std::string> some = ids({"--filter", "state = finished"});
    const std::vector<std::string> others = ids({"--filter", "state != finished"});
    EXPECT_EQ(some.size() + others.size(), all.size());
    EXPECT_FALSE(some.empty());
    EXPECT_FALSE(others.empty());
    EXPECT_EQ(ids({"--filter", R"({"state": "finished"})"}), some);
}

TEST(ListCommandTest, isNewestFirstAndLimited)
{
    const ProgramRun all = runglass({"list", fixture("wandb").string(), "--json"});
    EXPECT_EQ(all.status, 1) << "two runs were killed in the middle of a record";
    EXPECT_THAT(all.err, HasSubstr("incomplete"));
    const json runs = json::parse(all.out);
    std::string last = "9999";
    for (const json& run : runs) {
        const std::string start = run["started_at"].is_null() ? "" : run["started_at"].get<std::string>().substr(0, 19);
        EXPECT_LE(start, last);
        last = start;
    }
    const json two = json::parse(runglass({"list", fixture("wandb").string(), "--limit", "2", "--json"}).out);
    ASSERT_EQ(two.size(), 2U);
    EXPECT_EQ(two[0]["path"], runs[0]["path"]);
    EXPECT_EQ(two[1]["path"], runs[1]["path"]);
    // A source inside another one adds nothing.
    const ProgramRun twice = runglass({"list", fixture("wandb").string(), wandb("config"), wandb("config"), "--json"});
    EXPECT_EQ(json::parse(twice.out).size(), runs.size());
}

TEST(ListCommandTest, aBrokenRunCostsOnlyItself)
{
    const TemporaryDirectory work;
    copyTree(fixture("wandb/config/wandb"), work.path() / "good");
    copyTree(fixture("wandb/alerts/wandb"), work.path() / "bad");
    const fs::path log = onlyFolder(work.path() / "bad") / "run-m97f2ndf.wandb";
    std::string bytes = bytesOf(log);
    for (std::size_t i = 300; i < 320; ++i)
        bytes[i] = static_cast<char>(~bytes[i]);
    std::ofstream(log, std::ios::binary) << bytes;
    const ProgramRun run = runglass({"list", work.path().string(), "--json"});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("run-m97f2ndf.wandb"));
    const json runs = json::parse(run.out);
    EXPECT_EQ(runs.size(), 2U);
    std::size_t warned = 0;
    for (const json& each : runs)
        warned += each["warnings"].empty() ? 0 : 1;
    EXPECT_EQ(warned, 1U);
    const ProgramRun good = runglass({"show", "cfg-498qq4uj", "--source", work.path().string()});
    EXPECT_EQ(good.status, 0) << "the other run's damage is no matter of this one: " << good.err;
}

TEST(ListCommandTest, aGrownFolderIsSeenTheNextTime)
{
    const TemporaryDirectory work;
    copyTree(fixture("wandb/config/wandb"), work.path() / "a");
    EXPECT_EQ(json::parse(runglass({"list", work.path().string(), "--json"}).out).size(), 1U);
    copyTree(fixture("wandb/alerts/wandb"), work.path() / "b");
    EXPECT_EQ(json::parse(runglass({"list", work.path().string(), "--json"}).out).size(), 2U);
    fs::remove_all(work.path() / "a");
    const ProgramRun list = runglass({"list", work.path().string(), "--json"});
    const json left = json::parse(list.out);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0]["id"], "m97f2ndf");
    EXPECT_EQ(list.status, 0);
    EXPECT_THAT(list.err, HasSubstr("Left out: 1 run(s) whose folder is gone."));
}

TEST(ListCommandTest, aFolderThatIsGoneShowsWhatWasReadLast)
{
    const TemporaryDirectory work;
    const std::string folder = (work.path() / "runs").string();
    copyTree(fixture("wandb/config/wandb"), folder);
    EXPECT_EQ(runglass({"list", folder, "--json"}).status, 0);
    fs::rename(folder, work.path() / "away");
    const ProgramRun list = runglass({"list", folder, "--json"});
    EXPECT_EQ(list.status, 1);
    const json left = json::parse(list.out);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_THAT(left[0]["warnings"][0]["cause"].get<std::string>(), HasSubstr("the folder is gone"));
    fs::rename(work.path() / "away", folder);
    EXPECT_EQ(runglass({"list", folder, "--json"}).status, 0);
}

} // namespace runglass::test
