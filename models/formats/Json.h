// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/Value.h"

#include <string_view>

namespace runglass
{

/// Values that one JSON document may hold. Each costs some 60 bytes however short its text is: "[],[],[]" would take
/// twenty times its length.
inline constexpr std::size_t kMaxJsonValues = 1'000'000;

/// The one tolerant JSON reader: JSON plus bare NaN, Infinity and -Infinity; integers that fit 64 bits stay exact;
/// what overflows a double becomes ±Infinity or 0; lone surrogates and invalid UTF-8 become U+FFFD; of a repeated key
/// the last wins.
/// @errors Corruption with the byte offset in text, also beyond maxDepth and kMaxJsonValues
/// @source shared by history, summary and config of W&B logs, wandb-metadata.json and tables
Result<Value> parseJson(std::string_view text, int maxDepth = 128);

/// The fast lane for history: a bare number. False when text is anything else.
/// Exactly one of integer and number is set, isInteger says which.
bool parseJsonNumber(std::string_view text, bool& isInteger, std::int64_t& integer, double& number);

/// Compact JSON with NaN and ±Infinity bare, doubles in shortest round-trip form and never looking like integers.
/// @param indent  negative: one line; else spaces a level
std::string toJson(const Value& value, int indent = -1);

/// Replaces what is no valid UTF-8 by U+FFFD.
std::string validUtf8(std::string_view text);

} // namespace runglass
