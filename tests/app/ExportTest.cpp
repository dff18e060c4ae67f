// SPDX-License-Identifier: GPL-3.0-or-later
// `runglass export`: the same runs as `list`, as files for other programs.
#include "tests/app/ProgramRun.h"
#include "tests/support/TestEnvironment.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <gmock/gmock.h>
#include <sstream>

namespace runglass::test
{

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

namespace
{

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

std::vector<std::string> sources()
{
    std::vector<std::string> sources;
    for (const char* scenario : {"small", "config", "exception", "resume", "noproject"})
        sources.push_back(fixture(std::string("wandb/") + scenario).string());
    return sources;
}

std::vector<std::string> with(const char* subcommand, const std::vector<std::string>& options)
{
    std::vector<std::string> arguments = {subcommand};
    const std::vector<std::string> from = sources();
    arguments.insert(arguments.end(), from.begin(), from.end());
    arguments.insert(arguments.end(), options.begin(), options.end());
    return arguments;
}

void expectGolden(const std::string& name, const std::vector<std::string>& arguments)
{
    const ProgramRun run = runglass(arguments);
    EXPECT_EQ(run.status, 0) << run.err;
    std::string text = run.out;
    const std::string root = fs::canonical(fixture("wandb")).string();
    for (std::size_t place = 0; (place = text.find(root, place)) != std::string::npos;)
        text.replace(place, root.size(), "@FIXTURES@");
    const fs::path file = fs::path(RUNGLASS_GOLDEN) / (name + ".csv");
    if (std::getenv("RUNGLASS_WRITE_GOLDEN"))
        std::ofstream(file, std::ios::binary) << text;
    EXPECT_EQ(text, bytesOf(file));
}

std::ptrdiff_t entries(const fs::path& folder)
{
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

} // namespace

TEST(ExportTest, jsonLinesAreTheObjectsOfTheList)
{
    const TemporaryDirectory work;
    const std::vector<std::vector<std::string>> queries = {
        {},
        {"--internal"},
        {"--filter", "state = finished", "--sort", "-name,id"},
        {"--sort", "id", "--columns", "path,created,tags,config.lr,summary.loss", "--limit", "3"},
    };
    for (const std::vector<std::string>& query : queries) {
        const std::string file = (work.path() / "runs.jsonl").string();
        std::vector<std::string> options = query;
        options.insert(options.end(), {"--to", file});
        const ProgramRun exported = runglass(with("export", options));
        ASSERT_EQ(exported.status, 0) << exported.err;
        EXPECT_THAT(exported.out, IsEmpty());
        EXPECT_THAT(exported.err, IsEmpty());
        options = query;
        options.emplace_back("--json");
        const json list = json::parse(runglass(with("list", options)).out);
        ASSERT_FALSE(list.empty());
        json lines = json::array();
        std::istringstream text(bytesOf(file));
        for (std::string line; std::getline(text, line);)
            lines.push_back(json::parse(line));
        EXPECT_EQ(lines, list) << testing::PrintToString(query);
    }
    EXPECT_EQ(entries(work.path()), 1);
}

TEST(ExportTest, csvOfAllColumnsGolden)
{
    std::vector<std::string> arguments = {"export"};
    for (const char* scenario : {"small", "exception", "resume", "noproject"})
        arguments.push_back(fixture(std::string("wandb/") + scenario).string());
    arguments.insert(arguments.end(), {"--to", "-", "--format", "csv", "--sort", "id"});
    expectGolden("export", arguments);
}

TEST(ExportTest, csvOfOddValuesGolden)
{
    std::string columns = "path,name,created,notes,tags";
    for (const char* key : {"mixed", "neg", "inf", "big", "tiny", "amp", "empty_list", "`slash/key`", "日本語"})
        columns += std::string(",config.") + key;
    expectGolden("export-columns",
                 {"export", fixture("wandb/config").string(), "--to", "-", "--format", "csv", "--columns", columns});
}

TEST(ExportTest, csvHasTheColumnsOfTheListInItsOrder)
{
    const TemporaryDirectory work;
    const std::string file = (work.path() / "RUNS.CSV").string();
    const ProgramRun run = runglass(with("export", {"--filter", "summary.loss < 0.5", "--sort", "-loss", "--limit", "2",
                                                    "--columns", "id,loss,created", "--to", file}));
    EXPECT_EQ(run.status, 0) << run.err;
    const json list = json::parse(runglass(with("list", {"--filter", "summary.loss < 0.5", "--sort", "-loss", "--limit",
                                                         "2", "--columns", "id,loss,created", "--json"}))
                                      .out);
    ASSERT_EQ(list.size(), 2U);
    std::string wanted = "id,summary.loss,created\r\n";
    for (const json& each : list)
        wanted += each["id"].get<std::string>() + ',' + each["columns"]["summary.loss"].dump() + ',' +
                  each["started_at"].get<std::string>() + "\r\n";
    EXPECT_EQ(bytesOf(file), wanted);
}

TEST(ExportTest, wrongUsageIsStatus2AndWritesNothing)
{
    const TemporaryDirectory work;
    const std::string csv = (work.path() / "x.csv").string();
    const std::vector<std::vector<std::string>> wrong = {
        {},
        {"--to", (work.path() / "x.txt").string()},
        {"--to", "-"},
        {"--to", csv, "--format", "xlsx"},
        {"--to", csv, "--internal"},
        {"--to", csv, "--filter", "nowhere < 1"},
        {"--to", csv, "--columns", "name,,id"},
        {"--to", csv, "--group", "state"},
        {"--to", csv, "--json"},
    };
    for (const std::vector<std::string>& options : wrong) {
        const ProgramRun run = runglass(with("export", options));
        EXPECT_EQ(run.status, 2) << testing::PrintToString(options);
        EXPECT_THAT(run.out, IsEmpty());
        EXPECT_THAT(run.err, StartsWith("runglass: "));
    }
    EXPECT_EQ(runglass({"export", "--to", csv}).status, 3) << "nothing recorded";
    EXPECT_EQ(entries(work.path()), 0);
    const ProgramRun help = runglass({"export", "--help"});
    EXPECT_EQ(help.status, 0);
    EXPECT_THAT(help.out, HasSubstr("--to"));
    EXPECT_THAT(runglass({"--help"}).out, HasSubstr("\n  export "));
}

TEST(ExportTest, whereNothingMatchesWhatWasThereStays)
{
    const TemporaryDirectory work;
    const fs::path file = work.path() / "x.csv";
    std::ofstream(file) << "before";
    const ProgramRun none = runglass(with("export", {"--filter", "name = 'no such name'", "--to", file.string()}));
    EXPECT_EQ(none.status, 3);
    EXPECT_THAT(none.err, HasSubstr("No run matches."));
    EXPECT_EQ(runglass({"export", (work.path() / "gone").string(), "--to", file.string()}).status, 3);
    EXPECT_EQ(bytesOf(file), "before");
}

TEST(ExportTest, aFileThatCannotBeWrittenIsNamedWithTheCause)
{
    const TemporaryDirectory work;
    fs::create_directory(work.path() / "folder.csv");
    const ProgramRun folder = runglass(with("export", {"--to", (work.path() / "folder.csv").string()}));
    EXPECT_EQ(folder.status, 1);
    EXPECT_THAT(folder.err, HasSubstr("folder.csv: could not be written: Is a directory"));
    const ProgramRun nowhere = runglass(with("export", {"--to", (work.path() / "no/such.jsonl").string()}));
    EXPECT_EQ(nowhere.status, 1);
    EXPECT_THAT(nowhere.err, HasSubstr("no/such.jsonl: could not be written: No such file or directory"));
    const ProgramRun full = runglass(with("export", {"--to", "/dev/full", "--format", "csv"}));
    EXPECT_EQ(full.status, 1);
    EXPECT_THAT(full.err, HasSubstr("/dev/full: could not be written: No space left on device"));
    EXPECT_EQ(entries(work.path()), 1) << "nothing half-written stays";
}

TEST(ExportTest, damageIsSaidAndTheRestIsWritten)
{
    const TemporaryDirectory work;
    const fs::path source = work.path() / "runs";
    copyTree(fixture("wandb/config/wandb"), source / "good");
    copyTree(fixture("wandb/alerts/wandb"), source / "bad");
    const fs::path log = fs::directory_iterator(source / "bad")->path() / "run-m97f2ndf.wandb";
    std::string bytes = bytesOf(log);
    for (std::size_t i = 300; i < 320; ++i)
        bytes[i] = static_cast<char>(~bytes[i]);
    std::ofstream(log, std::ios::binary) << bytes;
    const std::string before = treeHash(source);
    const std::string file = (work.path() / "x.csv").string();
    const ProgramRun run = runglass({"export", source.string(), "--to", file, "--columns", "id"});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("run-m97f2ndf.wandb"));
    EXPECT_THAT(bytesOf(file), HasSubstr("m97f2ndf\r\n"));
    EXPECT_THAT(bytesOf(file), HasSubstr("cfg-498qq4uj\r\n"));
    EXPECT_EQ(treeHash(source), before);
}

} // namespace runglass::test
