// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/Run.h"

#include "models/run/ExitCode.h"
#include "models/run/Result.h"
#include "models/run/RunDetail.h"
#include "models/run/Series.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <memory>

namespace runglass::test
{

namespace
{

Run command(std::string executable, std::string program, std::vector<std::string> args)
{
    runglass::Run run;
    run.executable = std::move(executable);
    run.program = std::move(program);
    run.args = std::move(args);
    return run;
}

TEST(CommandLine, joinsWhatWasRecorded)
{
    EXPECT_EQ(commandLine({}), "");
    EXPECT_EQ(commandLine(command("", "", {"--lr", "1"})), "");
    EXPECT_EQ(commandLine(command("/usr/bin/python3", "train.py", {"--lr=0.1", "a,b"})),
              "/usr/bin/python3 train.py --lr=0.1 a,b");
    EXPECT_EQ(commandLine(command("", "train.py", {})), "train.py");
    EXPECT_EQ(commandLine(command("python", "", {"x"})), "python x");
}

TEST(CommandLine, leavesWhatIsNoPathAsItIs)
{
    EXPECT_EQ(commandLine(command("python", "-m package.module", {"x"})), "python -m package.module x");
    EXPECT_EQ(commandLine(command("python", "<stdin>", {})), "python <stdin>");
    EXPECT_EQ(commandLine(command("python", "<python with no main file>", {})), "python <python with no main file>");
}

TEST(CommandLine, quotesForAShell)
{
    EXPECT_EQ(commandLine(command("/opt/my python", "my script.py", {"", "it's", "$HOME", "a b", "*", "日本", "\n"})),
              "'/opt/my python' 'my script.py' '' 'it'\\''s' '$HOME' 'a b' '*' '日本' '\n'");
}

/// What a shell makes of a text: words, each ended by a zero byte.
std::string wordsOfAShell(const std::string& line)
{
    const std::string script = "printf '%s\\0' " + line;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(script.c_str(), "r"), &::pclose);
    std::string words;
    for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get()))
        words += static_cast<char>(c);
    return words;
}

TEST(CommandLine, aShellReadsItBack)
{
    const std::vector<std::string> words = {"a b", "'",   "''x'",  "\"",     "\\",      "$(false)", "`false`",
                                            "",    ";ls", "&",     "> /tmp", "line\nb", "\ttab",    "#x",
                                            "~",   "!x",  "{a,b}", "[z]",    "日本 ü",  "-n",       "--flag=v w"};
    std::string expected;
    for (const std::string& word : words)
        expected += word + '\0';
    const std::string line = commandLine(command("python", "", words));
    EXPECT_EQ(wordsOfAShell(line), std::string("python") + '\0' + expected);
}

TEST(RunName, showsTheIdWhereNoNameIs)
{
    runglass::Run run;
    run.path.id = "1jx1ud12";
    EXPECT_EQ(displayName(run), "1jx1ud12");
    run.name = "baseline";
    EXPECT_EQ(displayName(run), "baseline");
}

TEST(RunState, namesGoBothWays)
{
    for (const RunState state : {RunState::Running, RunState::Finished, RunState::Failed, RunState::Crashed,
                                 RunState::Killed, RunState::Pending, RunState::Unknown})
        EXPECT_EQ(runStateFromName(toName(state)), state);
    EXPECT_EQ(toName(RunState::Killed), "killed");
    EXPECT_FALSE(runStateFromName("Finished"));
    EXPECT_FALSE(runStateFromName(""));
}

TEST(Artifact, sizeAndOrigin)
{
    Artifact artifact;
    artifact.type = "dataset";
    artifact.members = {{"a", 3, "", "", ""}, {"b", std::nullopt, "", "s3://x", ""}, {"c", 4, "", "", ""}};
    EXPECT_EQ(artifact.sizeBytes(), 7U);
    EXPECT_FALSE(artifact.isInternal());
    artifact.type = "run_table";
    EXPECT_TRUE(artifact.isInternal());
}

TEST(Series, valuesOfEveryKind)
{
    Series series;
    series.step = {0, 1};
    series.values = std::vector<std::int64_t>{1, 2};
    EXPECT_EQ(series.at(1), Value(2));
    EXPECT_EQ(series.toDoubles(), (std::vector<double>{1, 2}));
    series.values = std::vector<double>{0.5, 1};
    EXPECT_EQ(series.at(1), Value(1.0));
    series.values = std::vector<std::uint8_t>{1, 0};
    EXPECT_EQ(series.at(0), Value(true));
    EXPECT_EQ(series.toDoubles(), (std::vector<double>{1, 0}));
    series.values = std::vector<Value>{"text", 3};
    EXPECT_EQ(series.kind(), SeriesKind::Json);
    EXPECT_TRUE(std::isnan(series.toDoubles()[0]));
    EXPECT_EQ(series.toDoubles()[1], 3.0);
}

TEST(ExitCode, hintsAtASignal)
{
    EXPECT_EQ(signalOfExitCode(143), "SIGTERM");
    EXPECT_EQ(signalOfExitCode(137), "SIGKILL");
    EXPECT_EQ(signalOfExitCode(130), "SIGINT");
    for (const int code : {-15, 0, 1, 15, 128, 133 + 12, 193, 255, 256 + 15})
        EXPECT_EQ(signalOfExitCode(code), "") << code;
    EXPECT_EQ(exitCodeText(143), "143 (128 + SIGTERM)");
    EXPECT_EQ(exitCodeText(-9), "-9");
    EXPECT_EQ(exitCodeText(255), "255");
}

TEST(Error, describesItself)
{
    EXPECT_EQ(describe({Error::Kind::Io, "why", "/a/b", 12}), "/a/b at byte 12: why");
    EXPECT_EQ(describe({Error::Kind::Io, "why", "/a/b"}), "/a/b: why");
    EXPECT_EQ(describe({Error::Kind::Io, "why", "", 12}), "at byte 12: why");
    EXPECT_EQ(describe({Error::Kind::Io, "why", ""}), "why");
}

} // namespace
} // namespace runglass::test
