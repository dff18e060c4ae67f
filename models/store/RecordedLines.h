// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/RecorderStore.h"
#include "models/store/WriteSession.h"

namespace runglass
{

// Lines of recorded runs, inside the caller's transaction. All throw StoreFailure.

/// Up to count lines from first on.
std::vector<std::string> readLines(Database& database, const RecordedRun& run, RecordedFile file, std::uint64_t first,
                                   std::uint64_t count);
/// Carries the edit out.
/// @return how many lines the file has now
std::uint64_t writeLines(WriteSession& session, const RecordedRun& run, const LineEdit& edit);

} // namespace runglass
