// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunCommand.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// What the system says of a process. @source proc_pid_stat(5), proc_pid_status(5)
struct ProcessFacts {
    ProcessIdentity identity;
    std::int64_t parent = 0, group = 0, session = 0;
    char state = '?';           ///< as in stat: 'Z' has ended, 'T' is suspended
    std::uint32_t realUser = 0; ///< user ID
    bool ignoresInterrupt = false;
    bool isInContainer = false; ///< it has another number there, and so may mean another one by its own
    std::string name;           ///< of the program; printable characters only
    std::string commandLine;    ///< printable, on one line, at most some hundred characters

    bool hasEnded() const { return state == 'Z' || state == 'X'; }
};

/// Nothing when there is no such process, or it cannot be read.
std::optional<ProcessFacts> factsOf(std::int64_t pid);

/// Numbers of all processes that can be seen.
std::vector<std::int64_t> allProcesses();

/// Paths of the files that a process has open for writing and whose names end so, as they were opened.
std::vector<std::string> filesWrittenBy(std::int64_t pid, const std::string& suffix);

/// The same of all processes of a program that can be looked into.
std::vector<std::string> filesWrittenByAll(const std::string& program, const std::string& suffix);

} // namespace runglass
