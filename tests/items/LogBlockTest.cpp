// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/LogBlock.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

LogDocument documentOf(const std::vector<std::string>& texts)
{
    LogLines lines;
    for (const std::string& text : texts)
        lines.push({ConsoleStream::Stdout, std::nullopt, text, {}});
    return LogDocument(std::move(lines));
}

std::optional<LogBlock> find(const std::vector<std::string>& texts, std::string_view traceback)
{
    return findTraceback(documentOf(texts), traceback, {});
}

} // namespace

TEST(LogBlockTest, theLowestLinesThatAreTheTraceback)
{
    EXPECT_EQ(find({"T", "E: 1", "x", "T", "E: 1", "y"}, "T\nE: 1"), (LogBlock{3, 4}));
    EXPECT_EQ(find({"T", "  f", "E: 1", "bye"}, "T\n  f\nE: 1"), (LogBlock{0, 2}));
    EXPECT_EQ(find({"T", "E: 2"}, "T\nE: 1"), std::nullopt);
    EXPECT_EQ(find({}, "T\nE: 1"), std::nullopt);
    EXPECT_EQ(find({"T"}, ""), std::nullopt);
    EXPECT_EQ(find({"T"}, "\n  \n"), std::nullopt);
}

TEST(LogBlockTest, otherLinesAndPrefixesMayStandBetween)
{
    EXPECT_EQ(find({"50%|##  |T", "  f", "step 3", "", "E: 1"}, "T\n  f\n\nE: 1"), (LogBlock{0, 4}));
    EXPECT_EQ(find({"[rank0]: T", "[rank1]: T", "[rank0]: E: 1"}, "T\nE: 1"), (LogBlock{1, 2}));
    EXPECT_EQ(find({"T", "  1", "  2", "  3", "E: 1"}, "T\n  1\n  … 2 lines left out …\nE: 1"), (LogBlock{0, 4}));
    EXPECT_EQ(find({"  g", "E: abcdefgh"}, "…\n  g\nE: ab…gh"), (LogBlock{0, 1}));
}

TEST(LogBlockTest, theLastLineAloneIsBetterThanNothing)
{
    EXPECT_EQ(find({"T", "E: 1", "KeyError: 2"}, "other\nE: 1"), (LogBlock{1, 1}));
}

TEST(LogBlockTest, manyLinesThatAllCouldBeItAreBounded)
{
    std::vector<std::string> texts(300'000, "a");
    EXPECT_EQ(find(texts, "head\na\na"), (LogBlock{299'999, 299'999}));
}

} // namespace runglass::test
