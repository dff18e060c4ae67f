// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/TerminalLines.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>
#include <random>

namespace runglass::test
{

namespace
{

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

ConsoleFragment out(std::string text)
{
    return {ConsoleStream::Stdout, {}, std::move(text)};
}

ConsoleFragment err(std::string text)
{
    return {ConsoleStream::Stderr, {}, std::move(text)};
}

std::vector<std::string> texts(const LogLines& lines)
{
    std::vector<std::string> result;
    for (const LogLine& line : lines)
        result.push_back(line.text);
    return result;
}

std::vector<std::string> shown(const std::string& text)
{
    return texts(toLines({out(text)}));
}

struct Case {
    std::string written;
    std::vector<std::string> lines;
};

TEST(TerminalLines, showsWhatATerminalShows)
{
    const std::vector<Case> cases = {
        {"", {}},
        {"a", {"a"}},
        {"a\n", {"a"}},
        {"a\n\nb", {"a", "", "b"}},
        {"a\r\nb\r\n", {"a", "b"}},
        {"  0%\r 50%\r100%\n", {"100%"}},
        {"long text\rshort", {"shorttext"}},
        {"long text\r\x1b[Kshort", {"short"}},
        {"long text\x1b[2K\rshort", {"short"}},
        {"long text\x1b[5D\x1b[Kx", {"longx"}},
        {"abcdef\x1b[3D\x1b[1Kx", {"   xef"}},
        {"ab\b\bxy", {"xy"}},
        {"a\b\b\b\bb", {"b"}},
        {"\tx", {"        x"}},
        {"ab\tx", {"ab      x"}},
        {"12345678\tx", {"12345678        x"}},
        {"trailing\t\n", {"trailing"}},
        {"a\x1b[3Cb", {"a   b"}},
        {"a\x1b[10Gb\x1b[2Gc", {"ac       b"}},
        {"one\ntwo\x1b[1Aup\n", {"oneup", "two"}},
        {"one\ntwo\n\x1b[2A\rONE\x1b[2B\rthree", {"ONE", "two", "three"}},
        {"one\x1b[Atop", {"onetop"}},
        {"one\x1b[5Bbelow", {"onebelow"}},
        {"a\nb\x1b[Fc\x1b[Ed", {"c", "d"}},
        {"\a\x01\x7F"
         "bell\v\f",
         {"bell"}},
        {"\x1b[?25lhidden cursor\x1b[?25h", {"hidden cursor"}},
        {"\x1b]0;title\x07"
         "after",
         {"after"}},
        {"\x1b]8;;https://x\x1b\\link\x1b]8;;\x1b\\", {"link"}},
        {"\x1bP1;2|device\x1b\\after", {"after"}},
        {"\x1b(Bcharset\x1b=keypad\x1b>", {"charsetkeypad"}},
        {"\x1b[>4;2mprivate", {"private"}},
        {"\x1b[2Jnot cleared", {"not cleared"}},
        {"never ends \x1b]0;title\nnext", {"never ends ", "next"}},
        {"cut\x1b[3\x18off", {"cutoff"}},
        {"日本\r人", {"人本"}},
        {"e\u0301 ü ✓ 🚀", {"e\u0301 ü ✓ 🚀"}},
        {"bad \xFF\xC3(", {"bad \uFFFD\uFFFD("}},
        {"c1 \u0085\u009b31m", {"c1 31m"}},
        {"\x1b", {}},
        {"\r\r\r", {}},
        {"\x1b[31m\x1b[0m", {}},
    };
    for (const Case& one : cases)
        EXPECT_EQ(shown(one.written), one.lines) << ::testing::PrintToString(one.written);
}

TEST(TerminalLines, doesNotMindWhereFragmentsAreCut)
{
    for (const std::string text : {"a\r\n\x1b[31;1mré日🚀d\x1b[0m x\x1b]0;title\x07y\x1b]8;;u\x1b\\z\n\x1b[1A\tup",
                                   "x\x1b[2K\r\x1b(B\xFF\xE6\x97 y"}) {
        const LogLines whole = toLines({out(text)});
        std::vector<ConsoleFragment> bytes;
        for (const char byte : text)
            bytes.push_back(out(std::string(1, byte)));
        const LogLines cut = toLines(bytes);
        ASSERT_EQ(texts(cut), texts(whole));
        for (std::size_t i = 0; i < whole.size(); ++i)
            EXPECT_EQ(cut[i].spans, whole[i].spans);
    }
}

TEST(TerminalLines, keepsACursorForEachStream)
{
    const LogLines lines =
        toLines({err("\r 10%"), out("step 1\n"), err("\r 20%"), out("step 2\n"), err("\r100%\n"), out("done\n")});
    EXPECT_THAT(texts(lines), ElementsAre("100%", "step 1", "step 2", "done"));
    EXPECT_EQ(lines[0].stream, ConsoleStream::Stderr);
    EXPECT_EQ(lines[1].stream, ConsoleStream::Stdout);
}

TEST(TerminalLines, cursorUpStaysInItsStream)
{
    const LogLines lines = toLines({out("one\n"), err("error\n"), out("\x1b[1Atwo\n")});
    EXPECT_THAT(texts(lines), ElementsAre("two", "error"));
}

TEST(TerminalLines, ordersLinesByTheirBeginning)
{
    const LogLines lines = toLines({out("a"), err("b"), out("a\n"), err("b\n"), out("c"), err("d")});
    EXPECT_THAT(texts(lines), ElementsAre("aa", "bb", "c", "d"));
}

TEST(TerminalLines, timesAreOfTheFragmentThatBeganTheLine)
{
    const LogLines lines = toLines({{ConsoleStream::Stdout, 1, "a"},
                                    {ConsoleStream::Stdout, 2, "b\nc"},
                                    {ConsoleStream::Logger, std::nullopt, "logged\n"},
                                    {ConsoleStream::Stdout, 3, "\rC\n\n"}});
    ASSERT_THAT(texts(lines), ElementsAre("ab", "C", "logged", ""));
    EXPECT_EQ(lines[0].time, 1);
    EXPECT_EQ(lines[1].time, 2);
    EXPECT_EQ(lines[2].time, std::nullopt);
    EXPECT_EQ(lines[2].stream, ConsoleStream::Logger);
    EXPECT_EQ(lines[3].time, 3);
}

TEST(TerminalLines, severalProgressBars)
{
    std::string text = "bar A   0%\nbar B   0%\n";
    for (int i = 10; i <= 100; i += 10) {
        const std::string percent = std::string(i < 100 ? "  " : " ") + std::to_string(i) + "%";
        text += "\x1b[2A\x1b[2K\rbar A" + percent + "\n\x1b[2K\rbar B" + percent + "\n";
    }
    EXPECT_THAT(shown(text + "end\n"), ElementsAre("bar A 100%", "bar B 100%", "end"));
}

TEST(TerminalLines, cursorUpReachesAHundredLines)
{
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += "line " + std::to_string(i) + "\n";
    const std::vector<std::string> lines = shown(text + "\x1b[100Ahundred\x1b[999Afirst");
    ASSERT_THAT(lines, SizeIs(300));
    EXPECT_EQ(lines[200], "hundredfirst") << "the cursor stands on line 300, still empty";
    EXPECT_EQ(lines[199], "line 199");
}

TextStyle styleOf(const std::string& sgr)
{
    const LogLines lines = toLines({out("\x1b[" + sgr + "mx")});
    return lines[0].spans.empty() ? TextStyle() : lines[0].spans[0].style;
}

TextStyle foreground(std::int32_t color)
{
    TextStyle style;
    style.foreground = color;
    return style;
}

TEST(TerminalLines, colours)
{
    EXPECT_EQ(styleOf("31"), foreground(1));
    EXPECT_EQ(styleOf("97"), foreground(15));
    EXPECT_EQ(styleOf("38;5;208"), foreground(208));
    EXPECT_EQ(styleOf("38:5:208"), foreground(208));
    EXPECT_EQ(styleOf("38;2;1;2;3"), foreground(0x1010203));
    EXPECT_EQ(styleOf("38:2:1:2:3"), foreground(0x1010203));
    EXPECT_EQ(styleOf("38:2::1:2:3"), foreground(0x1010203));
    EXPECT_EQ(styleOf("38;2;1;2;3;39"), TextStyle());
    EXPECT_EQ(styleOf("38;5;300"), TextStyle());
    EXPECT_EQ(styleOf("38;2;1"), TextStyle());
    EXPECT_EQ(styleOf("38"), TextStyle());
    EXPECT_EQ(styleOf("58;5;1;31"), foreground(1)) << "the colour of an underline is passed over";
    EXPECT_EQ(styleOf("31;0"), TextStyle());
    EXPECT_EQ(styleOf("31;"), TextStyle());
    EXPECT_EQ(styleOf("999999999999;32"), foreground(2));
    TextStyle background;
    background.background = 0x1FF8000;
    EXPECT_EQ(styleOf("48;2;255;128;0"), background);
    background.background = 12;
    EXPECT_EQ(styleOf("104"), background);
}

TEST(TerminalLines, attributes)
{
    TextStyle all;
    all.bold = all.faint = all.italic = all.underline = all.inverse = true;
    EXPECT_EQ(styleOf("1;2;3;4;7"), all);
    EXPECT_EQ(styleOf("1;2;3;4;7;22;23;24;27"), TextStyle());
    EXPECT_EQ(styleOf("4;4:0"), TextStyle());
    TextStyle underline;
    underline.underline = true;
    EXPECT_EQ(styleOf("4:3"), underline);
}

TEST(TerminalLines, spansCoverStyledTextOnly)
{
    const LogLines lines = toLines({out("ab\x1b[31mré"), out("d\x1b[0m \x1b[1mbold\x1b[22m end\r\x1b[32mA")});
    ASSERT_THAT(lines, SizeIs(1));
    EXPECT_EQ(lines[0].text, "Abréd bold end");
    TextStyle bold;
    bold.bold = true;
    EXPECT_THAT(lines[0].spans,
                ElementsAre(StyleSpan{0, 1, foreground(2)}, StyleSpan{2, 4, foreground(1)}, StyleSpan{7, 4, bold}));
}

TEST(TerminalLines, longLinesAreNotWrittenOver)
{
    const std::string longText(5000, 'L');
    EXPECT_THAT(shown(longText + "\rshort\n"), ElementsAre(longText, "short"));
    EXPECT_THAT(shown(longText + "\x1b[2K\r\n"), ElementsAre(longText));
    EXPECT_THAT(shown(longText + "\tx"), ElementsAre(longText + std::string(8, ' ') + "x"));
    const std::string editable(4096, 'e');
    EXPECT_THAT(shown(editable + "\rE"), ElementsAre("E" + editable.substr(1)));
    EXPECT_THAT(shown("x\r" + editable + longText), ElementsAre(editable + longText));
}

TEST(TerminalLines, wrapsAtAMebibyteAndLosesNothing)
{
    std::string text;
    for (int i = 0; text.size() < 3'000'000; ++i)
        text += std::to_string(i) + "日";
    const std::vector<std::string> lines = shown(text);
    EXPECT_THAT(lines, SizeIs(3));
    std::string joined;
    for (const std::string& line : lines) {
        EXPECT_LE(line.size(), std::size_t{1} << 20);
        joined += line;
    }
    EXPECT_EQ(joined, text);
}

TEST(TerminalLines, shortEscapesDoNotMakeEndlessBlanks)
{
    std::string text;
    for (int i = 0; i < 20'000; ++i)
        text += "\x1b[4000Gx\n";
    std::size_t bytes = 0;
    for (const std::string& line : shown(text))
        bytes += line.size();
    EXPECT_LT(bytes, text.size() * 10 + 100'000);
}

TEST(TerminalLines, givesTheSameWhenItIsAskedInBetween)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const std::vector<std::string> pieces = {"step\n",
                                             "\r 50%",
                                             "\x1b[3A",
                                             "\x1b[2B",
                                             "x\ty",
                                             "\x1b[2K",
                                             "\n\n",
                                             "é",
                                             "\x1b[31mred",
                                             "\x1b[0m",
                                             std::string(300, 'w') + "\n",
                                             "\b\b",
                                             "\x1b[9D"};
    std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
    for (int round = 0; round < 20; ++round) {
        std::vector<ConsoleFragment> fragments;
        TerminalLines asked;
        LogLines before;
        for (int i = 0; i < 2000; ++i) {
            fragments.push_back(random() % 4 ? out(pieces[piece(random)]) : err(pieces[piece(random)]));
            asked.append(fragments.back());
            if (random() % 50 == 0)
                before = asked.lines();
        }
        const LogLines whole = toLines(fragments), found = asked.lines();
        ASSERT_EQ(texts(found), texts(whole));
        for (std::size_t i = 0; i < whole.size(); ++i)
            ASSERT_EQ(found[i].spans, whole[i].spans);
        ASSERT_LE(before.size(), found.size());
    }
}

TEST(TerminalLines, askingAgainCostsWhatIsNew)
{
    TerminalLines terminal;
    for (int i = 0; i < 20'000; ++i)
        terminal.append(i % 7 ? out("line " + std::to_string(i) + "\n") : err("bar\r"));
    const LogLines before = terminal.lines();
    terminal.append(out("one more\n"));
    const LogLines after = terminal.lines();
    std::size_t others = 0;
    for (std::size_t i = 0; i < before.chunkCount(); ++i)
        others += before.chunk(i) != after.chunk(i);
    EXPECT_LE(others, 1U);
    EXPECT_EQ(after.size(), before.size() + 1);
}

TEST(TerminalLines, aCopyGoesItsOwnWay)
{
    TerminalLines terminal;
    terminal.append(out("a\n 10%"));
    TerminalLines copy = terminal;
    copy.append(out("\r 99%\nrest"));
    terminal.append(out("\r 20%"));
    EXPECT_THAT(texts(copy.lines()), ElementsAre("a", " 99%", "rest"));
    EXPECT_THAT(texts(terminal.lines()), ElementsAre("a", " 20%"));
    TerminalLines below(terminal.lines());
    below.append(out("\x1b[5A\rnext"));
    EXPECT_THAT(texts(below.lines()), ElementsAre("a", " 20%", "next"));
}

/// So many that lines were dropped once, a line feed at a time; the last one is "last".
std::string moreThanAreKept()
{
    return std::string(TerminalLines::kMaxLines + TerminalLines::kMaxLines / 4 + 10, '\n') + "last\n";
}

void expectNote(const LogLines& lines, std::size_t written)
{
    const std::size_t kept = lines.size() - 1;
    EXPECT_EQ(lines.front().text, "[" + std::to_string(written - kept) + " earlier lines are left out]");
    EXPECT_EQ(lines.front().stream, ConsoleStream::Logger);
}

TEST(TerminalLines, theOldestLinesAreDroppedAndTheFirstOneSaysHowMany)
{
    TerminalLines terminal;
    const std::string many = moreThanAreKept();
    const std::size_t written = many.size() - 4; // all but "last" are line feeds
    terminal.append(out(many));
    LogLines lines = terminal.lines();
    EXPECT_LE(lines.size(), TerminalLines::kMaxLines + TerminalLines::kMaxLines / 4);
    EXPECT_GE(lines.size(), TerminalLines::kMaxLines);
    EXPECT_EQ(terminal.dropped() + lines.size(), written);
    expectNote(lines, written);
    EXPECT_EQ(lines.back().text, "last");

    terminal.append(out(many));
    lines = terminal.lines();
    EXPECT_EQ(terminal.dropped() + lines.size(), 2 * written) << "the second time counts what the first one dropped";
    expectNote(lines, 2 * written);
    EXPECT_EQ(lines.back().text, "last");
}

TEST(TerminalLines, theCursorFindsItsRowsAgainAfterLinesWereDropped)
{
    TerminalLines terminal;
    terminal.append(out(moreThanAreKept() + "a\nb\nc\n"));
    ASSERT_GT(terminal.dropped(), 0U);
    const std::size_t size = terminal.lines().size();
    terminal.append(out("\x1b[3A\rA\x1b[B\rB\x1b[100A\rfar"));
    const LogLines lines = terminal.lines();
    ASSERT_EQ(lines.size(), size);
    EXPECT_EQ(lines[size - 3].text, "A");
    EXPECT_EQ(lines[size - 2].text, "B");
    EXPECT_EQ(lines[size - 1].text, "c");
    // One row below the last line, so that the hundredth above it is the 100th line from the end.
    EXPECT_EQ(lines[size - 100].text, "far");
    expectNote(lines, terminal.dropped() + size);
}

/// A progress bar that stood still while the other stream wrote all that: its line is gone, and so is its text.
TEST(TerminalLines, aRowWhoseLineIsGoneBeginsAnew)
{
    TerminalLines terminal;
    terminal.append(err("first\nbar 10%"));
    terminal.append(out(moreThanAreKept()));
    ASSERT_GT(terminal.dropped(), 0U);
    const std::size_t size = terminal.lines().size();
    terminal.append(err("\x1b[Aup\r\nnext"));
    const LogLines lines = terminal.lines();
    ASSERT_EQ(lines.size(), size + 2);
    EXPECT_EQ(lines[size].text, "up");
    EXPECT_EQ(lines[size + 1].text, "next");
    expectNote(lines, terminal.dropped() + lines.size());
}

TEST(TerminalLines, aCopyDropsForItself)
{
    TerminalLines terminal;
    terminal.append(out("first\n" + std::string(TerminalLines::kMaxLines, '\n') + "bar 10%"));
    ASSERT_EQ(terminal.dropped(), 0U);
    TerminalLines copy = terminal;
    const std::size_t size = terminal.lines().size();
    copy.append(out("\r" + moreThanAreKept() + "copy"));
    EXPECT_GT(copy.dropped(), 0U);
    EXPECT_EQ(copy.lines().back().text, "copy");
    terminal.append(out("\rbar 20%"));
    EXPECT_EQ(terminal.dropped(), 0U);
    EXPECT_EQ(terminal.lines().size(), size);
    EXPECT_EQ(terminal.lines().front().text, "first");
    EXPECT_EQ(terminal.lines().back().text, "bar 20%");
    TerminalLines again = copy;
    EXPECT_EQ(again.dropped(), copy.dropped());
    again.append(out("\ragain"));
    EXPECT_EQ(again.lines().back().text, "again");
    EXPECT_EQ(copy.lines().back().text, "copy");
}

TEST(TerminalLines, linesCanBeAskedForInBetween)
{
    TerminalLines terminal;
    terminal.append(out("a\n 10%"));
    terminal.append(out("\r 20%"));
    EXPECT_THAT(texts(terminal.lines()), ElementsAre("a", " 20%"));
    terminal.append(out("\r100%\nend"));
    EXPECT_THAT(texts(terminal.lines()), ElementsAre("a", "100%", "end"));
    EXPECT_THAT(texts(terminal.lines()), ElementsAre("a", "100%", "end"));
}

} // namespace
} // namespace runglass::test
