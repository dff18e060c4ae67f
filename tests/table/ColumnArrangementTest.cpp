// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/ColumnArrangement.h"

#include "models/table/RunView.h"
#include "tests/table/TableText.h"

#include <gmock/gmock.h>
#include <random>

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace runglass::test
{

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

ColumnId fieldColumn(Field field)
{
    return {ColumnOrigin::Field, field, {}};
}

std::vector<std::string> texts(const RunList& list, const std::vector<std::uint32_t>& places)
{
    std::vector<std::string> texts;
    for (const ColumnId& id : columnIds(*list.table, places))
        texts.push_back(toText(id));
    return texts;
}

/// One run with these config keys.
std::shared_ptr<const RunTable> tableWith(const std::vector<std::string>& keys)
{
    Run run = makeRun("a");
    for (const std::string& key : keys)
        setPath(run.config, {key}, 1);
    RunTableBuilder builder;
    builder.apply(1, {run});
    return builder.snapshot();
}

/// The layout that shows nothing but the name and what is shown by hand.
ColumnLayout bareLayout()
{
    ColumnLayout layout;
    layout.hideAll();
    return layout;
}

RunList arranged(const std::shared_ptr<const RunTable>& table, const ColumnLayout& layout,
                 std::shared_ptr<const ColumnSet> known = {})
{
    RunListState state;
    state.columns = layout;
    state.knownColumns = std::move(known);
    return makeRunList(table, state);
}

} // namespace

TEST(ColumnArrangementTest, aNewProjectShowsFieldsAndKeys)
{
    const RunList list = arranged(tableWith({"b", "a"}), {});
    EXPECT_THAT(texts(list, list.columns.shown), ElementsAre("name", "state", "notes", "tags", "created", "runtime",
                                                             "group", "job_type", "author", "config.a", "config.b"));
    EXPECT_THAT(texts(list, list.columns.hidden),
                ElementsAre("duration", "host", "id", "project", "entity", "sweep", "program", "exit_code", "source"));
    EXPECT_EQ(list.columns.pinned, 1U);
    EXPECT_EQ(list.columns.waiting, 0U);
    EXPECT_EQ(RunList().columns.shown.size(), 9U) << "before anything is known";
}

TEST(ColumnArrangementTest, hidesShowsPinsAndUnpins)
{
    const auto table = tableWith({"a", "b", "c"});
    ColumnLayout layout = bareLayout();
    for (const char* key : {"a", "b", "c"})
        layout.show(configColumn({key}));
    layout.pin(configColumn({"c"}));
    layout.pin(fieldColumn(Field::Host));
    layout.pin(configColumn({"c"}));
    layout.hide(configColumn({"a"}));
    RunList list = arranged(table, layout);
    EXPECT_THAT(texts(list, list.columns.shown), ElementsAre("name", "config.c", "host", "config.b"));
    EXPECT_EQ(list.columns.pinned, 3U);
    layout.unpin(configColumn({"c"}));
    layout.hide(fieldColumn(Field::Host));
    list = arranged(table, layout);
    EXPECT_THAT(texts(list, list.columns.shown), ElementsAre("name", "config.b", "config.c"));
    layout.showAll(columnIds(*table, list.columns.hidden));
    list = arranged(table, layout);
    EXPECT_EQ(list.columns.shown.size(), static_cast<std::size_t>(Field::Count) + 3);
    EXPECT_THAT(list.columns.hidden, IsEmpty());
    layout.pin(fieldColumn(Field::Tags));
    layout.hideAll();
    list = arranged(table, layout);
    EXPECT_THAT(texts(list, list.columns.shown), ElementsAre("name"));
    EXPECT_EQ(list.columns.pinned, 1U);
}

TEST(ColumnArrangementTest, theNameIsAlwaysThereAndFirst)
{
    ColumnLayout layout = bareLayout();
    layout.hide(fieldColumn(Field::Name));
    layout.pinned = {fieldColumn(Field::Tags), fieldColumn(Field::Name)};
    layout.order = {fieldColumn(Field::State), fieldColumn(Field::Name)};
    layout.show(fieldColumn(Field::State));
    const RunList list = arranged(tableWith({}), layout);
    EXPECT_THAT(texts(list, list.columns.shown), ElementsAre("name", "tags", "state"));
    EXPECT_EQ(list.columns.pinned, 2U);
}

TEST(ColumnArrangementTest, keysThatComeLaterWaitInFront)
{
    const auto known = std::make_shared<const ColumnSet>(ColumnSet{configColumn({"b"})});
    const auto table = tableWith({"a", "b", "c"});
    RunList list = arranged(table, {}, known);
    EXPECT_EQ(texts(list, list.columns.shown).back(), "config.b");
    EXPECT_EQ(list.columns.waiting, 2U);
    EXPECT_THAT(texts(list, {list.columns.hidden[0], list.columns.hidden[1], list.columns.hidden[2]}),
                ElementsAre("config.a", "config.c", "duration"));
    ColumnLayout layout;
    layout.show(configColumn({"a"}));
    list = arranged(table, layout, known);
    EXPECT_EQ(list.columns.waiting, 1U);
    EXPECT_EQ(texts(list, list.columns.shown).back(), "config.b");
    EXPECT_EQ(list.columns.shown.size(), 11U);
}

TEST(ColumnArrangementTest, aColumnThatComesLaterStandsBehindItsNeighbour)
{
    ColumnLayout layout = bareLayout();
    layout.order = {configColumn({"d"}), configColumn({"b"}), configColumn({"gone"}), fieldColumn(Field::State)};
    for (const char* key : {"a", "b", "c", "d", "e"})
        layout.show(configColumn({key}));
    layout.show(fieldColumn(Field::State));
    const RunList list = arranged(tableWith({"a", "b", "c", "d", "e"}), layout);
    // "a" comes behind the last field, all of which stand behind State.
    EXPECT_THAT(texts(list, list.columns.shown),
                ElementsAre("name", "config.d", "config.e", "config.b", "config.c", "state", "config.a"));
}

TEST(ColumnArrangementTest, leavesOutWhatIsTheSameInAllRuns)
{
    RunTableBuilder builder;
    std::vector<runglass::Run> runs;
    for (int i = 0; i < 3; ++i) {
        runglass::Run run = makeRun("r" + std::to_string(i), "", 100 - i);
        run.group = "g";
        setPath(run.config, {"same"}, i == 0 ? Value(1) : Value(1.0));
        setPath(run.config, {"nan"}, kNaN);
        setPath(run.config, {"text"}, "x");
        setPath(run.config, {"other"}, i == 2 ? "y" : "x");
        setPath(run.config, {"big"}, std::int64_t{9007199254740992} + (i == 2 ? 1 : 0));
        setPath(run.config, {"mixed"}, i == 0 ? Value(Value::Array{1}) : Value("x"));
        if (i == 2)
            setPath(run.config, {"once"}, true);
        runs.push_back(std::move(run));
    }
    builder.apply(1, runs);
    ColumnLayout layout;
    layout.onlyDiffering = true;
    layout.pin(configColumn({"text"}));
    RunList list = arranged(builder.snapshot(), layout);
    EXPECT_THAT(texts(list, list.columns.shown), ElementsAre("name", "config.text", "created", "config.big",
                                                             "config.mixed", "config.once", "config.other"));
    EXPECT_EQ(list.columns.visible.size(), 9U + 7U);
    RunListState state = list.state;
    state.search = "r1";
    list = withState(list, state);
    EXPECT_EQ(list.columns.shown, list.columns.visible) << "one run differs from nobody";
    state.search = "";
    state.columns.onlyDiffering = false;
    list = withState(list, state);
    EXPECT_EQ(list.columns.shown.size(), 16U) << "the same rows, other columns";
}

TEST(ColumnArrangementTest, aMovedColumnStandsWhereItWasPut)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto table = tableWith({"a", "b", "c", "d", "e", "f", "g"});
    ColumnLayout layout;
    RunList list = arranged(table, layout);
    for (int turn = 0; turn < 500; ++turn) {
        const std::size_t count = list.columns.visible.size();
        const auto some = [&] { return random() % count; };
        if (const ColumnId id = table->columns()[list.columns.visible[some()]]->id(); random() % 4 == 0) {
            random() % 2 == 0 ? layout.pin(id) : random() % 2 == 0 ? layout.unpin(id) : layout.hide(id);
            if (random() % 4 == 0)
                layout.showAll({});
            list = arranged(table, layout);
            continue;
        }
        const std::size_t from = some(), to = some();
        std::vector<std::uint32_t> expected = list.columns.visible;
        std::size_t pinned = list.columns.pinned;
        if (from != 0 && to != 0 && from != to) {
            const std::uint32_t moved = expected[from];
            expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(from));
            expected.insert(expected.begin() + static_cast<std::ptrdiff_t>(to), moved);
            pinned += (to < pinned ? 1 : 0) - (from < pinned ? 1 : 0);
        }
        layout = movedColumn(*table, list.columns, layout, from, to);
        list = arranged(table, layout);
        ASSERT_EQ(list.columns.visible, expected) << from << " to " << to;
        ASSERT_EQ(list.columns.pinned, pinned);
    }
}

TEST(ColumnArrangementTest, isPartOfTheView)
{
    RunView before, after;
    after.columns.hideAll();
    EXPECT_EQ(changedPart(before, after), ViewPart::Columns);
    before.columns = after.columns;
    after.widths[fieldColumn(Field::State)] = 90;
    EXPECT_EQ(changedPart(before, after), ViewPart::Widths);
    RunListState state;
    setView(state, after);
    EXPECT_EQ(viewOf(state), after);
}

} // namespace runglass::test
