// SPDX-License-Identifier: GPL-3.0-or-later
// What a list takes over of the one before it is what it would find itself, and its order is what a plain sort gives.
#include "models/table/NaturalOrder.h"
#include "models/table/RowSort.h"
#include "tests/table/RandomLists.h"
#include "tests/table/TableText.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <random>
#include <set>

namespace runglass::test
{

namespace
{

void expectSameGroups(const RunList& quick, const RunList& anew)
{
    EXPECT_EQ(quick.lines(), anew.lines());
    EXPECT_EQ(quick.ungrouped, anew.ungrouped);
    ASSERT_EQ(quick.groups == nullptr, anew.groups == nullptr);
    if (!quick.groups)
        return;
    EXPECT_EQ(quick.groups->columns, anew.groups->columns);
    EXPECT_EQ(quick.groups->rows, anew.groups->rows);
    EXPECT_EQ(quick.groups->hasAllRows, anew.groups->hasAllRows);
    ASSERT_EQ(quick.groups->groups.size(), anew.groups->groups.size());
    for (std::size_t i = 0; i < quick.groups->groups.size(); ++i) {
        const RunGroup& one = quick.groups->groups[i];
        const RunGroup& other = anew.groups->groups[i];
        EXPECT_EQ(one.key, other.key);
        EXPECT_EQ(one.first, other.first);
        EXPECT_EQ(one.count, other.count);
        EXPECT_EQ(one.end, other.end);
    }
}

void expectSame(const RunList& quick, const RunList& anew)
{
    expectSameGroups(quick, anew);
    EXPECT_EQ(quick.columns, anew.columns);
    EXPECT_EQ(quick.rows, anew.rows);
    EXPECT_EQ(quick.inScope, anew.inScope);
    EXPECT_EQ(quick.pinned, anew.pinned);
    EXPECT_EQ(quick.matching, anew.matching);
    EXPECT_EQ(quick.unmatched, anew.unmatched);
    EXPECT_EQ(quick.shown, anew.shown);
    EXPECT_EQ(quick.keyColumns, anew.keyColumns);
    EXPECT_EQ(quick.filterError, anew.filterError);
    EXPECT_EQ(quick.filterWarnings, anew.filterWarnings);
    EXPECT_EQ(quick.searchError, anew.searchError);
    ASSERT_EQ(quick.columnColours == nullptr, anew.columnColours == nullptr);
    if (quick.columnColours) {
        EXPECT_EQ(quick.columnColours->classOf, anew.columnColours->classOf);
    }
}

/// Less, equal, greater as the column's own order has it; missing and NaN come last either way.
int compare(const RunTable& table, const SortKey& key, std::uint32_t a, std::uint32_t b)
{
    static const NaturalOrder order;
    const Column* const column = table.column(key.column);
    const auto isLast = [column](std::uint32_t row) {
        const Value value = column->value(row);
        return value.isNull() || (value.kind() == Value::Kind::Double && std::isnan(value.toDouble()));
    };
    if (isLast(a) || isLast(b))
        return static_cast<int>(isLast(a)) - static_cast<int>(isLast(b));
    const int sign = order.key(column->value(a)).compare(order.key(column->value(b)));
    return key.descending ? -sign : sign;
}

/// One after the other by comparing, from the default order: what "stable, first key first" means.
std::vector<std::uint32_t> plainlySorted(const RunTable& table, const std::vector<SortKey>& keys)
{
    std::vector<std::uint32_t> rows = makeRunList(std::make_shared<const RunTable>(table), {}).rows;
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        for (const SortKey& key : keys)
            if (const int order = table.column(key.column) ? compare(table, key, a, b) : 0; order != 0)
                return order < 0;
        return false;
    });
    return rows;
}

std::string text(const std::vector<SortKey>& keys)
{
    std::string text;
    for (const SortKey& key : keys)
        text += toText(key.column) + (key.descending ? " down " : " up ");
    return text;
}

} // namespace

TEST(RunListPropertyTest, takesOverOnlyWhatIsStillRight)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomLists random(seed);
    RunTableBuilder builder;
    RunListState state;
    RunList list;
    int changedRows = 0, kept = 0;
    for (int turn = 0; turn < 1500; ++turn) {
        if (random.below(3) == 0)
            random.change(builder);
        if (random.below(3) != 0)
            random.change(state);
        const auto table = random.below(4) == 0 ? list.table : builder.snapshot();
        const TimeNs now = RandomLists::kNow + static_cast<TimeNs>(random.below(3)) * 7'200'000'000'000;
        const RunList anew = makeRunList(table, state, now);
        const RunList before = list;
        list = makeRunList(table, state, before, now);
        const bool isValue = table != before.table && list.groups;
        kept += isValue && list.groups == before.groups && list.lines().isShared(before.lines()) ? 1 : 0;
        expectSame(list, anew);
        ASSERT_FALSE(testing::Test::HasFailure()) << "turn " << turn << " filter " << toText(state.filter);
        changedRows += list.rows.empty() ? 0 : 1;
    }
    EXPECT_GT(changedRows, 300);
    EXPECT_GT(kept, 0) << "groups and lines outlast a value that they do not rest on";
}

TEST(RunListPropertyTest, sortIsAStablePermutation)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomLists random(seed);
    // More rows than are sorted by comparing.
    for (const std::size_t count : {1U, 40U, 5000U}) {
        RunTableBuilder builder;
        std::vector<runglass::Run> runs;
        for (std::size_t i = 0; i < count; ++i) {
            runs.push_back(random.run());
            runs.back().path.id = std::to_string(i);
        }
        builder.apply(1, std::move(runs));
        const std::shared_ptr<const RunTable> table = builder.snapshot();
        for (int turn = 0; turn < 12; ++turn) {
            RunListState state;
            state.sort = random.sort();
            const RunList list = makeRunList(table, state);
            ASSERT_EQ(list.rows, plainlySorted(*table, state.sort)) << text(state.sort) << "of " << count;
            ASSERT_EQ(std::set<std::uint32_t>(list.rows.begin(), list.rows.end()).size(), count);
        }
    }
}

TEST(RunListPropertyTest, orderOfKeysIsTheirStableOrder)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    for (int turn = 0; turn < 400; ++turn) {
        // Any number of bits that differ, at any place, with many keys alike or hardly any.
        std::vector<std::uint64_t> keys(random() % (turn % 2 == 0 ? 5000 : 1500));
        const std::uint64_t mask = random() & (random() | random()) & (~std::uint64_t{0} << random() % 64);
        const std::uint64_t base = random() & ~mask;
        const std::uint64_t few = random() % 3 == 0 ? (random() & mask) : mask;
        for (std::uint64_t& key : keys)
            key = base | (random() & few);
        std::vector<std::uint32_t> expected(keys.size());
        std::iota(expected.begin(), expected.end(), 0U);
        std::stable_sort(expected.begin(), expected.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
        ASSERT_EQ(orderOf(keys), expected) << keys.size() << " keys, mask " << std::hex << mask;
    }
}

} // namespace runglass::test
