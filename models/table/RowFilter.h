// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"
#include "models/table/Cells.h"
#include "models/table/RunTable.h"

#include <optional>
#include <vector>

namespace runglass
{

/// What a filter says of a table.
struct FilteredRows {
    RowBits rows;                      ///< a bit a row of the table; meaningless when there is an error
    std::optional<FilterError> error;  ///< a name that is nowhere or in two places, a comparison that cannot be
    std::vector<FilterError> warnings; ///< a path that no run has, a state that there is not
};

/// The rows that match. Cost: a pass over each column that is asked for; a text is looked at once a different one, not
/// once a row. Of columns that show other values than the summary's it is the summary that counts.
/// @param now  what "within last" counts from; times after it are within
/// @thread any, at once
FilteredRows filterRows(const RunTable& shown, const Filter& filter, TimeNs now);

} // namespace runglass
