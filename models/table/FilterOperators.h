// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ColumnBinder.h"

#include <vector>

namespace runglass
{

/// The operators that a condition on a column can have, by what the column holds. None for a column that no run has.
std::vector<FilterOperator> fittingOperators(const BoundColumn& column);

/// Whether all that a condition can compare this column with is text, so that a value needs no quotes to be one.
bool holdsOnlyTexts(const BoundColumn& column);

/// A value that a column holds.
struct ColumnValue {
    FilterValue value;
    std::size_t runs = 0; ///< how many hold it
};

/// Different values of a column, most frequent first; of lists their elements. None of times and seconds, and of a
/// column with more than most different numbers: no list of them helps.
std::vector<ColumnValue> frequentValues(const BoundColumn& column, std::size_t most);

} // namespace runglass
