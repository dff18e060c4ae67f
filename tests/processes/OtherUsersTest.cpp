// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said of the logs of other users. Root sees everything, so the looking program runs as somebody else too.
#include "models/processes/LogHolders.h"
#include "tests/processes/HoldingProcess.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

/// A log of a stranger and a probe that anybody may run.
class AsRootOtherUsersTest : public ::testing::Test
{
protected:
    AsRootOtherUsersTest()
        : m_log(m_directory.path() / "run-abc.wandb")
        , m_probe(m_directory.path() / "probe")
    {
        std::ofstream(m_log) << ":W&B";
        fs::copy_file(RUNGLASS_LOG_HOLD_PROBE, m_probe);
        fs::permissions(m_directory.path(), fs::perms(0755));
        fs::permissions(m_probe, fs::perms(0755));
    }
    void SetUp() override
    {
        ASSERT_TRUE(mayActAsOthers());
        give(kStranger);
    }

    void give(std::uint32_t owner) const { ASSERT_EQ(::chown(m_log.c_str(), owner, owner), 0); }
    std::string seenBy(std::uint32_t user) const
    {
        return outputOf(m_probe.string(), {QString::fromStdString(m_log.string())}, user);
    }

    TemporaryDirectory m_directory;
    fs::path m_log;
    fs::path m_probe;
};

const std::string kHidden = "hidden by user " + std::to_string(kStranger);
const std::string kAsOnlooker =
    "setpriv --reuid=" + std::to_string(kOnlooker) + " --regid=" + std::to_string(kOnlooker) + " --clear-groups";

} // namespace

TEST_F(AsRootOtherUsersTest, whatAStrangersProcessHoldsIsHidden)
{
    const HoldingProcess process(m_log, HoldingProcess::How::Appending, kStranger);
    EXPECT_EQ(seenBy(kOnlooker), kHidden);
    EXPECT_EQ(seenBy(kStranger), "held by " + std::to_string(process.pid()));
    EXPECT_EQ(seenBy(0), "held by " + std::to_string(process.pid()));
}

TEST_F(AsRootOtherUsersTest, usersAreNamed)
{
    constexpr std::uint32_t kNobody = 65534;
    give(kNobody);
    const HoldingProcess process(m_log, HoldingProcess::How::Appending, kNobody);
    EXPECT_EQ(seenBy(kOnlooker), "hidden by nobody");
}

TEST_F(AsRootOtherUsersTest, anyProcessOfTheStrangerMayHoldIt)
{
    const fs::path other = m_directory.path() / "other.wandb";
    std::ofstream(other) << ":W&B";
    const HoldingProcess process(other, HoldingProcess::How::Reading, kStranger);
    EXPECT_EQ(seenBy(kOnlooker), kHidden);
    EXPECT_EQ(seenBy(kStranger), "free");
}

TEST_F(AsRootOtherUsersTest, aStrangerWithoutProcessesHoldsNothing)
{
    EXPECT_EQ(seenBy(kOnlooker), "free");
    HoldingProcess process(m_log, HoldingProcess::How::Appending, kStranger);
    EXPECT_EQ(seenBy(kOnlooker), kHidden);
    process.kill();
    EXPECT_EQ(seenBy(kOnlooker), "free");
}

TEST_F(AsRootOtherUsersTest, aZombieOfTheStrangerHidesNothing)
{
    // The shell does not wait for its child, which so stays a zombie of the stranger; the shell itself is root's.
    QProcess parent;
    const QString script = QStringLiteral("import os, sys, time\n"
                                          "child = os.fork()\n"
                                          "if child == 0:\n"
                                          "    os.setuid(%1)\n"
                                          "    os._exit(0)\n"
                                          "os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)\n"
                                          "print('ended', flush=True)\n"
                                          "time.sleep(600)\n")
                               .arg(kStranger);
    parent.start(QStringLiteral("python3"), {QStringLiteral("-c"), script});
    while (!parent.canReadLine())
        ASSERT_TRUE(parent.waitForReadyRead(30'000)) << parent.readAllStandardError().toStdString();
    EXPECT_EQ(seenBy(kOnlooker), "free");
    parent.kill();
    parent.waitForFinished();
}

TEST_F(AsRootOtherUsersTest, theKernelTellsAnOwnerOfOthersWhoWrite)
{
    // Readable by nobody else, but the owner learns that somebody writes: the log is not free.
    fs::permissions(m_log, fs::perms(0666));
    const HoldingProcess process(m_log, HoldingProcess::How::Appending, kOnlooker);
    EXPECT_EQ(seenBy(kStranger), "held by 0");
}

TEST_F(AsRootOtherUsersTest, othersNotListedAtAllAreHidden)
{
    const fs::path processes = m_directory.path() / "proc";
    fs::create_directory(processes);
    const std::string script =
        "mount -t proc -o hidepid=2 proc \"$1\" && exec " + kAsOnlooker + " \"$2\" \"$3\" \"$1\"";
    const std::string seen = outputOf(
        "unshare", {QStringLiteral("--mount"), QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                    QString::fromStdString(script), QStringLiteral("sh"), QString::fromStdString(processes.string()),
                    QString::fromStdString(m_probe.string()), QString::fromStdString(m_log.string())});
    EXPECT_EQ(seen, kHidden);
}

TEST_F(AsRootOtherUsersTest, aContainerDoesNotSeeWhoIsOutside)
{
    const std::string script = "exec " + kAsOnlooker + " \"$1\" \"$2\"";
    const std::string seen =
        outputOf("unshare",
                 {QStringLiteral("--pid"), QStringLiteral("--fork"), QStringLiteral("--mount-proc"),
                  QStringLiteral("/bin/sh"), QStringLiteral("-c"), QString::fromStdString(script), QStringLiteral("sh"),
                  QString::fromStdString(m_probe.string()), QString::fromStdString(m_log.string())});
    EXPECT_EQ(seen, "not seen");
}

} // namespace runglass::test
