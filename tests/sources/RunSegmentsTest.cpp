// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "tests/sources/LogPayloads.h"
#include "tests/sources/ReadRun.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

constexpr std::uint64_t kStart = 1'700'000'000;

} // namespace

TEST(RunSegmentsTest, aRunInTwoFoldersHasTwoSegments)
{
    const RunUpdate run = readRun(fixture("wandb/resume"));
    ASSERT_EQ(run.detail.segments.size(), 2U);
    EXPECT_EQ(run.run.segmentCount, 2);
    EXPECT_TRUE(run.detail.segments[0].folder.ends_with("065548-resr7pue"));
    EXPECT_TRUE(run.detail.segments[1].folder.ends_with("065550-resr7pue"));
    EXPECT_LT(run.detail.segments[0].startedAt, run.detail.segments[1].startedAt);
    EXPECT_EQ(run.run.startedAt, run.detail.segments[0].startedAt);
    EXPECT_EQ(run.run.lastSign, run.detail.segments[1].lastSign);
    EXPECT_EQ(run.run.name, run.detail.segments[1].name);
    EXPECT_NE(run.detail.segments[0].name, run.detail.segments[1].name);
    EXPECT_EQ(*findPath(run.run.config, {"part"}), Value(1));
    EXPECT_EQ(*findPath(run.run.summary, {"part_metric"}), Value(14));
    for (int segment = 0; segment < 2; ++segment) {
        const Series* series = findSeries(run, {"part_metric"}, false, segment);
        ASSERT_TRUE(series);
        EXPECT_EQ(series->step, (std::vector<std::int64_t>{0, 1, 2, 3, 4}));
        EXPECT_EQ(series->at(0), Value(segment * 10));
    }
    EXPECT_DOUBLE_EQ(*run.run.durationSeconds,
                     *run.detail.segments[0].durationSeconds + *run.detail.segments[1].durationSeconds);
    EXPECT_GT(*run.run.runtimeSeconds, *run.run.durationSeconds);
}

TEST(RunSegmentsTest, aSyncedCopyIsListedNotRead)
{
    ScratchRuns runs;
    copyTree(fixture("wandb/seed/wandb/offline-run-20261123_065509-himes5dc"),
             runs.root() / "a/wandb/offline-run-20261123_065509-himes5dc");
    copyTree(fixture("wandb/synced/wandb/offline-run-20261123_065509-himes5dc"),
             runs.root() / "b/wandb/offline-run-20261123_065509-himes5dc");
    const RunUpdate run = readRun(runs.root());
    ASSERT_EQ(run.detail.segments.size(), 1U);
    EXPECT_EQ(run.detail.segments[0].folder, (runs.root() / "a/wandb/offline-run-20261123_065509-himes5dc").string());
    EXPECT_EQ(run.detail.segments[0].copies,
              (std::vector<std::string>{(runs.root() / "b/wandb/offline-run-20261123_065509-himes5dc").string()}));
}

TEST(RunSegmentsTest, ofACopyTheLongestIsRead)
{
    ScratchRuns runs;
    const std::string run = runRecord("abc", kStart);
    const std::string row = historyRecord(0, {{{"loss"}, "1"}});
    runs.add("abc", {run, row}, "20240102_030405", "a/wandb");
    const std::filesystem::path longer = runs.add("abc", {run, row, exitRecord(0, 5)}, "20240102_030405", "b/wandb");
    const RunUpdate read = readRun(runs.root());
    ASSERT_EQ(read.detail.segments.size(), 1U);
    EXPECT_EQ(read.detail.segments[0].folder, longer.string());
    EXPECT_EQ(read.run.state, RunState::Finished);
    EXPECT_EQ(read.detail.segments[0].copies.size(), 1U);
}

TEST(RunSegmentsTest, anotherBeginningIsAnotherSegment)
{
    ScratchRuns runs;
    runs.add("abc", {runRecord("abc", kStart, {}, "one")}, "20240102_030405", "a/wandb");
    runs.add("abc", {runRecord("abc", kStart, {}, "two")}, "20240102_030405", "b/wandb");
    EXPECT_EQ(readRun(runs.root()).detail.segments.size(), 2U);
}

TEST(RunSegmentsTest, configAndSummaryOfLaterSegmentsCoverEarlierOnesByKey)
{
    ScratchRuns runs;
    runs.add("abc",
             {runRecord("abc", kStart, {{{"lr"}, "1"}, {{"opt"}, R"({"a":1})"}}, "first"),
              summaryRecord({{{"loss"}, "1"}, {{"only"}, "1"}}), exitRecord(1, 5)},
             "20240102_030405");
    runs.add("abc",
             {runRecord("abc", kStart + 100, {{{"opt"}, R"({"b":2})"}}, "second"), summaryRecord({{{"loss"}, "2"}}),
              exitRecord(0, 7)},
             "20240102_040405");
    const RunUpdate run = readRun(runs.root());
    EXPECT_EQ(toJson(run.run.config), R"({"lr":1,"opt":{"b":2}})");
    EXPECT_EQ(toJson(run.run.summary), R"({"loss":2,"only":1})");
    EXPECT_EQ(run.run.name, "second");
    EXPECT_EQ(run.run.state, RunState::Finished);
    EXPECT_EQ(run.run.exitCode, 0);
    EXPECT_EQ(run.detail.segments[0].state, RunState::Failed);
    EXPECT_DOUBLE_EQ(*run.run.durationSeconds, 12);
    EXPECT_DOUBLE_EQ(*run.run.runtimeSeconds, 107);
}

TEST(RunSegmentsTest, oneIdInTwoProjectsIsTwoRuns)
{
    ScratchRuns runs;
    const auto recordOf = [](const char* project) {
        return Message().message(17, Message().text(1, "abc").text(3, project)).bytes();
    };
    runs.add("abc", {recordOf("p1")}, "20240102_030405", "a/wandb");
    runs.add("abc", {recordOf("p2")}, "20240102_030405", "b/wandb");
    EXPECT_EQ(findRuns(runs.root()).size(), 2U);
}

TEST(RunSegmentsTest, aLogWithoutDataJoinsTheRunBesideIt)
{
    ScratchRuns runs;
    runs.add("abc", {runRecord("abc", kStart, {}, "named"), exitRecord(0, 5)}, "20240102_030405");
    runs.add("abc", {}, "20240103_030405");
    const RunUpdate run = readRun(runs.root());
    ASSERT_EQ(run.detail.segments.size(), 2U);
    EXPECT_EQ(toString(run.run.path), "team/project/abc");
    EXPECT_EQ(run.run.name, "named");
    EXPECT_EQ(run.run.state, RunState::Crashed);
}

TEST(RunSegmentsTest, aLogWithoutDataIsARunOfItsOwn)
{
    const RunUpdate run = readRun(fixture("wandb/sigkill"));
    EXPECT_EQ(toString(run.run.path), "//2dcmgrze");
    EXPECT_TRUE(run.run.name.empty());
    EXPECT_EQ(run.run.startedAtLocal, "2026-11-23T06:55:53");
    EXPECT_EQ(run.run.state, RunState::Crashed);
    EXPECT_TRUE(run.run.stateReason.starts_with("no data yet, last write at ")) << run.run.stateReason;
    EXPECT_TRUE(run.run.offline);
    EXPECT_EQ(consoleText(run, ConsoleStream::Stdout), "step 0\n");
}

TEST(RunSegmentsTest, theRunsOwnIdCountsNotItsFolders)
{
    ScratchRuns runs;
    runs.add("abc", {runRecord("true-id", kStart)});
    EXPECT_EQ(readRun(runs.root()).run.path.id, "true-id");
}

TEST(RunSegmentsTest, aRunRecordFarInTheLogIsFound)
{
    ScratchRuns runs;
    std::vector<std::string> records(2000, consoleRecord(true, std::string(40, 'x'), kStart));
    records.push_back(runRecord("abc", kStart));
    runs.add("abc", records);
    EXPECT_EQ(toString(readRun(runs.root()).run.path), "team/project/abc");
}

} // namespace runglass::test
