// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/LogHolders.h"
#include "models/run/Run.h"

namespace runglass
{

/// What the state of a log's writer rests on. Without the last four it is judged by the age of its last record.
struct StateEvidence {
    std::optional<int> exitCode;
    std::optional<TimeNs> lastSign; ///< by the log's own time
    TimeNs modified = 0;            ///< of the file
    bool isReadable = true;         ///< the file could be opened and is a .wandb file
    LogHold hold = {};              ///< who writes it now; NotSeen: nobody looked, or nobody could be seen
    std::string host = {};          ///< the computer that wrote it, as recorded; empty: not recorded
    std::string thisHost = {};      ///< hostName() of this computer
    bool isOnNetwork = true;        ///< the log lies where other computers may write too
};

struct StateVerdict {
    RunState state = RunState::Unknown;
    std::string reason; ///< empty when it is the plain exit record
};

/// A writer that has said nothing for this long is taken for dead.
inline constexpr TimeNs kSilenceNs = TimeNs{120} * 1'000'000'000;

/// Exit code 0 finished, 255 killed, another one failed. Without an exit record: running while a process holds the log.
/// When none does and the log was written on this computer: crashed, or unknown where a process of another user may
/// hold it. Otherwise (another computer, a partial view) running while the last sign of life is younger than two
/// minutes, else crashed.
StateVerdict decideState(const StateEvidence& evidence, TimeNs now);

} // namespace runglass
