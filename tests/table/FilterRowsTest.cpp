// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/FilterRows.h"

#include "models/expression/FilterParser.h"
#include "tests/expression/RandomFilter.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

Filter parsed(std::string_view text)
{
    const FilterParse parse = parseFilter(text);
    EXPECT_TRUE(parse.ok()) << text;
    return parse.filter;
}

/// "a; or not b; and (c; or d)".
std::string print(const std::vector<FilterRow>& rows)
{
    std::string text;
    for (const FilterRow& row : rows) {
        if (!text.empty())
            text += row.join == FilterRow::Join::Or ? "; or " : "; and ";
        text += row.negated ? "not " : "";
        if (row.kind == FilterRow::Kind::Group)
            text += '(' + print(row.rows) + ')';
        else
            text += row.kind == FilterRow::Kind::Word ? row.word : toText(row.test);
    }
    return text;
}

std::string rowsOf(std::string_view text)
{
    return print(rowsOfFilter(parsed(text)));
}

} // namespace

TEST(FilterRowsTest, linesReadAsTheTextDoes)
{
    EXPECT_EQ(rowsOf(""), "");
    EXPECT_EQ(rowsOf("loss < 1"), "loss < 1");
    EXPECT_EQ(rowsOf("a b"), "a; and b");
    EXPECT_EQ(rowsOf("a or b and c"), "a; or b; and c");
    EXPECT_EQ(rowsOf("a and (b or c)"), "a; and (b; or c)");
    EXPECT_EQ(rowsOf("a and (b and c)"), "a; and (b; and c)");
    EXPECT_EQ(rowsOf("not a or not (b c)"), "not a; or not (b; and c)");
    EXPECT_EQ(rowsOf("not not a"), "not (not a)");
    EXPECT_EQ(rowsOf("baseline and state in (failed, crashed)"), "baseline; and state in ('failed', 'crashed')");
}

TEST(FilterRowsTest, whatHasNoConditionIsPassedOver)
{
    std::vector<FilterRow> rows = rowsOfFilter(parsed("a or b"));
    FilterRow group;
    group.kind = FilterRow::Kind::Group;
    group.negated = true;
    rows.insert(rows.begin(), group);
    EXPECT_EQ(toText(filterOfRows(rows)), "a or b");
    EXPECT_EQ(filterOfRows({group}), Filter());
    group.rows = rowsOfFilter(parsed("c"));
    group.join = FilterRow::Join::Or;
    rows.push_back(group);
    EXPECT_EQ(toText(filterOfRows(rows)), "a or b or not c");
    EXPECT_EQ(filterOfRows({}), Filter());
}

TEST(FilterRowsTest, treeToRowsToTreeIsTheIdentity)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomFilter random(seed, {{{FilterColumn::Origin::Field, {"name"}}, {FilterColumn::Origin::Summary, {"val/loss"}}},
                               {"baseline", "two words", "and", ""}});
    for (int i = 0; i < 20'000; ++i) {
        const Filter filter = random.filter(5);
        const std::vector<FilterRow> rows = rowsOfFilter(filter);
        ASSERT_EQ(filterOfRows(rows), filter) << toText(filter) << '\n' << print(rows);
        ASSERT_EQ(rowsOfFilter(filterOfRows(rows)), rows) << toText(filter);
        ASSERT_FALSE(rows.empty());
    }
}

} // namespace runglass::test
