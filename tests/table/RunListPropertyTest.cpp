// SPDX-License-Identifier: GPL-3.0-or-later
// What a list takes over of the one before it is what it would find itself, and its order is what a plain sort gives.
#include "models/table/NaturalOrder.h"
#include "models/table/RowSort.h"
#include "tests/expression/RandomFilter.h"
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

using Origin = FilterColumn::Origin;

constexpr TimeNs kNow = 1795435200'000'000'000; // 2026-11-23T12:00Z
const std::vector<std::string> kKeys = {"number", "rare", "text", "mixed", "big"};

FilterParts parts()
{
    FilterParts parts;
    parts.columns = {{Origin::Field, {"name"}}, {Origin::Field, {"created"}}, {Origin::Field, {"state"}}};
    for (const std::string& key : kKeys)
        parts.columns.push_back({Origin::Config, {key}});
    parts.texts = {"a", "run2", "run10", "1", "Adam", ""};
    return parts;
}

/// Runs that come, change and go, and states of lists of them.
class RandomLists
{
public:
    explicit RandomLists(unsigned seed)
        : m_random(seed)
        , m_filters(seed + 1, parts())
    {
    }

    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }

    /// Nothing, one value of one run, or many runs.
    void change(RunTableBuilder& builder)
    {
        const std::size_t kind = below(5);
        const SourceId source = 1 + static_cast<SourceId>(below(2));
        if (kind == 0)
            return;
        if (kind <= 2 && !m_runs.empty()) {
            auto& [ref, run] = *std::next(m_runs.begin(), static_cast<std::ptrdiff_t>(below(m_runs.size())));
            const std::string& key = kKeys[below(kKeys.size())];
            setPath(run.config, {key}, value(key));
            return builder.apply(ref.source, {run});
        }
        for (std::size_t count = below(20); count > 0; --count) {
            const runglass::Run changed = run();
            m_runs[{source, changed.path}] = changed;
            builder.apply(source, {changed});
        }
        for (std::size_t count = kind == 3 ? below(8) : 0; count > 0; --count) {
            const RunRef gone{source, path()};
            m_runs.erase(gone);
            builder.remove(source, {gone.path});
        }
    }

    void change(RunListState& state)
    {
        switch (below(10)) {
        case 0:
            state.scope.source = below(2) == 0 ? std::nullopt : std::optional<SourceId>(1);
            break;
        case 1:
            state.scope.project = below(2) == 0 ? std::nullopt : std::optional<std::string>("p1");
            break;
        case 2:
            state.search = std::vector<std::string>{"", "", "1", "run", "[", "N1"}[below(6)];
            state.searchIsPattern = below(3) == 0;
            break;
        case 3:
        case 4:
            state.sort = sort();
            break;
        case 5:
        case 6:
            state.filter = below(4) == 0 ? Filter() : m_filters.filter(static_cast<int>(below(3)));
            break;
        case 7:
            state.pinned.clear();
            for (std::size_t count = below(4); count > 0; --count)
                state.pinned.insert(path());
            break;
        case 8:
            state.hidden.clear();
            for (std::size_t count = below(6); count > 0; --count)
                state.hidden.insert({1, path()});
            break;
        default:
            state.colours.byColumn.reset();
            if (below(2) == 0)
                state.colours.byColumn = ColourByColumn{configColumn({kKeys[below(kKeys.size())]})};
        }
    }

    std::vector<SortKey> sort()
    {
        std::vector<SortKey> keys;
        for (std::size_t count = below(4); count > 0; --count) {
            const ColumnId column = below(4) == 0
                                        ? ColumnId{ColumnOrigin::Field, below(2) == 0 ? Field::Name : Field::State, {}}
                                        : configColumn({kKeys[below(kKeys.size())]});
            keys.push_back({column, below(2) == 0});
        }
        return keys;
    }

    Value value(const std::string& key)
    {
        static const std::vector<std::string> words = {"run2", "run10", "Adam", "adam", "é", ""};
        if (key == "text")
            return words[below(words.size())];
        if (key == "big")
            return (std::int64_t{1} << 60) + static_cast<std::int64_t>(below(5));
        if (key == "mixed" && below(2) == 0)
            return below(2) == 0 ? Value(words[below(words.size())]) : Value(below(2) == 0);
        return below(2) == 0 ? Value(static_cast<int>(below(7)) - 3) : m_filters.number();
    }

    Run run()
    {
        Run run;
        run.path = path();
        run.name = below(4) == 0 ? std::string() : "n" + std::to_string(below(30));
        run.state = static_cast<RunState>(below(7));
        if (below(5) != 0)
            run.startedAt = kNow - static_cast<TimeNs>(below(20)) * 3'600'000'000'000;
        for (const std::string& key : kKeys)
            if (below(key == "rare" ? 8 : 3) != 0)
                setPath(run.config, {key}, value(key));
        return run;
    }

private:
    RunPath path() { return {"team", "p" + std::to_string(below(3)), "run" + std::to_string(below(60))}; }

    std::mt19937 m_random;
    RandomFilter m_filters;
    std::map<RunRef, runglass::Run> m_runs; ///< that the table has
};

void expectSame(const RunList& quick, const RunList& anew)
{
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
    int changedRows = 0;
    for (int turn = 0; turn < 1500; ++turn) {
        if (random.below(3) == 0)
            random.change(builder);
        if (random.below(3) != 0)
            random.change(state);
        const auto table = random.below(4) == 0 ? list.table : builder.snapshot();
        const TimeNs now = kNow + static_cast<TimeNs>(random.below(3)) * 7'200'000'000'000;
        const RunList anew = makeRunList(table, state, now);
        list = makeRunList(table, state, list, now);
        expectSame(list, anew);
        ASSERT_FALSE(testing::Test::HasFailure()) << "turn " << turn << " filter " << toText(state.filter);
        changedRows += list.rows.empty() ? 0 : 1;
    }
    EXPECT_GT(changedRows, 300);
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
