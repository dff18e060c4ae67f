// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/Grouping.h"

#include "tests/table/TableText.h"

#include <gmock/gmock.h>
#include <random>

using ::testing::ElementsAre;

namespace runglass::test
{

namespace
{

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::vector<std::uint32_t> allRows(const RunTable& table)
{
    std::vector<std::uint32_t> rows(table.rowCount());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

NumberSummary summaryOf(const std::vector<Value>& values)
{
    const auto table = tableOf(values);
    const Column& column = *table->column(configColumn({"k"}));
    const std::vector<std::uint32_t> rows = allRows(*table);
    return summarise(column, rows, finiteRange(column, rows));
}

} // namespace

TEST(GroupingTest, equalValuesAreOneGroupInOrderOfTheirFirstRow)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto table = tableOf({1, "1", 1.0, Value(), nan, nan, Value::Array{"a"}, Value::Array{"a"}, true, Value()});
    const std::vector<std::uint32_t> rows = allRows(*table);
    std::vector<std::vector<std::uint32_t>> groups;
    for (const RowGroup& group : groupRows(*table, rows, {configColumn({"k"})}))
        groups.push_back(group.rows);
    EXPECT_THAT(groups, ElementsAre(ElementsAre(0, 2), ElementsAre(1), ElementsAre(3, 9), ElementsAre(4, 5),
                                    ElementsAre(6, 7), ElementsAre(8)));
    EXPECT_THAT(groupRows(*table, rows, {}), testing::SizeIs(1));
    EXPECT_THAT(groupRows(*table, {}, {configColumn({"k"})}), testing::IsEmpty());
}

TEST(GroupingTest, severalColumnsMakeOneKey)
{
    std::vector<runglass::Run> runs = {makeRun("a"), makeRun("b"), makeRun("c")};
    setPath(runs[0].config, {"x"}, "ab");
    setPath(runs[0].config, {"y"}, "c");
    setPath(runs[1].config, {"x"}, "a");
    setPath(runs[1].config, {"y"}, "bc");
    setPath(runs[2].config, {"x"}, "ab");
    setPath(runs[2].config, {"y"}, "c");
    RunTableBuilder builder;
    builder.apply(1, runs);
    const auto table = builder.snapshot();
    const std::vector<std::uint32_t> rows = {2, 1, 0};
    const std::vector<RowGroup> groups = groupRows(*table, rows, {configColumn({"x"}), configColumn({"y"})});
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_THAT(groups[0].rows, ElementsAre(2, 0));
    EXPECT_EQ(groups[0].key, (std::vector<Value>{"ab", "c"}));
}

TEST(GroupingTest, numbersAreSummarised)
{
    const NumberSummary summary = summaryOf({1, 2.0, 4, Value(), std::numeric_limits<double>::quiet_NaN(), 9});
    EXPECT_EQ(summary.count, 4U);
    EXPECT_DOUBLE_EQ(summary.mean.value(), 4);
    EXPECT_DOUBLE_EQ(summary.std.value(), std::sqrt((9.0 + 4 + 0 + 25) / 3));
    EXPECT_EQ(summary.min, 1);
    EXPECT_EQ(summary.max, 9);
    EXPECT_EQ(summary.median, 3);
    EXPECT_EQ(summary.histogram.edges.size(), kHistogramBars + 1);
    EXPECT_EQ(summary.histogram.edges.front(), 1);
    EXPECT_EQ(summary.histogram.edges.back(), 9);
    EXPECT_EQ(summary.histogram.counts.front(), 1U);
    EXPECT_EQ(summary.histogram.counts.back(), 1U);
    const NumberSummary one = summaryOf({5});
    EXPECT_FALSE(one.std);
    EXPECT_THAT(one.histogram.counts, ElementsAre(1));
    EXPECT_FALSE(summaryOf({std::numeric_limits<double>::quiet_NaN()}).mean);
}

TEST(GroupingTest, infinitiesCountButInNoBar)
{
    const NumberSummary summary = summaryOf({1, 2, kInfinity});
    EXPECT_EQ(summary.mean, kInfinity);
    EXPECT_EQ(summary.max, kInfinity);
    EXPECT_EQ(summary.median, 2);
    EXPECT_EQ(std::accumulate(summary.histogram.counts.begin(), summary.histogram.counts.end(), 0U), 2U);
    const NumberSummary wide = summaryOf({-std::numeric_limits<double>::max(), std::numeric_limits<double>::max(), 0});
    EXPECT_EQ(std::accumulate(wide.histogram.counts.begin(), wide.histogram.counts.end(), 0U), 3U);
    EXPECT_EQ(wide.histogram.counts[kHistogramBars / 2], 1U);
}

TEST(GroupingTest, agreesWithSortedNumbers)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::normal_distribution<double> normal(1e6, 0.001);
    for (std::size_t size = 1; size < 60; ++size) {
        std::vector<Value> values;
        std::vector<double> numbers;
        for (std::size_t i = 0; i < size; ++i) {
            numbers.push_back(normal(random));
            values.emplace_back(numbers.back());
        }
        std::sort(numbers.begin(), numbers.end());
        long double sum = 0, squares = 0;
        for (const double number : numbers)
            sum += number;
        const long double mean = sum / static_cast<long double>(size);
        for (const double number : numbers)
            squares += (number - mean) * (number - mean);
        const NumberSummary summary = summaryOf(values);
        EXPECT_NEAR(summary.mean.value(), static_cast<double>(mean), 1e-9);
        EXPECT_DOUBLE_EQ(summary.median.value(), (numbers[(size - 1) / 2] + numbers[size / 2]) / 2);
        if (size > 1) {
            const auto deviation = static_cast<double>(std::sqrt(squares / static_cast<long double>(size - 1)));
            EXPECT_NEAR(summary.std.value(), deviation, deviation * 1e-6);
        }
        EXPECT_EQ(std::accumulate(summary.histogram.counts.begin(), summary.histogram.counts.end(), std::uint64_t{0}),
                  size);
    }
}

/// The bars lead to the middle number; where nearly all lie in one, or the range hardly has width, too.
TEST(GroupingTest, agreesWithSortedNumbersOfAnyShape)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::vector<std::vector<Value>> shapes;
    for (int shape = 0; shape < 7; ++shape) {
        for (std::size_t size : {129U, 130U, 500U, 1001U}) {
            std::vector<Value> values;
            double tight = 1e6;
            for (std::size_t i = 0; i < size; ++i) {
                const double part = std::uniform_real_distribution<double>(0, 1)(random);
                tight = i % 50 == 0 ? std::nextafter(tight, 2e6) : tight;
                const double shaped[] = {
                    part,  std::exp(700 * part),          i == 0 ? 1e300 : part,         i % 2 == 0 ? -1.0 : 1.0,
                    tight, i % 3 == 0 ? kInfinity : part, i % 2 == 0 ? -kInfinity : part};
                values.emplace_back(shaped[shape]);
            }
            shapes.push_back(std::move(values));
        }
    }
    for (const std::vector<Value>& values : shapes) {
        std::vector<double> numbers;
        for (const Value& value : values)
            numbers.push_back(value.toDouble());
        std::sort(numbers.begin(), numbers.end());
        const NumberSummary summary = summaryOf(values);
        const double below = numbers[(numbers.size() - 1) / 2], above = numbers[numbers.size() / 2];
        EXPECT_EQ(summary.median.value(), below == above ? below : below / 2 + above / 2);
        EXPECT_EQ(summary.min.value(), numbers.front());
        EXPECT_EQ(summary.max.value(), numbers.back());
        const std::vector<double>& edges = summary.histogram.edges;
        ASSERT_TRUE(std::is_sorted(edges.begin(), edges.end()));
        for (std::size_t bar = 0; bar + 1 < edges.size(); ++bar) {
            const bool isLast = bar + 2 == edges.size();
            const auto inside = std::count_if(numbers.begin(), numbers.end(), [&](double number) {
                return number >= edges[bar] && (number < edges[bar + 1] || (isLast && number == edges[bar + 1]));
            });
            EXPECT_EQ(summary.histogram.counts[bar], static_cast<std::uint64_t>(inside)) << "bar " << bar;
        }
    }
}

TEST(GroupingTest, meanAndSpreadOfTheLargestNumbersAreFinite)
{
    const double most = std::numeric_limits<double>::max();
    const NumberSummary summary = summaryOf({most, most, -most, most});
    EXPECT_DOUBLE_EQ(summary.mean.value(), most / 2);
    EXPECT_DOUBLE_EQ(summary.std.value(), most);
}

} // namespace runglass::test
