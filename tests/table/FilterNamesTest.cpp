// SPDX-License-Identifier: GPL-3.0-or-later
// What names mean in a filter of a table, what cannot be compared, and how a list follows its filter.
#include "tests/table/FilteredText.h"

#include <gmock/gmock.h>

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace runglass::test
{

TEST(FilterNamesTest, aWordLooksInSixFields)
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

TEST(FilterNamesTest, aPlainNameIsLookedForInSummaryThenInConfig)
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

TEST(FilterNamesTest, aPathThatNoRunHasIsAWarningAndMissing)
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

TEST(FilterNamesTest, anObjectIsThereWhenAKeyBelowItIs)
{
    std::vector<runglass::Run> runs = {makeRun("a"), makeRun("b"), makeRun("c")};
    setPath(runs[0].config, {"opt", "lr"}, 1);
    setPath(runs[1].config, {"opt"}, "none");
    const auto table = tableOfRuns(runs);
    EXPECT_EQ(rows(*table, "config.opt exists"), "01");
    EXPECT_EQ(rows(*table, "opt is null"), "2");
    EXPECT_EQ(rows(*table, "config.opt = none"), "1");
}

TEST(FilterNamesTest, whatCannotBeComparedIsSaid)
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
    EXPECT_THAT(rows({1}, "edited = 1"), HasSubstr("holds"));
    EXPECT_EQ(filtered(*tableOf({1}), "k = 'a'").error->span.position, 4U);
}

TEST(FilterNamesTest, otherToolsNamesAreUnderstood)
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

TEST(FilterNamesTest, andOrNotJoinRows)
{
    const std::vector<Value> values = {1, 2, 3, Value()};
    EXPECT_EQ(rows(values, "k = 1 or k = 3 and k > 5"), "0");
    EXPECT_EQ(rows(values, "(k = 1 or k = 3) k > 2"), "2");
    EXPECT_EQ(rows(values, "not (k = 1 or k = 3)"), "13");
    EXPECT_EQ(rows(values, ""), "0123");
    EXPECT_EQ(rows(*tableOfRuns({}), "state = running"), "");
}

TEST(FilterNamesTest, theListFollowsTheFilterWithScopeAndSearch)
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
