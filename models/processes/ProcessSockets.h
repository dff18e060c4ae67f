// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace runglass
{

/// Whether a process has a TCP connection to this port of its own computer. False also where it cannot be looked into.
/// @source proc(5), /proc/PID/net/tcp and /proc/PID/fd
bool isConnectedTo(std::int64_t pid, std::uint16_t port);

} // namespace runglass
