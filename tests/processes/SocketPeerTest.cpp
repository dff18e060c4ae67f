// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/SocketPeer.h"

#include "models/processes/FileDescriptor.h"
#include "models/processes/SocketDiagnosis.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <array>
#include <fstream>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace runglass::test
{

namespace
{

/// Both ends of a connection over loopback.
template <typename Address> std::array<FileDescriptor, 2> connection(int family, Address address)
{
    const FileDescriptor listening(::socket(family, SOCK_STREAM, 0));
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listening.get(), reinterpret_cast<const sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listening.get(), 1), 0);
    ::getsockname(listening.get(), reinterpret_cast<sockaddr*>(&address), &size);
    FileDescriptor client(::socket(family, SOCK_STREAM, 0));
    EXPECT_EQ(::connect(client.get(), reinterpret_cast<const sockaddr*>(&address), size), 0);
    return {FileDescriptor(::accept(listening.get(), nullptr, nullptr)), std::move(client)};
}

std::array<FileDescriptor, 2> loopback()
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return connection(AF_INET, address);
}

template <typename Ask> sockaddr_storage endOf(int socket, Ask ask)
{
    sockaddr_storage end = {};
    socklen_t size = sizeof end;
    EXPECT_EQ(ask(socket, reinterpret_cast<sockaddr*>(&end), &size), 0);
    return end;
}

TEST(SocketPeerTest, FindsTheUserOfTheOtherEnd)
{
    const auto ends = loopback();
    EXPECT_EQ(userOfSocketPeer(ends[0].get()), ::geteuid());
    EXPECT_EQ(userOfSocketPeer(ends[1].get()), ::geteuid());
    EXPECT_TRUE(isSocketOfOwnUser(ends[0].get()));
}

TEST(SocketPeerTest, KnowsNobodyWhoIsNotInTheTables)
{
    const TemporaryDirectory directory;
    const auto ends = loopback();
    EXPECT_EQ(userOfSocketPeer(ends[0].get(), directory.path()), std::nullopt);
    std::ofstream(directory.path() / "tcp") << "  sl  local_address rem_address   st\n garbage\n"
                                            << "   0: 0100007F:0001 0100007F:0002 01 0:0 0:0 0 0 0 1\n";
    EXPECT_EQ(userOfSocketPeer(ends[0].get(), directory.path()), std::nullopt);
    EXPECT_EQ(userOfSocketPeer(-1), std::nullopt);
}

TEST(SocketPeerTest, IsFoundAmongManyAndByEitherWay)
{
    std::vector<std::array<FileDescriptor, 2>> many;
    for (int i = 0; i < 50; ++i)
        many.push_back(loopback());
    for (const auto& [served, client] : many) {
        EXPECT_TRUE(isSocketOfOwnUser(served.get()));
        EXPECT_EQ(userOfTcpSocket(endOf(client.get(), ::getsockname), endOf(client.get(), ::getpeername)), ::geteuid());
    }
}

TEST(SocketPeerTest, WhoHasClosedIsNobody)
{
    // For root that matters most: the kernel says 0 of a closed socket, whoever had it.
    auto [served, client] = loopback();
    ::close(client.release());
    EXPECT_FALSE(isSocketOfOwnUser(served.get()));
    EXPECT_EQ(userOfSocketPeer(served.get()), std::nullopt);
}

TEST(SocketPeerTest, ASocketOfNoConnectionIsNobodys)
{
    const FileDescriptor alone(::socket(AF_INET, SOCK_STREAM, 0));
    EXPECT_FALSE(isSocketOfOwnUser(alone.get()));
    std::array<int, 2> pair = {};
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair.data()), 0);
    const FileDescriptor one(pair[0]), other(pair[1]);
    EXPECT_FALSE(isSocketOfOwnUser(one.get()));
}

} // namespace

} // namespace runglass::test
