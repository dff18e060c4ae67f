// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <sys/socket.h>
#include <sys/types.h>

namespace runglass
{

/// Whose the TCP socket with these ends is, as the kernel says when asked for that one (sock_diag): at the same cost
/// however many connections there are. Nothing when it has no answer, which does not mean that there is no such socket.
/// @param own   the socket's own end
/// @param peer  of the same family
std::optional<uid_t> userOfTcpSocket(const sockaddr_storage& own, const sockaddr_storage& peer);

} // namespace runglass
