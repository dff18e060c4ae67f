// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/FileDescriptor.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace runglass::test
{

struct HttpAnswer {
    int status = 0;   ///< 0: the connection ended without an answer
    std::string head; ///< status line and header
    std::string body;
};

/// One connection, on which bytes are sent as they are.
class HttpClient
{
public:
    /// Throws when nobody listens.
    explicit HttpClient(std::uint16_t port);

    /// False when the other side has closed.
    bool send(std::string_view bytes);
    /// Waits for one answer, at most for some seconds.
    HttpAnswer receive();
    HttpAnswer ask(std::string_view bytes);
    /// Whether the other side closes within the time.
    bool isClosedWithin(int milliseconds);

private:
    FileDescriptor m_socket;
    std::string m_pending;
};

/// A request with a body and further header lines, each ended by CRLF.
std::string requestText(std::string_view method, std::string_view path, std::string_view body = {},
                        std::string_view header = {}, std::string_view host = "localhost");

} // namespace runglass::test
