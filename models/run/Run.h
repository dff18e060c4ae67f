// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunPath.h"
#include "models/run/RunState.h"
#include "models/run/Value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// Nanoseconds since 1970-01-01T00:00:00Z.
using TimeNs = std::int64_t;

/// Something that could not be read, and what it cost. Belongs to the run it was met in.
struct Warning {
    std::string file;                         ///< path as opened
    std::optional<std::uint64_t> offset = {}; ///< byte offset in file
    std::string cause;                        ///< one sentence in English

    bool operator==(const Warning&) const = default;
};

struct GitInfo {
    std::string remote;
    std::string commit;
    std::string branch;
};

struct GpuInfo {
    std::string name;
    std::uint64_t memoryBytes = 0; ///< 0: not recorded
};

/// Numbers are 0 and texts empty where nothing was recorded.
struct Hardware {
    int cpuCount = 0;        ///< physical cores
    int cpuCountLogical = 0; ///< logical cores
    std::string cpuModel;
    std::uint64_t memoryBytes = 0;
    std::uint64_t diskBytes = 0; ///< of the root file system
    int gpuCount = 0;
    std::string gpuType; ///< the one name for all, when there is only that
    std::vector<GpuInfo> gpus;
    std::string cudaVersion;
};

/// A field that shows what a user made of it, beside what the source says.
struct FieldEdit {
    std::string field;          ///< "name", "notes", "tags", "group", "job_type"; of a mark "state" and "state_reason"
    Value original;             ///< as the source has it: a text, or an array of texts
    std::string user;           ///< who edited it last; may be empty
    std::optional<TimeNs> when; ///< of the last edit

    bool operator==(const FieldEdit&) const = default;
};

/// Everything about a run that fits in a table row, plus its config and summary. Unset text is empty.
struct Run {
    RunPath path;
    std::string name; ///< empty: none was recorded, show the ID and mark it
    RunState state = RunState::Unknown;
    std::string stateReason; ///< what the state rests on, in English; empty when it is the plain exit record
    std::optional<int> exitCode;
    std::string traceback; ///< the last one it printed, a few KB at most; empty when it ended well. See endedBadly
    std::string exception; ///< what the traceback ends in: "ValueError: boom"; may be empty
    std::string notes;
    std::vector<std::string> tags;
    std::string group;
    std::string jobType;
    std::string sweep;
    std::string author; ///< user name when recorded, else entity; may be empty
    std::string host;
    std::string program; ///< script path, "-m package.module", "<stdin>" or "<python with no main file>"
    std::vector<std::string> args;
    std::string executable;
    std::string python; ///< "CPython 3.11.7" or "3.11.7"
    std::string os;
    std::string cliVersion;
    std::string root; ///< the directory that holds wandb/, as recorded (may be relative)
    GitInfo git;
    Hardware hardware;

    std::optional<TimeNs> startedAt;
    std::string startedAtLocal;            ///< local time text from the folder name, when startedAt is unknown
    std::optional<TimeNs> lastSign;        ///< last sign of life
    std::optional<double> runtimeSeconds;  ///< last sign of life − first start
    std::optional<double> durationSeconds; ///< sum over segments of the time each was alive

    Value config;  ///< object; internal keys (beginning with "_") included
    Value summary; ///< object; internal keys included

    std::vector<FieldEdit> edits; ///< the fields whose value is a user's edit, by name
    bool locked = false;          ///< a user protects it: it is not to be deleted or edited
    bool hasDeletedId = false;    ///< another run of this path was deleted before; a warning says so
    std::vector<Warning> warnings;
    int segmentCount = 1;
    bool offline = false;  ///< written without a server
    bool vanished = false; ///< its folder is no longer found: this is what was read last
};

/// The name to show: name, else the ID.
const std::string& displayName(const Run& run);
/// Users have said something of it beside its source: it is edited or locked, or has the ID of one that was deleted.
bool isNoted(const Run& run);
/// executable, program and args as one line for a shell, quoted where it must be; empty when nothing was recorded.
std::string commandLine(const Run& run);

} // namespace runglass
