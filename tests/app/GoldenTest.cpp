// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of every subcommand, word for word. Run with RUNGLASS_WRITE_GOLDEN=1 to write the files anew, then read
// them.
#include "tests/app/ProgramRun.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

std::string runFolder(const std::string& scenario)
{
    std::vector<fs::path> folders;
    for (const fs::directory_entry& entry : fs::directory_iterator(fixture("wandb/" + scenario + "/wandb")))
        folders.push_back(entry.path());
    EXPECT_EQ(folders.size(), 1U) << scenario;
    return folders.front().string();
}

/// Without what depends on where and when the tree was checked out.
std::string normalised(std::string text)
{
    const std::string root = fs::canonical(fixture("wandb")).string();
    for (std::size_t place = 0; (place = text.find(root, place)) != std::string::npos;)
        text.replace(place, root.size(), "@FIXTURES@");
    static const std::regex kModified(R"re("modified": "[0-9T:.Z-]+")re");
    return std::regex_replace(text, kModified, R"("modified": "@TIME@")");
}

void expectGolden(const std::string& name, const std::vector<std::string>& arguments,
                  const std::string& extension = ".json")
{
    const ProgramRun run = runglass(arguments);
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.err, "");
    const fs::path file = fs::path(RUNGLASS_GOLDEN) / (name + extension);
    const std::string text = normalised(run.out);
    if (std::getenv("RUNGLASS_WRITE_GOLDEN"))
        std::ofstream(file, std::ios::binary) << text;
    std::ostringstream golden;
    golden << std::ifstream(file, std::ios::binary).rdbuf();
    EXPECT_EQ(text, golden.str()) << file;
}

} // namespace

TEST(GoldenTest, list)
{
    const std::string root = fixture("wandb").string();
    expectGolden("list",
                 {"list", root + "/config", root + "/noproject", root + "/resume", root + "/exception", "--json"});
}

TEST(GoldenTest, listWithInternalKeys)
{
    expectGolden("list-internal", {"list", runFolder("metrics"), "--internal", "--json"});
}

TEST(GoldenTest, listFilteredAndSorted)
{
    expectGolden("list-filter", {"list", fixture("wandb/resume").string(), fixture("wandb/exception").string(),
                                 fixture("wandb/noproject").string(), "--filter",
                                 "state in (failed, 'FINISHED') and not project = nowhere", "--sort", "-state,id",
                                 "--columns", "name,state,exit_code,path", "--json"});
}

TEST(GoldenTest, listOfColumns)
{
    expectGolden("list-columns",
                 {"list", fixture("wandb/small").string(), fixture("wandb/config").string(),
                  fixture("wandb/exception").string(), "--filter", "summary.loss < 0.5 or tags = baseline", "--sort",
                  "-loss,id", "--columns", "id,project,tags,state,summary.loss,config.lr"},
                 ".txt");
}

TEST(GoldenTest, listGrouped)
{
    std::vector<std::string> arguments = {"list"};
    for (const char* scenario : {"small", "exception", "sysexit", "finishcode", "noproject"})
        arguments.push_back(fixture(std::string("wandb/") + scenario).string());
    arguments.insert(arguments.end(), {"--group", "project,state", "--columns", "summary.loss,exit_code", "--filter",
                                       "not id = piib8f97", "--sort", "project,state,id"});
    expectGolden("list-group", arguments, ".txt");
    arguments.push_back("--json");
    expectGolden("list-group", arguments);
}

TEST(GoldenTest, show)
{
    expectGolden("show", {"show", runFolder("config"), "--json"});
}

TEST(GoldenTest, showOfGitAndFiles)
{
    expectGolden("show-files", {"show", runFolder("files"), "--json"});
}

TEST(GoldenTest, showOfTwoSegments)
{
    const std::string folder = fixture("wandb/resume/wandb").string();
    expectGolden("show-segments", {"show", "resr7pue", "--source", folder, "--json"});
}

TEST(GoldenTest, showOfACopy)
{
    const std::string folder = fixture("wandb").string();
    expectGolden("show-copy", {"show", "nico/awesome-project/himes5dc", "--source", folder, "--json"});
}

TEST(GoldenTest, showOfARunThatDied)
{
    expectGolden("show-failed", {"show", runFolder("exception"), "--json"});
}

TEST(GoldenTest, history)
{
    expectGolden("history", {"history", runFolder("history"), "--json"});
}

TEST(GoldenTest, historyOfSomeKeys)
{
    expectGolden("history-keys", {"history", runFolder("history"), "--keys", "train/loss,val/nested.deep.a", "--keys",
                                  "vec", "--json"});
}

TEST(GoldenTest, historyOfTheSystem)
{
    expectGolden("history-system", {"history", runFolder("alerts"), "--system", "--json"});
}

TEST(GoldenTest, historyOfMedia)
{
    expectGolden("history-media", {"history", runFolder("media"), "--json"});
}

TEST(GoldenTest, logs)
{
    expectGolden("logs", {"logs", runFolder("console"), "--json"});
}

TEST(GoldenTest, logsOfOneStream)
{
    expectGolden("logs-stderr", {"logs", runFolder("exception"), "--stream", "stderr", "--json"});
}

TEST(GoldenTest, files)
{
    expectGolden("files", {"files", runFolder("media"), "--json"});
}

TEST(GoldenTest, artifacts)
{
    expectGolden("artifacts", {"artifacts", runFolder("artifacts"), "--json"});
}

TEST(GoldenTest, alerts)
{
    expectGolden("alerts", {"alerts", runFolder("alerts"), "--json"});
}

} // namespace runglass::test
