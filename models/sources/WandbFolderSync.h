// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Clock.h"
#include "models/sources/RunGroups.h"
#include "models/sources/RunSource.h"

#include <chrono>
#include <set>

namespace runglass
{

/// One pass over the runs of a folder: reads those that changed and commits them a few at a time, so that a window
/// fills while it goes on.
class WandbFolderSync
{
public:
    using Progress = std::function<void(const SyncProgress&)>;

    WandbFolderSync(const FileSystem& files, const Clock& clock, StoreWriter& writer, const CancelToken& cancel,
                    const Progress& progress);

    /// @param mustRead  runs to read even if their logs are as the store knows them
    /// @errors          Canceled · Io (of the store)
    Status run(const std::vector<RunGroup>& groups, const std::set<RunPath>& mustRead);

private:
    Status removeGone(const std::vector<RunGroup>& groups);
    bool isUnchanged(const RunGroup& group) const;
    Status readRun(const RunGroup& group);
    Status commitIfDue();
    Status commit();

    const FileSystem& m_files;
    const Clock& m_clock;
    StoreWriter& m_writer;
    const CancelToken& m_cancel;
    const Progress& m_progress;
    std::map<std::string, FileCursor> m_cursors; ///< of the store
    std::set<RunPath> m_stored;
    std::set<std::string> m_shrunkIds; ///< IDs of runs that lost a segment
    RunBatch m_batch;
    std::size_t m_batchWeight = 0; ///< about its bytes
    SyncProgress m_done;
    std::chrono::steady_clock::time_point m_lastCommit;
};

} // namespace runglass
