// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/RunSegments.h"
#include "models/sources/RunStates.h"
#include "models/sources/SegmentTail.h"
#include "models/store/StoreWriter.h"

#include <chrono>
#include <map>
#include <memory>

namespace runglass
{

/// A run whose state may still change: how far its logs were read, and what they were last found to say, without what
/// users have made of it.
/// @thread  any one at a time
class OpenRun
{
public:
    /// Borrows files.
    OpenRun(const FileSystem& files, RunSegments group);

    const RunSegments& group() const { return m_group; }
    const StoredRun& stored() const { return m_stored; }
    /// It ended by its own word: nothing of it will change by itself.
    bool hasEnded() const;
    /// Its writer lives, as far as is known, or may live.
    bool isAlive() const;

    /// Takes over what the store has of it, and how far the store has read its logs.
    void setStored(StoredRun stored, const std::map<std::string, FileCursor>& cursors);
    /// The same folders as they were just found. False: they are others, and this has to be made anew.
    bool updateGroup(const RunSegments& group);
    /// Goes on reading only where the store is as far as this is.
    void checkAgainst(const std::map<std::string, FileCursor>& cursors);
    /// What was read did not reach the store: the next reading begins anew.
    void forgetReading();
    /// Nobody will go on reading soon: saves the memory; the next reading begins anew, but only when a log changes.
    void dropTails() { m_tails.clear(); }
    /// Drops them when nothing was read for so long.
    void dropTailsAfter(std::chrono::steady_clock::duration rest);

    /// What the disk says of its logs now.
    /// @errors  as FileSystem::status: a log is gone
    Status lookAtLogs();
    /// A log is not as the last reading found it, as of lookAtLogs().
    bool hasNews() const;
    /// files/output.log is not as it was when this was asked last, or the logs were read.
    bool hasPrinted();

    /// Reads what is new and decides the state. After a slice that was not the last there is news still.
    /// @errors Canceled
    Result<RunUpdate> read(RunStates& states, SegmentTail::Amount amount, const CancelToken& cancel);
    /// Decides the state without reading. Nothing: it is as it was.
    std::optional<RunUpdate> decide(RunStates& states);
    /// The documents as they stand, to say that something beside the logs has changed.
    RunUpdate documents() const { return {m_stored.run, m_stored.detail, {}}; }

private:
    Result<std::vector<SegmentReading>> readings(SegmentTail::Amount amount, const CancelToken& cancel);
    std::map<std::string, FileStatus> statuses() const;

    const FileSystem& m_files;
    RunSegments m_group;
    StoredRun m_stored;
    std::vector<std::unique_ptr<SegmentTail>> m_tails; ///< one a segment; empty: nothing was read yet
    std::map<std::string, FileCursor> m_read;          ///< cursors of the last reading, by log
    std::chrono::steady_clock::time_point m_readAt;    ///< when that was
    std::optional<FileStatus> m_output;                ///< of output.log of the last segment
};

} // namespace runglass
