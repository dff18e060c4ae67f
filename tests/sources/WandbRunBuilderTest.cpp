// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "tests/sources/LogPayloads.h"
#include "tests/sources/ReadRun.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>

#include <cmath>

namespace runglass::test
{

namespace
{

constexpr std::uint64_t kStart = 1'700'000'000;

RunUpdate readRecords(std::vector<std::string> records)
{
    ScratchRuns runs;
    records.insert(records.begin(), runRecord("abc", kStart));
    runs.add("abc", records);
    return readRun(runs.root());
}

std::string configText(const std::vector<std::string>& records)
{
    ScratchRuns runs;
    runs.add("abc", records);
    return toJson(readRun(runs.root()).run.config);
}

} // namespace

TEST(WandbRunBuilderTest, mediaObjectsAreOneSeries)
{
    const RunUpdate run = readRecords({historyRecord(0, {{{"img", "_type"}, "\"image-file\""},
                                                         {{"img", "path"}, "\"media/x.png\""},
                                                         {{"img", "masks", "pred", "_type"}, "\"mask\""},
                                                         {{"img", "masks", "pred", "path"}, "\"m.png\""},
                                                         {{"loss"}, "0.5"}}),
                                       historyRecord(1, {{{"img"}, "3"}})});
    ASSERT_EQ(run.segments[0].series.size(), 2U);
    const Series* images = findSeries(run, {"img"});
    ASSERT_TRUE(images);
    ASSERT_EQ(images->size(), 2U);
    EXPECT_EQ(toJson(images->at(0)),
              R"({"_type":"image-file","masks":{"pred":{"_type":"mask","path":"m.png"}},"path":"media/x.png"})");
    EXPECT_EQ(images->at(1), Value(3));
}

TEST(WandbRunBuilderTest, nestedDictsAreLeaves)
{
    const RunUpdate run = readRecords({historyRecord(0, {{{"val/nested", "deep", "a"}, "1"}, {{"val.nested"}, "2"}})});
    ASSERT_TRUE(findSeries(run, {"val/nested", "deep", "a"}));
    EXPECT_EQ(findSeries(run, {"val.nested"})->at(0), Value(2));
}

TEST(WandbRunBuilderTest, internalKeysPlaceARow)
{
    const RunUpdate run = readRecords({historyRecord(
        7, {{{"loss"}, "NaN"}, {{"_step"}, "9"}, {{"_timestamp"}, "1.7000000105e+09"}, {{"_runtime"}, "10.5"}})});
    ASSERT_EQ(run.segments[0].series.size(), 1U);
    const Series* loss = findSeries(run, {"loss"});
    ASSERT_TRUE(loss);
    EXPECT_EQ(loss->kind(), SeriesKind::Double);
    EXPECT_TRUE(std::isnan(loss->toDoubles()[0]));
    EXPECT_EQ(loss->step[0], 9);
    EXPECT_DOUBLE_EQ(loss->time[0], 1700000010.5);
    EXPECT_DOUBLE_EQ(*run.run.runtimeSeconds, 10.5);
    EXPECT_DOUBLE_EQ(*run.run.durationSeconds, 10.5);
}

TEST(WandbRunBuilderTest, aRowWithoutStepItemsHasTheRecordsStep)
{
    const RunUpdate run = readRecords({historyRecord(7, {{{"loss"}, "1"}})});
    EXPECT_EQ(findSeries(run, {"loss"})->step[0], 7);
    EXPECT_TRUE(std::isnan(findSeries(run, {"loss"})->time[0]));
}

TEST(WandbRunBuilderTest, aValueThatIsNoJsonCostsItself)
{
    const RunUpdate run = readRecords({historyRecord(0, {{{"a"}, "1}"}, {{"b"}, "2"}})});
    EXPECT_FALSE(findSeries(run, {"a"}));
    EXPECT_TRUE(findSeries(run, {"b"}));
    ASSERT_FALSE(run.run.warnings.empty());
    EXPECT_NE(run.run.warnings[0].cause.find("\"a\""), std::string::npos) << run.run.warnings[0].cause;
    EXPECT_TRUE(run.run.warnings[0].offset);
}

TEST(WandbRunBuilderTest, warningsAreCountedAfterTheFirstFew)
{
    std::vector<std::string> records(100, historyRecord(0, {{{"a"}, "{"}}));
    records.push_back(exitRecord(0, 1));
    const RunUpdate run = readRecords(records);
    ASSERT_EQ(run.run.warnings.size(), 21U);
    EXPECT_EQ(run.run.warnings.back().cause, "80 more problems like these");
}

TEST(WandbRunBuilderTest, configKeysAreReplacedWhole)
{
    EXPECT_EQ(configText({runRecord("abc", kStart, {{{"opt"}, R"({"a":1,"b":2})"}, {{"lr"}, "0.1"}}),
                          configRecord({{{"opt"}, R"({"a":3})"}})}),
              R"({"lr":0.1,"opt":{"a":3}})");
}

TEST(WandbRunBuilderTest, theSdksOwnConfigIsMerged)
{
    EXPECT_EQ(configText({runRecord("abc", kStart, {{{"_wandb"}, R"({"t":{"1":[1]}})"}}),
                          configRecord({{{"_wandb"}, R"({"t":{"2":[2]}})"}}),
                          configRecord({{{"_wandb", "visualize", "k"}, "{}"}})}),
              R"({"_wandb":{"t":{"1":[1],"2":[2]},"visualize":{"k":{}}}})");
}

TEST(WandbRunBuilderTest, aRunRecordSentAgainKeepsEmptyDicts)
{
    const std::string first = R"({"a":1,"empty":{},"deep":{"e":{}}})";
    EXPECT_EQ(configText({runRecord("abc", kStart, {{{"opt"}, first}}),
                          runRecord("abc", kStart, {{{"opt"}, R"({"a":1})"}}, "new name")}),
              R"({"opt":{"a":1,"deep":{"e":{}},"empty":{}}})");
    EXPECT_EQ(configText({runRecord("abc", kStart, {{{"opt"}, first}}),
                          runRecord("abc", kStart, {{{"opt"}, R"({"a":2})"}}, "new name")}),
              R"({"opt":{"a":2}})");
}

TEST(WandbRunBuilderTest, theLastRunRecordNamesTheRun)
{
    ScratchRuns runs;
    runs.add("abc",
             {runRecord("abc", kStart, {}, "first"), runRecord("abc", kStart, {}, "second"), runRecord("abc", kStart)});
    EXPECT_EQ(readRun(runs.root()).run.name, "");
}

TEST(WandbRunBuilderTest, summariesAreWrittenAndRemoved)
{
    const RunUpdate run = readRecords({summaryRecord({{{"loss"}, "1"}, {{"gone"}, "1"}, {{"n", "a"}, "1"}}),
                                       summaryRecord({{{"loss"}, "0.25"}, {{"n", "b"}, "2"}}, {{{"gone"}, ""}}),
                                       summaryRecord({{{"best"}, R"({"max":Infinity})"}}, {{{"n", "a"}, ""}})});
    EXPECT_EQ(toJson(run.run.summary), R"({"best":{"max":Infinity},"loss":0.25,"n":{"b":2}})");
}

TEST(WandbRunBuilderTest, aLaterWholeValueReplacesNestedOnes)
{
    const RunUpdate run = readRecords({summaryRecord({{{"n", "a"}, "1"}}), summaryRecord({{{"n"}, R"({"b":1})"}}),
                                       summaryRecord({{{"n", "c"}, "2"}})});
    EXPECT_EQ(toJson(run.run.summary), R"({"n":{"b":1,"c":2}})");
}

TEST(WandbRunBuilderTest, absurdTimesAreNoSignsOfLife)
{
    const RunUpdate run = readRecords({historyRecord(0, {{{"a"}, "1"}, {{"_timestamp"}, "1e300"}})});
    EXPECT_EQ(run.run.lastSign, static_cast<TimeNs>(kStart) * 1'000'000'000);
}

TEST(WandbRunBuilderTest, runtimeEndsWithTheExitRecord)
{
    const RunUpdate run = readRecords({consoleRecord(true, "x\n", kStart + 3), exitRecord(0, 90)});
    EXPECT_DOUBLE_EQ(*run.run.runtimeSeconds, 90);
    EXPECT_DOUBLE_EQ(*run.run.durationSeconds, 90);
    EXPECT_EQ(run.run.exitCode, 0);
    EXPECT_EQ(run.run.stateReason, "");
}

TEST(WandbRunBuilderTest, keysOfHundredsOfComponentsAreLeftOut)
{
    const std::vector<std::string> deep(5000, "k");
    const RunUpdate run =
        readRecords({historyRecord(0, {{deep, "1"}}), summaryRecord({{deep, "1"}}), configRecord({{deep, "1"}})});
    EXPECT_TRUE(run.segments[0].series.empty());
    EXPECT_FALSE(run.run.warnings.empty());
    EXPECT_EQ(toJson(run.run.summary), "{}");
    EXPECT_EQ(toJson(run.run.config), "{}");
}

} // namespace runglass::test
