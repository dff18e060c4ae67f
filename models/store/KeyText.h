// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"

#include <optional>
#include <string>
#include <string_view>

namespace runglass
{

/// A key as the JSON array of its components, e.g. ["train","loss/0"]. Bytes that are no UTF-8 stand as they are.
std::string encodeKey(const KeyPath& key);
/// Reads what encodeKey writes; nothing when the text is anything else.
std::optional<KeyPath> decodeKey(std::string_view text);

} // namespace runglass
