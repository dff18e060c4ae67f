// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RowValue.h"

#include "tests/expression/RandomFilter.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace runglass::test
{

namespace
{

using Op = FilterOperator;
using Problem = RowTest::Problem;

FilterColumn column()
{
    return {FilterColumn::Origin::Config, {"k"}};
}

/// The condition that a field gives, as the filter language writes it.
std::string read(Op op, std::string_view field, bool textsOnly = false)
{
    const RowTest row = readRowTest(column(), op, field, textsOnly);
    return row.problem == Problem::None ? toText(row.test) : '!' + std::to_string(static_cast<int>(row.problem));
}

std::string problem(Problem problem)
{
    return '!' + std::to_string(static_cast<int>(problem));
}

} // namespace

TEST(RowValueTest, readsEveryKindOfValue)
{
    EXPECT_EQ(read(Op::Equal, "5"), "config.k = 5");
    EXPECT_EQ(read(Op::Less, " 0.5 "), "config.k < 0.5");
    EXPECT_EQ(read(Op::Equal, "adam"), "config.k = 'adam'");
    EXPECT_EQ(read(Op::Equal, "two words"), "config.k = 'two words'");
    EXPECT_EQ(read(Op::Equal, "2026-11-23"), "config.k = 2026-11-23");
    EXPECT_EQ(read(Op::Greater, "2h"), "config.k > 2h");
    EXPECT_EQ(read(Op::Equal, "true"), "config.k = true");
    EXPECT_EQ(read(Op::Equal, "'true'"), "config.k = 'true'");
    EXPECT_EQ(read(Op::Equal, "\"it's\""), "config.k = 'it''s'");
    EXPECT_EQ(read(Op::Equal, "it's"), "config.k = 'it''s'");
    EXPECT_EQ(read(Op::Equal, "null"), "config.k is null");
    EXPECT_EQ(read(Op::NotEqual, "null"), "config.k exists");
    EXPECT_EQ(read(Op::Equal, "''"), "config.k = ''");
    EXPECT_EQ(read(Op::WithinLast, "7d"), "config.k within last 7d");
    EXPECT_EQ(read(Op::Exists, "left over"), "config.k exists");
}

TEST(RowValueTest, textsNeedNoQuotesWhereThereIsOnlyText)
{
    EXPECT_EQ(read(Op::Equal, "5", true), "config.k = '5'");
    EXPECT_EQ(read(Op::Equal, "true", true), "config.k = 'true'");
    EXPECT_EQ(read(Op::Equal, "null", true), "config.k is null");
    EXPECT_EQ(read(Op::Equal, "'null'", true), "config.k = 'null'");
    EXPECT_EQ(read(Op::In, "5, 2026-11-23", true), "config.k in ('5', '2026-11-23')");
    EXPECT_EQ(read(Op::Contains, "'it', ", true), "config.k contains '''it'', '");
    EXPECT_EQ(read(Op::Matches, "5|6"), "config.k matches '5|6'");
}

TEST(RowValueTest, listsHaveCommas)
{
    EXPECT_EQ(read(Op::In, "a, b c,,'d, e' , 5"), "config.k in ('a', 'b c', 'd, e', 5)");
    EXPECT_EQ(read(Op::NotIn, "a,null,"), "config.k not in ('a', null)");
    EXPECT_EQ(read(Op::In, "'a"), problem(Problem::UnclosedQuote));
    EXPECT_EQ(read(Op::In, " , "), problem(Problem::Empty));
}

TEST(RowValueTest, saysWhatIsMissing)
{
    for (const Op op : {Op::Equal, Op::In, Op::Contains, Op::WithinLast, Op::Less})
        EXPECT_EQ(read(op, ""), problem(Problem::Empty));
    EXPECT_EQ(read(Op::Equal, "  "), problem(Problem::Empty));
    EXPECT_EQ(read(Op::WithinLast, "7"), problem(Problem::NoDuration));
    EXPECT_EQ(read(Op::Less, "null"), problem(Problem::NullHasNoOrder));
    EXPECT_EQ(read(Op::Equal, "\"open"), problem(Problem::UnclosedQuote));
}

TEST(RowValueTest, whatIsShownIsReadAsTheSame)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomFilter random(
        seed, {{column()}, {"a",  "5", "true", "null", "NULL",       "None", "'",   "\"",  "it's",   "a,b", " ",
                            "a ", "",  "'a'",  "5m",   "2026-11-23", "損失", "nan", "a\"", "\"a\"b", ",",   "'',''"}});
    for (int i = 0; i < 20'000; ++i) {
        FilterTest test = random.test();
        for (const bool textsOnly : {false, true}) {
            const bool asWritten = test.op == Op::Contains || test.op == Op::Matches;
            // Where there are texts only nothing else is shown; an empty text is not looked for.
            const bool possible = std::all_of(test.values.begin(), test.values.end(), [&](const FilterValue& value) {
                const bool text = value.kind == FilterValue::Kind::Text;
                return (!textsOnly || text || value.kind == FilterValue::Kind::Null || test.op == Op::WithinLast) &&
                       !(asWritten && value.value.text().empty());
            });
            if (!possible)
                continue;
            const std::string field = rowValueText(test, textsOnly);
            const RowTest row = readRowTest(test.column, test.op, field, textsOnly);
            ASSERT_EQ(row.problem, Problem::None) << toText(test) << '\n' << field;
            ASSERT_EQ(toText(row.test), toText(test)) << field;
            ASSERT_EQ(row.test, test) << field;
        }
    }
}

} // namespace runglass::test
