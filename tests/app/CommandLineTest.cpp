// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"
#include "tests/app/WandbFixtures.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <set>

namespace runglass::test
{

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace
{

namespace fs = std::filesystem;

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t found = 0;
    for (std::size_t place = 0; (place = text.find(part, place)) != std::string::npos; place += part.size())
        ++found;
    return found;
}

} // namespace

TEST(CommandLineTest, helpAndVersionNeedNoDisplay)
{
    const ProgramRun help = runglass({"--help"});
    EXPECT_EQ(help.status, 0);
    for (const char* subcommand : {"list", "show", "history", "logs", "files", "artifacts", "alerts"}) {
        EXPECT_THAT(help.out, HasSubstr(std::string("\n  ") + subcommand + ' '));
        const ProgramRun each = runglass({subcommand, "--help"});
        EXPECT_EQ(each.status, 0);
        EXPECT_THAT(each.out, HasSubstr("--json"));
        EXPECT_THAT(each.err, IsEmpty());
    }
    const ProgramRun version = runglass({"--version"});
    EXPECT_EQ(version.status, 0);
    EXPECT_EQ(version.out, "runglass " RUNGLASS_VERSION "\n");
}

TEST(CommandLineTest, wrongUsageIsStatus2)
{
    const std::vector<std::vector<std::string>> wrong = {
        {"list", "--nonsense", wandb("config")},
        {"list", wandb("config"), "--limit", "many"},
        {"list", wandb("config"), "--limit", "-3"},
        {"list", "https://example.org/team/proj"},
        {"show"},
        {"show", "one", "two", "--source", wandb("config")},
        {"logs", runFolder("console"), "--stream", "stdin"},
        {"logs", runFolder("console"), "--raw", "--json"},
        {"files", runFolder("media"), "--output", "x"},
        {"lst"},
        {"serve", "--listen", "here"},
        {"serve", "--background", "--print-env"},
    };
    for (const std::vector<std::string>& arguments : wrong) {
        const ProgramRun run = runglass(arguments);
        EXPECT_EQ(run.status, 2) << testing::PrintToString(arguments);
        EXPECT_THAT(run.out, IsEmpty()) << testing::PrintToString(arguments);
        EXPECT_THAT(run.err, HasSubstr("runglass: ")) << testing::PrintToString(arguments);
    }
}

TEST(CommandLineTest, withoutASourceTheRecordersStoreIsMeant)
{
    const std::vector<std::vector<std::string>> all = {{"list", "--json"}, {"list", "default", "--json"}};
    for (const std::vector<std::string>& arguments : all) {
        const ProgramRun run = runglass(arguments);
        EXPECT_EQ(run.status, 3);
        EXPECT_EQ(json::parse(run.out), json::array());
        EXPECT_THAT(run.err, HasSubstr("Nothing has been recorded yet"));
    }
    EXPECT_EQ(runglass({"show", "abc123"}).status, 3);
}

TEST(CommandLineTest, nothingMatchedIsStatus3)
{
    const TemporaryDirectory empty;
    const ProgramRun none = runglass({"list", empty.path().string(), "--json"});
    EXPECT_EQ(none.status, 3);
    EXPECT_EQ(json::parse(none.out), json::array());
    EXPECT_THAT(none.err, Not(IsEmpty()));
    const ProgramRun missing = runglass({"list", (empty.path() / "gone").string(), "--json"});
    EXPECT_EQ(missing.status, 3);
    EXPECT_EQ(json::parse(missing.out), json::array());
    for (const std::string run : {"nosuchid", "team/other/nosuchid", "./gone", "https://example.org/a/b/runs/c"}) {
        const ProgramRun found = runglass({"show", run, "--source", wandb("config"), "--json"});
        EXPECT_EQ(found.status, 3) << run;
        EXPECT_THAT(found.out, IsEmpty()) << run;
        EXPECT_THAT(found.err, HasSubstr(run));
    }
    EXPECT_EQ(runglass({"files", runFolder("media"), "--get", "media/nothing.png"}).status, 3);
}

TEST(CommandLineTest, aRunIsNamedInEveryForm)
{
    const fs::path folder = runFolder("alerts");
    const std::string id = "m97f2ndf";
    const std::string source = wandb("alerts");
    const std::vector<std::vector<std::string>> forms = {
        {folder.string()},
        {(folder / ("run-" + id + ".wandb")).string()},
        {id, "--source", source},
        {"team-keen/proj-kernel/" + id, "--source", source},
        {"https://wandb.ai/team-keen/proj-kernel/runs/" + id, "--source", source},
        {"https://wandb.ai/team-keen/proj-kernel/" + id + "?nw=nwuser", "--source", source},
        {id, "--source", wandb("config"), "--source", source, "--source", folder.string()},
    };
    for (std::vector<std::string> arguments : forms) {
        arguments.insert(arguments.begin(), "show");
        arguments.emplace_back("--json");
        const ProgramRun run = runglass(arguments);
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_EQ(json::parse(run.out, nullptr, false).value("path", ""), "team-keen/proj-kernel/" + id)
            << testing::PrintToString(arguments);
    }
    // A relative path, and a folder that is called like a subcommand.
    const TemporaryDirectory work;
    copyTree(folder, work.path() / "list" / folder.filename());
    const ProgramRun relative = runglass({"show", "list/" + folder.filename().string()}, {}, work.path().string());
    EXPECT_EQ(relative.status, 0) << relative.err;
    EXPECT_EQ(runglass({"list", "list"}, {}, work.path().string()).status, 0);
}

TEST(CommandLineTest, anIdMeansAllSegmentsAndAFolderOne)
{
    const fs::path source = fixture("wandb/resume/wandb");
    const json whole = json::parse(runglass({"show", "resr7pue", "--source", source.string(), "--json"}).out);
    EXPECT_EQ(whole["segments"].size(), 2U);
    EXPECT_EQ(whole["locations"].size(), 2U);
    const json part = json::parse(runglass({"show", onlyFolder(source).string(), "--json"}).out);
    EXPECT_EQ(part["segments"].size(), 1U);
    EXPECT_EQ(part["path"], whole["path"]);
    const json history = json::parse(runglass({"history", "resr7pue", "--source", source.string(), "--json"}).out);
    ASSERT_EQ(history["series"].size(), 2U);
    EXPECT_EQ(history["series"][0]["value"], json::array({0, 1, 2, 3, 4}));
    EXPECT_EQ(history["series"][1]["segment"], 1);
    EXPECT_EQ(history["series"][1]["value"], json::array({10, 11, 12, 13, 14}));
}

TEST(CommandLineTest, anAmbiguousIdNamesItsCandidates)
{
    const ProgramRun run = runglass({"show", wandb("multi"), "--json"});
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, HasSubstr("n82cg7sq"));
    EXPECT_THAT(run.err, HasSubstr("0twuo3gc"));
}

TEST(CommandLineTest, tablesAreForPeople)
{
    const ProgramRun list = runglass({"list", wandb("config"), wandb("exception")});
    EXPECT_EQ(list.status, 0);
    EXPECT_THAT(list.out, HasSubstr("team-keen/proj-kernel/cfg-498qq4uj  Config 実験"));
    EXPECT_THAT(list.out, HasSubstr("  failed "));
    const ProgramRun show = runglass({"show", runFolder("config")});
    EXPECT_THAT(show.out, HasSubstr("\nRun path           team-keen/proj-kernel/cfg-498qq4uj\n"));
    EXPECT_THAT(show.out, HasSubstr("\nopt.sched.kind "));
    EXPECT_THAT(show.out, Not(HasSubstr("_wandb")));
    EXPECT_THAT(show.out, Not(HasSubstr("TRACEBACK")));
    const ProgramRun failed = runglass({"show", runFolder("exception")});
    EXPECT_THAT(failed.out, HasSubstr("\nTRACEBACK\nTraceback (most recent call last):\n  File \"/home/nico/train/"));
    EXPECT_THAT(failed.out, HasSubstr("\nRuntimeError: boom brisk-ember\n\n"));
    const ProgramRun history = runglass({"history", runFolder("exception")});
    EXPECT_THAT(history.out, HasSubstr("\nloss "));
    const ProgramRun points = runglass({"history", runFolder("exception"), "--keys", "i"});
    EXPECT_EQ(count(points.out, "\ni\t0\t"), 20U);
    const ProgramRun artifacts = runglass({"artifacts", runFolder("artifacts")});
    EXPECT_THAT(artifacts.out, HasSubstr("output     dataset"));
    EXPECT_THAT(artifacts.out, Not(HasSubstr("run_table")));
    EXPECT_THAT(runglass({"artifacts", runFolder("artifacts"), "--internal"}).out, HasSubstr("run_table"));
    EXPECT_THAT(runglass({"alerts", runFolder("alerts")}).out, HasSubstr("ERROR  –     Broken"));
    EXPECT_THAT(runglass({"files", runFolder("media")}).out, HasSubstr(" 139 B  20"));
}

TEST(CommandLineTest, logsLookAsInATerminal)
{
    const ProgramRun text = runglass({"logs", runFolder("console")});
    EXPECT_EQ(text.status, 0);
    EXPECT_THAT(text.out, Not(HasSubstr("\x1b")));
    EXPECT_THAT(text.out, Not(HasSubstr("\r")));
    EXPECT_EQ(count(text.out, "100%|"), 1U);
    EXPECT_EQ(count(text.out, "/100"), 1U) << "the progress bar leaves its last state";
    const ProgramRun raw = runglass({"logs", runFolder("console"), "--raw"});
    EXPECT_EQ(count(raw.out, "/100"), 11U);
    EXPECT_THAT(raw.out, HasSubstr("\x1b[31mred\x1b[0m"));
    const ProgramRun errors = runglass({"logs", runFolder("console"), "--stream", "stderr"});
    EXPECT_THAT(errors.out, HasSubstr("warning: something"));
    EXPECT_THAT(errors.out, Not(HasSubstr("plain start")));
}

TEST(CommandLineTest, aFileIsCopiedWhole)
{
    const TemporaryDirectory work;
    const fs::path folder = runFolder("media");
    const json files = json::parse(runglass({"files", folder.string(), "--json"}).out);
    ASSERT_FALSE(files.empty());
    for (const json& file : files) {
        const std::string path = file["path"];
        const std::string copy = (work.path() / "copy").string();
        const ProgramRun saved = runglass({"files", folder.string(), "--get", path, "--output", copy});
        EXPECT_EQ(saved.status, 0) << saved.err;
        EXPECT_EQ(bytesOf(copy), bytesOf(folder / "files" / path)) << path;
        EXPECT_EQ(bytesOf(copy).size(), file["size"].get<std::size_t>());
    }
    const std::string first = files[0]["path"];
    EXPECT_EQ(runglass({"files", folder.string(), "--get", first}).out, bytesOf(folder / "files" / first));
    const ProgramRun refused =
        runglass({"files", folder.string(), "--get", first, "--output", (work.path() / "no/such/x").string()});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("no/such/x"));
    // Only the last copy is there: nothing half-written stays behind.
    EXPECT_EQ(std::distance(fs::directory_iterator(work.path()), fs::directory_iterator()), 1);
}

TEST(CommandLineTest, aLinkOutOfTheRunIsListedButNotFollowed)
{
    const TemporaryDirectory work;
    const fs::path folder = work.path() / runFolder("alerts").filename();
    copyTree(runFolder("alerts"), folder);
    std::ofstream(work.path() / "secret.txt") << "secret";
    fs::create_symlink(work.path() / "secret.txt", folder / "files/linked.txt");
    const json files = json::parse(runglass({"files", folder.string(), "--json"}).out);
    const auto link = std::find_if(files.begin(), files.end(), [](const json& file) { return file["kind"] == "link"; });
    ASSERT_NE(link, files.end());
    EXPECT_EQ((*link)["link_target"], (work.path() / "secret.txt").string());
    const ProgramRun copied = runglass({"files", folder.string(), "--get", "linked.txt"});
    EXPECT_EQ(copied.status, 1);
    EXPECT_THAT(copied.out, IsEmpty());
    EXPECT_NE(runglass({"files", folder.string(), "--get", "../../secret.txt"}).status, 0);
}

TEST(CommandLineTest, aReadOnlyFolderIsReadAndNotAltered)
{
    const TemporaryDirectory work;
    const fs::path source = work.path() / "runs";
    copyTree(fixture("wandb/media"), source);
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(source)) {
        if (entry.is_directory())
            fs::permissions(entry.path(), fs::perms::owner_read | fs::perms::owner_exec);
    }
    const std::string before = treeHash(source);
    EXPECT_EQ(runglass({"list", source.string(), "--json"}).status, 0);
    EXPECT_EQ(runglass({"show", onlyFolder(source / "wandb").string(), "--json"}).status, 0);
    EXPECT_EQ(runglass({"logs", onlyFolder(source / "wandb").string()}).status, 0);
    EXPECT_EQ(treeHash(source), before);
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(source)) {
        if (entry.is_directory())
            fs::permissions(entry.path(), fs::perms::owner_all);
    }
}

TEST(CommandLineTest, withoutAHomeTheIndexIsInMemory)
{
    const std::map<std::string, std::string> nowhere = {
        {"HOME", ""}, {"XDG_CACHE_HOME", ""}, {"XDG_DATA_HOME", ""}, {"XDG_CONFIG_HOME", ""}, {"XDG_STATE_HOME", ""}};
    const ProgramRun run = runglass({"list", wandb("config"), "--json"}, nowhere);
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(json::parse(run.out).size(), 1U);
    EXPECT_THAT(run.err, HasSubstr("memory"));
    const ProgramRun history = runglass({"history", runFolder("history"), "--json"}, nowhere);
    EXPECT_EQ(history.out, runglass({"history", runFolder("history"), "--json"}).out);
}

TEST(CommandLineTest, anUnknownMetricIsSaidAndNoError)
{
    const ProgramRun run = runglass({"history", runFolder("alerts"), "--keys", "nothing", "--json"});
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(json::parse(run.out), json({{"series", json::array()}}));
    EXPECT_THAT(run.err, HasSubstr("nothing"));
}

TEST(CommandLineTest, aReaderThatGoesAwayIsNoError)
{
    const std::string command = std::string(RUNGLASS_PROGRAM) + " history '" + runFolder("sigint_blocks").string() +
                                "' --json | head -c 10; echo \" ${PIPESTATUS[0]}\"";
    const ProgramRun run = runProgram("/bin/bash", {"-c", command});
    EXPECT_EQ(run.out, "{\n  \"serie 0\n");
    EXPECT_THAT(run.err, IsEmpty());
    const ProgramRun full = runProgram(
        "/bin/bash", {"-c", std::string(RUNGLASS_PROGRAM) + " list '" + wandb("config") + "' --json > /dev/full"});
    EXPECT_EQ(full.status, 1);
    EXPECT_THAT(full.err, HasSubstr("could not be written"));
}

TEST(CommandLineTest, theWindowNeedsADisplay)
{
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{}, {wandb("config")}, {"--example"}}) {
        const ProgramRun run = runglass(arguments);
        EXPECT_EQ(run.status, 2);
        EXPECT_THAT(run.err, HasSubstr("display"));
    }
    EXPECT_THAT(runglass({}, {{"QT_QPA_PLATFORM", "xcb"}}).err, HasSubstr("display"));
}

TEST(CommandLineTest, theWindowProgramGetsTheSameArguments)
{
    const TemporaryDirectory work;
    fs::copy_file(RUNGLASS_PROGRAM, work.path() / "runglass");
    std::ofstream(work.path() / "runglass-window") << "#!/bin/sh\nprintf '[%s]' \"$@\"\n";
    fs::permissions(work.path() / "runglass-window", fs::perms::owner_all);
    const std::string program = (work.path() / "runglass").string();
    for (const std::string shown : {"DISPLAY", "WAYLAND_DISPLAY"}) {
        std::map<std::string, std::string> display = {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}};
        display[shown] = ":77";
        const ProgramRun run = runProgram(program, {"./list", "with space", "--example"}, display);
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_EQ(run.out, "[./list][with space][--example]");
    }
    EXPECT_EQ(runProgram(program, {}, {{"DISPLAY", ""}, {"QT_QPA_PLATFORM", "offscreen"}}).status, 0);
    fs::remove(work.path() / "runglass-window");
    const ProgramRun missing = runProgram(program, {}, {{"DISPLAY", ":77"}});
    EXPECT_EQ(missing.status, 1);
    EXPECT_THAT(missing.err, HasSubstr("runglass-window"));
}

TEST(CommandLineTest, noGuiLibraryIsLinked)
{
    const ProgramRun libraries = runProgram("/usr/bin/ldd", {RUNGLASS_PROGRAM});
    EXPECT_EQ(libraries.status, 0);
    EXPECT_THAT(libraries.out, HasSubstr("libQt6Core"));
    for (const char* gui : {"libQt6Gui", "libQt6Widgets", "libX11", "libxcb", "libwayland", "libGL", "qcustomplot"})
        EXPECT_THAT(libraries.out, Not(HasSubstr(gui)));
}

TEST(CommandLineTest, theExampleIsShippedBesideTheProgram)
{
    const fs::path example = fs::path(RUNGLASS_PROGRAM).parent_path() / "../share/runglass/example";
    const ProgramRun run = runglass({"list", example.string(), "--json"});
    EXPECT_EQ(run.status, 0) << run.err;
    std::set<std::string> states;
    for (const json& each : json::parse(run.out, nullptr, false))
        states.insert(each["state"].get<std::string>());
    EXPECT_EQ(states, (std::set<std::string>{"failed", "finished", "killed"}));
}

} // namespace runglass::test
