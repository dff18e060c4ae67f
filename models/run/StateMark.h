// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <optional>
#include <string>

namespace runglass
{

/// What a user says that the state of a run is, as of a script whose computer died. It stands for what was known then:
/// it no longer counts once the run has said something new.
struct StateMark {
    RunState state = RunState::Crashed; ///< see isMarkable
    std::string reason;                 ///< in the user's words; may be empty
    std::optional<TimeNs> lastSign;     ///< of the run when it was marked
    std::optional<int> exitCode;        ///< the same

    bool operator==(const StateMark&) const = default;
};

/// Finished, failed, crashed or killed: a run is said to have ended, never to live.
bool isMarkable(RunState state);

/// Whether Run::stateReason says that a user has marked the run.
bool isMarkReason(const std::string& stateReason);
/// The user's words in it; empty: they gave none.
std::string reasonOfMark(const std::string& stateReason);

/// {"state", "reason", "last_sign", "exit_code"}, and back: nothing when it is no mark.
Value markValue(const StateMark& mark);
std::optional<StateMark> markOf(const Value& value);

/// The mark that the run shows, as markValue; null: none.
Value markOf(const Run& run);
/// The run shows the mark, unless it has said something since: a sign of life after it, or another end.
/// @param run  without a mark: see takeEditsBack in RunFields.h
void applyMark(Run& run, const StateMark& mark, const std::string& user, std::optional<TimeNs> when);
/// The run shows its state as its source has it.
void takeMarkBack(Run& run);

/// The state as the run's source has it, whatever it is marked as.
RunState ownState(const Run& run);
/// The source says something else; a mark stays over it.
void setOwnState(Run& run, RunState state, std::string reason);

} // namespace runglass
