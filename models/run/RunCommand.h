// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunPath.h"
#include "models/run/StateMark.h"
#include "models/run/Value.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace runglass
{

/// What an edit found in a field and what it left there: a text, an array of texts (tags), a bool (locked), or null or
/// an object (state_mark: see StateMark.h).
struct FieldChange {
    std::string field; ///< "name", "notes", "tags", "group", "job_type", "locked" or "state_mark"
    Value before, after;

    bool operator==(const FieldChange&) const = default;
};

/// A process, told from all others that ever had its number on this computer.
struct ProcessIdentity {
    std::int64_t pid = 0;
    std::uint64_t startTime = 0; ///< clock ticks since the computer started

    auto operator<=>(const ProcessIdentity&) const = default;
};

/// What a user asks of a run. It goes to the source that owns the run; the effect comes back as data.
struct RunCommand {
    enum class Kind { Stop, Delete, Restore, Purge, Edit, Lock, Unlock };

    /// Fields to change; unset ones stay.
    struct Edit {
        std::optional<std::string> name, notes, group, jobType;
        std::vector<std::string> addTags, removeTags;
        std::vector<FieldChange> reverts; ///< to take back, each where the value is still what the change left
        std::optional<StateMark> mark;    ///< of it state and reason count: the source adds what it knows
        bool takesMarkBack = false;       ///< the state is the source's own again
    };
    /// What was shown to the user who confirmed (StopPlan).
    struct Stop {
        std::optional<ProcessIdentity> process; ///< only this one; unset: whatever is proved
        bool wholeGroup = false;                ///< all processes of its group, where every one is proved
        /// Those that commands of the same request have interrupted: a second interrupt would cut short what a script
        /// does at the first. Commands of a request are carried out one after another. Null: each interrupts.
        std::shared_ptr<std::set<ProcessIdentity>> interrupted = {};
    };

    Kind kind = Kind::Stop;
    RunPath run;
    Edit edit = {};
    Stop stop = {};
    std::string folder = {}; ///< Delete: this folder alone; Restore, Purge: where it lies in the trash. Empty: all
    /// Delete: when the run is removed for good, the artifacts that it made are too, but for those that ArtifactPlan
    /// says are kept.
    bool takesArtifacts = false;
};

/// What came of a command.
struct CommandEffect {
    std::vector<FieldChange> changes = {}; ///< of Edit, Lock, Unlock; none: it was so already
    std::uint64_t bytes = 0;               ///< Delete: now in the trash · Purge: freed
    std::string folder = {};               ///< Delete: where it lies in the trash, as Restore takes it
    std::string note = {};                 ///< what else to tell the user, in English; empty: nothing
};

/// What becomes of the artifacts that a run made if they go with it. Each version counts.
struct ArtifactPlan {
    std::size_t gone = 0;    ///< nothing else needs them
    std::uint64_t bytes = 0; ///< that Purge frees with them: contents that other artifacts share stay
    std::size_t used = 0;    ///< kept, since another run uses or logged them too
    std::size_t linked = 0;  ///< kept, since another collection has them too

    bool operator==(const ArtifactPlan&) const = default;
};

/// Whether a command can be carried out on a run, or why not (one sentence for a tooltip).
struct Capability {
    bool allowed = false;
    std::string reason;
};

/// Answers for every kind of command.
struct Capabilities {
    Capability stop, remove, restore, edit, lock, unlock;
};

/// Whom a stop would interrupt: for the user to confirm.
struct StopPlan {
    ProcessIdentity process;
    std::string script; ///< its command line, printable
    std::string user;
    std::string host;
    std::vector<std::string> otherRuns; ///< IDs of other runs that this process writes: they stop too
    bool ignoresInterrupt = false;      ///< it has said that it does not want to hear of SIGINT
    std::vector<ProcessIdentity> group; ///< all processes of its group where each is proved; else empty
    std::string groupReason;            ///< why the group cannot be had
    /// Not empty: no process is proved, so the recorder tells the run's writer, and this says so for the user, in
    /// English. process is none then, and goes into RunCommand::Stop as it is: nothing else is done than what was
    /// shown.
    std::string asked;
};

} // namespace runglass
