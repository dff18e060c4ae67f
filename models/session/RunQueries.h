// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/ReaderPool.h"
#include "models/session/RunExport.h"
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

Found<OpenedRun> openRun(ReaderPool& source, const RunRef& run);
Found<std::vector<SeriesInfo>> seriesInfo(ReaderPool& source, const RunRef& run);
Result<ChartSeries> chartSeries(ReaderPool& source, const RunRef& run, const MetricEntry& metric, SeriesCache& cache);
Status saveLog(ReaderPool& source, const RunRef& run, const std::string& destination);
Found<std::vector<RunFile>> files(ReaderPool& source, const RunRef& run, const CancelToken& cancel);
Found<std::string> readFile(ReaderPool& source, const RunRef& run, const RunFile& file, std::uint64_t offset,
                            std::uint64_t length);
Status saveFile(ReaderPool& source, const RunRef& run, const RunFile& file, const std::string& destination,
                const CancelToken& cancel);
/// @param goOn  as writeRuns
/// @errors Canceled; Io: the file could not be written; what kept the first run from being read where none could be.
/// In each case what was at destination stays.
Result<ExportReport> exportRuns(const std::map<SourceId, std::shared_ptr<ReaderPool>>& sources, const RunExport& runs,
                                const std::string& destination, const std::function<bool(std::uint32_t)>& goOn);

} // namespace queries

} // namespace runglass
