// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/FileDescriptor.h"

#include <cstdint>
#include <string>
#include <sys/types.h>

namespace runglass::test
{

/// Many clients at once, in a process of their own: one may not have enough files for both ends of each connection.
class Crowd
{
public:
    /// To be made before there are threads.
    explicit Crowd(int size);
    ~Crowd();
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    /// All connect and stay. What the first one was answered before and after, and the last one.
    std::string come(std::uint16_t port);
    void leave();

private:
    FileDescriptor m_channel;
    pid_t m_process = -1;
};

} // namespace runglass::test
