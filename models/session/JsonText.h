// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/Value.h"

#include <string>
#include <string_view>

namespace runglass
{

/// The tolerant JSON reader (formats/Json.h) for the layers above, which do not include formats.
/// @errors Corruption with the byte offset in text
/// @thread any
Result<Value> valueFromJson(std::string_view text);

/// JSON of a value; NaN and ±Infinity stay bare words.
/// @param indent  negative: one line; else spaces a level
std::string jsonOf(const Value& value, int indent = -1);

/// Replaces what is no valid UTF-8 by U+FFFD.
std::string asValidUtf8(std::string_view text);

} // namespace runglass
