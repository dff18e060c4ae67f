// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"

#include <string_view>

namespace runglass
{

/// What a bare word means as a value: true, false, null, nan, inf, a number, a duration, a time, else a text. Spelled
/// as Python and JSON do it too (None, True, NaN, -Infinity). An integer beyond 64 bits is the nearest double.
FilterValue literalValue(std::string_view word);

} // namespace runglass
