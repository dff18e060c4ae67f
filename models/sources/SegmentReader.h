// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Cancel.h"
#include "models/run/Clock.h"
#include "models/sources/RunFolderFinder.h"
#include "models/sources/SegmentData.h"

namespace runglass
{

/// One log as read, with the state of its writer decided.
struct SegmentReading {
    SegmentData data;
    FileCursor cursor;
};

/// Reads one run folder: its log, and where the log is silent what lies beside it.
/// @thread  any; one reader may be used by several
class SegmentReader
{
public:
    SegmentReader(const FileSystem& files, const Clock& clock);

    /// Damage becomes warnings of the run; whatever could be read is there.
    /// @errors Canceled only
    Result<SegmentReading> read(const RunFolder& folder, const CancelToken& cancel) const;

private:
    const FileSystem& m_files;
    const Clock& m_clock;
};

} // namespace runglass
