// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/FilterCheck.h"
#include "tests/table/TableText.h"

namespace runglass::test
{

namespace
{

using enum TypedFilter::Ending;

TypedFilter::Ending endingOf(std::string_view text)
{
    return readFilter(*tableOf({1}), text).ending;
}

TEST(TypedFilterTest, aWordOrAGapAtTheEndIsOpen)
{
    for (const char* text : {"a", "adam", "adam ", "k = 1 and", "k = 1 an", "k <", "k < 1 or ", "name = r",
                             "tags in (a", "k in", "config.gone", "name contains ad"})
        EXPECT_EQ(endingOf(text), Open) << text;
}

TEST(TypedFilterTest, whatIsReadAsItStandsIsWhole)
{
    for (const char* text : {"", "k = 1", "k < 1.5", "name = 'run'", "(adam)", "k exists", "name = run ", "k = 1)",
                             "created within last 7d", "nowhere = 1 and k = 1"})
        EXPECT_EQ(endingOf(text), Whole) << text;
}

TEST(TypedFilterTest, theNameOfAColumnWaitsForAnOperator)
{
    for (const char* text : {"state", "k", "config.k", "k = 1 and tags ", "not name"})
        EXPECT_EQ(endingOf(text), Column) << text;
}

} // namespace

} // namespace runglass::test
