// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"

#include <optional>
#include <string_view>
#include <vector>

namespace runglass
{

/// Kinds of things that can stand at a place in a filter.
enum class FilterExpected {
    Condition, ///< a column, a word, "not" or "("
    Operator,  ///< any that follows a column
    Value,
    Text,
    Duration,
    And,
    Or,
    In,   ///< after "not" behind a column
    Open, ///< the "(" of a list
    Comma,
    Close,
    Null, ///< after "is"
    Not,  ///< after "is"
    Last, ///< after "within"
    End,
};

/// What parseFilter() made of a text.
struct FilterParse {
    Filter filter; ///< of kind All when there is an error
    std::optional<FilterError> error;
    std::vector<FilterExpected> next;   ///< what could stand at the end of the text; none when it fails before it
    std::optional<FilterColumn> column; ///< the column of the condition that is not complete, or may go on
    std::optional<FilterOperator> op;   ///< its operator, when one is there

    bool ok() const { return !error; }
};

/// Groups and "not" may be nested this deep.
inline constexpr int kMostFilterDepth = 100;

/// Reads a filter. White space only is a filter without a condition. Spellings of MLflow, leet and Python are read
/// where they mean the same; W&B API filters are JSON and read by fromApiFilter().
/// @thread any, at once
FilterParse parseFilter(std::string_view text);

/// The column that a text names, as "--columns" and "--sort" list them.
struct ColumnParse {
    FilterColumn column;
    bool descending = false; ///< "-" stood before it; of sort keys only
};
struct ColumnListParse {
    std::vector<ColumnParse> columns;
    std::optional<FilterError> error;
};
/// Reads columns with commas between them.
/// @param sort  a "-" before a column means descending order
ColumnListParse parseColumns(std::string_view text, bool sort);

} // namespace runglass
