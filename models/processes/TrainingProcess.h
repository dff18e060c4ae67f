// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/FileDescriptor.h"
#include "models/processes/LogHolders.h"
#include "models/processes/ProcessFacts.h"
#include "models/run/Result.h"

#include <string>
#include <vector>

namespace runglass
{

/// The script that writes a log, proved: the SDK's wandb-core holds the log open for writing and says for which process
/// it does; that process runs as the same user, was there before wandb-core, has not ended, and is held by a pidfd, so
/// that no other process can be meant by its number any more.
/// @thread any one at a time
class TrainingProcess
{
public:
    /// Looks at the processes of this computer.
    /// @errors Refused, with what is missing in the proof
    static Result<TrainingProcess> find(const std::string& log);

    const ProcessFacts& facts() const { return m_facts; }
    /// Whether the wandb-core that writes for it has a connection to this port of this computer.
    bool isConnectedTo(std::uint16_t port) const;
    /// Other logs that it writes: their runs end with it.
    const std::vector<std::string>& otherLogs() const { return m_otherLogs; }

    /// All processes of its group, where each of them can be proved to belong to it: of the same user, and the group's
    /// leader or started by it. Itself first.
    /// @errors Refused, with what is missing
    Result<std::vector<ProcessIdentity>> group() const;

    /// Sends one SIGINT, through the pidfd.
    /// @errors Refused: it has ended, or may not be interrupted by us
    Status interrupt() const;
    /// Sends one to each of these, all proved once more before the first one.
    /// @param members  as group() said
    /// @errors Refused: the group is another one by now; nobody was interrupted
    Status interruptGroup(const std::vector<ProcessIdentity>& members) const;

private:
    TrainingProcess() = default;

    FileDescriptor m_pidfd;
    FileDescriptor m_corefd; ///< of its wandb-core
    std::int64_t m_core = 0; ///< that one's number
    ProcessFacts m_facts;
    std::vector<std::string> m_otherLogs;
};

} // namespace runglass
