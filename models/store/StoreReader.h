// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/MetricSummary.h"
#include "models/run/Result.h"
#include "models/run/RunBatch.h"
#include "models/store/StoreWriter.h"

#include <functional>
#include <memory>
#include <span>

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

/// One segment's series of a metric, and where its points lie in the store.
struct SeriesPlace {
    SeriesInfo info;
    /// Of the segment as it was begun. Points read under it hold for good: more of them may come behind, and when the
    /// segment is written anew it gets a number that was never used before, in this store or one it takes the place of.
    std::int64_t segment = 0;
    std::int64_t series = 0;
    /// Series of one segment with the same axis share their rows (step, time). A series may go over to another axis
    /// whose rows are the same as far as the series had points.
    std::int64_t axis = 0;
};

/// Where the console of a segment lies in the store; its number as that of SeriesPlace.
struct ConsolePlace {
    std::int64_t segment = 0;
    std::uint64_t fragments = 0;
};

/// Takes console fragments, piece by piece in order. May not ask the reader.
using TakeConsole = std::function<void(std::vector<ConsoleFragment>)>;
/// Takes values of a series, all of one kind, piece by piece in order. May not ask the reader.
using TakeValues = std::function<void(const SeriesValues&)>;
/// Takes rows of an axis, piece by piece in order. May not ask the reader.
using TakeRows = std::function<void(std::span<const std::int64_t> steps, std::span<const double> times)>;

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
    /// What each run logged of a metric that is no hardware's; runs that logged no number under it are left out.
    Result<std::vector<MetricSummary>> metricSummaries(const KeyPath& key);
    /// The same of some runs.
    Result<std::vector<MetricSummary>> metricSummaries(const KeyPath& key, std::span<const RunPath> runs);
    /// Points of one series, all of its kind (SeriesInfo::kind).
    Result<Series> series(const RunPath& path, const SeriesId& id);
    /// The series of one metric, one a segment that has it, in order; none is no error.
    Result<std::vector<SeriesPlace>> places(const RunPath& path, bool system, const KeyPath& key);
    /// Hands the values from the given one up to place.info.count to take, of the kind of place. What take keeps of
    /// them holds only when the call succeeds.
    /// @errors NotFound also when the segment was written anew since: ask for the places again
    Status values(const SeriesPlace& place, std::uint64_t from, const TakeValues& take);
    /// The same with the rows of its axis.
    Status rows(const SeriesPlace& place, std::uint64_t from, const TakeRows& take);
    /// Console of a segment as written.
    Result<std::vector<ConsoleFragment>> console(const RunPath& path, int segment);
    Result<ConsolePlace> consolePlace(const RunPath& path, int segment);
    /// Hands the fragments from the given one up to place.fragments to take, as values().
    Status console(const ConsolePlace& place, std::uint64_t from, const TakeConsole& take);

private:
    struct Impl;
    explicit StoreReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace runglass
