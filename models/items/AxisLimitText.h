// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/ChartSettings.h"

#include <QString>

#include <optional>

namespace runglass
{

/// As what the end of an axis is typed.
enum class LimitUnit {
    Number,
    Either,   ///< a number, or a length of time as seconds: what is on the axis differs from panel to panel
    Duration, ///< seconds
    Time,     ///< seconds since 1970 UTC, typed as local date and time
};

LimitUnit limitUnit(XAxisKind kind);

/// The end of an axis as it is typed: "0.5", "1:30:00", "12 s", "2026-03-01 14:05:00". Read again it is the same, to
/// the microsecond.
QString limitText(LimitUnit unit, double value);

/// What was typed. Numbers with the user's decimal sign or a point; lengths of time as hours:minutes:seconds,
/// minutes:seconds, with units ("1h 30m", "90 min") or as seconds; times as date, with or without a time of day and an
/// offset, "2026-03-01 14:05", "2026/3/1", "2026-03-01T14:05:00+09:00".
/// @return unset: it is none of these
std::optional<double> limitIn(LimitUnit unit, const QString& text);

/// Says what may be typed, for example "2026-03-01 14:05".
QString limitHint(LimitUnit unit);

} // namespace runglass
