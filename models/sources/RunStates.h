// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/LogHolders.h"
#include "models/run/Clock.h"
#include "models/run/RunDetail.h"
#include "models/sources/FileSystem.h"
#include "models/sources/RunStateRule.h"

#include <functional>
#include <map>
#include <optional>

namespace runglass
{

/// Decides the states of runs from what their logs say, who holds them and how old they are. No log is read for it.
/// @thread  any one at a time
class RunStates
{
public:
    using Look = std::function<LogHolders()>;

    /// Borrows files and clock.
    /// @param look  asks for the processes of this computer; null: they cannot be seen
    RunStates(const FileSystem& files, const Clock& clock, Look look);

    /// Looks at the processes again. Before looking at logs: what a process wrote before it ended is then seen.
    void look();
    /// Sets state, reason and the warnings of incomplete tails of the run and its segments; and what files/output.log
    /// says of why it died when it is found to have crashed.
    /// @param statuses  of the segments' logs, by path; one that is not there decides nothing
    void decide(Run& run, RunDetail& detail, const std::map<std::string, FileStatus>& statuses);

private:
    StateEvidence evidenceOf(const Run& run, const Segment& segment, const FileStatus& log);
    LogHold holdOf(const Segment& segment, const FileStatus& log);
    bool isShared(const std::string& folder, std::uint64_t device);

    const FileSystem& m_files;
    const Clock& m_clock;
    Look m_look;
    std::string m_thisHost;
    std::optional<LogHolders> m_holders;    ///< of the last look
    std::map<std::uint64_t, bool> m_shared; ///< by device
};

} // namespace runglass
