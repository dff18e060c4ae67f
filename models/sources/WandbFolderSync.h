// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/FolderNotes.h"
#include "models/sources/OpenRun.h"
#include "models/sources/RunSource.h"

#include <chrono>
#include <future>
#include <set>

namespace runglass
{

/// Runs that may still change, by path.
using OpenRuns = std::map<RunPath, OpenRun>;

/// One pass over the runs of a folder: reads those that changed and commits them a few at a time, so that a window
/// fills while it goes on. A batch is committed on a thread of its own while the next one is read.
class WandbFolderSync
{
public:
    using Progress = std::function<void(const SyncProgress&)>;

    /// What a pass works with; all of it is borrowed.
    struct Tools {
        const FileSystem& files;
        const Clock& clock;
        RunStates& states;
        const FolderNotes& notes;
        StoreWriter& writer;
        const CancelToken& cancel;
        const Progress& progress;
    };

    /// @param open  of the pass before; afterwards those of this one
    WandbFolderSync(const Tools& tools, OpenRuns& open);

    /// What a pass found at the location.
    struct Found {
        std::vector<RunSegments> groups;
        std::set<std::string> listed;       ///< directories: what should lie in one and does not was deleted
        std::vector<LogSighting> sightings; ///< news of the logs, written with the last commit
        std::vector<std::string> logsGone;
        bool hasOtherNotes = false;    ///< what users say of runs is not what the store was last told
        std::set<RunPath> otherCopies; ///< runs that have, or had, copies: which ones may have changed
    };
    /// @errors Canceled · Io (of the store); what was committed stays
    Status run(Found found);
    /// The location is gone: says so of every run.
    /// @errors  Io (of the store)
    Status sayVanished();

private:
    Status pass(Found found);
    Status load(const Found& found);
    Status removeMissing(const Found& found);
    bool isUnchanged(const RunSegments& group) const;
    Status readRun(const RunSegments& group);
    void lookAgain(const RunSegments& group);
    std::optional<StoredRun> corrected(const RunSegments& group);
    OpenRun& openRun(const RunSegments& group);
    void addVanished(StoredRun stored);
    Status commitIfDue();
    Status commit();
    Status awaitCommit();

    Tools m_tools;
    OpenRuns& m_open;
    OpenRuns m_next;                             ///< becomes m_open
    std::map<std::string, FileCursor> m_cursors; ///< of the store
    std::set<RunPath> m_stored;
    std::map<RunPath, StoredRun> m_undecided; ///< of the store, as far as m_open does not hold them
    std::map<RunPath, StoredRun> m_doubtful;  ///< of the store: vanished, or perhaps with other copies or notes
    std::set<std::string> m_shrunkIds;        ///< IDs of runs that lost a segment
    RunBatch m_batch;
    std::size_t m_batchWeight = 0; ///< about its bytes
    SyncProgress m_done;
    std::chrono::steady_clock::time_point m_lastCommit;
    std::future<Status> m_committing; ///< the batch before, on its way into the store while the next one is read
};

} // namespace runglass
