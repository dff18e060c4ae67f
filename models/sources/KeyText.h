// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"

namespace runglass
{

/// Deeper paths are no SDK's. Values nest further below; their own depth is bounded by parseJson.
inline constexpr std::size_t kMaxKeyComponents = 64;

/// Neither empty nor too deep.
bool isUsableKey(const KeyPath& path);
/// The path with invalid UTF-8 replaced, as it may be stored and shown.
KeyPath storedKey(const KeyPath& path);

} // namespace runglass
