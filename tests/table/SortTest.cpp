// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/SortKeys.h"
#include "tests/table/TableText.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <random>

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace runglass::test
{

namespace
{

/// What a run of the test has in its columns.
struct Facts {
    std::string id;
    TimeNs started = 0;
    std::optional<double> loss;                      ///< none, NaN, infinite or a number of few
    std::optional<std::int64_t> depth;               ///< beyond what doubles tell apart
    std::optional<std::pair<std::string, int>> text; ///< a word and a number behind it
};

Facts randomFacts(std::mt19937& random, int number)
{
    const auto oneOf = [&random](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    constexpr double kLosses[] = {-1.5, 0, 0.25, 3, 1e300, -INFINITY, INFINITY, NAN};
    const std::string kWords[] = {"", "run", "sweep", "学習"};
    Facts facts;
    facts.id = "r" + std::to_string(number);
    facts.started = oneOf(4) * 1000;
    if (oneOf(4) != 0)
        facts.loss = kLosses[oneOf(8)];
    if (oneOf(3) != 0)
        facts.depth = (std::int64_t{1} << 53) + oneOf(3);
    if (oneOf(5) != 0)
        facts.text = {kWords[oneOf(4)], oneOf(12)};
    return facts;
}

runglass::Run runOf(const Facts& facts)
{
    runglass::Run run = makeRun(facts.id, "", facts.started);
    if (facts.loss)
        setPath(run.summary, {"loss"}, *facts.loss);
    if (facts.depth)
        setPath(run.config, {"depth"}, *facts.depth);
    if (facts.text)
        setPath(run.config, {"text"}, facts.text->first + std::to_string(facts.text->second));
    return run;
}

bool isNan(double value)
{
    return std::isnan(value);
}

template <typename T> bool isNan(const T&)
{
    return false;
}

/// -1, 0 or 1; what is missing or NaN comes last whatever the direction.
template <typename T> int compare(const std::optional<T>& a, const std::optional<T>& b, bool descending)
{
    const auto isNone = [](const std::optional<T>& value) { return !value || isNan(*value); };
    if (isNone(a) || isNone(b))
        return isNone(a) - isNone(b);
    const int order = *a < *b ? -1 : (*b < *a ? 1 : 0);
    return descending ? -order : order;
}

int compare(const Facts& a, const Facts& b, const SortKey& key)
{
    if (key.column == summaryColumn({"loss"}))
        return compare(a.loss, b.loss, key.descending);
    if (key.column == configColumn({"depth"}))
        return compare(a.depth, b.depth, key.descending);
    return compare(a.text, b.text, key.descending);
}

std::vector<std::string> naiveOrder(std::vector<Facts> all, const std::vector<SortKey>& keys)
{
    std::sort(all.begin(), all.end(), [&keys](const Facts& a, const Facts& b) {
        for (const SortKey& key : keys)
            if (const int order = compare(a, b, key); order != 0)
                return order < 0;
        return a.started != b.started ? a.started > b.started : a.id < b.id;
    });
    std::vector<std::string> ids;
    for (const Facts& facts : all)
        ids.push_back(facts.id);
    return ids;
}

} // namespace

/// Rows in the order of several keys, stable over the order of start, in lists below and above where radix begins.
TEST(SortOrderTest, severalKeysOrderAsANaiveSortDoes)
{
    const unsigned seed = std::random_device{}();
    std::mt19937 random(seed);
    const std::vector<ColumnId> columns = {summaryColumn({"loss"}), configColumn({"depth"}), configColumn({"text"})};
    for (int turn = 0; turn < 40; ++turn) {
        SCOPED_TRACE("seed " + std::to_string(seed) + " turn " + std::to_string(turn));
        const int count = turn == 0 ? 2100 : 40;
        std::vector<Facts> all;
        std::vector<runglass::Run> runs;
        for (int i = 0; i < count; ++i) {
            all.push_back(randomFacts(random, i));
            runs.push_back(runOf(all.back()));
        }
        RunListState state;
        std::vector<ColumnId> order = columns;
        std::shuffle(order.begin(), order.end(), random);
        order.resize(1 + random() % 3);
        for (const ColumnId& column : order)
            state.sort.push_back({column, random() % 2 == 0});
        RunTableBuilder builder;
        builder.apply(1, runs);
        const RunList list = makeRunList(builder.snapshot(), state);
        std::vector<std::string> ids;
        for (std::size_t place = 0; place < list.rows.size(); ++place)
            ids.push_back(list.ref(place).path.id);
        ASSERT_EQ(ids, naiveOrder(all, state.sort));
    }
}

TEST(SortKeysTest, aClickSortsByOneColumnAlone)
{
    const ColumnId a = configColumn({"a"}), b = configColumn({"b"});
    EXPECT_THAT(sortedAlone({}, a), ElementsAre(SortKey{a, false}));
    EXPECT_THAT(sortedAlone({{a, false}}, a), ElementsAre(SortKey{a, true})) << "again turns it round";
    EXPECT_THAT(sortedAlone({{a, true}}, a), ElementsAre(SortKey{a, false}));
    EXPECT_THAT(sortedAlone({{a, true}}, b), ElementsAre(SortKey{b, false}));
    EXPECT_THAT(sortedAlone({{b, false}, {a, true}}, a), ElementsAre(SortKey{a, true})) << "the others go first";
}

TEST(SortKeysTest, aClickWithShiftAddsTurnsRoundAndTakesOut)
{
    const ColumnId a = configColumn({"a"}), b = configColumn({"b"});
    std::vector<SortKey> keys = sortedAlso({{a, true}}, b);
    EXPECT_THAT(keys, ElementsAre(SortKey{a, true}, SortKey{b, false}));
    keys = sortedAlso(keys, b);
    EXPECT_THAT(keys, ElementsAre(SortKey{a, true}, SortKey{b, true}));
    EXPECT_THAT(sortedAlso(keys, b), ElementsAre(SortKey{a, true}));
    EXPECT_THAT(sortedAlso(keys, a), ElementsAre(SortKey{b, true})) << "the next is first";
    EXPECT_THAT(sortedAlso({{a, true}}, a), IsEmpty());
    EXPECT_EQ(sortPlace(keys, b), 1U);
    EXPECT_EQ(sortPlace({}, b), std::nullopt);
}

} // namespace runglass::test
