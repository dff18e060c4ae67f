// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <optional>
#include <string>

namespace runglass::cli
{

/// "2026-11-23 14:02:11" in local time; "–" for none.
std::string localText(const std::optional<TimeNs>& time);
/// Four significant decimals, for tables.
std::string shortNumber(double value);
/// "4.1 KB", decimal units.
std::string sizeText(std::uint64_t bytes);
/// A value on one line: text as it is, everything else as JSON.
std::string valueText(const Value& value);

} // namespace runglass::cli
