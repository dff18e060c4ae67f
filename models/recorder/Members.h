// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"

#include <string_view>

namespace runglass
{

/// A member of an object; null where there is no such, or value is no object.
inline const Value& memberOf(const Value& value, std::string_view key)
{
    static const Value kNothing;
    const auto found = value.object().find(key);
    return found == value.object().end() ? kNothing : found->second;
}

} // namespace runglass
