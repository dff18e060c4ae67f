// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunBatch.h"
#include "models/store/WriteSession.h"

#include <map>
#include <string>
#include <vector>

namespace runglass
{

/// The rows of logs (Schema.h). All calls throw StoreFailure.
std::map<std::string, LogSighting> readLogs(Database& database);
/// In transactions of the session, each ended before it gets long.
void writeLogs(WriteSession& session, const std::vector<LogSighting>& sightings);
void removeLogs(WriteSession& session, const std::vector<std::string>& logs);

} // namespace runglass
