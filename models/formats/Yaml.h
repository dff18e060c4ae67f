// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/Value.h"

#include <string_view>

namespace runglass
{

/// What is read as YAML at most. The library takes up to 240 bytes of memory for one of text.
inline constexpr std::size_t kMaxYamlBytes = std::size_t{1} << 20;

/// Reads the first document of a YAML text: plain scalars by the core schema (null, true, 1, 1.5, .inf, .nan), quoted
/// ones as text, mappings as objects with text keys, of a repeated key the last. An empty text is null.
/// @errors Corruption: no YAML, nested more than 128 deep, longer than kMaxYamlBytes, or aliases that unfold into too
///         much (a "bomb")
Result<Value> parseYaml(std::string_view text);

} // namespace runglass
