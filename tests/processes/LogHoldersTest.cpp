// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/LogHolders.h"

#include "tests/processes/HoldingProcess.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using How = HoldingProcess::How;
using Kind = LogHold::Kind;

/// A log in a directory of its own.
class LogHoldersTest : public ::testing::Test
{
protected:
    LogHoldersTest()
        : m_log(m_directory.path() / "run-abc.wandb")
    {
        std::ofstream(m_log) << ":W&B";
    }

    std::optional<LogHolder> holderByNumber() const
    {
        struct stat status = {};
        EXPECT_EQ(::stat(m_log.c_str(), &status), 0);
        return LogHolders::look().holderOf(status.st_dev, status.st_ino);
    }
    LogHold hold() const { return LogHolders::look().holdOf(m_log.string()); }

    TemporaryDirectory m_directory;
    fs::path m_log;
};

} // namespace

TEST_F(LogHoldersTest, findsWhoWrites)
{
    for (const How how : {How::Writing, How::Appending, How::ReadingAndWriting}) {
        const HoldingProcess process(m_log, how);
        const std::optional<LogHolder> holder = holderByNumber();
        ASSERT_TRUE(holder);
        EXPECT_EQ(holder->pid, process.pid());
        EXPECT_EQ(holder->command, "sh");
        EXPECT_EQ(holder->trainingPid, 0);
        EXPECT_EQ(holder->uid, ::geteuid());
        EXPECT_EQ(hold().kind, Kind::Held);
        EXPECT_EQ(hold().holder->pid, process.pid());
    }
}

TEST_F(LogHoldersTest, doesNotCountReaders)
{
    const HoldingProcess other(m_log, How::Reading);
    const int own = ::open(m_log.c_str(), O_RDONLY | O_CLOEXEC);
    ASSERT_GE(own, 0);
    EXPECT_FALSE(holderByNumber());
    EXPECT_EQ(hold().kind, Kind::Free);
    ::close(own);
}

TEST_F(LogHoldersTest, doesNotCountAPathOnlyDescriptor)
{
    const int own = ::open(m_log.c_str(), O_PATH | O_CLOEXEC);
    ASSERT_GE(own, 0);
    EXPECT_FALSE(holderByNumber());
    EXPECT_EQ(hold().kind, Kind::Free);
    ::close(own);
}

TEST_F(LogHoldersTest, aDeadProcessHoldsNothing)
{
    HoldingProcess process(m_log);
    ASSERT_TRUE(holderByNumber());
    process.kill();
    EXPECT_FALSE(holderByNumber());
    EXPECT_EQ(hold().kind, Kind::Free);
}

TEST_F(LogHoldersTest, aZombieHoldsNothing)
{
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        ::open(m_log.c_str(), O_WRONLY);
        ::_exit(0);
    }
    siginfo_t ended = {};
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOWAIT), 0);
    std::ifstream status("/proc/" + std::to_string(child) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(status), {}};
    EXPECT_NE(text.find(") Z "), std::string::npos) << text;
    EXPECT_FALSE(holderByNumber());
    EXPECT_EQ(hold().kind, Kind::Free);
    ::waitpid(child, nullptr, 0);
}

TEST_F(LogHoldersTest, aLogMadeAnewIsAnotherOne)
{
    const HoldingProcess process(m_log);
    fs::remove(m_log);
    std::ofstream(m_log) << "new";
    EXPECT_FALSE(holderByNumber());
    EXPECT_EQ(hold().kind, Kind::Free);
}

TEST_F(LogHoldersTest, followsARenamedFolder)
{
    const fs::path folder = m_directory.path() / "a";
    fs::create_directory(folder);
    fs::rename(m_log, folder / "run-abc.wandb");
    m_log = folder / "run-abc.wandb";
    const HoldingProcess process(m_log);
    fs::rename(folder, m_directory.path() / "b");
    m_log = m_directory.path() / "b/run-abc.wandb";
    EXPECT_EQ(hold().kind, Kind::Held);
    EXPECT_TRUE(holderByNumber());
}

TEST_F(LogHoldersTest, seesThroughAHardLinkWhoseOtherNameIsGone)
{
    const HoldingProcess process(m_log);
    fs::create_hard_link(m_log, m_directory.path() / "run-copy.wandb");
    fs::remove(m_log);
    m_log = m_directory.path() / "run-copy.wandb";
    ASSERT_TRUE(holderByNumber());
    EXPECT_EQ(holderByNumber()->pid, process.pid());
}

TEST_F(LogHoldersTest, whatIsNoFileIsNotSeen)
{
    EXPECT_EQ(LogHolders::look().holdOf((m_directory.path() / "no.wandb").string()).kind, Kind::NotSeen);
    EXPECT_EQ(LogHolders::look().holdOf(m_directory.path().string()).kind, Kind::NotSeen);
    const fs::path pipe = m_directory.path() / "run-pipe.wandb";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(LogHolders::look().holdOf(pipe.string()).kind, Kind::NotSeen);
    const fs::path link = m_directory.path() / "run-link.wandb";
    fs::create_symlink(m_log, link);
    EXPECT_EQ(LogHolders::look().holdOf(link.string()).kind, Kind::NotSeen);
}

TEST_F(LogHoldersTest, looksWhileProcessesComeAndGo)
{
    const HoldingProcess process(m_log);
    const std::string churn = "while :; do /bin/true; done";
    QProcess busy;
    busy.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QString::fromStdString(churn)});
    ASSERT_TRUE(busy.waitForStarted());
    for (int i = 0; i < 50; ++i)
        ASSERT_TRUE(holderByNumber());
    busy.kill();
    busy.waitForFinished();
}

TEST_F(LogHoldersTest, aSignalOfTheLeaseDoesNotEndUs)
{
    // Who opens a leased file for writing has its lessor told. The default signal would end this program.
    std::atomic<bool> done = false;
    std::thread writer([this, &done] {
        while (!done)
            ::close(::open(m_log.c_str(), O_WRONLY | O_CLOEXEC));
    });
    const LogHolders holders = LogHolders::look();
    for (int i = 0; i < 20'000; ++i)
        holders.holdOf(m_log.string());
    done = true;
    writer.join();
    // The first look may have seen the writer.
    EXPECT_EQ(LogHolders::look().holdOf(m_log.string()).kind, Kind::Free);
}

TEST(HostNameTest, isTheSystems)
{
    EXPECT_EQ(hostName(), outputOf("python3", {QStringLiteral("-c"),
                                               QStringLiteral("import socket; print(socket.gethostname())")}));
}

} // namespace runglass::test
