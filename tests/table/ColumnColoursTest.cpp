// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/ColumnColours.h"

#include "models/table/RunColours.h"
#include "models/table/RunList.h"
#include "tests/table/TableText.h"

#include <cmath>
#include <gmock/gmock.h>
#include <random>
#include <set>

using ::testing::ElementsAre;

namespace runglass::test
{

namespace
{

using Kind = RunColour::Kind;

const ColumnId kX = configColumn({"x"});

Run runWith(const std::string& id, Value x, std::optional<TimeNs> startedAt = std::nullopt)
{
    Run run = makeRun(id, id, startedAt);
    if (!x.isNull())
        setPath(run.config, {"x"}, std::move(x));
    return run;
}

std::shared_ptr<const RunTable> tableOf(std::vector<runglass::Run> runs)
{
    RunTableBuilder builder;
    builder.apply(1, std::move(runs));
    return builder.snapshot();
}

std::vector<std::uint32_t> allRows(const RunTable& table)
{
    std::vector<std::uint32_t> rows(table.rowCount());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

ColumnColours coloursOf(const RunTable& table, int buckets)
{
    return columnColours(table, allRows(table), {kX, buckets, ColourRamp::Green});
}

/// "bucket 0-1: 3": what a legend says.
std::vector<std::string> legend(const ColumnColours& colours)
{
    std::vector<std::string> lines;
    for (const ColourClass& entry : colours.classes) {
        std::ostringstream line;
        if (entry.colour.kind == Kind::Bucket)
            line << entry.low << ".." << entry.high;
        else if (entry.colour.kind == Kind::Slot)
            line << "slot " << entry.colour.index << ' ' << text(entry.value);
        else
            line << (entry.colour.kind == Kind::Other ? "other" : "missing");
        line << ": " << entry.runs;
        lines.push_back(line.str());
    }
    return lines;
}

std::uint32_t indexOf(const RunTable& table, const ColumnColours& colours, const std::string& id)
{
    return colours.colour(*table.rowOf({1, {"team", "proj", id}})).index;
}

} // namespace

TEST(ColumnColoursTest, dividesNumbersInBucketsOfEqualWidth)
{
    const auto table = tableOf({runWith("a", 0), runWith("b", 1), runWith("c", 2.5), runWith("d", 9.99),
                                runWith("e", 10), runWith("f", Value())});
    const ColumnColours colours = coloursOf(*table, 4);
    EXPECT_THAT(legend(colours), ElementsAre("0..2.5: 2", "2.5..5: 1", "5..7.5: 0", "7.5..10: 2", "missing: 1"));
    EXPECT_EQ(colours.colour(2), (RunColour{Kind::Bucket, ColourRamp::Green, 4, 1})) << "an edge opens its bucket";
    EXPECT_EQ(colours.colour(4), (RunColour{Kind::Bucket, ColourRamp::Green, 4, 3})) << "the end closes the last one";
    EXPECT_EQ(colours.colour(5).kind, Kind::Missing);
}

TEST(ColumnColoursTest, takesWhatIsNotFinite)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const auto table = tableOf({runWith("a", 1.0), runWith("b", 3.0), runWith("c", -kInfinity), runWith("d", kInfinity),
                                runWith("e", std::nan(""))});
    EXPECT_THAT(legend(coloursOf(*table, 2)), ElementsAre("1..2: 2", "2..3: 2", "missing: 1"));
    const auto wide = tableOf({runWith("a", -1.7e308), runWith("b", 0.0), runWith("c", 1.7e308)});
    EXPECT_THAT(legend(coloursOf(*wide, 2)), ElementsAre("-1.7e+308..0: 1", "0..1.7e+308: 2"));
    const auto none = tableOf({runWith("a", std::nan("")), runWith("b", std::nan(""))});
    EXPECT_THAT(legend(coloursOf(*none, 2)), ElementsAre("missing: 2"));
}

TEST(ColumnColoursTest, givesValuesThatAreAllTheSameOneBucket)
{
    const auto table = tableOf({runWith("a", 3), runWith("b", 3.0)});
    const ColumnColours colours = coloursOf(*table, 5);
    EXPECT_THAT(legend(colours), ElementsAre("3..3: 2"));
    EXPECT_EQ(colours.colour(0).count, 1);
}

TEST(ColumnColoursTest, countsBucketsWithinBounds)
{
    const auto table = tableOf({runWith("a", 0), runWith("b", 1)});
    EXPECT_EQ(coloursOf(*table, 0).classes.size(), 2U);
    EXPECT_EQ(coloursOf(*table, 1000).classes.size(), 8U);
}

TEST(ColumnColoursTest, givesEachTextASlotByTheFirstStart)
{
    std::vector<runglass::Run> runs = {runWith("new", "b", 300), runWith("old", "z10", 100), runWith("mid", "z9", 200),
                                       runWith("again", "z10", 400), runWith("none", Value(), 50)};
    const ColumnColours before = coloursOf(*tableOf(runs), 5);
    EXPECT_THAT(legend(before), ElementsAre("slot 2 \"b\": 1", "slot 1 \"z9\": 1", "slot 0 \"z10\": 2", "missing: 1"))
        << "slots by start, the legend in natural order";
    runs.push_back(runWith("later", "a", 500));
    EXPECT_THAT(
        legend(coloursOf(*tableOf(runs), 5)),
        ElementsAre("slot 3 \"a\": 1", "slot 2 \"b\": 1", "slot 1 \"z9\": 1", "slot 0 \"z10\": 2", "missing: 1"))
        << "a later value changes no slot";
}

TEST(ColumnColoursTest, sharesOneColourBeyondThePalette)
{
    std::vector<runglass::Run> runs;
    for (int i = 0; i < 30; ++i)
        runs.push_back(runWith("r" + std::to_string(i), "v" + std::to_string(i), i));
    const auto table = tableOf(runs);
    const ColumnColours colours = coloursOf(*table, 5);
    ASSERT_EQ(colours.classes.size(), kColourSlots + 1U);
    EXPECT_EQ(colours.classes.back().runs, 10U);
    EXPECT_EQ(indexOf(*table, colours, "r7"), 7U);
    EXPECT_EQ(colours.colour(25).kind, Kind::Other);
}

TEST(ColumnColoursTest, takesNumbersAmongOtherValuesForValues)
{
    const auto table = tableOf({runWith("a", 1, 1), runWith("b", 1.0, 2), runWith("c", "1", 3), runWith("d", true, 4),
                                runWith("e", std::nan(""), 5)});
    const ColumnColours colours = coloursOf(*table, 5);
    EXPECT_EQ(colours.classes.size(), 4U);
    EXPECT_EQ(indexOf(*table, colours, "a"), indexOf(*table, colours, "b")) << "1 and 1.0 are one value";
    EXPECT_NE(indexOf(*table, colours, "a"), indexOf(*table, colours, "c"));
    EXPECT_EQ(colours.colour(4).kind, Kind::Missing) << "NaN";
}

TEST(ColumnColoursTest, knowsThatAnIdIsNoName)
{
    const auto table = tableOf({makeRun("unnamed"), makeRun("n", "named")});
    const ColumnColours colours =
        columnColours(*table, allRows(*table), {{ColumnOrigin::Field, Field::Name, {}}, 5, ColourRamp::Green});
    EXPECT_EQ(colours.colour(0).kind, Kind::Missing);
    EXPECT_EQ(colours.colour(1).kind, Kind::Slot);
}

TEST(ColumnColoursTest, colourNothingByAColumnThatIsNotThere)
{
    const auto table = tableOf({makeRun("a")});
    EXPECT_THAT(legend(coloursOf(*table, 5)), ElementsAre("missing: 1"));
}

/// Against the definition, said plainly.
TEST(ColumnColoursPropertyTest, agreesWithANaiveEvaluator)
{
    const unsigned seed = std::random_device{}();
    std::mt19937 random(seed);
    for (int turn = 0; turn < 60; ++turn) {
        std::vector<runglass::Run> runs;
        const auto count = 1 + random() % 60;
        for (unsigned i = 0; i < count; ++i) {
            const auto what = random() % 10;
            Value value = what == 0   ? Value()
                          : what == 1 ? Value(std::nan(""))
                          : what < 6  ? Value(static_cast<std::int64_t>(random() % 50) - 25)
                                      : Value(std::ldexp(static_cast<double>(random()) - 2e9, int(random() % 40) - 20));
            runs.push_back(runWith("r" + std::to_string(i), std::move(value)));
        }
        const auto table = tableOf(runs);
        const int buckets = 2 + static_cast<int>(random() % 7);
        const ColumnColours colours = coloursOf(*table, buckets);
        const Column* column = table->column(kX);
        double low = std::numeric_limits<double>::infinity(), high = -low;
        for (std::uint32_t row = 0; column && row < table->rowCount(); ++row) {
            const double number = column->number(row);
            if (std::isfinite(number)) {
                low = std::min(low, number);
                high = std::max(high, number);
            }
        }
        std::vector<std::uint32_t> counts(colours.classes.size());
        for (std::uint32_t row = 0; row < table->rowCount(); ++row) {
            SCOPED_TRACE("seed " + std::to_string(seed) + " turn " + std::to_string(turn));
            const double number = column ? column->number(row) : std::nan("");
            const RunColour colour = colours.colour(row);
            ++counts[colours.classOf[row]];
            if (std::isnan(number)) {
                EXPECT_EQ(colour.kind, Kind::Missing);
                continue;
            }
            ASSERT_EQ(colour.kind, Kind::Bucket);
            const ColourClass& entry = colours.classes[colour.index];
            const bool isLast = colour.index + 1U == colour.count;
            EXPECT_GE(number, entry.low);
            EXPECT_TRUE(number < entry.high || (isLast && number <= entry.high));
            const double width = (high - low) / colour.count;
            EXPECT_NEAR(entry.high - entry.low, width, 1e-9 * (std::abs(low) + std::abs(high)));
        }
        for (std::size_t i = 0; i < counts.size(); ++i)
            EXPECT_EQ(counts[i], colours.classes[i].runs);
    }
}

TEST(RunListColourTest, isTheSameUnderSortSearchAndFilter)
{
    std::vector<runglass::Run> runs;
    for (int i = 0; i < 40; ++i)
        runs.push_back(runWith("r" + std::to_string(i), i % 7 == 0 ? Value() : Value(i * 3 % 11), i));
    const auto table = tableOf(runs);
    RunListState state;
    state.colours.byColumn = {kX, 4, ColourRamp::Magenta};
    const RunList plain = makeRunList(table, state);
    state.sort = {{kX, true}};
    state.search = "r1";
    const RunList other = makeRunList(table, state);
    ASSERT_LT(other.rows.size(), plain.rows.size());
    for (std::uint32_t row = 0; row < table->rowCount(); ++row)
        EXPECT_EQ(plain.colour(row, state.colours), other.colour(row, state.colours));
    state.scope.project = "elsewhere";
    EXPECT_TRUE(makeRunList(table, state).columnColours->classes.empty());
}

TEST(RunListColourTest, followsARuleByHandAtOnce)
{
    const auto table = tableOf({runWith("a", 1), runWith("b", 2)});
    const RunList list = makeRunList(table, {});
    const RunColour own = list.colour(0, {});
    EXPECT_EQ(own, RunColour::slot(table->colourSlot(0)));
    ColourRule rule;
    rule.byHand[table->ref(0).path] = RunColour::rgb(0xABCDEF);
    EXPECT_EQ(list.colour(0, rule), RunColour::rgb(0xABCDEF));
    EXPECT_EQ(list.colour(1, rule), RunColour::slot(table->colourSlot(1)));
    rule.byColumn = {kX, 2, ColourRamp::Green};
    EXPECT_EQ(list.colour(0, rule), RunColour::rgb(0xABCDEF)) << "as it was, until the list is there";
    RunListState state;
    state.colours = rule;
    const RunList coloured = withState(list, state);
    EXPECT_EQ(coloured.colour(0, rule).kind, Kind::Bucket) << "colours by hand wait";
    EXPECT_EQ(withState(coloured, {}).columnColours, nullptr);
}

TEST(RunListColourTest, sharesColoursWhileNothingChangesThem)
{
    const auto table = tableOf({runWith("a", 1), runWith("b", 2)});
    RunListState state;
    state.colours.byColumn = {kX, 2, ColourRamp::Green};
    const RunList list = makeRunList(table, state);
    state.hidden.insert(table->ref(0));
    EXPECT_EQ(withState(list, state).columnColours, list.columnColours);
    state.colours.byColumn->buckets = 3;
    EXPECT_NE(withState(list, state).columnColours, list.columnColours);
}

TEST(RunListPinTest, bringsPinnedRunsToTheTopWhateverMatches)
{
    const auto table = tableOf({runWith("a", 1), runWith("b", 2), runWith("c", 3), runWith("d", 4)});
    const auto ids = [](const RunList& list) {
        std::vector<std::string> all;
        for (std::size_t place = 0; place < list.rows.size(); ++place)
            all.push_back(list.ref(place).path.id + (list.isMatch(place) ? "" : "!"));
        return all;
    };
    RunListState state;
    state.sort = {{kX, true}};
    state.pinned = {{"team", "proj", "a"}, {"team", "proj", "c"}, {"team", "proj", "gone"}};
    const RunList list = makeRunList(table, state);
    EXPECT_THAT(ids(list), ElementsAre("c", "a", "d", "b")) << "the sort holds above the line and below";
    EXPECT_EQ(list.pinned, 2U);
    EXPECT_EQ(list.matching, 4U);
    state.search = "a";
    const RunList searched = makeRunList(table, state);
    EXPECT_THAT(ids(searched), ElementsAre("c!", "a"));
    EXPECT_EQ(searched.matching, 1U);
    EXPECT_EQ(searched.inScope, 4U);
    EXPECT_EQ(ids(withState(searched, {})).size(), 4U);
    state.scope.project = "elsewhere";
    EXPECT_THAT(ids(makeRunList(table, state)), ElementsAre()) << "not beyond the project";
}

} // namespace runglass::test
