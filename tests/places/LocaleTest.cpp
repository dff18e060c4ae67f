// SPDX-License-Identifier: GPL-3.0-or-later
// No locale, or one that is not there: names and values are UTF-8 all the same.
#include "tests/app/ProgramRun.h"
#include "tests/sources/LogPayloads.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using nlohmann::json;
using testing::HasSubstr;

const std::vector<std::map<std::string, std::string>> kLocales = {
    {{"LC_ALL", "C"}},           {{"LC_ALL", "POSIX"}},        {{"LC_ALL", ""}, {"LANG", ""}, {"LC_CTYPE", ""}},
    {{"LC_ALL", "xx_YY.UTF-8"}}, {{"LC_ALL", "ja_JP.EUC-JP"}},
};

std::filesystem::path japaneseRun(ScratchRuns& runs)
{
    return runs.add("utf80001",
                    {runRecord("utf80001", 1'790'000'000, {{{"学習率"}, "0.1"}}, "実験 №1 – größer"),
                     historyRecord(0, {{{"損失"}, "1.5"}}), consoleRecord(true, "進捗 ✓\n", 1'790'000'001),
                     exitRecord(0, 60)},
                    "20260921_120000", "実験/größe/wandb");
}

} // namespace

TEST(LocaleTest, everyOneGivesTheSameBytes)
{
    ScratchRuns runs;
    const std::string folder = japaneseRun(runs).string();
    runs.write(std::filesystem::path(folder) / "files/図 ü.txt", "内容\n");
    const std::vector<std::vector<std::string>> commands = {
        {"list", runs.root().string(), "--json"},
        {"list", (runs.root() / "実験").string()},
        {"show", folder},
        {"show", folder, "--json"},
        {"history", folder, "--keys", "損失", "--json"},
        {"logs", folder},
        {"files", folder, "--json"},
        {"files", folder, "--get", "図 ü.txt"},
    };
    for (const std::vector<std::string>& command : commands) {
        const ProgramRun usual = runglass(command, {{"LC_ALL", "C.UTF-8"}});
        EXPECT_EQ(usual.status, 0) << command.front() << usual.err;
        EXPECT_EQ(usual.err, "");
        for (const auto& locale : kLocales) {
            const ProgramRun run = runglass(command, locale);
            EXPECT_EQ(run.status, 0) << command.front();
            EXPECT_EQ(run.out, usual.out) << command.front();
            EXPECT_EQ(run.err, "") << command.front();
        }
    }
    const json run = json::parse(runglass(commands.front(), {{"LC_ALL", "C"}}).out).at(0);
    EXPECT_EQ(run["name"], "実験 №1 – größer");
    EXPECT_EQ(run["config"]["学習率"], 0.1);
    EXPECT_THAT(runglass({"show", folder}, {{"LC_ALL", "C"}}).out, HasSubstr("実験 №1 – größer"));
}

TEST(LocaleTest, numbersHaveAPointEverywhere)
{
    // A German number has a comma, were the program to follow the locale.
    ScratchRuns runs;
    const std::string folder = japaneseRun(runs).string();
    const ProgramRun run = runglass({"history", folder, "--keys", "損失", "--json"}, {{"LC_ALL", "de_DE.UTF-8"}});
    EXPECT_EQ(json::parse(run.out)["series"][0]["value"][0], 1.5) << run.out;
}

TEST(LocaleTest, aFolderWhoseNameIsNoUtf8IsReadToo)
{
    ScratchRuns runs;
    runs.add("latin001", {runRecord("latin001", 1'790'000'000), exitRecord(0, 1)}, "20260921_120000", "caf\xe9/wandb");
    // The shell gives the program the name's own bytes.
    const std::string byGlob = "exec \"$0\" show caf*/wandb/offline-run-* --json";
    for (const auto& locale : kLocales) {
        const ProgramRun list = runglass({"list", runs.root().string(), "--json"}, locale);
        EXPECT_EQ(list.status, 0) << list.err;
        EXPECT_EQ(json::parse(list.out).at(0)["id"], "latin001");
        const ProgramRun show = runProgram("/bin/sh", {"-c", byGlob, RUNGLASS_PROGRAM}, locale, runs.root().string());
        EXPECT_EQ(show.status, 0) << show.err;
        EXPECT_EQ(json::parse(show.out)["id"], "latin001");
    }
}

} // namespace runglass::test
