// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/AxisCache.h"
#include "models/session/ConsoleCache.h"
#include "models/session/RunExport.h"
#include "models/session/RunPlaces.h"
#include "models/session/SeriesCache.h"
#include "models/session/Session.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace runglass
{

/// The work behind Session's questions. Plain functions of what they are given, so that nothing they use can go away.
/// @thread a worker: they read the disk
/// @errors as StoreReader and RunSource; writing: Io
namespace queries
{

template <typename T> using Found = Result<std::shared_ptr<const T>>;

/// The folders that stand behind a recorder's run are among its locations.
Found<OpenedRun> openRun(const RunPlaces& places);
Found<std::vector<SeriesInfo>> seriesInfo(ReaderPool& source, const RunRef& run);
/// As Session::chartSeries.
Result<ChartSeries> chartSeries(ReaderPool& source, const RunRef& run, const MetricEntry& metric, const XAxis& x,
                                SeriesCache& cache, AxisCache& axes);
/// What the run printed; of a recorder's that has nothing, what its folder has.
Found<LogLines> logLines(const RunPlaces& places, ConsoleCache& consoles);
Status saveLog(const RunPlaces& places, const std::string& destination);
/// The run's files; of a recorder's that has none, those of its folders.
Found<std::vector<RunFile>> files(const RunPlaces& places, const CancelToken& cancel);
Found<std::string> readFile(const RunPlaces& places, const RunFile& file, std::uint64_t offset, std::uint64_t length);
Status saveFile(const RunPlaces& places, const RunFile& file, const std::string& destination,
                const CancelToken& cancel);
/// @param goOn  as writeRuns
/// @errors Canceled; Io: the file could not be written; what kept the first run from being read where none could be.
/// In each case what was at destination stays.
Result<ExportReport> exportRuns(const std::map<SourceId, std::shared_ptr<ReaderPool>>& sources, const RunExport& runs,
                                const std::string& destination, const std::function<bool(std::uint32_t)>& goOn);

} // namespace queries

} // namespace runglass
