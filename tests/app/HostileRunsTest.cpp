// SPDX-License-Identifier: GPL-3.0-or-later
// The command line program on run folders that are damaged, malicious or out of reach.
#include "tests/support/HostileRuns.h"

#include "tests/app/MeasuredRun.h"
#include "tests/app/ProgramRun.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <unistd.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using nlohmann::json;

/// The README's bound: whatever is in a log of up to 24 MB, reading it takes no more.
constexpr long kMostMegabytes = 512;
constexpr double kMostSeconds = 30;

void make(const std::vector<std::string>& arguments)
{
    const ProgramRun made = runProgram(RUNGLASS_HOSTILE_RUNS, arguments);
    ASSERT_EQ(made.status, 0) << made.err;
}

json parsed(const fs::path& file)
{
    return json::parse(std::ifstream(file));
}

bool says(const json& run, const std::string& cause)
{
    for (const json& warning : run["warnings"])
        if (warning["cause"].get<std::string>().find(cause) != std::string::npos)
            return true;
    return false;
}

std::vector<std::string> subfolders(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

TEST(HostileRunsTest, everyCommandAnswersForEveryRun)
{
    const TemporaryDirectory directory;
    const std::vector<HostileLog> runs = makeHostileRuns(directory.path());
    const fs::path output = directory.path() / "output";
    for (const HostileLog& expected : runs) {
        SCOPED_TRACE(expected.id);
        const std::string folder = hostileFolder(directory.path(), expected.id).string();
        for (const char* const command : {"show", "history", "logs", "files", "artifacts", "alerts"}) {
            SCOPED_TRACE(command);
            for (const bool isJson : {false, true}) {
                std::vector<std::string> arguments = {command, folder};
                if (isJson)
                    arguments.emplace_back("--json");
                const MeasuredRun run = measureRunglass(arguments, output);
                // Listing files reads nothing of the log, so its damage is not that command's trouble.
                const bool isTrouble = !expected.causes.empty() && std::string_view(command) != "files";
                EXPECT_EQ(run.status, isTrouble ? 1 : 0);
                EXPECT_LT(run.peakMegabytes, kMostMegabytes);
                EXPECT_LT(run.cpuSeconds, kMostSeconds);
                if (!isJson) {
                    EXPECT_LT(fs::file_size(output), std::uintmax_t{16} << 20);
                    continue;
                }
                const json answer = parsed(output);
                if (std::string_view(command) != "show")
                    continue;
                for (const std::string& cause : expected.causes)
                    EXPECT_TRUE(says(answer, cause)) << cause << " is not in " << answer["warnings"].dump();
                for (const json& warning : answer["warnings"])
                    EXPECT_TRUE(warning["file"].get<std::string>().starts_with(folder));
            }
        }
    }
}

TEST(HostileRunsTest, theListHasAllRunsOnceAndStaysShort)
{
    const TemporaryDirectory directory;
    const std::vector<HostileLog> runs = makeHostileRuns(directory.path());
    const fs::path output = directory.path() / "output";
    const MeasuredRun text = measureRunglass({"list", directory.path().string()}, output);
    EXPECT_EQ(text.status, 1);
    EXPECT_LT(text.peakMegabytes, kMostMegabytes);
    EXPECT_LT(fs::file_size(output), 100'000U);
    measureRunglass({"list", directory.path().string(), "--json"}, output);
    std::set<std::string> ids;
    for (const json& run : parsed(output))
        EXPECT_TRUE(ids.insert(run["id"]).second) << run["id"];
    EXPECT_EQ(ids.size(), runs.size());
    const ProgramRun said = runglass({"list", directory.path().string()});
    for (const char* const id : {"fifo", "socket", "link"})
        EXPECT_NE(said.err.find("run-" + std::string(id) + ".wandb: "), std::string::npos) << id;
    EXPECT_EQ(said.err.find('\x1B'), std::string::npos);
}

TEST(HostileRunsTest, memoryIsBoundedWhateverALogAsksFor)
{
    const TemporaryDirectory directory;
    ASSERT_NO_FATAL_FAILURE(make({"--bombs", directory.path().string()}));
    const std::vector<std::string> names = subfolders(directory.path());
    ASSERT_GT(names.size(), 25U);
    for (const std::string& name : names) {
        SCOPED_TRACE(name);
        const std::string folder = hostileFolder(directory.path() / name, "bomb").string();
        for (const char* const command : {"show", "logs"}) {
            SCOPED_TRACE(command);
            const MeasuredRun run = measureRunglass({command, folder, "--json"});
            EXPECT_TRUE(run.status == 0 || run.status == 1) << run.status;
            EXPECT_LT(run.peakMegabytes, kMostMegabytes);
            EXPECT_LT(run.cpuSeconds, kMostSeconds);
        }
    }
}

TEST(HostileRunsTest, whatIsLeftOutIsSaid)
{
    const TemporaryDirectory directory;
    ASSERT_NO_FATAL_FAILURE(make({"--bombs", directory.path().string()}));
    const std::map<std::string, std::string> causes = {
        {"lists", "more than 1,000,000 values"},
        {"objects", "more than 1,000,000 values"},
        {"numbers", "more than 1,000,000 values"},
        {"members", "holds more than is read of its kind"},
        {"tags", "holds more than is read of its kind"},
        {"arguments", "holds more than is read of its kind"},
        {"graphics-cards", "holds more than is read of its kind"},
        {"components", "empty or too deep"},
        {"metrics", "more than 200,000 metrics"},
        {"config-lists", "the config is too large"},
        {"summary-lists", "the summary is too large"},
        {"history-lists", "too many logged lists, objects and texts"},
        {"alerts", "more than 100000 alerts"},
        {"artifacts", "more than 100000 artifact records"},
        {"definitions", "more than 100000 metric definitions"},
        {"files", "more than 500000 announced files"},
        {"yaml-open", "larger than the 1 MiB"},
        {"yaml-tags", "no readable YAML"},
        {"json-metadata", "more than 1,000,000 values"},
        {"json-summary", "more than 1,000,000 values"},
    };
    const fs::path output = directory.path() / "output";
    for (const auto& [name, cause] : causes) {
        SCOPED_TRACE(name);
        const fs::path folder = hostileFolder(directory.path() / name, "bomb");
        measureRunglass({"show", folder.string(), "--json"}, output);
        const json run = parsed(output);
        EXPECT_TRUE(says(run, cause)) << run["warnings"].dump();
    }
}

TEST(HostileRunsTest, aMillionsOfLinesLogShowsItsEnd)
{
    const TemporaryDirectory directory;
    ASSERT_NO_FATAL_FAILURE(make({"--bombs", directory.path().string()}));
    const fs::path output = directory.path() / "output";
    const std::string folder = hostileFolder(directory.path() / "line-ends", "bomb").string();
    EXPECT_EQ(measureRunglass({"logs", folder}, output).status, 0);
    std::ifstream lines(output);
    std::string first;
    std::getline(lines, first);
    EXPECT_TRUE(first.ends_with(" earlier lines are left out]")) << first;
    EXPECT_LT(fs::file_size(output), 3'000'000U);
}

TEST(HostileRunsTest, anOutputLogThatIsCutSaysSoAtBothEnds)
{
    const TemporaryDirectory directory;
    ASSERT_NO_FATAL_FAILURE(make({"--bombs", directory.path().string()}));
    const fs::path output = directory.path() / "output";
    const std::string folder = hostileFolder(directory.path() / "output-log", "bomb").string();
    EXPECT_EQ(measureRunglass({"logs", folder}, output).status, 0);
    std::ifstream lines(output);
    std::string first;
    std::getline(lines, first);
    EXPECT_TRUE(first.ends_with(" earlier lines are left out]")) << first;
    std::string last;
    for (std::string line; std::getline(lines, line);)
        last = std::move(line);
    EXPECT_EQ(last, "[output.log is longer than 64 MiB: the rest of it is not shown]");
}

TEST(HostileRunsTest, aTerabyteOfHoleIsReadInSeconds)
{
    const TemporaryDirectory directory;
    const fs::path folder = hostileFolder(directory.path(), "hole");
    fs::create_directories(folder);
    const fs::path log = folder / "run-hole.wandb";
    std::ofstream(log, std::ios::binary) << soundLog("hole");
    fs::resize_file(log, std::uintmax_t{1} << 40);
    const fs::path output = directory.path() / "output";
    const MeasuredRun run = measureRunglass({"show", folder.string(), "--json"}, output);
    EXPECT_EQ(run.status, 1);
    EXPECT_LT(run.peakMegabytes, kMostMegabytes);
    EXPECT_LT(run.cpuSeconds, kMostSeconds);
    const json shown = parsed(output);
    EXPECT_EQ(shown["state"], "finished");
    EXPECT_TRUE(says(shown, "nothing could be read in the GiB after it")) << shown["warnings"].dump();
}

TEST(HostileRunsTest, filesDoesNotFollowLinks)
{
    const TemporaryDirectory directory;
    makeHostileRuns(directory.path());
    const std::string folder = hostileFolder(directory.path(), "odd-files").string();
    const fs::path copy = directory.path() / "copy";
    for (const char* const path : {"passwd.txt", "zero.txt", "loop", "up", "etc", "dangling", "output.log",
                                   "config.yaml", "wandb-metadata.json", "wandb-summary.json"}) {
        SCOPED_TRACE(path);
        const ProgramRun run = runglass({"files", folder, "--get", path});
        EXPECT_EQ(run.status, 1);
        EXPECT_TRUE(run.out.empty());
        EXPECT_FALSE(run.err.empty());
        EXPECT_EQ(runglass({"files", folder, "--get", path, "--output", copy.string()}).status, 1);
        EXPECT_FALSE(fs::exists(copy));
    }
    for (const char* const path : {"../run-odd-files.wandb", "/etc/passwd", "etc/passwd", "up/run-odd-files.wandb"}) {
        SCOPED_TRACE(path);
        const ProgramRun run = runglass({"files", folder, "--get", path});
        EXPECT_EQ(run.status, 3);
        EXPECT_TRUE(run.out.empty());
    }
    EXPECT_EQ(runglass({"files", folder, "--get", "sound.txt"}).out, "sound\n");
    EXPECT_EQ(runglass({"files", folder, "--get", "name\nwith\tcontrol\x1B[31m.txt"}).out, "x");
}

/// Root may read everything, so the program runs as nobody where the test runs as root.
TEST(HostileRunsTest, whatMayNotBeReadIsSaidAndCostsItself)
{
    const TemporaryDirectory directory;
    const fs::path program = directory.path() / "runglass";
    const fs::path home = directory.path() / "home";
    const fs::path runs = directory.path() / "runs";
    fs::copy_file(RUNGLASS_PROGRAM, program);
    fs::create_directory(home);
    for (const char* const id : {"sound", "closed-log", "closed-folder", "closed-files"}) {
        const fs::path folder = hostileFolder(runs, id);
        fs::create_directories(folder / "files");
        std::ofstream(folder / ("run-" + std::string(id) + ".wandb"), std::ios::binary) << soundLog(id);
        std::ofstream(folder / "files/a.txt") << "a";
    }
    fs::permissions(hostileFolder(runs, "closed-log") / "run-closed-log.wandb", fs::perms::none);
    fs::permissions(hostileFolder(runs, "closed-files") / "files/a.txt", fs::perms::none);
    fs::permissions(hostileFolder(runs, "closed-folder"), fs::perms::none);
    for (const fs::path& path : {directory.path(), program})
        fs::permissions(path, fs::perms(0755));
    fs::permissions(home, fs::perms(0777));

    const std::string nobody = "65534";
    const auto run = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), program.string());
        if (::getuid() == 0)
            arguments.insert(arguments.begin(), {"setpriv", "--reuid", nobody, "--regid", nobody, "--clear-groups"});
        const std::string first = arguments.front();
        arguments.erase(arguments.begin());
        return runProgram(first, arguments,
                          {{"HOME", home.string()}, {"XDG_CACHE_HOME", ""}, {"XDG_DATA_HOME", ""}, {"DISPLAY", ""}});
    };
    const ProgramRun list = run({"list", runs.string(), "--json"});
    EXPECT_EQ(list.status, 1) << list.err;
    std::map<std::string, json> found;
    for (const json& each : json::parse(list.out))
        found[each["id"]] = each;
    EXPECT_EQ(found.size(), 3U) << list.out;
    EXPECT_EQ(found["sound"]["state"], "finished");
    EXPECT_TRUE(found["sound"]["warnings"].empty());
    EXPECT_EQ(found["closed-log"]["state"], "unknown");
    EXPECT_TRUE(says(found["closed-log"], "no permission to read it"));
    EXPECT_EQ(found["closed-files"]["state"], "finished");
    EXPECT_NE(list.err.find("closed-folder: no permission to read it"), std::string::npos) << list.err;
    const ProgramRun file = run({"files", hostileFolder(runs, "closed-files").string(), "--get", "a.txt"});
    EXPECT_EQ(file.status, 1);
    EXPECT_NE(file.err.find("no permission to read it"), std::string::npos) << file.err;
    fs::permissions(hostileFolder(runs, "closed-folder"), fs::perms::owner_all);
}

} // namespace runglass::test
