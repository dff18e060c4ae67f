// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Console.h"
#include "models/run/Series.h"
#include "models/store/Database.h"
#include "models/store/StoreReader.h"

namespace runglass
{

// Reading what SegmentWriter wrote, inside the caller's transaction. All throw StoreFailure and give Corruption for
// blobs that do not decode.

/// All visible series of a run, by number.
Result<std::vector<SeriesInfo>> readSeriesInfo(Database& database, std::int64_t run);
/// As StoreReader::metricSummaries; without run of all runs.
std::vector<MetricSummary> readMetricSummaries(Database& database, const KeyPath& key, const RunPath* run);
/// NotFound when the run has no such series.
Result<Series> readSeries(Database& database, std::int64_t run, const SeriesId& id);
/// As StoreReader::places, ::values and ::rows.
Result<std::vector<SeriesPlace>> readPlaces(Database& database, std::int64_t run, bool system, const KeyPath& key);
Status readValues(Database& database, const SeriesPlace& place, std::uint64_t from, const TakeValues& take);
Status readRows(Database& database, const SeriesPlace& place, std::uint64_t from, const TakeRows& take);
/// As StoreReader::consolePlace and ::console.
ConsolePlace findConsole(Database& database, std::int64_t segment);
Status readConsole(Database& database, const ConsolePlace& place, std::uint64_t from, const TakeConsole& take);

} // namespace runglass
