// SPDX-License-Identifier: GPL-3.0-or-later
// Each sentence of the filter language, over runs that tell it from its opposite.
#include "models/table/RowFilter.h"

#include "models/expression/FilterParser.h"
#include "tests/table/TableText.h"

#include <gmock/gmock.h>

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace runglass::test
{

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr TimeNs kNow = 1795435200'000'000'000; // 2026-11-23T12:00Z

std::shared_ptr<const RunTable> tableOfRuns(std::vector<runglass::Run> runs)
{
    RunTableBuilder builder;
    builder.apply(1, std::move(runs));
    return builder.snapshot();
}

FilteredRows filtered(const RunTable& table, std::string_view text)
{
    const FilterParse parse = parseFilter(text);
    EXPECT_TRUE(parse.ok()) << text << ": " << (parse.ok() ? "" : parse.error->detail);
    return filterRows(table, parse.filter, kNow);
}

/// Rows that match, or what is wrong.
std::string rows(const RunTable& table, std::string_view text)
{
    const FilteredRows found = filtered(table, text);
    if (found.error)
        return "! " + found.error->detail;
    std::string result;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        result += testBit(found.rows, row) ? std::to_string(row) : "";
    return result;
}

/// The same over one config column "k", a row a value.
std::string rows(const std::vector<Value>& values, std::string_view text)
{
    return rows(*tableOf(values), text);
}

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

TEST(RowFilterTest, aWordLooksInSixFields)
{
    std::vector<runglass::Run> runs;
    for (int i = 0; i < 8; ++i)
        runs.push_back(makeRun("r" + std::to_string(i)));
    runs[0].name = "My BaseLine";
    runs[1].path.id = "baseline1";
    runs[2].notes = "the baseline";
    runs[3].tags = {"x", "Baseline"};
    runs[4].group = "baselines";
    runs[5].path.project = "baseline";
    runs[6].host = "baseline";
    setPath(runs[7].config, {"k"}, "baseline");
    EXPECT_EQ(rows(*tableOfRuns(runs), "baseline"), "012345");
}

TEST(RowFilterTest, aPlainNameIsLookedForInSummaryThenInConfig)
{
    std::vector<runglass::Run> runs = {makeRun("a"), makeRun("b")};
    setPath(runs[0].config, {"lr"}, 1);
    setPath(runs[0].config, {"both"}, 1);
    setPath(runs[1].summary, {"both"}, 1);
    setPath(runs[1].summary, {"loss"}, 1);
    setPath(runs[1].summary, {"val/loss"}, 1);
    setPath(runs[1].summary, {"opt", "lr.x"}, 1);
    const auto table = tableOfRuns(runs);
    EXPECT_EQ(rows(*table, "lr = 1"), "0");
    EXPECT_EQ(rows(*table, "loss = 1"), "1");
    EXPECT_EQ(rows(*table, "val/loss = 1"), "1");
    EXPECT_EQ(rows(*table, "opt.`lr.x` = 1"), "1");
    const FilteredRows both = filtered(*table, "a or both = 1");
    ASSERT_TRUE(both.error);
    EXPECT_THAT(both.error->expected, ElementsAre("config.both", "summary.both"));
    EXPECT_EQ(both.error->span.position, 5U);
    EXPECT_EQ(both.error->span.length, 4U);
    EXPECT_EQ(rows(*table, "config.both = 1"), "0");
    const FilteredRows nowhere = filtered(*table, "Loss = 1");
    ASSERT_TRUE(nowhere.error);
    EXPECT_THAT(nowhere.error->detail, HasSubstr("Is it summary.loss"));
}

TEST(RowFilterTest, aPathThatNoRunHasIsAWarningAndMissing)
{
    const auto table = tableOf({1, 2});
    for (const auto& [text, expected] :
         std::vector<std::pair<std::string, std::string>>{{"config.gone = 1", ""},
                                                          {"summary.gone != 1", "01"},
                                                          {"config.gone is null", "01"},
                                                          {"config.gone exists", ""},
                                                          {"config.gone not in (1)", "01"},
                                                          {"config.gone in (null)", "01"},
                                                          {"not config.gone < 1", "01"}}) {
        EXPECT_EQ(rows(*table, text), expected) << text;
        EXPECT_THAT(filtered(*table, text).warnings, SizeIs(1)) << text;
    }
    EXPECT_THAT(filtered(*table, "k = 1").warnings, IsEmpty());
    EXPECT_THAT(filtered(*table, "state = finnished").warnings, SizeIs(1));
    EXPECT_THAT(filtered(*table, "state = Finished").warnings, IsEmpty());
}

TEST(RowFilterTest, anObjectIsThereWhenAKeyBelowItIs)
{
    std::vector<runglass::Run> runs = {makeRun("a"), makeRun("b"), makeRun("c")};
    setPath(runs[0].config, {"opt", "lr"}, 1);
    setPath(runs[1].config, {"opt"}, "none");
    const auto table = tableOfRuns(runs);
    EXPECT_EQ(rows(*table, "config.opt exists"), "01");
    EXPECT_EQ(rows(*table, "opt is null"), "2");
    EXPECT_EQ(rows(*table, "config.opt = none"), "1");
}

TEST(RowFilterTest, whatCannotBeComparedIsSaid)
{
    EXPECT_EQ(rows({1, 2.5}, "k = a"), "! \"k\" holds numbers. Compare it with a number.");
    EXPECT_EQ(rows({"a"}, "k = 1"), "! \"k\" holds text. Compare it with a text: '1'.");
    EXPECT_EQ(rows({"a"}, "k in (a, 1)"), "! \"k\" holds text. Compare it with a text: '1'.");
    EXPECT_EQ(rows({"a", 1}, "k = 1"), "1");
    EXPECT_EQ(rows({"a", 1}, "k = a"), "0");
    EXPECT_EQ(rows({"a", 1}, "k < 5"), "1");
    EXPECT_THAT(rows({1}, "k contains a"), HasSubstr("holds numbers"));
    EXPECT_THAT(rows({1}, "k > 5m"), HasSubstr("holds numbers"));
    EXPECT_THAT(rows({1}, "k within last 5m"), HasSubstr("Only times"));
    EXPECT_THAT(rows({1}, "created > 5"), HasSubstr("holds times"));
    EXPECT_THAT(rows({1}, "runtime > abc"), HasSubstr("holds seconds"));
    EXPECT_THAT(rows({1}, "pinned = true"), HasSubstr("not known yet"));
    EXPECT_THAT(rows({1}, "edited = name"), HasSubstr("not known yet"));
    EXPECT_EQ(filtered(*tableOf({1}), "k = 'a'").error->span.position, 4U);
}

TEST(RowFilterTest, otherToolsNamesAreUnderstood)
{
    std::vector<runglass::Run> runs = {makeRun("a"), makeRun("b")};
    setPath(runs[0].summary, {"loss"}, 0.5);
    setPath(runs[0].config, {"opt"}, "adam");
    setPath(runs[1].config, {"params", "opt"}, "sgd");
    runs[1].state = RunState::Failed;
    const auto table = tableOfRuns(runs);
    EXPECT_EQ(rows(*table, "metrics.loss < 1 and attributes.status = 'FINISHED'"), "0");
    EXPECT_EQ(rows(*table, "cfg.opt:adam"), "0");
    EXPECT_EQ(rows(*table, "cfg.opt = adam"), "0");
    // What is there of that name goes first.
    EXPECT_EQ(rows(*table, "params.opt = 'sgd'"), "1");
}

TEST(RowFilterTest, andOrNotJoinRows)
{
    const std::vector<Value> values = {1, 2, 3, Value()};
    EXPECT_EQ(rows(values, "k = 1 or k = 3 and k > 5"), "0");
    EXPECT_EQ(rows(values, "(k = 1 or k = 3) k > 2"), "2");
    EXPECT_EQ(rows(values, "not (k = 1 or k = 3)"), "13");
    EXPECT_EQ(rows(values, ""), "0123");
    EXPECT_EQ(rows(*tableOfRuns({}), "state = running"), "");
}

TEST(RowFilterTest, theListFollowsTheFilterWithScopeAndSearch)
{
    std::vector<runglass::Run> runs;
    for (int i = 0; i < 6; ++i) {
        runs.push_back(makeRun("r" + std::to_string(i), i % 2 == 0 ? "even" : "odd", TimeNs{i}));
        setPath(runs.back().config, {"k"}, i);
    }
    const auto table = tableOfRuns(runs);
    RunListState state;
    state.search = "even";
    state.filter = parseFilter("k > 1").filter;
    const RunList list = makeRunList(table, state);
    EXPECT_THAT(list.rows, ElementsAre(4, 2));
    EXPECT_EQ(list.inScope, 6U);
    state.filter = parseFilter("gone > 1").filter;
    const RunList wrong = makeRunList(table, state);
    EXPECT_TRUE(wrong.filterError);
    EXPECT_THAT(wrong.rows, ElementsAre(4, 2, 0));
}

} // namespace runglass::test
