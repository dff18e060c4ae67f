// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/RunBatch.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace runglass
{

/// Where a store lives.
struct StoreLocation {
    std::string file; ///< path of the SQLite file; empty: in memory (see name)
    std::string name; ///< of a store in memory: tells it from others in this process
};

/// A run as the store has it, without its series and console.
struct StoredRun {
    Run run;
    RunDetail detail;
};

/// The one writer of a store file in this process. Opening makes the file and its directory; an index whose schema
/// differs from ours is rebuilt empty.
/// @thread the source's writer thread
/// @errors Io, with SQLite's words
class StoreWriter
{
public:
    static Result<std::unique_ptr<StoreWriter>> open(const StoreLocation& location);
    ~StoreWriter();
    StoreWriter(const StoreWriter&) = delete;
    StoreWriter& operator=(const StoreWriter&) = delete;

    /// Writes the batch in transactions of at most ~50 ms, each holding whole runs (a run with more data than that is
    /// written in slices and becomes visible with its last). The change sequence moves with every run. A run that
    /// cannot be written leaves the others of the batch unharmed; the first such error is returned.
    /// @errors Io, also when the index was deleted or replaced meanwhile: it is empty then, so read all anew ·
    ///         Corruption: the same, or a run whose data cannot be appended to; its cursor is forgotten ·
    ///         Refused: another process has read more of a run since cursors(); nothing is appended to it ·
    ///         InvalidArgument: columns of different length, a segment twice, a value above 1 GB
    Status commit(const RunBatch& batch);

    /// Cursors of all segments by log path, as last committed.
    Result<std::map<std::string, FileCursor>> cursors();
    /// Sightings by log path, as last committed.
    Result<std::map<std::string, LogSighting>> sightings();
    enum class Which {
        Undecided, ///< neither finished, failed nor killed: their state may still change by itself
        Vanished,  ///< Run::vanished
        All,
        Noted ///< isNoted()
    };
    /// Paths in the store, in order.
    Result<std::vector<RunPath>> runs(Which which = Which::All);
    /// Runs with their details as last committed; one whose documents cannot be read is left out.
    Result<std::vector<StoredRun>> documents(Which which);
    /// The same of single runs.
    Result<std::vector<StoredRun>> documents(const std::set<RunPath>& paths);

    /// Gives back the memory that was taken for speed: to be called when much was read or written, and little follows.
    void releaseMemory();

private:
    struct Impl;
    explicit StoreWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace runglass
