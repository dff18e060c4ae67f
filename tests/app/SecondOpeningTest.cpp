// SPDX-License-Identifier: GPL-3.0-or-later
// What the system calls of a second opening say: no log that has not changed is opened, let alone read.
#include "tests/app/ProgramRun.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

/// Logs that a listing of folder opened, as strace saw it.
std::vector<std::string> logsOpenedBy(const std::string& folder)
{
    const TemporaryDirectory directory;
    const std::string trace = (directory.path() / "trace").string();
    const ProgramRun run = runProgram("strace", {"-f", "-qq", "-s", "4096", "-e", "trace=open,openat,openat2", "-o",
                                                 trace, RUNGLASS_PROGRAM, "list", folder, "--json"});
    EXPECT_EQ(run.status, 1) << "two of the fixtures have torn tails: " << run.err;
    std::ifstream stream(trace);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_NE(text.find("index"), std::string::npos) << "strace saw nothing: " << text.substr(0, 500);
    std::vector<std::string> logs;
    const std::regex opened(R"re(open[a-z0-9]*\([^"]*"([^"]*\.wandb)")re");
    for (std::sregex_iterator at(text.begin(), text.end(), opened), end; at != end; ++at)
        logs.push_back((*at)[1]);
    std::sort(logs.begin(), logs.end());
    logs.erase(std::unique(logs.begin(), logs.end()), logs.end());
    return logs;
}

std::size_t countLogs(const fs::path& folder)
{
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        count += entry.path().extension() == ".wandb" ? 1 : 0;
    return count;
}

} // namespace

TEST(SecondOpeningTest, readsNoLogThatHasNotChanged)
{
    const TemporaryDirectory work;
    // Finished, failed and killed runs, crashed ones, segments and a synced copy.
    copyTree(fixture("wandb"), work.path() / "runs");
    const std::string folder = (work.path() / "runs").string();
    EXPECT_EQ(logsOpenedBy(folder).size(), countLogs(folder));
    EXPECT_EQ(logsOpenedBy(folder), std::vector<std::string>());

    const fs::path changed = work.path() / "runs/seed/wandb/offline-run-20261123_065509-himes5dc/run-himes5dc.wandb";
    ASSERT_TRUE(fs::exists(changed));
    // A restored file may well have the size and the time of the one before it.
    const fs::file_time_type time = fs::last_write_time(changed);
    fs::copy_file(changed, work.path() / "saved");
    fs::remove(changed);
    fs::rename(work.path() / "saved", changed);
    fs::last_write_time(changed, time);
    EXPECT_EQ(logsOpenedBy(folder), std::vector<std::string>{changed.string()});
    EXPECT_EQ(logsOpenedBy(folder), std::vector<std::string>());
}

} // namespace runglass::test
