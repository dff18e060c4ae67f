// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace runglass::test
{

/// What a process cost.
struct MeasuredRun {
    int status = -1;        ///< exit status; -1 when it was ended by a signal: a crash, or it ran longer than it may
    long peakMegabytes = 0; ///< resident, as wait4 tells it
    double cpuSeconds = 0;
};

/// Runs the command line program of this build with a private cache and no display, and measures it. Its output goes to
/// the file, or nowhere. After a minute it is ended.
/// What this process itself has resident counts too, since a child begins as a copy of its parent.
MeasuredRun measureRunglass(const std::vector<std::string>& arguments,
                            const std::filesystem::path& output = "/dev/null");

} // namespace runglass::test
