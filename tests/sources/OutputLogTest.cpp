// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/OutputLog.h"

#include "models/sources/PosixFileSystem.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

using Console = std::vector<ConsoleFragment>;

ConsoleFragment out(std::string text)
{
    return {ConsoleStream::Stdout, TimeNs{1}, std::move(text)};
}

/// The console's text after files/output.log completed it.
std::string completed(Console console, const std::string& outputLog)
{
    ScratchRuns runs;
    runs.write("run/files/output.log", outputLog);
    LogProblems problems("log");
    completeConsole(PosixFileSystem(), (runs.root() / "run").string(), console, problems);
    EXPECT_TRUE(problems.isEmpty());
    std::string text;
    for (const ConsoleFragment& fragment : console)
        text += fragment.text;
    return text;
}

} // namespace

TEST(OutputLogTest, standsInForAnEmptyConsole)
{
    EXPECT_EQ(completed({}, "step 0\nstep 1\n"), "step 0\nstep 1\n");
}

TEST(OutputLogTest, goesOnWhereTheLogEnds)
{
    EXPECT_EQ(completed({out("a\n"), out("b\n")}, "a\nb\nc\nd\n"), "a\nb\nc\nd\n");
    EXPECT_EQ(completed({out("a\n"), out("b")}, "a\nb\nc\n"), "a\nb\nc\n");
    EXPECT_EQ(completed({out("a\n"), out("b")}, "a\nbig\nc\n"), "a\nbig\nc\n");
    EXPECT_EQ(completed({out("a\r"), out("b\n")}, "b\nc\n"), "a\rb\nc\n");
}

TEST(OutputLogTest, addsNothingWhereTheTwoDiffer)
{
    EXPECT_EQ(completed({out("a\n"), out("b\n")}, "x\nb\nc\n"), "a\nb\n");
    EXPECT_EQ(completed({out("a\nb\nc\n")}, "a\n"), "a\nb\nc\n");
    EXPECT_EQ(completed({out("a\nb\n")}, ""), "a\nb\n");
    EXPECT_EQ(completed({out("a\nb\n")}, "a\nb\n"), "a\nb\n");
}

TEST(OutputLogTest, aLinkIsNotFollowed)
{
    ScratchRuns runs;
    runs.write("secret", "secret");
    std::filesystem::create_directories(runs.root() / "run/files");
    std::filesystem::create_symlink(runs.root() / "secret", runs.root() / "run/files/output.log");
    LogProblems problems("log");
    Console console;
    completeConsole(PosixFileSystem(), (runs.root() / "run").string(), console, problems);
    EXPECT_TRUE(console.empty());
    EXPECT_FALSE(problems.isEmpty());
}

} // namespace runglass::test
