// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <sys/types.h>

namespace runglass
{

/// The user whose process has the other end of a connected TCP socket. Known only where that end is on this computer.
/// @param tables  the directory with the kernel's tables "tcp" and "tcp6"
/// @source proc(5), /proc/net/tcp
std::optional<uid_t> userOfSocketPeer(int socket, const std::string& tables = "/proc/net");

/// Whether the other end is a process of this process's user, over loopback.
bool isSocketOfOwnUser(int socket);

} // namespace runglass
