// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Console.h"
#include "models/run/RunDetail.h"
#include "models/run/Series.h"

namespace runglass
{

/// How far a source has read one file. In doubt (anything but a grown size differs) the file is read anew.
struct FileCursor {
    std::uint64_t sizeBytes = 0;
    std::int64_t modifiedNs = 0;
    std::uint64_t inode = 0;
    std::uint64_t offset = 0;   ///< after the last complete record
    std::uint32_t crc = 0;      ///< CRC-32 (IEEE) of the last bytes before offset, at most 4,096 of them
    std::int64_t changedNs = 0; ///< last change of the inode: what restoring an old size and time cannot hide

    bool operator==(const FileCursor&) const = default;
};

/// One log as a source last found it, and whose it is: what saves looking into a log that has not changed.
struct LogSighting {
    std::string log; ///< path as opened
    std::uint64_t sizeBytes = 0;
    std::int64_t modifiedNs = 0;
    std::int64_t changedNs = 0;
    std::uint64_t inode = 0;
    RunPath path; ///< entity and project are empty when the log has no run record
    std::optional<std::int64_t> startedAt;
    bool isDescribed = false;    ///< there was a run record
    std::uint32_t headBytes = 0; ///< how many of its first bytes headCrc is of
    std::uint32_t headCrc = 0;   ///< CRC-32 (IEEE)

    bool operator==(const LogSighting&) const = default;
};

/// What one segment adds. Series and console are appended to what the store has, after restart has dropped it.
struct SegmentUpdate {
    Segment segment;
    FileCursor cursor;
    bool restart = true;
    std::vector<Series> series; ///< id.segment is ignored: it is this segment's
    std::vector<ConsoleFragment> console;
};

/// One run's news. run and detail replace what the store has of the run.
struct RunUpdate {
    Run run;
    RunDetail detail;
    std::vector<SegmentUpdate> segments; ///< those that changed; ordinals not in detail.segments are removed
};

/// What a source hands to the store in one piece: the only way data comes in.
struct RunBatch {
    std::vector<RunUpdate> runs;
    std::vector<RunPath> gone;               ///< runs that the source no longer has
    std::vector<LogSighting> sightings = {}; ///< replace what is known of these logs
    std::vector<std::string> logsGone = {};  ///< logs that are no longer there
};

} // namespace runglass
