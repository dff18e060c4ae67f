// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/NumberSummary.h"
#include "models/table/RunTable.h"

#include <span>
#include <vector>

namespace runglass
{

/// Rows that have the same values in the columns they are grouped by.
struct RowGroup {
    std::vector<Value> key;          ///< a value a column, null where missing
    std::vector<std::uint32_t> rows; ///< in the order they were given
};

/// Groups rows by their values: numbers that are equal are one value, NaN equals NaN, a list is one value.
/// @return groups in the order of their first rows
std::vector<RowGroup> groupRows(const RunTable& table, std::span<const std::uint32_t> rows,
                                const std::vector<ColumnId>& columns);

} // namespace runglass
