// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace runglass
{

/// Words that mean something in a filter, in lower or upper case. None: an ordinary word.
enum class FilterKeyword {
    None,
    And,
    Or,
    Not,
    In,
    Is,
    Null,
    Exists,
    Within,
    Last,
    Contains,
    Matches,
    True,
    False,
    Nan,
};

FilterKeyword filterKeyword(std::string_view word);
/// In lower case; empty for None.
std::string_view toText(FilterKeyword keyword);

/// Names of the fields of a run, "created" and not its other name "started".
std::span<const std::string_view> filterFields();
/// The field's name for a name or other name of it; empty when there is none.
std::string_view filterField(std::string_view name);

/// Whether a component of a path is read without backticks wherever it stands in a path.
bool isPlainComponent(std::string_view component);

} // namespace runglass
