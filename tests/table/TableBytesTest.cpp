// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/TableBytes.h"

#include "tests/table/TableText.h"

#include <limits>
#include <random>

namespace runglass::test
{

namespace
{

class TableBytesTest : public ::testing::Test
{
protected:
    Value value()
    {
        switch (draw(9)) {
        case 0:
            return nullptr;
        case 1:
            return draw(2) == 0;
        case 2:
            return (std::int64_t{1} << 53) + static_cast<std::int64_t>(draw(5));
        case 3:
            return "text " + std::to_string(draw(9));
        case 4:
            return Value::Array{"x", "y" + std::to_string(draw(3))};
        case 5:
            return Value::Array{Value::Object{{"a", static_cast<int>(draw(4))}}, 1.5, nullptr};
        case 6:
            return std::numeric_limits<double>::quiet_NaN();
        default:
            return static_cast<double>(draw(100)) / 4;
        }
    }
    runglass::Run run(std::size_t ids)
    {
        runglass::Run run =
            makeRun("r" + std::to_string(draw(ids)), draw(3) == 0 ? "" : "name " + std::to_string(draw(99)));
        if (draw(4) > 0)
            run.startedAt = static_cast<TimeNs>(draw(1'000'000));
        run.state = static_cast<RunState>(draw(7));
        run.warnings.resize(draw(3));
        if (draw(2) == 0)
            run.tags = {"t" + std::to_string(draw(4)), "u"};
        for (std::size_t i = 0; i < 12; ++i)
            if (draw(3) > 0)
                setPath(draw(2) == 0 ? run.config : run.summary,
                        draw(3) == 0 ? KeyPath{"deep", "k" + std::to_string(i)} : KeyPath{"k" + std::to_string(i)},
                        // Some keys keep to numbers, so that there are columns of every kind.
                        i % 2 == 0 ? Value(static_cast<int>(draw(9))) : value());
        return run;
    }
    std::vector<runglass::Run> runs(std::size_t count, std::size_t ids)
    {
        std::vector<runglass::Run> all;
        for (std::size_t i = 0; i < count; ++i)
            all.push_back(run(ids));
        return all;
    }
    std::size_t draw(std::size_t below) { return m_random() % below; }

    unsigned m_seed = std::random_device()();
    ::testing::ScopedTrace m_trace{__FILE__, __LINE__, "seed " + std::to_string(m_seed)};
    std::mt19937_64 m_random{m_seed};
};

} // namespace

TEST_F(TableBytesTest, comesBackAsItWas)
{
    for (int round = 0; round < 30; ++round) {
        RunTableBuilder builder;
        builder.setSourceText(7, "/some/where");
        for (std::size_t batch = 0; batch < 1 + draw(4); ++batch)
            builder.apply(7, runs(draw(60), 100));
        const std::shared_ptr<const RunTable> table = builder.snapshot();
        const std::shared_ptr<const RunTable> again = tableFromBytes(toBytes(*table), 7);
        ASSERT_TRUE(again);
        ASSERT_EQ(cells(*again), cells(*table));
        ASSERT_EQ(columnTexts(*again), columnTexts(*table));
        for (std::uint32_t row = 0; row < table->rowCount(); ++row)
            ASSERT_EQ(again->rowOf(table->ref(row)), row);
    }
}

TEST_F(TableBytesTest, aBuilderGoesOnWithIt)
{
    for (int round = 0; round < 30; ++round) {
        RunTableBuilder first;
        first.apply(1, runs(80, 60));
        RunTableBuilder second;
        const bool isFirst = draw(2) == 0;
        // As the only table, or beside the runs of another source.
        const std::vector<runglass::Run> others = isFirst ? std::vector<runglass::Run>() : runs(30, 60);
        second.apply(2, others);
        second.add(*tableFromBytes(toBytes(*first.snapshot()), 1));
        first.apply(2, others);
        ASSERT_EQ(cells(*second.snapshot()), cells(*first.snapshot()));
        ASSERT_EQ(columnTexts(*second.snapshot()), columnTexts(*first.snapshot()));
        const std::vector<runglass::Run> later = runs(40, 90);
        first.apply(1, later);
        second.apply(1, later);
        ASSERT_EQ(cells(*second.snapshot()), cells(*first.snapshot()));
        ASSERT_EQ(columnTexts(*second.snapshot()), columnTexts(*first.snapshot()));
        const std::vector<RunPath> gone = {later[0].path, later[1].path, later[2].path};
        first.remove(1, gone);
        second.remove(1, gone);
        ASSERT_EQ(cells(*second.snapshot()), cells(*first.snapshot()));
        second.removeRuns(1);
        first.removeRuns(1);
        ASSERT_EQ(cells(*second.snapshot()), cells(*first.snapshot()));
        ASSERT_EQ(columnTexts(*second.snapshot()), columnTexts(*first.snapshot()));
    }
}

TEST_F(TableBytesTest, partOfItIsNone)
{
    RunTableBuilder builder;
    builder.apply(1, runs(20, 30));
    const std::string bytes = toBytes(*builder.snapshot());
    for (std::size_t length = 0; length < bytes.size(); length += 1 + length % 7)
        ASSERT_FALSE(tableFromBytes(std::string_view(bytes).substr(0, length), 1)) << length;
    EXPECT_FALSE(tableFromBytes(bytes + '\0', 1));
    EXPECT_FALSE(tableFromBytes({}, 1));
}

TEST_F(TableBytesTest, damageIsNoTableOrOneThatCanBeWalked)
{
    RunTableBuilder builder;
    builder.apply(1, runs(30, 40));
    const std::string bytes = toBytes(*builder.snapshot());
    std::size_t refused = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(draw(256));
        const std::shared_ptr<const RunTable> table = tableFromBytes(damaged, 1);
        refused += table ? 0 : 1;
        if (!table)
            continue;
        for (std::uint32_t row = 0; row < table->rowCount(); ++row) {
            for (const auto& column : table->columns())
                ASSERT_TRUE(!column->has(row) || column->value(row) == column->value(row)) << text(column->value(row));
        }
    }
    EXPECT_GT(refused, bytes.size() / 20);
}

} // namespace runglass::test
