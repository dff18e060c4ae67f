// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/PosixFileSystem.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace runglass::test
{

namespace
{

/// A process that waits for somebody to open the reading end of a FIFO.
class WaitingWriter
{
public:
    explicit WaitingWriter(const std::filesystem::path& fifo)
    {
        std::array<int, 2> ends = {};
        if (::pipe(ends.data()) != 0)
            throw std::runtime_error("no pipe");
        m_process = ::fork();
        if (m_process == 0) {
            const char begun = 'b';
            if (::write(ends[1], &begun, 1) != 1)
                ::_exit(1);
            const int writing = ::open(fifo.c_str(), O_WRONLY);
            const char woken = 'w';
            ::_exit(writing >= 0 && ::write(ends[1], &woken, 1) == 1 ? 0 : 1);
        }
        ::close(ends[1]);
        m_news = ends[0];
        char begun = 0;
        if (::read(m_news, &begun, 1) != 1)
            throw std::runtime_error("the writer has not begun");
    }
    ~WaitingWriter()
    {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
        ::close(m_news);
    }
    WaitingWriter(const WaitingWriter&) = delete;
    WaitingWriter& operator=(const WaitingWriter&) = delete;

    /// Whether the FIFO was opened; waits at most that long.
    bool isWoken(int milliseconds) const
    {
        pollfd news = {m_news, POLLIN, 0};
        return ::poll(&news, 1, milliseconds) == 1;
    }

private:
    pid_t m_process = -1;
    int m_news = -1;
};

class SpecialFilesTest : public testing::TestWithParam<PosixFileSystem::Beneath>
{
protected:
    void SetUp() override { ASSERT_EQ(::mkfifo(m_fifo.c_str(), 0600), 0); }

    TemporaryDirectory m_directory;
    std::filesystem::path m_fifo = m_directory.path() / "fifo";
    PosixFileSystem m_disk{GetParam()};
};

} // namespace

TEST_P(SpecialFilesTest, aFifoIsNotOpenedAtAll)
{
    const WaitingWriter writer(m_fifo);
    const auto fromBelow = m_disk.openBelow(m_directory.path().string(), "fifo");
    ASSERT_FALSE(fromBelow);
    EXPECT_EQ(fromBelow.error().detail, "it is no regular file");
    const auto direct = m_disk.openFile(m_fifo.string());
    ASSERT_FALSE(direct);
    EXPECT_EQ(direct.error().detail, "it is no regular file");
    EXPECT_FALSE(writer.isWoken(200));
    // The writer is a witness: it does wake when the FIFO is opened.
    const int reading = ::open(m_fifo.c_str(), O_RDONLY | O_NONBLOCK);
    EXPECT_TRUE(writer.isWoken(30'000));
    ::close(reading);
}

TEST_P(SpecialFilesTest, devicesAndDirectoriesAreRefused)
{
    for (const auto& [root, path] : {std::pair("/dev", "zero"), std::pair("/dev", "null"), std::pair("/", "dev")}) {
        const auto opened = m_disk.openBelow(root, path);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().kind, Error::Kind::Unsupported);
    }
    EXPECT_EQ(m_disk.openFile("/dev/zero").error().kind, Error::Kind::Unsupported);
}

INSTANTIATE_TEST_SUITE_P(BothWays, SpecialFilesTest,
                         testing::Values(PosixFileSystem::Beneath::Kernel, PosixFileSystem::Beneath::Walk),
                         [](const auto& made) {
                             return made.param == PosixFileSystem::Beneath::Kernel ? "kernel" : "walk";
                         });

} // namespace runglass::test
