// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/recorder/Crowd.h"

#include "models/processes/OpenFiles.h"
#include "tests/recorder/HttpClient.h"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace runglass::test
{

namespace
{

std::string meet(std::uint16_t port, int size, std::vector<std::unique_ptr<HttpClient>>& clients)
{
    const std::string request = requestText("GET", "/ready", {}, {}, "127.0.0.1:" + std::to_string(port));
    const auto isServed = [&] { return clients.front()->ask(request).status == 200 ? "served" : "not served"; };
    clients.push_back(std::make_unique<HttpClient>(port));
    std::string told = "first " + std::string(isServed());
    while (std::cmp_less(clients.size(), size))
        clients.push_back(std::make_unique<HttpClient>(port));
    told += clients.back()->isClosedWithin(20'000) ? ", last closed" : ", last open";
    return told + ", first " + isServed() + " again";
}

[[noreturn]] void beTheCrowd(int channel, int size)
{
    raiseMostOpenFiles();
    std::uint16_t port = 0;
    std::vector<std::unique_ptr<HttpClient>> clients;
    if (::recv(channel, &port, sizeof(port), MSG_WAITALL) == sizeof(port)) {
        std::string told;
        try {
            told = meet(port, size, clients);
        } catch (const std::exception& error) {
            told = error.what();
        }
        ::send(channel, told.data(), told.size(), MSG_NOSIGNAL);
        ::recv(channel, &port, sizeof(port), 0);
    }
    ::_exit(0);
}

} // namespace

Crowd::Crowd(int size)
{
    std::array<int, 2> ends = {};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends.data()) != 0)
        throw std::runtime_error("no pair of sockets");
    m_process = ::fork();
    if (m_process == 0) {
        ::close(ends[0]);
        beTheCrowd(ends[1], size);
    }
    ::close(ends[1]);
    m_channel = FileDescriptor(ends[0]);
}

Crowd::~Crowd()
{
    leave();
}

std::string Crowd::come(std::uint16_t port)
{
    std::string told(256, '\0');
    ::send(m_channel.get(), &port, sizeof(port), MSG_NOSIGNAL);
    told.resize(static_cast<std::size_t>(std::max<ssize_t>(0, ::recv(m_channel.get(), told.data(), told.size(), 0))));
    return told;
}

void Crowd::leave()
{
    if (m_process < 0)
        return;
    m_channel = FileDescriptor();
    ::waitpid(m_process, nullptr, 0);
    m_process = -1;
}

} // namespace runglass::test
