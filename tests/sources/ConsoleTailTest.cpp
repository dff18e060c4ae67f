// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/ConsoleTail.h"

#include "tests/sources/LogPayloads.h"
#include "tests/sources/ReadRun.h"
#include "tests/sources/ScratchRuns.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

constexpr std::uint64_t kStart = 1'700'000'000;
const std::string kTraceback = "Traceback (most recent call last):\n"
                               "  File \"train.py\", line 3, in <module>\n"
                               "    step()\n"
                               "ValueError: boom";

std::string outputLine(std::size_t number)
{
    return "epoch " + std::to_string(number) + " of very many\n";
}

/// A run that printed this on stderr, and how it ended.
RunUpdate readEnded(std::string_view text, std::optional<int> exitCode, bool isStdout = false)
{
    ScratchRuns runs;
    std::vector<std::string> records = {runRecord("abc", kStart), consoleRecord(isStdout, text, kStart + 1)};
    if (exitCode)
        records.push_back(exitRecord(*exitCode, 2));
    runs.add("abc", records);
    return readRun(runs.root());
}

Run readFixture(const std::string& scenario)
{
    return readRun(fixture("wandb/" + scenario)).run;
}

std::string lastLineOf(const std::filesystem::path& file)
{
    std::string text = readBytes(file);
    text.erase(text.find_last_not_of('\n') + 1);
    return text.substr(text.rfind('\n') + 1);
}

} // namespace

TEST(ConsoleTailTest, findsWhatWasPrintedLast)
{
    ConsoleTail tail;
    EXPECT_FALSE(tail.traceback());
    for (std::size_t i = 0; i < 100'000; ++i)
        tail.add(ConsoleStream::Stderr, outputLine(i));
    for (const char c : kTraceback) // as fragments may come
        tail.add(ConsoleStream::Stderr, std::string_view(&c, 1));
    tail.add(ConsoleStream::Stdout, outputLine(0));
    ASSERT_TRUE(tail.traceback());
    EXPECT_EQ(tail.traceback()->text, kTraceback);
    EXPECT_EQ(tail.traceback()->exception, "ValueError: boom");
}

TEST(ConsoleTailTest, whatLiesFarBackIsForgotten)
{
    ConsoleTail tail;
    tail.add(ConsoleStream::Stderr, kTraceback + "\n\n");
    std::size_t added = 0;
    for (std::size_t i = 0; added < ConsoleTail::kBytes - kTraceback.size() - 100; ++i) {
        tail.add(ConsoleStream::Stderr, outputLine(i));
        added += outputLine(i).size();
    }
    EXPECT_TRUE(tail.traceback());
    tail.add(ConsoleStream::Stderr, std::string(600, '.'));
    EXPECT_FALSE(tail.traceback());
    tail.add(ConsoleStream::Stderr, kTraceback + "\n\n");
    tail.add(ConsoleStream::Stderr, std::string(3 * ConsoleTail::kBytes, '.'));
    EXPECT_FALSE(tail.traceback());
}

TEST(ConsoleTailTest, loggersCountAsStderrAndStdoutOnlyWhereThereIsNothingElse)
{
    ConsoleTail tail;
    tail.add(ConsoleStream::Stdout, "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nKeyError: 1\n");
    EXPECT_EQ(tail.traceback()->exception, "KeyError: 1");
    tail.add(ConsoleStream::Logger, kTraceback);
    EXPECT_EQ(tail.traceback()->exception, "ValueError: boom");
}

TEST(ConsoleTailTest, realRunsThatDied)
{
    const auto failed = readFixture("exception");
    EXPECT_EQ(failed.state, RunState::Failed);
    const std::string last =
        lastLineOf(fixture("wandb/exception/wandb/offline-run-20261123_065539-0aasx5lq/files/output.log"));
    EXPECT_EQ(failed.exception, last);
    EXPECT_TRUE(failed.exception.starts_with("RuntimeError: boom "));
    EXPECT_TRUE(failed.traceback.starts_with("Traceback (most recent call last):\n  File "));
    EXPECT_TRUE(failed.traceback.ends_with('\n' + last));
    for (const char* scenario : {"sigint", "sigint_blocks"}) {
        const auto killed = readFixture(scenario);
        EXPECT_EQ(killed.state, RunState::Killed);
        EXPECT_EQ(killed.exception, "KeyboardInterrupt");
        EXPECT_TRUE(killed.traceback.ends_with("\nKeyboardInterrupt"));
    }
}

TEST(ConsoleTailTest, realRunsThatSaidNothing)
{
    for (const char* scenario : {"sysexit", "finishcode", "sigkill", "sigkill_blocks", "sigterm", "console"}) {
        const auto run = readFixture(scenario);
        EXPECT_EQ(run.traceback, "") << scenario;
        EXPECT_EQ(run.exception, "") << scenario;
    }
}

TEST(ConsoleTailTest, aRunThatEndedWellSurvivedIt)
{
    EXPECT_EQ(readEnded(kTraceback, 0).run.traceback, "");
    EXPECT_EQ(readEnded(kTraceback, 1).run.traceback, kTraceback);
    EXPECT_EQ(readEnded(kTraceback, 255).run.traceback, kTraceback);
    EXPECT_EQ(readEnded(kTraceback, 1, true).run.traceback, kTraceback);
}

TEST(ConsoleTailTest, aRunWithoutExitRecordMayHaveItInOutputLogOnly)
{
    const auto crashed = [](std::string_view printed, std::string_view outputLog) {
        ScratchRuns runs;
        const std::filesystem::path folder =
            runs.add("abc", {runRecord("abc", kStart), consoleRecord(false, printed, kStart + 1)});
        if (!outputLog.empty())
            runs.write(std::filesystem::relative(folder, runs.root()) / "files/output.log", outputLog);
        return readRun(runs.root()).run;
    };
    EXPECT_EQ(crashed("", "step 1\n" + kTraceback + "\n").state, RunState::Crashed);
    EXPECT_EQ(crashed("", "step 1\n" + kTraceback + "\n").traceback, kTraceback);
    EXPECT_EQ(crashed("", std::string(1'000'000, '.') + '\n' + kTraceback + "\n").exception, "ValueError: boom");
    EXPECT_EQ(crashed(kTraceback, "").traceback, kTraceback);
    EXPECT_EQ(crashed(kTraceback, "step 1\n").traceback, kTraceback);
    EXPECT_EQ(crashed("", "step 1\n").traceback, "");
}

TEST(ConsoleTailTest, theLastSegmentCounts)
{
    ScratchRuns runs;
    runs.add("abc", {runRecord("abc", kStart), consoleRecord(false, kTraceback, kStart + 1), exitRecord(1, 2)});
    runs.add("abc", {runRecord("abc", kStart + 100), consoleRecord(true, "fine\n", kStart + 101), exitRecord(3, 2)},
             "20240102_040405");
    const auto run = readRun(runs.root()).run;
    EXPECT_EQ(run.exitCode, 3);
    EXPECT_EQ(run.traceback, "");
}

} // namespace runglass::test
