// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunBatch.h"
#include "models/store/SegmentWriter.h"
#include "models/store/WriteSession.h"

#include <map>
#include <memory>
#include <vector>

namespace runglass
{

/// Writes one run's news into the open transaction. Throws StoreFailure, after which the transaction is to be rolled
/// back and abandon() called.
class RunWriter
{
public:
    explicit RunWriter(WriteSession& session);

    /// Whether the run has too much data for one transaction. Such a run is written in several and becomes visible with
    /// the last; nothing else may be in the first.
    static bool needsSlices(const RunUpdate& update);

    void write(const RunUpdate& update);
    /// Makes the run a tombstone; no effect on a path that is not there.
    void remove(const RunPath& path);
    /// The same, but what is behind it stays for show().
    void hide(const RunPath& path);
    /// Lets readers see a run again that was hidden.
    /// @param doc  of the run, as it was
    /// @return false: there is nothing behind it, or the document cannot be read
    bool show(const RunPath& path, const std::string& doc);
    /// Gives free what a failed write has left behind; a segment that cannot be gone on with is read anew next time.
    void abandon(const StoreFailure& failure);

private:
    struct Part {
        const SegmentUpdate* update = nullptr;
        std::unique_ptr<SegmentWriter> writer; ///< null: another process has brought the same data
        bool replaces = false;                 ///< the ordinal was there
    };
    struct Row {
        std::int64_t number = 0;
        bool visible = false;
    };
    using Metrics = std::map<std::int64_t, bool>; ///< numeric or not, by metric

    Row find(const RunPath& path);
    Row findOrMake(const RunPath& path);
    void writeSegment(const Row& row, const SegmentUpdate& update, SegmentWriter::Slices slices);
    /// Whether the segment has the data of update's cursor already.
    bool isThere(const SegmentUpdate& update, const FileCursor& stored) const;
    void publish(const Row& row, const RunUpdate& update, const std::string& run, const std::string& detail,
                 SegmentWriter::Slices slices);
    void dropOrdinal(std::int64_t run, int ordinal);
    void dropRemoved(std::int64_t run, const RunDetail& detail);
    Metrics metricsOf(std::int64_t run);
    Metrics metricsOfParts() const;
    void countMetrics(const Metrics& before, const Metrics& after);

    WriteSession& m_session;
    Database& m_database;
    std::vector<Part> m_parts;
};

} // namespace runglass
