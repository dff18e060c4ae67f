// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/recorder/HttpClient.h"

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>

namespace runglass::test
{

namespace
{

constexpr int kPatienceMs = 30'000;

std::size_t lengthIn(const std::string& head)
{
    const std::string name = "Content-Length: ";
    const std::size_t at = head.find(name);
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + name.size()));
}

} // namespace

HttpClient::HttpClient(std::uint16_t port)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("nobody listens on port " + std::to_string(port));
}

bool HttpClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

HttpAnswer HttpClient::receive()
{
    HttpAnswer answer;
    std::array<char, 65536> buffer = {};
    for (;;) {
        const std::size_t end = m_pending.find("\r\n\r\n");
        if (end != std::string::npos) {
            const std::size_t whole = end + 4 + lengthIn(m_pending.substr(0, end));
            if (m_pending.size() >= whole) {
                answer.head = m_pending.substr(0, end);
                answer.body = m_pending.substr(end + 4, whole - end - 4);
                answer.status = std::stoi(answer.head.substr(answer.head.find(' ')));
                m_pending.erase(0, whole);
                return answer;
            }
        }
        pollfd wait{m_socket.get(), POLLIN, 0};
        if (::poll(&wait, 1, kPatienceMs) <= 0)
            throw std::runtime_error("no answer came");
        const ssize_t size = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
        if (size <= 0)
            return answer;
        m_pending.append(buffer.data(), static_cast<std::size_t>(size));
    }
}

HttpAnswer HttpClient::ask(std::string_view bytes)
{
    send(bytes);
    return receive();
}

bool HttpClient::isClosedWithin(int milliseconds)
{
    char byte = 0;
    pollfd wait{m_socket.get(), POLLIN, 0};
    return ::poll(&wait, 1, milliseconds) > 0 && ::recv(m_socket.get(), &byte, 1, 0) <= 0;
}

std::string requestText(std::string_view method, std::string_view path, std::string_view body, std::string_view header,
                        std::string_view host)
{
    std::string text(method);
    text += ' ';
    text += path;
    text += " HTTP/1.1\r\nHost: ";
    text += host;
    text += "\r\n";
    text += header;
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    text += body;
    return text;
}

} // namespace runglass::test
