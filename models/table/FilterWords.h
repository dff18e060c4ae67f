// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"

#include <string_view>
#include <vector>

namespace runglass
{

/// A piece of a typed filter that is shown in a colour of its own.
struct FilterWord {
    enum class Kind {
        Keyword,  ///< and, not in, exists …
        Operator, ///< = ≠ <
        Text,     ///< in quotes, with them
    };
    Kind kind = Kind::Keyword;
    FilterSpan span; ///< in characters (code points)
};

/// The pieces in order. What is wrong in the text does not matter.
/// @thread any, at once
std::vector<FilterWord> filterWords(std::string_view text);

} // namespace runglass
