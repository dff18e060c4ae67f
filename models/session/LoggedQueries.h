// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/LoggedTables.h"
#include "models/session/RunPlaces.h"
#include "models/session/Session.h"

#include <optional>

namespace runglass::queries
{

/// All that a run logged under a metric, of whatever kind, a series a segment.
/// @thread a worker: it reads the disk
/// @errors as StoreReader
Result<LoggedValues> loggedValues(const RunPlaces& places, const MetricEntry& metric);

/// The table that a run logged last under a metric, at a step or before; unset: it logged none.
/// @param step  unset: the last of all
/// @errors as StoreReader and RunSource::readFile · Unsupported: it is larger than anybody reads · Corruption
std::optional<Result<RunLoggedTable>> loggedTable(const RunPlaces& places, const MetricEntry& metric,
                                                  std::optional<std::int64_t> step, const CancelToken& cancel);

} // namespace runglass::queries
