// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/FilterParser.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

/// The filter as it is printed again, or what is wrong with it.
std::string printed(std::string_view text)
{
    const FilterParse parse = parseFilter(text);
    return parse.ok() ? toText(parse.filter) : "! " + parse.error->detail;
}

FilterTest testOf(std::string_view text)
{
    const FilterParse parse = parseFilter(text);
    EXPECT_TRUE(parse.ok()) << text << ": " << (parse.ok() ? "" : parse.error->detail);
    EXPECT_EQ(parse.filter.kind, Filter::Kind::Test) << text;
    return parse.filter.test;
}

FilterValue valueOf(const std::string& text)
{
    const FilterTest test = testOf("x = " + text);
    return test.values.empty() ? FilterValue() : test.values.front();
}

} // namespace

TEST(FilterParserTest, everyOperatorHasItsSpellings)
{
    using Op = FilterOperator;
    const std::vector<std::pair<std::string, Op>> spellings = {
        {"x = 1", Op::Equal},
        {"x == 1", Op::Equal},
        {"x != 1", Op::NotEqual},
        {"x ≠ 1", Op::NotEqual},
        {"x <> 1", Op::NotEqual},
        {"x < 1", Op::Less},
        {"x <= 1", Op::LessOrEqual},
        {"x ≤ 1", Op::LessOrEqual},
        {"x > 1", Op::Greater},
        {"x >= 1", Op::GreaterOrEqual},
        {"x ≥ 1", Op::GreaterOrEqual},
        {"x>=1", Op::GreaterOrEqual},
        {"x in (1, 2)", Op::In},
        {"x IN (1,2)", Op::In},
        {"x not in (1)", Op::NotIn},
        {"x NOT IN (1)", Op::NotIn},
        {"x is null", Op::IsNull},
        {"x IS NULL", Op::IsNull},
        {"x = null", Op::IsNull},
        {"x != null", Op::Exists},
        {"x is not null", Op::Exists},
        {"x exists", Op::Exists},
        {"x within last 7d", Op::WithinLast},
        {"x WITHIN LAST 7d", Op::WithinLast},
        {"x contains 'a'", Op::Contains},
        {"x contains a", Op::Contains},
        {"x matches 'a'", Op::Matches},
    };
    for (const auto& [text, op] : spellings)
        EXPECT_EQ(testOf(text).op, op) << text;
}

TEST(FilterParserTest, keywordsAreLowerOrUpperCase)
{
    EXPECT_EQ(printed("a = 1 AND b = 2 OR NOT c = 3"), "a = 1 and b = 2 or not c = 3");
    // "And" is a word like others.
    EXPECT_EQ(printed("And"), "And");
    EXPECT_EQ(printed("a And b"), "a and And and b");
}

TEST(FilterParserTest, notBindsBeforeAndBeforeOr)
{
    EXPECT_EQ(printed("a = 1 or b = 2 and not c = 3 and d = 4"), "a = 1 or b = 2 and not c = 3 and d = 4");
    const FilterParse parse = parseFilter("a = 1 or b = 2 and not c = 3");
    ASSERT_EQ(parse.filter.kind, Filter::Kind::Or);
    ASSERT_EQ(parse.filter.parts.size(), 2U);
    ASSERT_EQ(parse.filter.parts[1].kind, Filter::Kind::And);
    EXPECT_EQ(parse.filter.parts[1].parts[1].kind, Filter::Kind::Not);
    EXPECT_EQ(printed("not a = 1 and b = 2"), "not a = 1 and b = 2");
    EXPECT_EQ(parseFilter("not a = 1 and b = 2").filter.kind, Filter::Kind::And);
}

TEST(FilterParserTest, parenthesesAreKeptWhereTheySayMore)
{
    EXPECT_EQ(printed("(a = 1 or b = 2) and c = 3"), "(a = 1 or b = 2) and c = 3");
    EXPECT_EQ(printed("((a = 1))"), "a = 1");
    EXPECT_EQ(printed("not (a = 1 or b = 2)"), "not (a = 1 or b = 2)");
    // A group of the same kind is one that somebody made.
    EXPECT_EQ(printed("(a = 1 and b = 2) and c = 3"), "(a = 1 and b = 2) and c = 3");
    EXPECT_EQ(parseFilter("(a = 1 and b = 2) and c = 3").filter.parts.size(), 2U);
}

TEST(FilterParserTest, conditionsSideBySideMeanAnd)
{
    EXPECT_EQ(printed("a = 1 b = 2"), "a = 1 and b = 2");
    EXPECT_EQ(printed("baseline loss < 1 (x = 1 or y = 2)"), "baseline and loss < 1 and (x = 1 or y = 2)");
    EXPECT_EQ(printed("foo not bar"), "foo and not bar");
    EXPECT_EQ(printed("a b or c"), "a and b or c");
}

TEST(FilterParserTest, aColumnIsAFieldAPlainNameOrAPath)
{
    using Origin = FilterColumn::Origin;
    EXPECT_EQ(testOf("created = 2026-11-23").column, (FilterColumn{Origin::Field, {"created"}}));
    EXPECT_EQ(testOf("started = 2026-11-23").column, (FilterColumn{Origin::Field, {"created"}}));
    EXPECT_EQ(testOf("acc = 1").column, (FilterColumn{Origin::Key, {"acc"}}));
    EXPECT_EQ(testOf("opt.lr = 1").column, (FilterColumn{Origin::Key, {"opt", "lr"}}));
    EXPECT_EQ(testOf("config.opt.lr = 1").column, (FilterColumn{Origin::Config, {"opt", "lr"}}));
    EXPECT_EQ(testOf("summary.`val/loss` = 1").column, (FilterColumn{Origin::Summary, {"val/loss"}}));
    EXPECT_EQ(testOf("summary.val/loss = 1").column, (FilterColumn{Origin::Summary, {"val/loss"}}));
    EXPECT_EQ(testOf("val/loss = 1").column, (FilterColumn{Origin::Key, {"val/loss"}}));
    EXPECT_EQ(testOf("`a.b c=` = 1").column, (FilterColumn{Origin::Key, {"a.b c="}}));
    EXPECT_EQ(testOf("config.`a``b`.c = 1").column, (FilterColumn{Origin::Config, {"a`b", "c"}}));
    // In backticks a name is no field and no keyword.
    EXPECT_EQ(testOf("`name` = 1").column, (FilterColumn{Origin::Key, {"name"}}));
    EXPECT_EQ(testOf("`in` in (1)").column, (FilterColumn{Origin::Key, {"in"}}));
    EXPECT_EQ(testOf("config = 1").column, (FilterColumn{Origin::Key, {"config"}}));
    EXPECT_EQ(testOf("config.config.x = 1").column, (FilterColumn{Origin::Config, {"config", "x"}}));
    EXPECT_EQ(testOf("損失 = 1").column, (FilterColumn{Origin::Key, {"損失"}}));
}

TEST(FilterParserTest, everyFieldIsKnown)
{
    for (const char* name : {"name",    "id",        "path",     "project", "entity",   "state",   "notes",  "tags",
                             "created", "runtime",   "duration", "group",   "job_type", "sweep",   "author", "host",
                             "program", "exit_code", "source",   "pinned",  "edited",   "warnings"})
        EXPECT_EQ(testOf(std::string(name) + " exists").column.origin, FilterColumn::Origin::Field) << name;
}

TEST(FilterParserTest, valuesAreTyped)
{
    using Kind = FilterValue::Kind;
    EXPECT_EQ(valueOf("12"), (FilterValue{Kind::Number, Value(12)}));
    EXPECT_EQ(valueOf("-3"), (FilterValue{Kind::Number, Value(-3)}));
    EXPECT_EQ(valueOf("9007199254740993"), (FilterValue{Kind::Number, Value(std::int64_t{9007199254740993})}));
    EXPECT_EQ(valueOf("1e-3"), (FilterValue{Kind::Number, Value(0.001)}));
    EXPECT_EQ(valueOf(".5"), (FilterValue{Kind::Number, Value(0.5)}));
    EXPECT_EQ(valueOf("18446744073709551616"), (FilterValue{Kind::Number, Value(18446744073709551616.0)}));
    EXPECT_EQ(valueOf("1e999").value.toDouble(), std::numeric_limits<double>::infinity());
    EXPECT_EQ(valueOf("1e-999").value.toDouble(), 0.0);
    EXPECT_EQ(valueOf("inf").value.toDouble(), std::numeric_limits<double>::infinity());
    EXPECT_EQ(valueOf("-inf").value.toDouble(), -std::numeric_limits<double>::infinity());
    EXPECT_EQ(valueOf("nan").kind, Kind::Number);
    EXPECT_EQ(valueOf("NAN"), valueOf("nan"));
    EXPECT_EQ(valueOf("true"), (FilterValue{Kind::Bool, Value(true)}));
    EXPECT_EQ(valueOf("FALSE"), (FilterValue{Kind::Bool, Value(false)}));
    EXPECT_EQ(valueOf("adam"), (FilterValue{Kind::Text, Value("adam")}));
    EXPECT_EQ(valueOf("'12'"), (FilterValue{Kind::Text, Value("12")}));
    EXPECT_EQ(valueOf("\"it's\""), (FilterValue{Kind::Text, Value("it's")}));
    EXPECT_EQ(valueOf("'it''s \\d'"), (FilterValue{Kind::Text, Value("it's \\d")}));
    EXPECT_EQ(valueOf("2026-11-23"), (FilterValue{Kind::Time, Value("2026-11-23")}));
    EXPECT_EQ(valueOf("2026-11-23T14:02:11.5+09:00").kind, Kind::Time);
    EXPECT_EQ(valueOf("2026-13-23").kind, Kind::Text);
    for (const char* duration : {"300ms", "90s", "5m", "1.5h", "7d", "2w"})
        EXPECT_EQ(valueOf(duration), (FilterValue{Kind::Duration, Value(duration)}));
}

TEST(FilterParserTest, aWordAloneIsSearchedFor)
{
    for (const auto& [text, word] : std::vector<std::pair<std::string, std::string>>{{"baseline", "baseline"},
                                                                                     {"'two words'", "two words"},
                                                                                     {"'and'", "and"},
                                                                                     {"42", "42"},
                                                                                     {"e.g.", "e.g."}}) {
        const FilterParse parse = parseFilter(text);
        ASSERT_TRUE(parse.ok()) << text;
        EXPECT_EQ(parse.filter.kind, Filter::Kind::Word);
        EXPECT_EQ(parse.filter.word, word);
    }
}

TEST(FilterParserTest, whiteSpaceAloneIsNoCondition)
{
    for (const char* text : {"", "  ", "\t\n", "\u3000"}) {
        const FilterParse parse = parseFilter(text);
        EXPECT_TRUE(parse.ok());
        EXPECT_EQ(parse.filter, Filter());
    }
    EXPECT_EQ(printed("a\u3000=\u00a01"), "a = 1");
}

TEST(FilterParserTest, saysWhatCouldComeNext)
{
    using E = FilterExpected;
    const auto next = [](std::string_view text) { return parseFilter(text).next; };
    const auto has = [&next](std::string_view text, E what) {
        const std::vector<E> all = next(text);
        return std::find(all.begin(), all.end(), what) != all.end();
    };
    EXPECT_TRUE(has("", E::Condition));
    EXPECT_TRUE(has("loss", E::Operator));
    EXPECT_TRUE(has("loss", E::And));
    EXPECT_EQ(next("loss <"), std::vector<E>{E::Value});
    EXPECT_EQ(next("loss in"), std::vector<E>{E::Open});
    EXPECT_EQ(next("loss in ("), std::vector<E>{E::Value});
    EXPECT_EQ(next("loss in (1"), (std::vector<E>{E::Comma, E::Close}));
    EXPECT_EQ(next("loss is"), (std::vector<E>{E::Not, E::Null}));
    EXPECT_EQ(next("created within"), std::vector<E>{E::Last});
    EXPECT_EQ(next("created within last"), std::vector<E>{E::Duration});
    EXPECT_EQ(next("name contains"), std::vector<E>{E::Text});
    EXPECT_TRUE(has("tags not", E::In));
    EXPECT_TRUE(has("(loss < 1", E::Close));
    EXPECT_FALSE(has("loss < 1", E::Close));
    EXPECT_TRUE(has("loss < 1", E::End));
    EXPECT_TRUE(next("loss < ) and x").empty());
    EXPECT_EQ(parseFilter("a = 1 and tags in (").column, (FilterColumn{FilterColumn::Origin::Field, {"tags"}}));
}

TEST(FilterParserTest, listsOfColumnsAreRead)
{
    const ColumnListParse sort = parseColumns("-summary.acc,name, -`a,b`", true);
    ASSERT_FALSE(sort.error);
    ASSERT_EQ(sort.columns.size(), 3U);
    EXPECT_TRUE(sort.columns[0].descending);
    EXPECT_EQ(sort.columns[0].column, (FilterColumn{FilterColumn::Origin::Summary, {"acc"}}));
    EXPECT_FALSE(sort.columns[1].descending);
    EXPECT_EQ(sort.columns[1].column, (FilterColumn{FilterColumn::Origin::Field, {"name"}}));
    EXPECT_EQ(sort.columns[2].column, (FilterColumn{FilterColumn::Origin::Key, {"a,b"}}));
    for (const char* wrong : {"", "name,", "name name", "config.", "<", "name,,id"})
        EXPECT_TRUE(parseColumns(wrong, true).error) << wrong;
}

} // namespace runglass::test
