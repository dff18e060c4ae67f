// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"

#include <string>
#include <string_view>

namespace runglass
{

/// Whether an operator is compared with one value, several or none.
enum class ValueCount { None, One, List };
ValueCount valueCount(FilterOperator op);

/// A condition as a line of the row editor says it: column, operator and the text of one field.
struct RowTest {
    enum class Problem {
        None,
        Empty,          ///< no value yet
        NoDuration,     ///< "within last" needs one
        NullHasNoOrder, ///< null with < ≤ > ≥
        UnclosedQuote,
    };
    FilterTest test; ///< "= null" is IsNull and "≠ null" Exists, as in the typed filter
    Problem problem = Problem::None;
};

/// Reads the field. Values stand as in the typed filter, but that a text needs no quotes where nothing else could be
/// meant; several have commas between them. contains and matches take the field as it is.
/// @param textsOnly  the column holds texts only: 5 and true are texts
RowTest readRowTest(FilterColumn column, FilterOperator op, std::string_view field, bool textsOnly);

/// What the field shows for a condition: readRowTest() reads the same values again.
std::string rowValueText(const FilterTest& test, bool textsOnly);

/// How one value stands in the field.
std::string rowValueText(const FilterValue& value, FilterOperator op, bool textsOnly);

} // namespace runglass
