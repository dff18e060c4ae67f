// SPDX-License-Identifier: GPL-3.0-or-later
// Each sentence of the filter language about values, over runs that tell it from its opposite.
#include "tests/table/FilteredText.h"

#include <gmock/gmock.h>

using ::testing::HasSubstr;

namespace runglass::test
{

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

} // namespace

TEST(RowFilterTest, missingValuesMatchOnlyWhatDenies)
{
    const std::vector<Value> values = {1, Value(), 2};
    EXPECT_EQ(rows(values, "k = 1"), "0");
    EXPECT_EQ(rows(values, "k < 5"), "02");
    EXPECT_EQ(rows(values, "k <= 5"), "02");
    EXPECT_EQ(rows(values, "k > 0"), "02");
    EXPECT_EQ(rows(values, "k >= 0"), "02");
    EXPECT_EQ(rows(values, "k in (1, 2)"), "02");
    EXPECT_EQ(rows(values, "k != 1"), "12");
    EXPECT_EQ(rows(values, "k not in (1)"), "12");
    EXPECT_EQ(rows({"a", Value()}, "k contains ''"), "0");
    EXPECT_EQ(rows({"a", Value()}, "k matches ''"), "0");
    EXPECT_EQ(rows(values, "k = null"), "1");
    EXPECT_EQ(rows(values, "k is null"), "1");
    EXPECT_EQ(rows(values, "k exists"), "02");
    EXPECT_EQ(rows(values, "k is not null"), "02");
    EXPECT_EQ(rows(values, "k in (1, null)"), "01");
    EXPECT_EQ(rows(values, "k not in (1, null)"), "2");
    EXPECT_EQ(rows(values, "not k < 5"), "1");
}

TEST(RowFilterTest, nanEqualsNothingButNan)
{
    const std::vector<Value> values = {kNaN, 1.0, Value(), kInfinity, -kInfinity};
    EXPECT_EQ(rows(values, "k = nan"), "0");
    EXPECT_EQ(rows(values, "k != nan"), "1234");
    EXPECT_EQ(rows(values, "k = 1"), "1");
    EXPECT_EQ(rows(values, "k != 1"), "0234");
    EXPECT_EQ(rows(values, "k in (nan, 1)"), "01");
    EXPECT_EQ(rows(values, "k < nan"), "");
    EXPECT_EQ(rows(values, "k >= nan"), "");
    EXPECT_EQ(rows(values, "k < 2"), "14");
    EXPECT_EQ(rows(values, "k > 2"), "3");
    EXPECT_EQ(rows(values, "k = inf"), "3");
    EXPECT_EQ(rows(values, "k >= -inf"), "134");
    EXPECT_EQ(rows(values, "k > -inf"), "13");
}

TEST(RowFilterTest, numbersCompareExactly)
{
    constexpr std::int64_t kTwo53 = std::int64_t{1} << 53;
    const std::vector<Value> values = {kTwo53, kTwo53 + 1, static_cast<double>(kTwo53), kTwo53 + 2, 1, 1.0};
    EXPECT_EQ(rows(values, "k = 9007199254740992"), "02");
    EXPECT_EQ(rows(values, "k = 9007199254740993"), "1");
    EXPECT_EQ(rows(values, "k < 9007199254740993"), "0245");
    EXPECT_EQ(rows(values, "k <= 9007199254740993"), "01245");
    EXPECT_EQ(rows(values, "k > 9007199254740992"), "13");
    EXPECT_EQ(rows(values, "k >= 9007199254740993"), "13");
    EXPECT_EQ(rows(values, "k = 1"), "45");
    EXPECT_EQ(rows({std::numeric_limits<std::int64_t>::max(), 9223372036854775808.0}, "k = 9223372036854775807"), "0");
    EXPECT_EQ(rows({std::numeric_limits<std::int64_t>::max(), 9223372036854775808.0}, "k < 9223372036854775808"), "0");
}

TEST(RowFilterTest, textIsCaseSensitiveWhereItIsCompared)
{
    const std::vector<Value> values = {"Adam", "adam", "ADAMW", "sgd", "É"};
    EXPECT_EQ(rows(values, "k = adam"), "1");
    EXPECT_EQ(rows(values, "k in ('Adam', sgd)"), "03");
    EXPECT_EQ(rows(values, "k contains 'ADAM'"), "012");
    EXPECT_EQ(rows(values, "k contains é"), "4");
    EXPECT_EQ(rows(values, "k matches '^[aA]dam$'"), "01");
    EXPECT_EQ(rows(values, "k matches '(?i)w$'"), "2");
    EXPECT_EQ(rows({"run2", "run10", "run1"}, "k < 'run10'"), "02");
    EXPECT_EQ(rows({"run2", "run10", "run1"}, "k >= 'run2'"), "01");
}

TEST(RowFilterTest, someFieldsCompareWithoutRegardToCase)
{
    std::vector<runglass::Run> runs = {makeRun("a"), makeRun("b")};
    runs[0].path.project = "Vision";
    runs[0].state = RunState::Running;
    const auto table = tableOfRuns(runs);
    EXPECT_EQ(rows(*table, "project = vision"), "0");
    EXPECT_EQ(rows(*table, "project in (VISION)"), "0");
    EXPECT_EQ(rows(*table, "state = 'RUNNING'"), "0");
    EXPECT_EQ(rows(*table, "entity != Team"), "");
    EXPECT_EQ(rows(*table, "id = A"), "");
}

TEST(RowFilterTest, aMissingNameIsMissingThoughTheIdIsShown)
{
    const auto table = tableOfRuns({makeRun("a", "brave"), makeRun("b")});
    EXPECT_EQ(rows(*table, "name is null"), "1");
    EXPECT_EQ(rows(*table, "name = b"), "");
    EXPECT_EQ(rows(*table, "name != brave"), "1");
    EXPECT_EQ(rows(*table, "b"), "01");
}

TEST(RowFilterTest, timesCompareAsInstants)
{
    const auto table = tableOfRuns({makeRun("a", {}, kNow), makeRun("b", {}, kNow - 1), makeRun("c")});
    EXPECT_EQ(rows(*table, "created = 2026-11-23T12:00Z"), "0");
    EXPECT_EQ(rows(*table, "created < 2026-11-23T21:00+09:00"), "1");
    EXPECT_EQ(rows(*table, "started >= '2026-11-23T12:00Z'"), "0");
    EXPECT_EQ(rows(*table, "created != 2026-11-23T12:00Z"), "12");
    EXPECT_EQ(rows(*table, "created within last 1s"), "01");
    EXPECT_EQ(rows(*table, "created within last 0s"), "0");
    EXPECT_EQ(rows(*table, "created within last 1000000w"), "01");
    EXPECT_EQ(rows({"2026-11-23T12:00Z", "2026-11-23T21:00+09:00", "soon"}, "k = 2026-11-23T12:00Z"), "01");
    EXPECT_EQ(rows({"2026-11-23T12:00Z", "2026-11-24T00:00Z", "soon"}, "k > 2026-11-23T12:00Z"), "1");
}

TEST(RowFilterTest, runtimeIsSecondsOrDurations)
{
    std::vector<runglass::Run> runs = {makeRun("a"), makeRun("b"), makeRun("c")};
    runs[0].runtimeSeconds = 90;
    runs[1].runtimeSeconds = 7200;
    runs[2].durationSeconds = 7200;
    const auto table = tableOfRuns(runs);
    EXPECT_EQ(rows(*table, "runtime > 90"), "1");
    EXPECT_EQ(rows(*table, "runtime = 2h"), "1");
    EXPECT_EQ(rows(*table, "duration >= 2h"), "2");
    EXPECT_EQ(rows(*table, "runtime in (90s, 3d)"), "0");
}

TEST(RowFilterTest, booleansAreNoNumbers)
{
    const std::vector<Value> values = {true, false, 1, Value()};
    EXPECT_EQ(rows(values, "k = true"), "0");
    EXPECT_EQ(rows(values, "k != true"), "123");
    EXPECT_EQ(rows(values, "k = 1"), "2");
    EXPECT_THAT(rows({true, false}, "k = 1"), HasSubstr("holds true and false"));
    EXPECT_THAT(rows({true, false}, "k < true"), HasSubstr("no order"));
}

TEST(RowFilterTest, listsAreAskedForWhatTheyHave)
{
    const std::vector<Value> values = {Value::Array{"a", "b"}, Value::Array{"B"}, Value::Array{}, Value(), "a"};
    EXPECT_EQ(rows(values, "k = a"), "04");
    EXPECT_EQ(rows(values, "k != a"), "123");
    EXPECT_EQ(rows(values, "k in (a, 'B')"), "014");
    EXPECT_EQ(rows(values, "k not in (a, 'B')"), "23");
    EXPECT_EQ(rows(values, "k contains b"), "01");
    EXPECT_EQ(rows(values, "k matches '^B'"), "1");
    EXPECT_EQ(rows(values, "k is null"), "3");
    EXPECT_EQ(rows({Value::Array{64, 128}, Value::Array{kNaN}, 64}, "k = 64"), "02");
    EXPECT_EQ(rows({Value::Array{64, 128}, Value::Array{kNaN}, 64}, "k = nan"), "1");
    std::vector<runglass::Run> runs = {makeRun("a"), makeRun("b")};
    runs[0].tags = {"x", "y"};
    const auto table = tableOfRuns(runs);
    EXPECT_EQ(rows(*table, "tags = x"), "0");
    EXPECT_EQ(rows(*table, "tags != x"), "1");
    EXPECT_EQ(rows(*table, "tags not in (z)"), "01");
    EXPECT_THAT(rows(*table, "tags < x"), HasSubstr("no order"));
}

} // namespace runglass::test
