// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"

#include <string_view>

namespace runglass
{

/// A member of an object; null where there is none, or no object.
inline const Value& member(const Value& object, std::string_view name)
{
    static const Value none;
    const auto found = object.object().find(name);
    return found == object.object().end() ? none : found->second;
}

} // namespace runglass
