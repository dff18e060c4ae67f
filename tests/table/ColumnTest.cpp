// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/Column.h"

#include "tests/table/TableText.h"

#include <cmath>
#include <gmock/gmock.h>
#include <random>

using ::testing::ElementsAre;

namespace runglass::test
{

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr std::int64_t kBig = std::int64_t{1} << 53;

Column::Kind kindOf(const std::vector<Value>& values)
{
    return tableOf(values)->column(configColumn({"k"}))->kind();
}

} // namespace

TEST(ColumnTest, takesItsKindFromItsValues)
{
    EXPECT_EQ(kindOf({1, 2.5, Value(kNaN)}), Column::Kind::Number);
    EXPECT_EQ(kindOf({"a", nullptr, "b"}), Column::Kind::Text);
    EXPECT_EQ(kindOf({Value::Array{"a"}, Value::Array{}}), Column::Kind::TextList);
    EXPECT_EQ(kindOf({Value::Array{1, 2}, nullptr}), Column::Kind::Mixed);
    EXPECT_EQ(kindOf({true, false}), Column::Kind::Mixed) << "booleans are not numbers";
    EXPECT_EQ(kindOf({1, "a"}), Column::Kind::Mixed);
    EXPECT_EQ(kindOf({"a", Value::Array{"a"}}), Column::Kind::Mixed);
}

TEST(ColumnTest, givesCellsAsLogged)
{
    const std::vector<Value> values = {3,     3.0,  std::numeric_limits<std::int64_t>::max(),
                                       -0.5,  kNaN, std::numeric_limits<std::int64_t>::min(),
                                       -kInf, 0,    kBig + 1,
                                       1e300};
    const auto table = tableOf(values);
    const Column& column = *table->column(configColumn({"k"}));
    EXPECT_EQ(column.kind(), Column::Kind::Number);
    for (std::uint32_t row = 0; row < values.size(); ++row)
        EXPECT_EQ(text(column.value(row)), text(values[row])) << row;
    EXPECT_EQ(column.number(0), 3.0);
    EXPECT_EQ(column.presentCount(), values.size());
    EXPECT_TRUE(std::isnan(column.number(1000)));
    EXPECT_FALSE(column.has(1000));
}

TEST(ColumnTest, holdsFewCellsAsPairs)
{
    std::vector<Value> values(100);
    values[7] = kBig + 1;
    values[93] = 0.25;
    const auto table = tableOf(values);
    const Column& column = *table->column(configColumn({"k"}));
    EXPECT_EQ(column.presentCount(), 2U);
    for (std::uint32_t row = 0; row < 100; ++row)
        EXPECT_EQ(text(column.value(row)), text(values[row])) << row;
    EXPECT_TRUE(column.hasAny({std::uint64_t{1} << 7, 0}));
    EXPECT_TRUE(column.hasAny({0, std::uint64_t{1} << (93 - 64)}));
    EXPECT_FALSE(column.hasAny({std::uint64_t{1} << 8, 0}));
}

TEST(ColumnTest, sortsNumbersExactlyWithMissingAndNaNLast)
{
    const std::vector<Value> values = {kBig + 2, nullptr, kBig + 1, kNaN, kInf, 1, static_cast<double>(kBig),
                                       -kInf,    0.5};
    EXPECT_THAT(sortedTexts(values, false), ElementsAre("-infd", "0.5d", "1", "9007199254740992d", "9007199254740993",
                                                        "9007199254740994", "infd", "-", "nand"));
    EXPECT_THAT(sortedTexts(values, true), ElementsAre("infd", "9007199254740994", "9007199254740993",
                                                       "9007199254740992d", "1", "0.5d", "-infd", "-", "nand"));
    constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
    EXPECT_THAT(sortedTexts({kMax, 9223372036854775808.0, kMax - 1}, false),
                ElementsAre("9223372036854775806", "9223372036854775807", "9.2233720368547758e+18d"));
}

TEST(ColumnTest, keepsTheOrderOfEqualCells)
{
    // 1 and 1.0 and −0 and 0 are equal as numbers; what they were logged as tells them apart here.
    const std::vector<Value> values = {1, 0.0, 1.0, -0.0, nullptr, 1};
    EXPECT_THAT(sortedTexts(values, false), ElementsAre("0d", "-0d", "1", "1d", "1", "-"));
    EXPECT_THAT(sortedTexts(values, true), ElementsAre("1", "1d", "1", "0d", "-0d", "-"));
}

TEST(ColumnTest, sortsTextInNaturalOrder)
{
    const std::vector<Value> values = {"run10", "Run2", nullptr, "run2", "run1", "学習", "", "run02b"};
    EXPECT_THAT(sortedTexts(values, false),
                ElementsAre("\"\"", "\"run1\"", "\"run2\"", "\"Run2\"", "\"run02b\"", "\"run10\"", "\"学習\"", "-"));
    EXPECT_THAT(sortedTexts(values, true),
                ElementsAre("\"学習\"", "\"run10\"", "\"run02b\"", "\"Run2\"", "\"run2\"", "\"run1\"", "\"\"", "-"));
}

TEST(ColumnTest, sortsAnythingByKindThenValue)
{
    const std::vector<Value> values = {"b", 10,      true, Value::Array{2}, false, kNaN, Value::Array{1, 5},
                                       9.5, nullptr, "a"};
    EXPECT_THAT(sortedTexts(values, false),
                ElementsAre("false", "true", "9.5d", "10", "\"a\"", "\"b\"", "[1 5 ]", "[2 ]", "nand", "-"));
    EXPECT_THAT(sortedTexts(values, true),
                ElementsAre("[2 ]", "[1 5 ]", "\"b\"", "\"a\"", "10", "9.5d", "true", "false", "nand", "-"));
    EXPECT_THAT(sortedTexts({Value::Array{"x10"}, Value::Array{"x9", "a"}, Value::Array{"x9"}}, false),
                ElementsAre("[\"x9\" ]", "[\"x9\" \"a\" ]", "[\"x10\" ]"));
}

TEST(ColumnTest, sortsManyRowsAsFew)
{
    // Above some thousand rows another way of sorting is taken.
    const auto seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::vector<Value> values;
    for (int i = 0; i < 20'000; ++i) {
        const auto draw = random() % 10;
        if (draw == 0)
            values.emplace_back(nullptr);
        else if (draw == 1)
            values.emplace_back(kNaN);
        else if (draw < 5)
            values.emplace_back(kBig + static_cast<std::int64_t>(random() % 64));
        else
            values.emplace_back(std::uniform_real_distribution<double>(-1e3, 1e3)(random));
    }
    const auto table = tableOf(values);
    const Column& column = *table->column(configColumn({"k"}));
    for (const bool descending : {false, true}) {
        std::vector<std::uint32_t> rows(table->rowCount());
        std::iota(rows.begin(), rows.end(), 0U);
        std::vector<std::uint32_t> expected = rows;
        const auto before = [&](std::uint32_t a, std::uint32_t b) {
            const auto rank = [&](std::uint32_t row) {
                return std::pair(column.has(row) && !std::isnan(column.number(row)) ? 0 : 1, 0);
            };
            if (rank(a) != rank(b))
                return rank(a) < rank(b);
            if (rank(a).first == 1)
                return false;
            if (column.number(a) != column.number(b))
                return (column.number(a) < column.number(b)) != descending;
            return descending ? column.value(a).toInteger() > column.value(b).toInteger()
                              : column.value(a).toInteger() < column.value(b).toInteger();
        };
        std::stable_sort(expected.begin(), expected.end(), before);
        column.sort(rows, descending);
        EXPECT_EQ(rows, expected);
    }
}

TEST(ColumnTest, namesColumns)
{
    EXPECT_EQ(toText({ColumnOrigin::Field, Field::JobType, {}}), "job_type");
    EXPECT_EQ(toText(configColumn({"opt", "lr"})), "config.opt.lr");
    EXPECT_EQ(toText(summaryColumn({"val/loss"})), "summary.`val/loss`");
    EXPECT_EQ(toText(configColumn({"a.b", "`"})), "config.`a.b`.````");
    for (int i = 0; i < static_cast<int>(Field::Count); ++i)
        EXPECT_EQ(fieldFromName(toName(static_cast<Field>(i))), static_cast<Field>(i));
    EXPECT_FALSE(fieldFromName("loss"));
}

} // namespace runglass::test
