// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/RunDetail.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// One writer's part of a recorded run: where its lines begin, and what is known of it.
struct RecordedSegment {
    std::uint64_t history = 0, events = 0, output = 0; ///< its first lines in the files
    std::optional<TimeNs> startedAt;
    std::optional<TimeNs> lastSign;       ///< greatest time in its lines
    std::optional<std::int64_t> lastStep; ///< of its history
    std::optional<int> exitCode;
};

/// What the recorder keeps of a run beside its config, summary and lines: RecordedRun::doc.
struct RunRecord {
    std::string name, notes, description, group, jobType, sweep, host, program, repo, commit;
    std::string traceback, exception; ///< as in Run
    std::vector<std::string> tags;
    TimeNs createdAt = 0;
    TimeNs heartbeatAt = 0;          ///< when the last request of its writer came
    std::string environment;         ///< JSON object, as wandb-metadata.json; empty: none was sent
    std::optional<std::string> said; ///< a state that was set in so many words, as "pending"
    bool isComplete = false;         ///< the writer said that it has ended
    std::optional<int> exitCode;
    bool isPreempting = false;
    bool isSilent = false;      ///< nothing was heard for too long
    bool isInterrupted = false; ///< what it printed last is a KeyboardInterrupt's traceback
    bool shallStop = false;     ///< its writer is told to stop
    /// Its process was interrupted for it: it is to end, and its writer is told nothing. Not part of what is encoded:
    /// RecordedRun::stop says it.
    bool isInterruptSent = false;
    /// Where line 0 of the writer's output lies: one that begins anew does not write over what another printed.
    std::uint64_t outputBase = 0;
    bool isOutputBegun = true;            ///< false: outputBase is to be found with the first line
    std::optional<double> runtimeSeconds; ///< greatest _runtime in its history
    std::vector<Alert> alerts;
    std::vector<RecordedSegment> segments = {RecordedSegment()};
};

std::string encodeRecord(const RunRecord& record);
/// @errors Corruption
Result<RunRecord> decodeRecord(std::string_view json);

/// The state that follows, and in stateReason's words what it rests on where that is not the plain exit code.
struct RecordedState {
    RunState state = RunState::Running;
    std::string reason;
    std::string word; ///< as wandb.Api() names it: "running", "crashed", "preempted", …
};
RecordedState stateOf(const RunRecord& record);

} // namespace runglass
