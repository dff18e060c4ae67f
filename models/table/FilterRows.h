// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"

#include <string>
#include <vector>

namespace runglass
{

/// A line of the row editor: a condition, or a group of lines in parentheses. Lines one below the other are read as
/// the typed filter is: "and" before "or", so that "a or b and c" is three lines and no group.
struct FilterRow {
    enum class Join { And, Or };
    enum class Kind {
        Condition, ///< test
        Word,      ///< word, a text that is searched for
        Group,     ///< rows
    };
    Join join = Join::And; ///< with the line above; of a first line without meaning
    bool negated = false;  ///< "not" stands before it
    Kind kind = Kind::Condition;
    FilterTest test = {};
    std::string word = {};
    std::vector<FilterRow> rows = {};

    bool operator==(const FilterRow&) const = default;
};

/// The lines that a filter is shown as; none for Kind::All. filterOfRows() gives the same tree again.
std::vector<FilterRow> rowsOfFilter(const Filter& filter);
/// The filter that lines mean. Groups without a line are passed over, a group of one line is that line.
Filter filterOfRows(const std::vector<FilterRow>& rows);

} // namespace runglass
