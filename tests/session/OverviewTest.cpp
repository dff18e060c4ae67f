// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/Overview.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <gmock/gmock.h>
#include <limits>

namespace runglass
{

namespace
{

/// 2026-11-23T14:02:11.25Z
constexpr TimeNs kStart = 1'795'442'531'250'000'000;

Run wholeRun()
{
    Run run;
    run.path = {"team", "proj", "abc123"};
    run.name = "calm-delta";
    run.state = RunState::Failed;
    run.stateReason = "the script ended with an error";
    run.exitCode = 3;
    run.notes = "first line\nsecond line";
    run.tags = {"baseline", "日本"};
    run.group = "ddp";
    run.jobType = "train";
    run.author = "nico";
    run.host = "workstation";
    run.program = "train.py";
    run.args = {"--lr", "0.1"};
    run.executable = "/usr/bin/python3";
    run.python = "CPython 3.11.7";
    run.os = "Linux-6.1";
    run.cliVersion = "0.31.0";
    run.git = {"https://example.org/repo.git", "0123abcd", ""};
    run.hardware.cpuCount = 32;
    run.hardware.cpuCountLogical = 64;
    run.hardware.cpuModel = "Xeon";
    run.hardware.memoryBytes = 251ULL << 30;
    run.hardware.gpus = {{"NVIDIA H100 80GB", 0}};
    run.startedAt = kStart;
    run.runtimeSeconds = 751;
    run.durationSeconds = 62.4;
    return run;
}

const OverviewField& field(const std::vector<OverviewField>& fields, const std::string& label)
{
    for (const OverviewField& each : fields) {
        if (each.label == label)
            return each;
    }
    ADD_FAILURE() << "no field " << label;
    return fields.front();
}

std::string textOf(const Run& run, const std::string& label, const RunDetail& detail = {})
{
    return field(overviewFields(run, detail), label).text;
}

TEST(OverviewTest, hasEveryFieldInOrder)
{
    std::vector<std::string> labels;
    for (const OverviewField& each : overviewFields(runglass::Run(), RunDetail()))
        labels.push_back(each.label);
    EXPECT_THAT(labels, testing::ElementsAre("State", "Name", "Run path", "Author", "Start time", "Runtime", "Duration",
                                             "Host name", "OS", "Python version", "Python executable", "Command",
                                             "Git repository", "Git state", "System hardware", "W&B CLI version",
                                             "Group", "Job type", "Tags", "Description"));
}

TEST(OverviewTest, tellsWhatWasRecorded)
{
    std::vector<std::string> texts;
    for (const OverviewField& each : overviewFields(wholeRun(), RunDetail())) {
        texts.push_back(each.text);
        EXPECT_FALSE(each.missing) << each.label;
    }
    EXPECT_THAT(texts, testing::ElementsAre("Failed", "calm-delta", "team/proj/abc123", "nico", "2026-11-23 14:02:11",
                                            "12m 31s", "1m 02s", "workstation", "Linux-6.1", "CPython 3.11.7",
                                            "/usr/bin/python3", "/usr/bin/python3 train.py --lr 0.1",
                                            "https://example.org/repo.git", "0123abcd",
                                            "CPU 32 cores · 251 GiB · 1 × NVIDIA H100 80GB", "0.31.0", "ddp", "train",
                                            "baseline, 日本", "first line\nsecond line"));
}

TEST(OverviewTest, saysWhyAValueIsMissing)
{
    runglass::Run run;
    const std::vector<OverviewField> online = overviewFields(run, RunDetail());
    EXPECT_EQ(field(online, "Author").text, "–");
    EXPECT_TRUE(field(online, "Author").missing);
    EXPECT_EQ(field(online, "Author").reason, "This run did not record it.");
    run.offline = true;
    const std::vector<OverviewField> offline = overviewFields(run, RunDetail());
    EXPECT_EQ(field(offline, "Author").reason, "The SDK does not write this in offline mode.");
    EXPECT_EQ(field(offline, "Name").reason, "The SDK does not write this in offline mode.");
    EXPECT_EQ(field(offline, "Description").reason, "This run did not record it.");
    EXPECT_EQ(field(offline, "System hardware").reason, "This run did not record it.");
    EXPECT_TRUE(field(offline, "Runtime").missing);
}

TEST(OverviewTest, stateCarriesItsReason)
{
    EXPECT_EQ(field(overviewFields(wholeRun(), RunDetail()), "State").reason,
              "the script ended with an error · Exit code 3");
    EXPECT_EQ(textOf(runglass::Run(), "State"), "Unknown");
}

TEST(OverviewTest, startTimeIsLocal)
{
    ::setenv("TZ", "Asia/Tokyo", 1);
    ::tzset();
    EXPECT_EQ(textOf(wholeRun(), "Start time"), "2026-11-23 23:02:11");
    ::setenv("TZ", "UTC", 1);
    ::tzset();
    runglass::Run run;
    run.startedAtLocal = "2026-11-23T09:00:01";
    EXPECT_EQ(textOf(run, "Start time"), "2026-11-23 09:00:01");
    run.startedAt = -1;
    EXPECT_EQ(textOf(run, "Start time"), "1969-12-31 23:59:59");
}

TEST(OverviewTest, gitStateSaysOnlyWhatIsKnown)
{
    runglass::Run run = wholeRun();
    RunDetail detail;
    detail.announcedFiles = {{"diff.patch", "now", "wandb"}};
    EXPECT_EQ(textOf(run, "Git state", detail), "0123abcd, with uncommitted changes");
    run.git.branch = "main";
    EXPECT_EQ(textOf(run, "Git state", detail), "0123abcd on main, with uncommitted changes");
    EXPECT_EQ(textOf(run, "Git state"), "0123abcd on main");
    // Placeholders in what a run recorded stay as they are.
    run.git = {"", "%2", "%1"};
    EXPECT_EQ(textOf(run, "Git state"), "%2 on %1");
}

TEST(OverviewTest, hardwareCountsEqualGpus)
{
    runglass::Run run;
    run.hardware.cpuCountLogical = 1;
    run.hardware.memoryBytes = 1536ULL << 20;
    run.hardware.gpus = {{"A100", 0}, {"T4", 0}, {"A100", 0}};
    EXPECT_EQ(textOf(run, "System hardware"), "CPU 1 core · 1.5 GiB · 2 × A100 · 1 × T4");
    run.hardware = Hardware();
    run.hardware.gpuCount = 4;
    EXPECT_EQ(textOf(run, "System hardware"), "4 × GPU");
    run.hardware.gpuType = "A100";
    run.hardware.cudaVersion = "12.2";
    const std::vector<OverviewField> fields = overviewFields(run, RunDetail());
    EXPECT_EQ(field(fields, "System hardware").text, "4 × A100");
    EXPECT_EQ(field(fields, "System hardware").reason, "CUDA 12.2");
}

TEST(OverviewTest, durations)
{
    EXPECT_EQ(durationText(0), "0.0s");
    EXPECT_EQ(durationText(0.84), "0.8s");
    EXPECT_EQ(durationText(9.96), "10s");
    EXPECT_EQ(durationText(59.4), "59s");
    EXPECT_EQ(durationText(59.6), "1m 00s");
    EXPECT_EQ(durationText(3599.6), "1h 00m");
    EXPECT_EQ(durationText(3720), "1h 02m");
    EXPECT_EQ(durationText(3 * 86400.0 + 4 * 3600), "3d 04h");
    EXPECT_EQ(durationText(-1), "–");
    EXPECT_EQ(durationText(std::numeric_limits<double>::quiet_NaN()), "–");
}

} // namespace

} // namespace runglass
