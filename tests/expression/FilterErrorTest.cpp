// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/FilterParser.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>

namespace runglass::test
{

using testing::Contains;
using testing::HasSubstr;

namespace
{

FilterError errorOf(std::string_view text)
{
    const FilterParse parse = parseFilter(text);
    EXPECT_FALSE(parse.ok()) << text << " is " << toText(parse.filter);
    EXPECT_EQ(parse.filter, Filter());
    return parse.error.value_or(FilterError());
}

} // namespace

TEST(FilterErrorTest, saysWhereWhatWasFoundAndWhatCouldStandThere)
{
    const FilterError error = errorOf("summary.loss < ) and x");
    EXPECT_EQ(error.span.position, 15U);
    EXPECT_EQ(error.span.length, 1U);
    EXPECT_EQ(error.found, "\")\"");
    EXPECT_THAT(error.expected, testing::ElementsAre("a value"));
    EXPECT_EQ(error.detail, "At character 15: found \")\", expected a value.");
}

TEST(FilterErrorTest, countsCharactersAndNotBytes)
{
    const FilterError error = errorOf("損失 ≤ 'é' ) x");
    EXPECT_EQ(error.span.position, 9U);
    EXPECT_EQ(error.found, "\")\"");
}

TEST(FilterErrorTest, theEndIsAPlace)
{
    const FilterError error = errorOf("loss <");
    EXPECT_EQ(error.span.position, 6U);
    EXPECT_EQ(error.found, "the end");
    EXPECT_THAT(errorOf("(a = 1").expected, Contains(")"));
    EXPECT_THAT(errorOf("a = 1 and").expected, Contains("a condition"));
    EXPECT_THAT(errorOf("a = 1)").expected, Contains("the end"));
}

TEST(FilterErrorTest, everyPlaceHasAnError)
{
    for (const char* text : {"and",
                             "or a",
                             "a and",
                             "not",
                             "(",
                             "()",
                             ")",
                             "a = ",
                             "a = and",
                             "a in",
                             "a in (",
                             "a in ()",
                             "a in (1",
                             "a in (1,)",
                             "a in 1",
                             "a is",
                             "a is not",
                             "a is 1",
                             "a within",
                             "a within last",
                             "a within last 5",
                             "a within last x",
                             "a contains",
                             "a contains (",
                             "a matches '('",
                             "a < null",
                             "a = 'x",
                             "a = \"x",
                             "`a",
                             "`a` ",
                             "a..b = 1",
                             "config. = 1",
                             "a = b c = ",
                             "a = `b`",
                             "1 < a",
                             "0.1 < a < 1",
                             "a = 1 = 2",

                             "a = run*",
                             "a =~ 'x'",
                             "a & b",
                             "{",
                             "a ; b",
                             "a = last",
                             "true",
                             "'x' in tags",
                             "a not contains 'x'",
                             "created > 2026-11-23 14:00",
                             "a is not",
                             "a like",
                             "a [1]"}) {
        const FilterParse parse = parseFilter(text);
        // A word "like" without a text behind it is a word.
        EXPECT_EQ(parse.ok(), std::string_view(text) == "a like") << text;
        EXPECT_EQ(parse.ok(), !parse.error || parse.error->detail.empty()) << text;
    }
}

TEST(FilterErrorTest, advisesWhatIsWrittenInstead)
{
    EXPECT_THAT(errorOf("name = run*").detail, HasSubstr("regular expressions"));
    EXPECT_THAT(errorOf("name =~ 'x'").detail, HasSubstr("matches"));
    EXPECT_THAT(errorOf("'x' in tags").detail, HasSubstr("tags = 'x'"));
    EXPECT_THAT(errorOf("tags not contains 'x'").detail, HasSubstr("not tags contains"));
    EXPECT_THAT(errorOf("created > 2026-11-23 14:00").detail, HasSubstr("2026-11-23T14:00"));
    EXPECT_THAT(errorOf("0.1 < loss").detail, HasSubstr("the column comes first"));
    EXPECT_THAT(errorOf("loss < null").detail, HasSubstr("loss is null"));
    EXPECT_THAT(errorOf("last").detail, HasSubstr("'last'"));
    EXPECT_THAT(errorOf("a = `b`").detail, HasSubstr("with another"));
    EXPECT_THAT(errorOf("name matches '('").detail, HasSubstr("missing )"));
    EXPECT_EQ(errorOf("name matches '('").span.position, 13U);
}

TEST(FilterErrorTest, nestingAndLengthAreBounded)
{
    const std::string deep(100'000, '(');
    EXPECT_THAT(errorOf(deep).detail, HasSubstr("nested deeper than 100"));
    std::string nots;
    for (int i = 0; i < 50'000; ++i)
        nots += "not ";
    EXPECT_THAT(errorOf(nots + "a").detail, HasSubstr("nested deeper"));
    std::string many = "a in (0";
    for (int i = 0; i < 50'000; ++i)
        many += "," + std::to_string(i);
    EXPECT_TRUE(parseFilter(many + ")").ok());
    EXPECT_FALSE(parseFilter(std::string(2'000'000, 'a')).ok());
}

} // namespace runglass::test
