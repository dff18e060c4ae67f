// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/FilterParser.h"
#include "tests/expression/RandomFilter.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

using Origin = FilterColumn::Origin;

FilterParts hardParts()
{
    return {{{Origin::Field, {"name"}},
             {Origin::Field, {"exit_code"}},
             {Origin::Key, {"loss"}},
             {Origin::Key, {"val/loss"}},
             {Origin::Key, {"name"}},
             {Origin::Key, {"in"}},
             {Origin::Key, {"AND"}},
             {Origin::Key, {"config", "x"}},
             {Origin::Key, {"summary"}},
             {Origin::Key, {"5"}},
             {Origin::Key, {"-x"}},
             {Origin::Key, {"tag:x"}},
             {Origin::Key, {"a", "b.c", "d`e"}},
             {Origin::Config, {"lr"}},
             {Origin::Config, {"summary", "null"}},
             {Origin::Config, {"損失", " "}},
             {Origin::Summary, {"val/loss"}},
             {Origin::Summary, {"config"}},
             {Origin::Summary, {"a\"b'c"}}},
            {"baseline", "two words", "it's",       "say \"no\"", "and",   "NOT", "like",        "null",
             "5",        "5m",        "2026-11-23", "-x",         "tag:x", "",    "損失",        "a\nb",
             "100%",     "run.*",     "[a-z]+",     "\\d",        "`",     "((",  "metrics.loss"}};
}

} // namespace

TEST(FilterRoundTripTest, treeToTextToTreeIsTheIdentity)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    FilterParts parts = hardParts();
    std::erase(parts.texts, "((");
    RandomFilter random(seed, parts);
    for (int i = 0; i < 5000; ++i) {
        const Filter filter = random.filter(4);
        const std::string text = toText(filter);
        const FilterParse parse = parseFilter(text);
        ASSERT_TRUE(parse.ok()) << text << '\n' << parse.error->detail;
        ASSERT_EQ(parse.filter, filter) << text << '\n' << toText(parse.filter);
        ASSERT_EQ(toText(parse.filter), text);
    }
}

TEST(FilterRoundTripTest, anythingThatIsReadIsPrintedAsItself)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const std::vector<std::string> pieces = {
        "a",       "config.x",    "`b c`",   "name", "=",      "!=",       "<",          "in",   "not",
        "(",       ")",           ",",       "1",    "nan",    "null",     "'t'",        "and",  "or",
        "5m",      "is",          "tag:x",   "-y",   "exists", "contains", "2026-11-23", "like", "metrics.loss",
        "created", "within last", "matches", "!",    "|",      "[",        "]",          "None"};
    std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
    std::uniform_int_distribution<int> length(1, 8);
    int read = 0;
    for (int i = 0; i < 200'000; ++i) {
        std::string text;
        for (int left = length(random); left > 0; --left)
            text += pieces[piece(random)] + ' ';
        const FilterParse parse = parseFilter(text);
        if (!parse.ok())
            continue;
        ++read;
        const std::string once = toText(parse.filter);
        const FilterParse again = parseFilter(once);
        ASSERT_TRUE(again.ok()) << text << '\n' << once << '\n' << again.error->detail;
        ASSERT_EQ(again.filter, parse.filter) << text << '\n' << once;
        ASSERT_EQ(toText(again.filter), once);
    }
    EXPECT_GT(read, 1000);
}

} // namespace runglass::test
