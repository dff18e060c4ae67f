// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/SingleWindow.h"

#include "app/window/WindowMessage.h"
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"

#include <QSignalSpy>
#include <QTest>

#include <cstring>
#include <future>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>

namespace runglass::test
{

namespace
{

using namespace std::chrono_literals;
using Role = SingleWindow::Role;

const WindowRequest kRequest{{QStringLiteral("/runs/a b"), QStringLiteral("/学習")}, "token"};

class SingleWindowTest : public ::testing::Test
{
protected:
    SingleWindowTest() { ::chmod(m_runtime.path().c_str(), 0700); }

    QString runtime() const { return QString::fromStdString(m_runtime.path().string()); }
    /// A start of the program in a thread of its own, while this one's event loop runs.
    Role startAgain(std::chrono::milliseconds patience = 5s, uid_t owner = ::geteuid())
    {
        auto role = std::async(std::launch::async, [this, patience, owner] {
            SingleWindow second(runtime(), QStringLiteral("key"), owner);
            return second.claim(kRequest, patience);
        });
        EXPECT_TRUE(QTest::qWaitFor([&] { return role.wait_for(0s) == std::future_status::ready; }, 20'000));
        return role.get();
    }
    /// What a stranger would do: connect, say something, read what comes back.
    std::string talk(const std::string& words)
    {
        auto answer = std::async(std::launch::async, [this, words] {
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            for (const auto& entry : std::filesystem::directory_iterator(m_runtime.path() / "runglass"))
                if (entry.is_socket())
                    std::strncpy(address.sun_path, entry.path().c_str(), sizeof address.sun_path - 1);
            const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
            EXPECT_EQ(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
            std::size_t sent = 0;
            while (sent < words.size()) {
                const ssize_t count = ::send(socket, words.data() + sent, words.size() - sent, MSG_NOSIGNAL);
                if (count <= 0)
                    break;
                sent += static_cast<std::size_t>(count);
            }
            ::shutdown(socket, SHUT_WR);
            char bytes[64] = {};
            const ssize_t count = ::recv(socket, bytes, sizeof bytes, 0);
            ::close(socket);
            return std::string(bytes, static_cast<std::size_t>(std::max<ssize_t>(0, count)));
        });
        EXPECT_TRUE(QTest::qWaitFor([&] { return answer.wait_for(0s) == std::future_status::ready; }, 20'000));
        return answer.get();
    }

    TemporaryDirectory m_runtime;
};

} // namespace

TEST_F(SingleWindowTest, TheSecondStartHandsOverAndEnds)
{
    SingleWindow first(runtime(), QStringLiteral("key"));
    ASSERT_EQ(first.claim({}), Role::First);
    WindowRequest taken;
    QObject::connect(&first, &SingleWindow::requested, [&taken](const WindowRequest& request) { taken = request; });
    EXPECT_EQ(startAgain(), Role::Handed);
    EXPECT_EQ(taken.locations, kRequest.locations);
    EXPECT_EQ(taken.activationToken, kRequest.activationToken);
    EXPECT_EQ(startAgain(), Role::Handed) << "and the third";
}

TEST_F(SingleWindowTest, AnotherSessionHasAWindowOfItsOwn)
{
    SingleWindow first(runtime(), QStringLiteral("key"));
    ASSERT_EQ(first.claim({}), Role::First);
    SingleWindow other(runtime(), QStringLiteral("other key"));
    EXPECT_EQ(other.claim({}), Role::First);
    const QString here = SingleWindow::sessionKey(QStringLiteral("/a.ini"));
    EXPECT_NE(here, SingleWindow::sessionKey(QStringLiteral("/b.ini")));
    const QByteArray display = qgetenv("DISPLAY");
    qputenv("DISPLAY", ":93");
    EXPECT_NE(here, SingleWindow::sessionKey(QStringLiteral("/a.ini")));
    qputenv("DISPLAY", display);
}

TEST_F(SingleWindowTest, WhoeverEndsMakesRoom)
{
    {
        SingleWindow first(runtime(), QStringLiteral("key"));
        ASSERT_EQ(first.claim({}), Role::First);
    }
    SingleWindow next(runtime(), QStringLiteral("key"));
    EXPECT_EQ(next.claim({}), Role::First);
}

TEST_F(SingleWindowTest, OneThatWasKilledLeavesNothingInTheWay)
{
    const pid_t child = ::fork();
    if (child == 0) {
        SingleWindow first(runtime(), QStringLiteral("key"));
        ::_exit(first.claim({}) == Role::First ? 0 : 1); // no destructor: lock and socket stay as they are
    }
    int status = -1;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);
    SingleWindow next(runtime(), QStringLiteral("key"));
    EXPECT_EQ(next.claim({}), Role::First);
}

TEST_F(SingleWindowTest, OneThatDoesNotAnswerIsNotWaitedForForever)
{
    SingleWindow first(runtime(), QStringLiteral("key"));
    ASSERT_EQ(first.claim({}), Role::First);
    // In this thread, whose event loop does not run meanwhile.
    SingleWindow second(runtime(), QStringLiteral("key"));
    EXPECT_EQ(second.claim(kRequest, 200ms), Role::Alone);
}

TEST_F(SingleWindowTest, NobodyElseIsHeard)
{
    SingleWindow first(runtime(), QStringLiteral("key"));
    ASSERT_EQ(first.claim({}), Role::First);
    // As if this process ran for somebody else: its directory is not private to him.
    EXPECT_EQ(startAgain(200ms, ::geteuid() + 1), Role::Alone);
}

TEST_F(SingleWindowTest, StandsNonsense)
{
    SingleWindow first(runtime(), QStringLiteral("key"));
    ASSERT_EQ(first.claim({}), Role::First);
    QSignalSpy requested(&first, &SingleWindow::requested);
    for (const char* words : {"", "x", "[]", "{\"open\": 1}", "{\"open\": [\"relative\"]}", "{\"open\": [7]}"})
        EXPECT_EQ(talk(words), "") << words;
    EXPECT_EQ(talk(std::string(3'000'000, '[')), "");
    EXPECT_EQ(requested.size(), 0);
    EXPECT_EQ(talk("{\"open\": [\"/x\", \"https://wandb.ai/e/p/runs/i\"]}"), "taken\n");
    EXPECT_EQ(requested.size(), 1);
    EXPECT_EQ(startAgain(), Role::Handed);
}

TEST_F(SingleWindowTest, MeetsNobodyWhereOthersCouldListen)
{
    SingleWindow none({}, QStringLiteral("key"));
    EXPECT_EQ(none.claim({}), Role::Alone);
    SingleWindow relative(QStringLiteral("run"), QStringLiteral("key"));
    EXPECT_EQ(relative.claim({}), Role::Alone);
    ::chmod(m_runtime.path().c_str(), 0777);
    SingleWindow open(runtime(), QStringLiteral("key"));
    EXPECT_EQ(open.claim({}), Role::Alone);
    ::chmod(m_runtime.path().c_str(), 0700);
    std::filesystem::create_directory_symlink("/tmp", m_runtime.path() / "runglass");
    SingleWindow link(runtime(), QStringLiteral("key"));
    EXPECT_EQ(link.claim({}), Role::Alone);
    const QString deep = runtime() + QLatin1Char('/') + QString(120, QLatin1Char('x'));
    std::filesystem::create_directory(deep.toStdString());
    SingleWindow tooLong(deep, QStringLiteral("key"));
    EXPECT_EQ(tooLong.claim({}), Role::Alone) << "the path is longer than a socket's may be";
}

TEST(WindowMessage, ComesBackAsItWasSent)
{
    const auto request = requestFrom(messageOf(kRequest));
    ASSERT_TRUE(request);
    EXPECT_EQ(request->locations, kRequest.locations);
    EXPECT_EQ(request->activationToken, kRequest.activationToken);
    EXPECT_TRUE(requestFrom(messageOf({})));
    EXPECT_TRUE(requestFrom(messageOf({{}, QByteArray(5000, 'a')}))->activationToken.isEmpty());
}

} // namespace runglass::test
