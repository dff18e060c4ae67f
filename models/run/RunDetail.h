// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

namespace runglass
{

/// One writer's part of a run: one folder with one log.
struct Segment {
    int ordinal = 0;    ///< place in order of start, from 0
    std::string folder; ///< run folder, absolute
    std::string log;    ///< its .wandb file, absolute
    std::string name;   ///< name as this segment recorded it
    std::optional<TimeNs> startedAt;
    std::optional<TimeNs> lastSign;
    std::optional<double> durationSeconds;
    std::optional<int> exitCode;
    RunState state = RunState::Unknown;
    std::vector<std::string> copies;   ///< other folders that hold this very segment, absolute
    std::uint64_t incompleteFrom = 0;  ///< offset in the log after its last complete record
    std::uint64_t incompleteBytes = 0; ///< after it, of a record whose rest is not there
    bool isReadable = true;            ///< the log could be opened and is a .wandb file
    bool hasRecords = true;            ///< there was at least one record in it
};

struct ArtifactMember {
    std::string path;
    std::optional<std::uint64_t> sizeBytes; ///< unset for references
    std::string digest;
    std::string reference; ///< URL, empty for a stored file
    std::string localPath; ///< where the tool staged it, absolute; empty when unknown. Hostile: never follow unasked

    bool operator==(const ArtifactMember&) const = default;
};

struct Artifact {
    enum class Direction { Output, Input };
    Direction direction = Direction::Output;
    std::string name;
    std::string type;
    std::string version; ///< empty: given by a server only
    std::vector<std::string> aliases;
    std::vector<std::string> tags;
    std::string description;
    std::string digest;
    std::string clientId; ///< what the client calls it before a server named it
    Value metadata;       ///< object or null
    std::vector<ArtifactMember> members;

    /// Sum of the sizes of the members that have one.
    std::uint64_t sizeBytes() const;
    /// Made by the SDK for itself (job, code, run_table, wandb-history), not by the user's own call.
    bool isInternal() const;

    bool operator==(const Artifact&) const = default;
};

struct Alert {
    std::string title;
    std::string text;
    std::string level;          ///< "INFO", "WARN" or "ERROR"
    std::optional<TimeNs> time; ///< the record has none; unset unless a source knows
};

/// What define_metric said of one metric or of all that match a glob.
struct MetricDefinition {
    std::string name; ///< exact name, or empty when glob is set
    std::string glob;
    std::string stepMetric; ///< x axis, empty: step
    bool hidden = false;
};

/// A file that the SDK announced in the log, with its upload policy.
struct AnnouncedFile {
    std::string path;   ///< relative to files/
    std::string policy; ///< "now", "end" or "live"
    std::string kind;   ///< "other", "wandb", "media" or "artifact"
};

/// What is read only when a run is opened.
struct RunDetail {
    std::vector<Segment> segments;   ///< in order of start, at least one
    std::vector<Artifact> artifacts; ///< internal ones included
    std::vector<Alert> alerts;
    std::vector<MetricDefinition> metrics;
    std::vector<AnnouncedFile> announcedFiles;
};

/// A file of a run as its source lists it.
struct RunFile {
    enum class Kind { File, Media, Code, Console, Metadata, Link, Special };
    std::string path;            ///< relative to the run's files, "/" between components, UTF-8 as on disk
    int segment = 0;             ///< Segment::ordinal
    std::uint64_t sizeBytes = 0; ///< of a link: 0
    std::optional<TimeNs> modified;
    Kind kind = Kind::File;
    std::string linkTarget; ///< of a link, as written

    bool operator==(const RunFile&) const = default;
};

/// "file", "media", "code", "console", "metadata", "link" or "special".
std::string_view toName(RunFile::Kind kind);

} // namespace runglass
