// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/RunBatch.h"
#include "models/store/StoreWriter.h"

#include <memory>

namespace runglass
{

/// What changed after a sequence number.
struct StoreChanges {
    std::uint64_t sequence = 0; ///< ask with this next time
    bool anew = false;          ///< the store was rebuilt since: changed is all there is, forget the runs known so far
    std::vector<Run> changed;
    std::vector<RunPath> gone;
};

/// A metric that some run logged, over the whole store.
struct MetricUse {
    bool system = false;
    KeyPath key;
    std::uint64_t runs = 0; ///< how many runs logged it
    bool numeric = false;   ///< some run logged numbers or bools under it
};

/// Reads a store that others may be writing. Every call is one short read transaction.
/// @thread any one at a time; open one per thread
/// @errors NotFound (no such run or series) · Io · Corruption (a document or chunk does not decode)
class StoreReader
{
public:
    static Result<std::unique_ptr<StoreReader>> open(const StoreLocation& location);
    ~StoreReader();
    StoreReader(const StoreReader&) = delete;
    StoreReader& operator=(const StoreReader&) = delete;

    /// Runs changed after sequence, in order of change; 0 gives all of them.
    Result<StoreChanges> changesSince(std::uint64_t sequence);
    Result<Run> run(const RunPath& path);
    Result<RunDetail> detail(const RunPath& path);
    /// All series of a run without their points, ordered by (system, key, segment).
    Result<std::vector<SeriesInfo>> seriesInfo(const RunPath& path);
    /// Every metric of the store, ordered by (system, key).
    Result<std::vector<MetricUse>> metrics();
    /// Points of one series, all of its kind (SeriesInfo::kind).
    Result<Series> series(const RunPath& path, const SeriesId& id);
    /// Console of a segment as written.
    Result<std::vector<ConsoleFragment>> console(const RunPath& path, int segment);

private:
    struct Impl;
    explicit StoreReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace runglass
