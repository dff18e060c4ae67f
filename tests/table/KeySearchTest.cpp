// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/KeySearch.h"

#include "models/table/SearchText.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

using Mode = KeySearch::Mode;

bool finds(const std::string& text, Mode mode, const std::string& name)
{
    const Result<KeySearch> search = KeySearch::make(text, mode);
    return search.ok() && search->fit(name, searchText(name)).has_value();
}

int fuzzy(const std::string& name, const std::string& wanted)
{
    return fuzzyFit(name, wanted).value_or(-1000);
}

} // namespace

TEST(KeySearchTest, fuzzyTakesTheLettersInTheirOrder)
{
    EXPECT_TRUE(finds("vlos", Mode::Fuzzy, "val/loss"));
    EXPECT_TRUE(finds("VAL loss", Mode::Fuzzy, "val/loss")) << "without regard to case and spaces";
    EXPECT_FALSE(finds("lossval", Mode::Fuzzy, "val/loss"));
    EXPECT_TRUE(finds("学習", Mode::Fuzzy, "学の習"));
    EXPECT_TRUE(finds("", Mode::Fuzzy, "anything"));
}

TEST(KeySearchTest, fuzzyPrefersWordsAndWhatStandsTogether)
{
    EXPECT_GT(fuzzy("lr", "lr"), fuzzy("learning_rate", "lr"));
    EXPECT_GT(fuzzy("learning_rate", "lr"), fuzzy("aluror", "lr"));
    EXPECT_GT(fuzzy("train/acc", "acc"), fuzzy("alpha_count_c", "acc"));
    EXPECT_GT(fuzzy("val/loss", "vl"), fuzzy("interval", "vl"));
    EXPECT_FALSE(fuzzyFit("ab", "abc").has_value());
    EXPECT_TRUE(fuzzyFit(std::string(300, 'a') + "b", "a").has_value());
    EXPECT_FALSE(fuzzyFit(std::string(300, 'a') + "b", "b").has_value()) << "what is far behind is not looked at";
}

TEST(KeySearchTest, exactTakesAPartAndRegexAPattern)
{
    EXPECT_TRUE(finds("L/LO", Mode::Exact, "val/loss"));
    EXPECT_FALSE(finds("vlos", Mode::Exact, "val/loss"));
    EXPECT_FALSE(finds(".", Mode::Exact, "val/loss"));
    EXPECT_TRUE(finds("^VAL/.*s$", Mode::Regex, "val/loss"));
    EXPECT_FALSE(finds("^loss", Mode::Regex, "val/loss"));
    EXPECT_TRUE(finds("", Mode::Regex, "val/loss"));
    EXPECT_FALSE(KeySearch::make("(", Mode::Regex).ok());
    EXPECT_TRUE(KeySearch().isEmpty());
    EXPECT_FALSE(KeySearch::make("x", Mode::Regex)->isEmpty());
    EXPECT_TRUE(KeySearch::make("x", Mode::Fuzzy)->ranks());
    EXPECT_FALSE(KeySearch::make("x", Mode::Exact)->ranks());
}

} // namespace runglass::test
