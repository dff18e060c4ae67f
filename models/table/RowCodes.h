// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunTable.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace runglass
{

/// What a column holds in some rows, as numbers from 0 up: rows with equal values have the same one.
struct RowCodes {
    std::vector<std::uint32_t> codes; ///< a code for each of the rows asked for, in their order
    std::uint32_t count = 0;          ///< codes are below it
};

/// Numbers that are equal are one value, NaN equals NaN, a list is one value; rows without a value have a code of their
/// own, and so have names for which the ID stands.
/// @param column  of table; null: no row has a value
/// Cost: one pass over the rows; where the column holds values of different kinds, one over its dictionary too.
RowCodes rowCodes(const RunTable& table, const Column* column, std::span<const std::uint32_t> rows);

/// What rowCodes() takes the cell for.
Value groupedValue(const RunTable& table, const Column* column, std::uint32_t row);

/// Printable text that two values share exactly when rowCodes() takes them for one. No such text begins another.
std::string identityOf(const Value& value);

} // namespace runglass
