// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ColumnBinder.h"

#include <string_view>

namespace runglass
{

/// What is wrong with a filter for a table, or odd.
struct FilterCheck {
    std::optional<FilterError> error;
    std::vector<FilterError> warnings;
};

/// What filterRows() would say of a filter, without the rows: that a name is nowhere, that a comparison cannot be.
/// Cost: a look at the table's columns a condition, and at the cells of those that hold values of more than one kind.
/// @thread any, at once
FilterCheck checkFilter(const RunTable& table, const Filter& filter);

/// A typed filter, or why it cannot be used with a table.
struct TypedFilter {
    Filter filter;
    std::optional<FilterError> error;
    /// How it ends, for a person who is still typing.
    enum class Ending {
        Whole,
        Open,   ///< the next letter gives it another meaning: it ends in a bare word, or something is missing there
        Column, ///< in a word that is searched for, and names a column: an operator may follow
    };
    Ending ending = Ending::Whole;
};
/// parseFilter() and then checkFilter().
/// @thread any, at once
TypedFilter readFilter(const RunTable& table, std::string_view text);

/// Warns of a comparison with a state that there is not.
void warnOfState(const RunTable& table, const FilterTest& test, const BoundColumn& column,
                 std::vector<FilterError>& warnings);

} // namespace runglass
