// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunList.h"

#include "tests/table/TableText.h"

#include <gmock/gmock.h>

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace runglass::test
{

namespace
{

std::shared_ptr<const RunTable> snapshotOf(std::vector<Run> runs)
{
    RunTableBuilder builder;
    builder.apply(1, std::move(runs));
    return builder.snapshot();
}

std::vector<std::string> ids(const RunList& list)
{
    std::vector<std::string> ids;
    for (std::size_t place = 0; place < list.rows.size(); ++place)
        ids.push_back(list.ref(place).path.id);
    return ids;
}

std::vector<std::string> searched(const std::shared_ptr<const RunTable>& table, const std::string& search)
{
    RunListState state;
    state.search = search;
    return ids(makeRunList(table, state));
}

} // namespace

TEST(RunListTest, showsTheNewestFirst)
{
    const auto table = snapshotOf({makeRun("old", "", 100), makeRun("none"), makeRun("new", "", 300),
                                   makeRun("b", "", 200), makeRun("a", "", 200), makeRun("also-none")});
    EXPECT_THAT(ids(makeRunList(table, {})), ElementsAre("new", "a", "b", "old", "also-none", "none"));
}

TEST(RunListTest, findsPartsOfNamesAndIds)
{
    const auto table =
        snapshotOf({makeRun("x1", "Baseline ResNet", 5), makeRun("abc42", "実験 ガウス", 4),
                    makeRun("x3", "ＬＯＳＳ sweep", 3), makeRun("x4", "Straße", 2), makeRun("unnamed-7", "", 1)});
    EXPECT_THAT(searched(table, "RESNET"), ElementsAre("x1"));
    EXPECT_THAT(searched(table, "験 ガ"), ElementsAre("abc42"));
    EXPECT_THAT(searched(table, "ｶﾞｳｽ"), ElementsAre("abc42")) << "half-width katakana";
    EXPECT_THAT(searched(table, "loss"), ElementsAre("x3")) << "full-width letters";
    EXPECT_THAT(searched(table, "ｌｏｓｓ"), ElementsAre("x3"));
    EXPECT_THAT(searched(table, "STRASSE"), ElementsAre("x4"));
    EXPECT_THAT(searched(table, "ABC4"), ElementsAre("abc42")) << "IDs too";
    EXPECT_THAT(searched(table, "unnamed"), ElementsAre("unnamed-7"));
    EXPECT_THAT(searched(table, "sweepx3"), IsEmpty()) << "name and ID are two things";
    EXPECT_THAT(searched(table, ".*"), IsEmpty());
    EXPECT_EQ(searched(table, "").size(), 5U);
}

TEST(RunListTest, theBaselineIsTheRunOfItsPathInScope)
{
    std::vector<runglass::Run> here{makeRun("a"), makeRun("b")}, there{makeRun("b"), makeRun("c")};
    RunTableBuilder builder;
    builder.apply(1, here);
    builder.apply(2, there);
    const auto table = builder.snapshot();
    RunListState state;
    EXPECT_FALSE(makeRunList(table, state).baseline.has_value());
    state.baseline = here[1].path;
    RunList list = makeRunList(table, state);
    EXPECT_EQ(list.baseline, (RunRef{1, here[1].path})) << "one, where two sources have it";
    state.search = "nothing like it";
    list = withState(list, state);
    EXPECT_EQ(list.baseline, (RunRef{1, here[1].path})) << "listed or not";
    state.scope.source = 2;
    list = withState(list, state);
    EXPECT_EQ(list.baseline, (RunRef{2, here[1].path}));
    state.baseline = here[0].path;
    list = withState(list, state);
    EXPECT_FALSE(list.baseline.has_value()) << "it is in another source";
    state.scope = {};
    list = withState(list, state);
    EXPECT_EQ(list.baseline, (RunRef{1, here[0].path}));
    RunTableBuilder without;
    without.apply(1, {here[1]});
    list = makeRunList(without.snapshot(), state, list);
    EXPECT_FALSE(list.baseline.has_value()) << "it is gone";
    list = makeRunList(table, state, list);
    EXPECT_EQ(list.baseline, (RunRef{1, here[0].path})) << "and is back";
}

TEST(RunListTest, findsByRegularExpression)
{
    const auto table = snapshotOf({makeRun("x1", "Baseline ResNet", 5), makeRun("abc42", "学習率 17", 4),
                                   makeRun("x3", "sweep-3", 3), makeRun("unnamed-7", "", 1)});
    const auto matching = [&table](const std::string& pattern) {
        RunListState state;
        state.search = pattern;
        state.searchIsPattern = true;
        return ids(makeRunList(table, state));
    };
    EXPECT_THAT(matching("resnet$"), ElementsAre("x1")) << "without regard to case";
    EXPECT_THAT(matching("(?-i)resnet$"), IsEmpty());
    EXPECT_THAT(matching("^x\\d$"), ElementsAre("x1", "x3")) << "IDs too";
    EXPECT_THAT(matching("学習率|-[37]$"), ElementsAre("abc42", "x3", "unnamed-7"));
    EXPECT_THAT(matching("3x3"), IsEmpty()) << "name and ID are two things";
    EXPECT_EQ(matching("").size(), 4U);
    EXPECT_EQ(matching(".*").size(), 4U);
}

TEST(RunListTest, aWrongRegularExpressionNarrowsNothing)
{
    const auto table = snapshotOf({makeRun("a", "a(b", 2), makeRun("b", "", 1)});
    RunListState state;
    state.search = "a(b";
    state.searchIsPattern = true;
    const RunList list = makeRunList(table, state);
    EXPECT_EQ(list.rows.size(), 2U);
    EXPECT_EQ(list.searchError, "missing ): a(b");
    EXPECT_FALSE(searchPattern("x)(y").ok()) << "no part of it is ours";
    state.searchIsPattern = false;
    EXPECT_THAT(ids(makeRunList(table, state)), ElementsAre("a")) << "as text it is none";
    EXPECT_EQ(makeRunList(table, state).searchError, "");
}

TEST(RunListTest, narrowsToAScope)
{
    RunTableBuilder builder;
    runglass::Run elsewhere = makeRun("c", "", 1);
    elsewhere.path.project = "other";
    setPath(elsewhere.config, {"only_other"}, 1);
    runglass::Run nobody = makeRun("d", "", 2);
    nobody.path.entity = "";
    runglass::Run first = makeRun("a", "", 4);
    setPath(first.config, {"lr"}, 0.1);
    builder.apply(1, {first, makeRun("b", "", 3), elsewhere, nobody});
    builder.apply(2, {makeRun("a", "", 9)});
    const auto table = builder.snapshot();
    RunListState state;
    state.scope = {1, "team", "proj"};
    RunList list = makeRunList(table, state);
    EXPECT_THAT(ids(list), ElementsAre("a", "b"));
    ASSERT_EQ(list.keyColumns.size(), 1U) << "a column that only other projects have is left out";
    EXPECT_EQ(table->columns()[list.keyColumns[0]]->id(), configColumn({"lr"}));
    state.search = "b";
    list = makeRunList(table, state);
    EXPECT_EQ(list.inScope, 2U);
    EXPECT_EQ(list.keyColumns.size(), 1U) << "columns do not come and go with a search";
    state = {};
    state.scope.entity = "";
    EXPECT_THAT(ids(makeRunList(table, state)), ElementsAre("d"));
    state = {};
    state.scope.source = 2;
    EXPECT_THAT(ids(makeRunList(table, state)), ElementsAre("a"));
    EXPECT_EQ(makeRunList(table, {}).rows.size(), 5U);
}

TEST(RunListTest, sortsBySeveralKeys)
{
    std::vector<runglass::Run> runs;
    const std::vector<std::tuple<std::string, std::string, std::optional<double>>> rows = {
        {"1", "g1", 0.5},  {"2", "g2", 0.1}, {"3", "g1", std::nullopt},
        {"4", "g10", 0.9}, {"5", "g2", 0.7}, {"6", "", 2}};
    TimeNs start = 100;
    for (const auto& [id, group, loss] : rows) {
        runglass::Run run = makeRun(id, "", --start);
        run.group = group;
        if (loss)
            setPath(run.summary, {"val", "loss"}, *loss);
        runs.push_back(std::move(run));
    }
    const auto table = snapshotOf(std::move(runs));
    RunListState state;
    state.sort = {{{ColumnOrigin::Field, Field::Group, {}}, false}, {summaryColumn({"val", "loss"}), true}};
    EXPECT_THAT(ids(makeRunList(table, state)), ElementsAre("1", "3", "5", "2", "4", "6"));
    state.sort = {{summaryColumn({"val", "loss"}), false}};
    EXPECT_THAT(ids(makeRunList(table, state)), ElementsAre("2", "1", "5", "4", "6", "3"));
    state.sort = {{configColumn({"gone"}), false}};
    EXPECT_THAT(ids(makeRunList(table, state)), ElementsAre("1", "2", "3", "4", "5", "6")) << "the default order";
}

TEST(RunListTest, knowsWhoseEyeIsShut)
{
    const auto table = snapshotOf({makeRun("a", "", 2), makeRun("b", "", 1)});
    RunListState state;
    state.hidden.insert({1, {"team", "proj", "b"}});
    const RunList list = makeRunList(table, state);
    EXPECT_TRUE(list.isShown(0));
    EXPECT_FALSE(list.isShown(1));
}

TEST(RunListTest, countsTheOpenEyes)
{
    RunListState state;
    const auto table = snapshotOf({makeRun("a"), makeRun("b"), makeRun("c")});
    EXPECT_EQ(makeRunList(table, state).shown, 3U);
    state.hidden = {table->ref(1)};
    EXPECT_EQ(makeRunList(table, state).shown, 2U);
    state.search = "b";
    EXPECT_EQ(makeRunList(table, state).shown, 0U) << "of those that are listed";
}

} // namespace runglass::test
