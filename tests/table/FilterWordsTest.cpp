// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/FilterWords.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

/// The text with k, o or t below each character of a word, "." below the others.
std::string marks(const std::string& text)
{
    std::string marks(text.size(), '.');
    for (const FilterWord& word : filterWords(text))
        for (std::size_t i = 0; i < word.span.length; ++i)
            marks[word.span.position + i] = "kot"[static_cast<int>(word.kind)];
    return marks;
}

} // namespace

TEST(FilterWordsTest, tellsKeywordsOperatorsAndTextsApart)
{
    EXPECT_EQ(marks("a <= 1 and not tags in ('x y', b)"), "..oo...kkk.kkk......kk..ttttt....");
    EXPECT_EQ(marks("created within last 7d || !b"), "........kkkkkk.kkkk....kk.k.");
    EXPECT_EQ(marks("summary.in exists"), "...........kkkkkk");
    EXPECT_EQ(marks("a = 'open"), "..o......");
    EXPECT_EQ(marks(""), "");
}

TEST(FilterWordsTest, countsCharactersAndNotBytes)
{
    const std::vector<FilterWord> words = filterWords("損失 ≤ 1");
    ASSERT_EQ(words.size(), 1U);
    EXPECT_EQ(words.front().span.position, 3U);
    EXPECT_EQ(words.front().span.length, 1U);
}

} // namespace runglass::test
