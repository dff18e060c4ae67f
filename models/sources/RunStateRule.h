// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

namespace runglass
{

/// What the state of a log's writer rests on.
struct StateEvidence {
    std::optional<int> exitCode;
    std::optional<TimeNs> lastSign; ///< by the log's own time
    TimeNs modified = 0;            ///< of the file
    bool isReadable = true;         ///< the file could be opened and is a .wandb file
};

struct StateVerdict {
    RunState state = RunState::Unknown;
    std::string reason; ///< empty when it is the plain exit record
};

/// A writer that has said nothing for this long is taken for dead.
inline constexpr TimeNs kSilenceNs = TimeNs{120} * 1'000'000'000;

/// Exit code 0 finished, 255 killed, another one failed. Without an exit record: running while the last sign of life is
/// younger than two minutes, else crashed.
StateVerdict decideState(const StateEvidence& evidence, TimeNs now);

/// "2026-11-23T06:55:53Z".
std::string utcText(TimeNs time);

} // namespace runglass
