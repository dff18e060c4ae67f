// SPDX-License-Identifier: GPL-3.0-or-later
// Who is interrupted for a run, and who is not.
#include "models/processes/TrainingProcess.h"

#include "tests/processes/HoldingProcess.h"
#include "tests/processes/TrainingScript.h"

#include <QTest>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <linux/sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using Interrupts = TrainingScript::Interrupts;

class TrainingProcessTest : public ::testing::Test
{
protected:
    fs::path log(const std::string& id)
    {
        const fs::path log = m_directory.path() / ("run-" + id + ".wandb");
        std::ofstream(log) << ":W&B";
        return log;
    }
    static std::string refusal(const fs::path& log)
    {
        const Result<TrainingProcess> found = TrainingProcess::find(log.string());
        return found ? "found process " + std::to_string(found->facts().identity.pid) : found.error().detail;
    }
    const fs::path& directory() const { return m_directory.path(); }

    TemporaryDirectory m_directory;
};

/// For processes that root alone can make.
class AsRootTrainingProcessTest : public TrainingProcessTest
{
protected:
    void SetUp() override { ASSERT_TRUE(mayActAsOthers()); }
};

/// Makes a process with this number, as a counter that has gone round would. It waits for its end.
pid_t makeProcess(pid_t number)
{
    clone_args arguments = {};
    arguments.exit_signal = SIGCHLD;
    arguments.set_tid = reinterpret_cast<std::uint64_t>(&number);
    arguments.set_tid_size = 1;
    const long pid = ::syscall(SYS_clone3, &arguments, sizeof arguments);
    if (pid == 0)
        for (;;)
            ::pause();
    return static_cast<pid_t>(pid);
}

void endProcess(pid_t number)
{
    ::kill(number, SIGKILL);
    ::waitpid(number, nullptr, 0);
}

} // namespace

TEST_F(TrainingProcessTest, interruptsTheScriptOnce)
{
    TrainingScript script;
    const CoreProcess core(directory(), {log("a")}, script.pid());
    const Result<TrainingProcess> found = TrainingProcess::find(log("a").string());
    ASSERT_TRUE(found.ok()) << found.error().detail;
    EXPECT_EQ(found->facts().identity.pid, script.pid());
    EXPECT_THAT(found->facts().commandLine, HasSubstr("train.py"));
    EXPECT_EQ(found->facts().realUser, ::geteuid());
    EXPECT_FALSE(found->facts().ignoresInterrupt);
    EXPECT_TRUE(found->otherLogs().empty());
    ASSERT_TRUE(found->interrupt().ok());
    EXPECT_TRUE(script.answers());
    EXPECT_EQ(script.end(), 0);
    const Status again = found->interrupt();
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().detail, "The script has just ended.");
}

TEST_F(TrainingProcessTest, seesThatInterruptsAreIgnored)
{
    const TrainingScript script(Interrupts::Ignores);
    const CoreProcess core(directory(), {log("a")}, script.pid());
    const Result<TrainingProcess> found = TrainingProcess::find(log("a").string());
    ASSERT_TRUE(found.ok()) << found.error().detail;
    EXPECT_TRUE(found->facts().ignoresInterrupt);
}

TEST_F(TrainingProcessTest, namesTheOtherRunsOfTheScript)
{
    const TrainingScript script;
    const CoreProcess core(directory(), {log("a"), log("b")}, script.pid());
    const CoreProcess another(directory(), {log("c")}, script.pid());
    const Result<TrainingProcess> found = TrainingProcess::find(log("a").string());
    ASSERT_TRUE(found.ok()) << found.error().detail;
    EXPECT_THAT(found->otherLogs(), testing::UnorderedElementsAre(log("b").string(), log("c").string()));
}

TEST_F(TrainingProcessTest, aScriptThatHasEndedIsNobody)
{
    TrainingScript script;
    const CoreProcess core(directory(), {log("a")}, script.pid());
    script.end();
    EXPECT_EQ(refusal(log("a")), "The script has ended already.");
}

TEST_F(TrainingProcessTest, whoHoldsTheLogMustBeTheSdks)
{
    const TrainingScript script;
    EXPECT_EQ(refusal(log("a")), "No process of this computer writes it now.");
    EXPECT_EQ(refusal(directory() / "none.wandb"), "No process of this computer writes it now.");
    {
        const CoreProcess editor(directory(), {log("a")}, script.pid(), "editor");
        EXPECT_THAT(refusal(log("a")), HasSubstr("which is not how the SDK writes one"));
    }
    const CoreProcess silent(directory(), {log("a")}, 0);
    EXPECT_THAT(refusal(log("a")), HasSubstr("does not say for which script"));
}

TEST_F(TrainingProcessTest, aGroupIsTakenWhenAllOfItIsProved)
{
    TrainingScript script;
    const CoreProcess core(directory(), {log("a")}, script.pid());
    const Result<TrainingProcess> found = TrainingProcess::find(log("a").string());
    ASSERT_TRUE(found.ok()) << found.error().detail;
    // It starts a child every second, which may come or go just now.
    bool isInterrupted = false;
    for (int attempt = 0; attempt < 50 && !isInterrupted; ++attempt) {
        const Result<std::vector<ProcessIdentity>> group = found->group();
        ASSERT_TRUE(group.ok()) << group.error().detail;
        EXPECT_EQ(group->front(), found->facts().identity);
        isInterrupted = found->interruptGroup(*group).ok();
    }
    EXPECT_TRUE(isInterrupted);
    EXPECT_TRUE(script.answers());
    EXPECT_EQ(script.end(), 0);
}

TEST_F(TrainingProcessTest, aGroupWithAStrangerInItIsLeftAlone)
{
    const TrainingScript script;
    const CoreProcess core(directory(), {log("a")}, script.pid());
    const Result<TrainingProcess> found = TrainingProcess::find(log("a").string());
    ASSERT_TRUE(found.ok()) << found.error().detail;
    QProcess other;
    const auto group = static_cast<pid_t>(script.pid());
    other.setChildProcessModifier([group] { ::setpgid(0, group); });
    other.start(QStringLiteral("/bin/sleep"), {QStringLiteral("600")});
    ASSERT_TRUE(other.waitForStarted());
    const Result<std::vector<ProcessIdentity>> members = found->group();
    ASSERT_FALSE(members.ok());
    EXPECT_THAT(members.error().detail, HasSubstr("was not started by who leads it"));
    EXPECT_FALSE(found->interruptGroup({found->facts().identity}).ok());
    other.kill();
    other.waitForFinished();
}

TEST_F(AsRootTrainingProcessTest, aRecycledNumberIsAnotherProcess)
{
    auto script = std::make_unique<TrainingScript>();
    const auto number = static_cast<pid_t>(script->pid());
    const CoreProcess core(directory(), {log("a")}, number);
    ASSERT_TRUE(TrainingProcess::find(log("a").string()).ok());
    script.reset();
    // Start times are told in hundredths of a second. The number is free once its last child has ended.
    const std::uint64_t started = factsOf(core.pid())->identity.startTime;
    pid_t recycled = -1;
    ASSERT_TRUE(QTest::qWaitFor([&] {
        recycled = makeProcess(number);
        if (recycled == number && factsOf(number)->identity.startTime > started)
            return true;
        if (recycled == number)
            endProcess(number);
        return false;
    }));
    EXPECT_THAT(refusal(log("a")), HasSubstr("its number is another one's now"));
    endProcess(number);
}

TEST_F(AsRootTrainingProcessTest, anotherUsersProcessIsNot)
{
    const TrainingScript script(Interrupts::Answers, kStranger);
    const CoreProcess core(directory(), {log("a")}, script.pid());
    EXPECT_THAT(refusal(log("a")), HasSubstr("is not of the user who writes the log"));
}

TEST_F(AsRootTrainingProcessTest, nobodyInterruptsForAnother)
{
    fs::permissions(directory(), fs::perms(0777));
    fs::copy_file(RUNGLASS_LOG_HOLD_PROBE, directory() / "probe");
    fs::permissions(directory() / "probe", fs::perms(0755));
    const fs::path held = log("a");
    ASSERT_EQ(::chown(held.c_str(), kStranger, kStranger), 0);
    TrainingScript script(Interrupts::Answers, kStranger);
    const CoreProcess core(directory(), {held}, script.pid(), "wandb-core", kStranger);
    const auto interruptAs = [&](std::uint32_t user) {
        return outputOf((directory() / "probe").string(),
                        {QString::fromStdString(held.string()), QStringLiteral("--interrupt")}, user);
    };
    EXPECT_EQ(interruptAs(kOnlooker),
              "A process of user " + std::to_string(kStranger) + " that cannot be looked into may write it.");
    EXPECT_EQ(interruptAs(kStranger), "interrupted " + std::to_string(script.pid()));
    EXPECT_TRUE(script.answers());
    EXPECT_EQ(script.end(), 0);
}

} // namespace runglass::test
