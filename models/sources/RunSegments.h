// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/RunFolderFinder.h"

namespace runglass
{

/// Who a log belongs to, from its first run record.
struct LogIdentity {
    RunPath path; ///< entity and project are empty when the log has no run record
    std::optional<TimeNs> startedAt;
    bool isDescribed = false;    ///< there was a run record
    std::uint32_t headBytes = 0; ///< how many of its first bytes headCrc is of
    std::uint32_t headCrc = 0;
};

/// Reads a log up to its first run record: its first block, nearly always.
/// @errors Canceled only; a log that cannot be read is one without a run record
Result<LogIdentity> identify(const FileSystem& files, const RunFolder& folder, const CancelToken& cancel);

/// One segment of a run: the folder to read, and others that hold the same.
struct SegmentFolder {
    RunFolder folder;
    std::optional<TimeNs> startedAt;
    std::vector<std::string> copies;
};

struct RunSegments {
    RunPath path;
    std::vector<SegmentFolder> segments; ///< in order of start
};

struct IdentifiedFolder {
    RunFolder folder;
    LogIdentity identity;
};

/// Puts folders of one entity/project/ID together. The same start and the same beginning of the log make a copy, of
/// which the longest log is read; all others are segments. A log without a run record joins the only run of its ID in
/// the same directory, else it is a run of its own.
std::vector<RunSegments> groupRuns(const FileSystem& files, std::vector<IdentifiedFolder> folders);

} // namespace runglass
