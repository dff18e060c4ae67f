// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunTable.h"

#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// Something that could stand at the cursor.
struct CompletionItem {
    enum class Kind { Column, Operator, Value, Keyword };

    Kind kind = Kind::Keyword;
    std::string text;     ///< what is put in, as the filter language writes it
    std::size_t runs = 0; ///< of a value: how many hold it

    bool operator==(const CompletionItem&) const = default;
};

/// What could be put in place of the characters from position on.
struct FilterCompletion {
    std::size_t position = 0, length = 0; ///< the word around the cursor, in characters (code points)
    std::vector<CompletionItem> items;    ///< best first; none where the filter fails before the cursor
};

/// What a filter could go on with: columns, the operators that fit the column's type, values that the column holds,
/// most frequent first. What begins with the letters before the cursor comes first, then what holds them, without
/// regard to case.
/// @param cursor  characters (code points) before it
/// @thread any, at once
FilterCompletion completeFilter(const RunTable& table, std::string_view text, std::size_t cursor);

} // namespace runglass
