// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/SocketPeer.h"

#include "models/processes/SocketDiagnosis.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <netinet/in.h>
#include <sstream>
#include <sys/socket.h>
#include <unistd.h>

namespace runglass
{

namespace
{

struct Ends {
    sockaddr_storage own = {}, peer = {};
};

bool readEnds(int socket, Ends& ends)
{
    socklen_t ownSize = sizeof ends.own, peerSize = sizeof ends.peer;
    return ::getsockname(socket, reinterpret_cast<sockaddr*>(&ends.own), &ownSize) == 0 &&
           ::getpeername(socket, reinterpret_cast<sockaddr*>(&ends.peer), &peerSize) == 0 &&
           ends.own.ss_family == ends.peer.ss_family;
}

/// An end as the kernel's table has it: words of the address in the byte order of the machine, the port in that of
/// people.
std::string tableName(const sockaddr_storage& address)
{
    std::array<unsigned char, 16> bytes = {};
    std::size_t size = 4;
    unsigned port = 0;
    if (address.ss_family == AF_INET6) {
        sockaddr_in6 six = {};
        std::memcpy(&six, &address, sizeof six);
        std::memcpy(bytes.data(), &six.sin6_addr, 16);
        size = 16;
        port = ntohs(six.sin6_port);
    } else {
        sockaddr_in four = {};
        std::memcpy(&four, &address, sizeof four);
        std::memcpy(bytes.data(), &four.sin_addr, 4);
        port = ntohs(four.sin_port);
    }
    std::string name;
    std::array<char, 16> text = {};
    for (std::size_t at = 0; at < size; at += 4) {
        std::uint32_t word = 0;
        std::memcpy(&word, bytes.data() + at, 4);
        std::snprintf(text.data(), text.size(), "%08X", word);
        name += text.data();
    }
    std::snprintf(text.data(), text.size(), ":%04X", port);
    return name + text.data();
}

bool isLoopback(const sockaddr_storage& address)
{
    if (address.ss_family == AF_INET6) {
        sockaddr_in6 six = {};
        std::memcpy(&six, &address, sizeof six);
        return IN6_IS_ADDR_LOOPBACK(&six.sin6_addr);
    }
    sockaddr_in four = {};
    std::memcpy(&four, &address, sizeof four);
    constexpr std::uint32_t kLoopbackNet = 127;
    return address.ss_family == AF_INET && (ntohl(four.sin_addr.s_addr) >> 24) == kLoopbackNet;
}

} // namespace

std::optional<uid_t> userOfSocketPeer(int socket, const std::string& tables)
{
    Ends ends;
    if (!readEnds(socket, ends))
        return std::nullopt;
    // The other end's own address is our peer's.
    const std::string local = tableName(ends.peer), remote = tableName(ends.own);
    // The kernel names user 0 for one that is closed.
    const std::string kEstablished = "01";
    std::ifstream table(tables + (ends.own.ss_family == AF_INET6 ? "/tcp6" : "/tcp"));
    for (std::string line; std::getline(table, line);) {
        // There may be thousands of lines, and this is asked of each connection.
        if (line.find(local) == std::string::npos)
            continue;
        std::istringstream fields(line);
        std::string number, from, to, state, queues, timer, retransmits;
        uid_t user = 0;
        if (fields >> number >> from >> to >> state >> queues >> timer >> retransmits >> user && from == local &&
            to == remote && state == kEstablished)
            return user;
    }
    return std::nullopt;
}

bool isSocketOfOwnUser(int socket)
{
    Ends ends;
    if (!readEnds(socket, ends) || !isLoopback(ends.peer))
        return false;
    // The kernel's table is long when there are many connections, and read as a whole.
    std::optional<uid_t> user = userOfTcpSocket(ends.peer, ends.own);
    if (!user)
        user = userOfSocketPeer(socket);
    return user == std::optional(::geteuid());
}

} // namespace runglass
