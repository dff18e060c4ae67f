// SPDX-License-Identifier: GPL-3.0-or-later
// Who holds the log of a run of the real SDK, while it lives and after it died.
#include "models/processes/LogHolders.h"
#include "tests/sdk/SdkRun.h"
#include "tests/support/TestEnvironment.h"

#include <QTest>
#include <gtest/gtest.h>

#include <csignal>
#include <unistd.h>

namespace runglass::test
{

namespace
{

using Kind = LogHold::Kind;

LogHold holdOf(const SdkRun& run)
{
    return LogHolders::look().holdOf(run.log().string());
}

/// wandb-core ends by itself soon after its script.
bool becomesFree(const SdkRun& run)
{
    return QTest::qWaitFor([&run] { return holdOf(run).kind == Kind::Free; }, 60'000);
}

} // namespace

TEST(LogHoldersSdkTest, aLiveRunIsHeldByTheCoreOfItsScript)
{
    const TemporaryDirectory directory;
    SdkRun run(directory.path());
    run.execute("run.log({'loss': 1.0})");
    const LogHold hold = holdOf(run);
    ASSERT_EQ(hold.kind, Kind::Held);
    ASSERT_TRUE(hold.holder);
    EXPECT_EQ(hold.holder->command, "wandb-core");
    EXPECT_EQ(hold.holder->trainingPid, run.pid());
    EXPECT_NE(hold.holder->pid, run.pid());
    EXPECT_EQ(hold.holder->uid, ::geteuid());
    run.end();
    EXPECT_TRUE(becomesFree(run));
}

TEST(LogHoldersSdkTest, aKilledRunIsFreeAtOnce)
{
    const TemporaryDirectory directory;
    SdkRun run(directory.path());
    const LogHold hold = holdOf(run);
    ASSERT_TRUE(hold.holder);
    run.signal(SIGKILL);
    ::kill(static_cast<pid_t>(hold.holder->pid), SIGKILL);
    EXPECT_TRUE(becomesFree(run));
}

TEST(LogHoldersSdkTest, theCoreLetsGoWhenOnlyItsScriptIsKilled)
{
    const TemporaryDirectory directory;
    SdkRun run(directory.path());
    ASSERT_EQ(holdOf(run).kind, Kind::Held);
    run.signal(SIGKILL);
    EXPECT_TRUE(becomesFree(run));
}

TEST(LogHoldersSdkTest, aStoppedScriptStillRuns)
{
    const TemporaryDirectory directory;
    SdkRun run(directory.path());
    ::kill(static_cast<pid_t>(run.pid()), SIGSTOP);
    EXPECT_EQ(holdOf(run).kind, Kind::Held);
    ::kill(static_cast<pid_t>(run.pid()), SIGCONT);
}

TEST(LogHoldersSdkTest, theRunsOfOneScriptEachHaveTheirLog)
{
    const TemporaryDirectory directory;
    SdkRun run(directory.path());
    run.execute("print('console text'); second = wandb.init(mode='offline', dir='.', reinit='create_new')");
    std::vector<std::string> logs;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory.path())) {
        if (entry.path().extension() == ".wandb")
            logs.push_back(entry.path().string());
    }
    ASSERT_EQ(logs.size(), 2U);
    const LogHolders holders = LogHolders::look();
    for (const std::string& log : logs) {
        const LogHold hold = holders.holdOf(log);
        ASSERT_TRUE(hold.holder) << log;
        EXPECT_EQ(hold.holder->trainingPid, run.pid());
    }
    // A run that has ended while its script goes on is held no more.
    run.execute("run.finish()");
    EXPECT_TRUE(becomesFree(run));
    const std::string& other = logs[logs[0] == run.log().string() ? 1 : 0];
    EXPECT_EQ(LogHolders::look().holdOf(other).kind, Kind::Held);
}

} // namespace runglass::test
