// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Cancel.h"
#include "models/table/RunTable.h"

#include <string_view>
#include <vector>

namespace runglass
{

/// Runs that a text may mean, in the order of the table's rows.
struct FoundRuns {
    std::vector<RunRef> exact;   ///< by ID, run path, URL or whole name
    std::vector<RunRef> partial; ///< whose name or ID holds it
};

/// Looks through all runs: by ID, run path and URL as they are, by name without regard to case. An empty text is a part
/// of every name.
/// @param mostPartial at which the list of partial ones ends
FoundRuns findRuns(const RunTable& table, std::string_view text, std::size_t mostPartial, const CancelToken& cancel);

} // namespace runglass
