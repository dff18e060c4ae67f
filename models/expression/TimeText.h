// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <optional>
#include <string_view>

namespace runglass
{

/// An ISO 8601 date or date and time: "2026-11-23", "2026-11-23T14:02", "2026-11-23 14:02:11.25Z",
/// "2026-11-23T14:02+09:00". Local time of the process unless it says Z or an offset; a date is its first instant.
/// Nothing for any other text, and for a time that nanoseconds since 1970 do not reach (before 1678, after 2261).
std::optional<TimeNs> parseTimestamp(std::string_view text);

/// Seconds of "90s", "1.5h", "300ms", "2d", "1w", "5m"; nothing for any other text.
std::optional<double> parseDuration(std::string_view text);

} // namespace runglass
