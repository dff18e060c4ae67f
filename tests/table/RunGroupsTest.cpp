// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunGroups.h"

#include "models/table/GroupSummary.h"
#include "models/table/Grouping.h"
#include "models/table/RowCodes.h"
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

const double kNaN = std::numeric_limits<double>::quiet_NaN();
const double kInfinity = std::numeric_limits<double>::infinity();

runglass::Run runWith(const std::string& id, const std::vector<std::pair<std::string, Value>>& config, TimeNs start = 0)
{
    runglass::Run run = makeRun(id, id, start);
    for (const auto& [key, value] : config)
        setPath(run.config, {key}, value);
    return run;
}

std::shared_ptr<const RunTable> tableOfRuns(std::vector<runglass::Run> runs)
{
    RunTableBuilder builder;
    builder.apply(1, std::move(runs));
    return builder.snapshot();
}

RunListState groupedBy(std::vector<ColumnId> columns)
{
    RunListState state;
    state.sort = {{{ColumnOrigin::Field, Field::Name, {}}, false}};
    state.grouping.setColumns(std::move(columns));
    return state;
}

/// A line each: heads with value and count, runs by ID, two spaces a depth.
std::vector<std::string> lineTexts(const RunList& list)
{
    std::vector<std::string> texts;
    std::size_t depth = 0;
    for (const ListLine line : list.lines()) {
        if (!isGroupLine(line)) {
            texts.push_back(std::string(2 * depth, ' ') + list.table->ref(line).path.id);
            continue;
        }
        const RunGroup& group = list.groups->groups[groupOfLine(line)];
        texts.push_back(std::string(std::size_t{2} * group.depth, ' ') + text(group.value) + " x" +
                        std::to_string(group.count));
        depth = group.depth + 1;
    }
    return texts;
}

std::vector<std::string> idsOf(const RunList& list)
{
    std::vector<std::string> ids;
    for (std::size_t place = 0; place < list.rows.size(); ++place)
        ids.push_back(list.ref(place).path.id);
    return ids;
}

} // namespace

TEST(RunGroupsTest, groupsLieInsideOneAnother)
{
    const auto table = tableOfRuns({runWith("a", {{"x", "u"}, {"y", 2}}), runWith("b", {{"x", "v"}, {"y", 1}}),
                                    runWith("c", {{"x", "u"}, {"y", 1}}), runWith("d", {{"x", "u"}, {"y", 2.0}}),
                                    runWith("e", {{"y", 1}})});
    RunListState state = groupedBy({configColumn({"x"}), configColumn({"y"})});
    const RunList list = makeRunList(table, state);
    EXPECT_THAT(lineTexts(list), ElementsAre("\"u\" x3", "  2 x2", "    a", "    d", "  1 x1", "    c", "\"v\" x1",
                                             "  1 x1", "    b", "- x1", "  1 x1", "    e"));
    EXPECT_THAT(idsOf(list), ElementsAre("a", "d", "c", "b", "e")) << "rows are in the order of the lines";
    const RunGroups& groups = *list.groups;
    EXPECT_EQ(groups.outermostCount(), 3U);
    EXPECT_EQ(groups.groups[2].parent, 0U);
    EXPECT_EQ(groups.groups[0].end, 3U);
    for (std::uint32_t group = 0; group < groups.groups.size(); ++group)
        EXPECT_EQ(groups.find(groups.groups[group].key), group);
    EXPECT_FALSE(groups.find("no such key"));

    state.grouping.setFolded(groups.groups[1].key, true);
    state.grouping.setFolded(groups.groups[3].key, true);
    EXPECT_THAT(lineTexts(withState(list, state)),
                ElementsAre("\"u\" x3", "  2 x2", "  1 x1", "    c", "\"v\" x1", "- x1", "  1 x1", "    e"));
    EXPECT_EQ(withState(list, state).groups, list.groups) << "folding groups nothing anew";
    EXPECT_EQ(withState(list, state).rows, list.rows) << "folded runs are in the list as ever";
    state.grouping.setAllFolded(true);
    EXPECT_THAT(lineTexts(withState(list, state)), ElementsAre("\"u\" x3", "\"v\" x1", "- x1"));
    state.grouping.setFolded(groups.groups[0].key, false);
    EXPECT_THAT(lineTexts(makeRunList(table, state)), ElementsAre("\"u\" x3", "  2 x2", "  1 x1", "\"v\" x1", "- x1"));
    state.grouping.setColumns({configColumn({"y"})});
    EXPECT_THAT(lineTexts(withState(list, state)), ElementsAre("2 x2", "  a", "  d", "1 x3", "  b", "  c", "  e"))
        << "by other columns: unfolded";
    state.grouping.setColumns({});
    EXPECT_THAT(lineTexts(withState(list, state)), ElementsAre("a", "b", "c", "d", "e"));
}

TEST(RunGroupsTest, areOrderedByTheMeanOfWhatRunsAreSortedBy)
{
    const auto table = tableOfRuns({runWith("a", {{"x", "u"}, {"n", 1}}, 5), runWith("b", {{"x", "v"}, {"n", 3}}, 4),
                                    runWith("c", {{"x", "u"}, {"n", 9}}, 3), runWith("d", {{"x", "w"}, {"n", kNaN}}, 9),
                                    runWith("e", {{"x", "z"}, {"n", 4}}, 1)});
    RunListState state = groupedBy({configColumn({"x"})});
    state.sort = {{configColumn({"n"}), false}};
    EXPECT_THAT(lineTexts(makeRunList(table, state)),
                ElementsAre("\"v\" x1", "  b", "\"z\" x1", "  e", "\"u\" x2", "  a", "  c", "\"w\" x1", "  d"));
    state.sort = {{configColumn({"n"}), true}};
    EXPECT_THAT(lineTexts(makeRunList(table, state)),
                ElementsAre("\"u\" x2", "  c", "  a", "\"z\" x1", "  e", "\"v\" x1", "  b", "\"w\" x1", "  d"));
    state.sort.clear();
    EXPECT_THAT(lineTexts(makeRunList(table, state)),
                ElementsAre("\"w\" x1", "  d", "\"u\" x2", "  a", "  c", "\"v\" x1", "  b", "\"z\" x1", "  e"))
        << "by start: the group of the newest run first";
}

TEST(RunGroupsTest, pinnedRunsStandAboveAndCountInTheirGroup)
{
    const auto table = tableOfRuns({runWith("a", {{"x", 1}}), runWith("b", {{"x", 1}}), runWith("c", {{"x", 2}})});
    RunListState state = groupedBy({configColumn({"x"})});
    state.pinned = {table->ref(1).path, table->ref(2).path};
    state.search = "b";
    const RunList list = makeRunList(table, state);
    EXPECT_THAT(lineTexts(list), ElementsAre("b", "c", "1 x1")) << "what search leaves out is in no group";
    state.search = "";
    EXPECT_THAT(lineTexts(makeRunList(table, state)), ElementsAre("b", "c", "1 x2", "  a", "2 x1"));
    EXPECT_THAT(idsOf(makeRunList(table, state)), ElementsAre("b", "c", "a"));
}

TEST(RunGroupsTest, everyKindOfValueHasItsGroup)
{
    const std::int64_t large = (std::int64_t{1} << 53) + 1;
    const std::vector<Value> values = {1,
                                       1.0,
                                       "1",
                                       true,
                                       Value(),
                                       kNaN,
                                       kNaN,
                                       0.0,
                                       -0.0,
                                       Value::Array{"a"},
                                       Value::Array{Value::Array{"a"}},
                                       large,
                                       large - 1,
                                       9007199254740992.0,
                                       Value::Object{{"k", 1}},
                                       kInfinity};
    const auto table = tableOf(values);
    const RunList list = makeRunList(table, groupedBy({configColumn({"k"})}));
    std::set<std::string> keys;
    std::size_t counted = 0;
    for (const RunGroup& group : list.groups->groups) {
        keys.insert(group.key);
        counted += group.count;
    }
    EXPECT_EQ(counted, values.size());
    EXPECT_EQ(list.groups->groups.size(), keys.size());
    // Equal: 1 and 1.0; both NaNs; 0 and −0; 2^53 as integer and as double. An object's members have columns of their
    // own, so that run lacks "k" as the one with null does.
    EXPECT_EQ(list.groups->groups.size(), values.size() - 5);
    EXPECT_THAT(makeRunList(table, groupedBy({configColumn({"none"})})).groups->groups, testing::SizeIs(1));
    EXPECT_THAT(makeRunList(tableOf({}), groupedBy({configColumn({"k"})})).lines(), IsEmpty());
}

/// Random rows in random groups: the same as grouping by hand.
TEST(RunGroupsTest, agreesWithGroupingByHand)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int turn = 0; turn < 60; ++turn) {
        std::vector<runglass::Run> runs;
        for (std::uint32_t i = 0; i < random() % 60; ++i) {
            runglass::Run run =
                makeRun("r" + std::to_string(i), random() % 4 == 0 ? "" : "n" + std::to_string(random() % 9));
            for (const char* key : {"a", "b", "c"})
                if (random() % 4 != 0)
                    setPath(run.config, {key},
                            random() % 3 == 0   ? Value(static_cast<int>(random() % 3))
                            : random() % 2 == 0 ? Value(static_cast<double>(random() % 3))
                                                : Value("t" + std::to_string(random() % 3)));
            runs.push_back(std::move(run));
        }
        const auto table = tableOfRuns(std::move(runs));
        std::vector<ColumnId> columns = {
            configColumn({"a"}), configColumn({"b"}), {ColumnOrigin::Field, Field::Name, {}}};
        std::shuffle(columns.begin(), columns.end(), random);
        columns.resize(1 + random() % 3);
        RunListState state = groupedBy(columns);
        if (random() % 2 == 0)
            state.search = "n";
        const RunList flat = [&] {
            RunListState plain = state;
            plain.grouping = {};
            return makeRunList(table, plain);
        }();
        const RunList list = makeRunList(table, state);
        std::map<std::string, std::vector<std::uint32_t>> byHand;
        for (const std::uint32_t row : flat.rows) {
            std::string key;
            for (const ColumnId& id : columns) {
                key += identityOf(groupedValue(*table, table->column(id), row));
                byHand[key].push_back(row);
            }
        }
        ASSERT_EQ(list.groups->groups.size(), byHand.size());
        std::size_t heads = 0;
        for (const RunGroup& group : list.groups->groups) {
            const auto rows = list.groups->rowsOf(static_cast<std::uint32_t>(&group - list.groups->groups.data()));
            std::vector<std::uint32_t> sorted(rows.begin(), rows.end()), expected = byHand.at(group.key);
            if (group.depth + 1 == columns.size()) {
                ASSERT_EQ(sorted, expected) << "the runs of a group are in their order";
            }
            std::sort(sorted.begin(), sorted.end());
            std::sort(expected.begin(), expected.end());
            ASSERT_EQ(sorted, expected);
            ++heads;
        }
        ASSERT_EQ(list.lines().size(), heads + flat.rows.size());
        const std::vector<RowGroup> together = groupRows(*table, flat.rows, columns);
        ASSERT_EQ(together.size(), static_cast<std::size_t>(std::count_if(
                                       list.groups->groups.begin(), list.groups->groups.end(),
                                       [&](const RunGroup& group) { return group.depth + 1 == columns.size(); })));
    }
}

TEST(RunGroupsTest, cellsOfGroupsHoldEveryRow)
{
    const auto table = tableOfRuns({runWith("a", {{"g", 1}, {"n", 1}, {"t", "x"}, {"m", 1}}),
                                    runWith("b", {{"g", 1}, {"n", kNaN}, {"t", "y"}, {"m", 1.0}}),
                                    runWith("c", {{"g", 1}, {"n", 5}, {"t", "x"}, {"m", "one"}}),
                                    runWith("d", {{"g", 2}, {"n", 9}}), runWith("e", {{"g", 2}})});
    const RunList list = makeRunList(table, groupedBy({configColumn({"g"})}));
    const Column& numbers = *table->column(configColumn({"n"}));
    const auto range = finiteRange(numbers, list.groups->rows);
    const std::vector<GroupCell> cells = GroupLook(*list.groups, 0, 2).cells(numbers, range);
    ASSERT_EQ(cells.size(), 2U);
    EXPECT_EQ(cells[0].runs, 3U);
    EXPECT_EQ(cells[0].present, 3U);
    EXPECT_EQ(cells[0].numbers()->count, 2U);
    EXPECT_EQ(cells[0].numbers()->mean, 3);
    EXPECT_EQ(cells[0].numbers()->bars[0], 1U);
    EXPECT_EQ(cells[0].numbers()->bars[10], 1U) << "bars divide the range of all groups, so that rows compare";
    EXPECT_EQ(cells[1].present, 1U);
    EXPECT_TRUE(std::isnan(cells[1].numbers()->std));

    const std::vector<GroupCell> texts = GroupLook(*list.groups, 0, 2).cells(*table->column(configColumn({"t"})), {});
    EXPECT_EQ(texts[0].values()->distinct, 2U);
    EXPECT_EQ(texts[0].values()->common.front(), (std::pair<Value, std::uint32_t>("x", 2)));
    EXPECT_EQ(texts[0].values()->low, Value("x"));
    EXPECT_EQ(texts[0].values()->high, Value("y"));
    EXPECT_EQ(texts[1].present, 0U);
    const std::vector<GroupCell> mixed = GroupLook(*list.groups, 0, 1).cells(*table->column(configColumn({"m"})), {});
    EXPECT_EQ(mixed[0].values()->distinct, 2U) << "1 and 1.0 are one value";
    EXPECT_EQ(mixed[0].values()->common.front().second, 2U);
}

namespace
{

/// As the numbers of a group are defined, one after the other.
void expectPlainly(const GroupCell& cell, const std::optional<double>& median, std::vector<double> numbers,
                   const std::optional<NumberRange>& range)
{
    const NumberStats& stats = *cell.numbers();
    ASSERT_EQ(stats.count, numbers.size());
    EXPECT_EQ(median.has_value(), !numbers.empty());
    if (numbers.empty())
        return;
    std::sort(numbers.begin(), numbers.end());
    // From one of them, so that numbers that hardly differ are added without loss.
    const long double from = numbers[numbers.size() / 2];
    long double sum = 0, squares = 0;
    for (const double number : numbers)
        sum += number - from;
    const long double away = sum / static_cast<long double>(numbers.size()), mean = from + away;
    for (const double number : numbers)
        squares += (number - from - away) * (number - from - away);
    const auto deviation = static_cast<double>(
        std::sqrt(squares / static_cast<long double>(std::max<std::size_t>(numbers.size(), 2) - 1)));
    const double below = numbers[(numbers.size() - 1) / 2], above = numbers[numbers.size() / 2];
    EXPECT_EQ(stats.min, numbers.front());
    EXPECT_EQ(stats.max, numbers.back());
    EXPECT_EQ(median, below == above ? below : below / 2 + above / 2);
    if (std::isfinite(numbers.front()) && std::isfinite(numbers.back())) {
        // Of numbers that cancel each other a mean near 0 is left, no more exact than they are.
        const double largest = std::max(std::abs(numbers.front()), std::abs(numbers.back()));
        EXPECT_NEAR(stats.mean, static_cast<double>(mean), largest * 1e-14);
        EXPECT_TRUE(numbers.size() == 1 ? std::isnan(stats.std) : std::abs(stats.std - deviation) <= deviation * 1e-6);
    }
    const HistogramEdges edges(*range);
    std::array<std::uint32_t, kHistogramBars> bars = {};
    for (const double number : numbers)
        if (const std::size_t bar = edges.barOf(number); bar < edges.bars)
            ++bars[bar];
    EXPECT_EQ(stats.bars, bars);
}

/// Numbers of one shape, a run in five without, some NaN, now and then an infinity.
Value numberOfShape(std::size_t shape, std::mt19937& random)
{
    const double part = std::uniform_real_distribution<double>(0, 1)(random);
    if (random() % 5 == 0)
        return random() % 4 == 0 ? Value(kNaN) : Value();
    if (shape == 5 && random() % 20 == 0)
        return random() % 2 == 0 ? kInfinity : -kInfinity;
    const double shaped[] = {part,
                             std::exp(200 * part - 100),
                             1e9 + part * 1e-3,
                             static_cast<double>(random() % 3),
                             7,
                             part,
                             part * 1e-200,
                             (part - 0.5) * std::numeric_limits<double>::max(),
                             1 + static_cast<double>(random() % 4) * 1024 * std::numeric_limits<double>::epsilon()};
    return shaped[shape];
}

} // namespace

/// Groups inside one another are put together of the innermost; what is asked for in blocks is the same as all at once.
TEST(RunGroupsTest, cellsOfNestedGroupsAreWhatTheirRowsSay)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (std::size_t shape = 0; shape < 9; ++shape) {
        std::vector<runglass::Run> runs;
        for (int i = 0; i < 2500; ++i)
            runs.push_back(runWith("r" + std::to_string(i), {{"x", static_cast<int>(random() % 2)},
                                                             {"y", static_cast<int>(random() % 3)},
                                                             {"z", static_cast<int>(random() % (shape % 4 + 1))},
                                                             {"n", numberOfShape(shape, random)}}));
        const auto table = tableOfRuns(std::move(runs));
        RunListState state = groupedBy({configColumn({"x"}), configColumn({"y"}), configColumn({"z"})});
        state.search = shape % 2 == 0 ? "" : "1";
        const RunList list = makeRunList(table, state);
        const RunGroups& groups = *list.groups;
        const Column& column = *table->column(configColumn({"n"}));
        const auto range = finiteRange(column, groups);
        ASSERT_EQ(range->low, finiteRange(column, groups.rows)->low);
        ASSERT_EQ(range->high, finiteRange(column, groups.rows)->high);
        const auto count = static_cast<std::uint32_t>(groups.groups.size());
        for (std::uint32_t first = 0, last = 0; first < count; first = last) {
            // All of them at once are read row after row, few of them group after group.
            last = shape == 0 ? count : std::min(count, first + 1 + static_cast<std::uint32_t>(random() % 9));
            const std::vector<GroupCell> cells = GroupLook(groups, first, last).cells(column, range);
            ASSERT_EQ(cells.size(), last - first);
            for (std::uint32_t group = first; group < last; ++group) {
                std::vector<double> numbers;
                std::uint32_t present = 0;
                for (const std::uint32_t row : groups.rowsOf(group)) {
                    present += column.has(row) ? 1 : 0;
                    if (const double number = column.number(row); !std::isnan(number))
                        numbers.push_back(number);
                }
                EXPECT_EQ(cells[group - first].runs, groups.groups[group].count);
                EXPECT_EQ(cells[group - first].present, present);
                expectPlainly(cells[group - first], medianOf(column, groups.rowsOf(group)), numbers, range);
                ASSERT_FALSE(HasFailure()) << "group " << group << " of shape " << shape;
            }
        }
    }
}

TEST(RunGroupsTest, foldingIsAPartOfTheViewOfItsOwn)
{
    RunView view, folded;
    view.grouping.setColumns({configColumn({"x"})});
    EXPECT_EQ(changedPart(RunView(), view), ViewPart::Grouping);
    folded = view;
    folded.grouping.setFolded("k", true);
    EXPECT_EQ(changedPart(view, folded), ViewPart::FoldedGroups);
    folded.grouping.setFolded("k", false);
    EXPECT_EQ(view, folded);
    RunListState state;
    setView(state, view);
    EXPECT_EQ(viewOf(state), view);
}

} // namespace runglass::test
