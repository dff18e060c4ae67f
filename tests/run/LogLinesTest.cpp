// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/LogLines.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace runglass
{
namespace
{

LogLine line(std::string text)
{
    LogLine made;
    made.text = std::move(text);
    return made;
}

LogLines numbered(std::size_t count)
{
    LogLines lines;
    for (std::size_t i = 0; i < count; ++i)
        lines.push(line(std::to_string(i)));
    return lines;
}

TEST(LogLines, KeepsAllLinesInOrder)
{
    for (const std::size_t count : {0U, 1U, 255U, 256U, 257U, 1000U}) {
        const LogLines lines = numbered(count);
        ASSERT_EQ(lines.size(), count);
        EXPECT_EQ(lines.empty(), count == 0);
        EXPECT_EQ(lines.chunkCount(), (count + LogLines::kChunk - 1) / LogLines::kChunk);
        std::size_t at = 0;
        for (const LogLine& each : lines)
            ASSERT_EQ(each.text, std::to_string(at++));
        EXPECT_EQ(at, count);
    }
    EXPECT_EQ(LogLines({line("a"), line("b")}).back().text, "b");
}

TEST(LogLines, CopiesStayAsTheyAreAndShareWhatDidNotChange)
{
    LogLines lines = numbered(1000);
    const LogLines before = lines;
    lines.set(300, line("other"));
    lines.push(line("1000"));
    EXPECT_EQ(lines[300].text, "other");
    EXPECT_EQ(lines.size(), 1001U);
    EXPECT_EQ(before[300].text, "300");
    EXPECT_EQ(before.size(), 1000U);
    EXPECT_EQ(lines.chunk(0), before.chunk(0));
    EXPECT_NE(lines.chunk(1), before.chunk(1));
    EXPECT_EQ(lines.chunk(2), before.chunk(2));
    EXPECT_NE(lines.chunk(3), before.chunk(3));
    EXPECT_EQ(before.chunk(3)->size(), 1000U - 3 * LogLines::kChunk);
}

TEST(LogLines, DropsFromTheBeginningInWholeChunksOnly)
{
    for (const std::size_t count : {0U, 1U, 255U, 256U, 300U, 511U, 512U, 1000U, 5000U}) {
        LogLines lines = numbered(1000);
        lines.dropFront(count);
        const std::size_t gone = std::min<std::size_t>(count, 1000) / LogLines::kChunk * LogLines::kChunk;
        ASSERT_EQ(lines.size(), 1000 - gone);
        EXPECT_EQ(lines.chunkCount(), 4 - gone / LogLines::kChunk);
        EXPECT_EQ(lines.front().text, std::to_string(gone));
        EXPECT_EQ(lines.back().text, "999");
        lines.push(line("more"));
        lines.set(0, line("first"));
        EXPECT_EQ(lines.size(), 1001 - gone);
        EXPECT_EQ(lines.front().text, "first");
        EXPECT_EQ(lines.back().text, "more");
    }
    LogLines none = numbered(512);
    none.dropFront(512);
    EXPECT_TRUE(none.empty());
    none.push(line("again"));
    EXPECT_EQ(none.front().text, "again");
}

TEST(LogLines, ACopyKeepsWhatTheOtherDrops)
{
    LogLines lines = numbered(1000);
    const LogLines copy = lines;
    lines.dropFront(600);
    lines.set(0, line("note"));
    EXPECT_EQ(lines.front().text, "note");
    EXPECT_EQ(copy.size(), 1000U);
    EXPECT_EQ(copy[512].text, "512");
    EXPECT_EQ(copy.front().text, "0");
    EXPECT_EQ(lines.chunk(1), copy.chunk(3));
}

TEST(LogLines, ALineMayBeSetToItself)
{
    LogLines lines = numbered(3);
    const LogLines copy = lines;
    lines.set(1, lines[1]);
    EXPECT_EQ(lines[1].text, "1");
}

} // namespace
} // namespace runglass
