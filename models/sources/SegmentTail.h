// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Cancel.h"
#include "models/sources/RunFolderFinder.h"
#include "models/sources/SegmentData.h"

#include <memory>

namespace runglass
{

/// One log as far as it was read. Whether its writer lives is not asked here.
struct SegmentReading {
    SegmentData data; ///< the documents of the whole log; series and console since the reading before
    FileCursor cursor;
    bool isNews = true;  ///< the log was read for this; false: documents as they stood
    bool restart = true; ///< series and console are the whole log's, not to be appended to what came before
    bool isReadable = false;
    bool hasRecords = false;
    std::uint64_t incompleteBytes = 0; ///< after the last complete record
};

/// Reads one run folder: its log, and where the log is silent what lies beside it. Reading again goes on after the last
/// complete record, so that it costs what is new.
/// @thread  any one at a time
class SegmentTail
{
public:
    /// How much of a log one reading takes. A slice keeps what is held of a long log small: the next reading goes on
    /// behind it, and until the last one the cursor's size is not the log's.
    enum class Amount { Slice, All };
    /// Of a slice; one whose values take much memory is shorter.
    static constexpr std::uint64_t kSliceBytes = std::uint64_t{8} << 20;

    /// Borrows files.
    SegmentTail(const FileSystem& files, RunFolder folder);
    ~SegmentTail();

    /// Reads what is new. A log that is another one now, or whose rows came out of order, is read from its beginning.
    /// Damage becomes warnings of the run; whatever could be read is there.
    /// @param status   of the log, as it was just before
    /// @errors Canceled only; the next reading begins anew then
    Result<SegmentReading> read(const FileStatus& status, Amount amount, const CancelToken& cancel);
    /// What read() gave last, without series and console.
    SegmentReading documents();

    const RunFolder& folder() const { return m_folder; }

private:
    struct Log;

    bool goesOn(ByteSource& source, const FileStatus& status) const;
    Status readRecords(ByteSource& source, Amount amount, const CancelToken& cancel);
    SegmentReading reading();

    const FileSystem& m_files;
    RunFolder m_folder;
    std::unique_ptr<Log> m_log; ///< null: nothing was read, or it has to be read anew
};

/// Whether the log of a sighting or cursor is the same and unchanged.
template <typename Known> bool isUnchanged(const Known& known, const FileStatus& status)
{
    return known.sizeBytes == status.sizeBytes && known.modifiedNs == status.modifiedNs &&
           known.changedNs == status.changedNs && known.inode == status.inode;
}

} // namespace runglass
