// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/TextPattern.h"

#include <gtest/gtest.h>

#include <chrono>

namespace runglass::test
{

namespace
{

bool finds(std::string_view pattern, std::string_view text)
{
    const Result<TextPattern> made = TextPattern::make(pattern);
    EXPECT_TRUE(made.ok()) << pattern;
    return made && made->isIn(text);
}

} // namespace

TEST(TextPatternTest, findsAnywhereWithRegardToCase)
{
    EXPECT_TRUE(finds("un-[0-9]+", "run-12"));
    EXPECT_FALSE(finds("^un", "run"));
    EXPECT_FALSE(finds("RUN", "run"));
    EXPECT_TRUE(finds("(?i)RUN", "run"));
    EXPECT_TRUE(finds("^損.$", "損失"));
    EXPECT_TRUE(finds("", ""));
    EXPECT_FALSE(finds("a", std::string("\xff\xfe", 2)));
}

TEST(TextPatternTest, saysWhereItIsAndWhatItsGroupsCapture)
{
    const auto pattern = TextPattern::make("layer(\\d+)/(?:loss|acc)(x)?");
    ASSERT_TRUE(pattern.ok());
    EXPECT_EQ(pattern->groupCount(), 2U);
    const std::string text = "net.layer12/acc";
    const auto match = pattern->find(text);
    ASSERT_TRUE(match);
    EXPECT_EQ(match->begin, 4U);
    EXPECT_EQ(match->end, text.size());
    ASSERT_EQ(match->groups.size(), 2U);
    EXPECT_EQ(match->groups[0], "12");
    EXPECT_EQ(match->groups[0].data(), text.data() + 9);
    EXPECT_EQ(match->groups[1].data(), nullptr) << "it took no part";
    EXPECT_FALSE(pattern->find("layer/loss"));
    EXPECT_FALSE(pattern->find(""));
    EXPECT_TRUE(TextPattern::make("")->find(""));
}

TEST(TextPatternTest, timeAndMemoryAreBounded)
{
    EXPECT_FALSE(TextPattern::make("((a{1000}){1000}){1000}").ok());
    EXPECT_FALSE(TextPattern::make("(").ok());
    EXPECT_FALSE(TextPattern::make("(a)\\1").ok());
    // Takes 2^50 steps where a matcher goes back.
    const std::string text(50'000, 'a');
    const auto start = std::chrono::steady_clock::now();
    EXPECT_FALSE(finds("(a*)*b", text));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

} // namespace runglass::test
