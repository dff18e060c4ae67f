// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <QString>

namespace runglass::format
{

/// The one place where values become text for people. Formatting never feeds sorting.
/// All through the default QLocale; NaN is "NaN", ±Infinity "inf" and "-inf".

/// "–", for what is missing.
QString missing();
/// Four significant decimals, whole numbers whole, exponents where they are shorter.
QString number(double value);
/// Every digit that tells the value from its neighbours.
QString exactNumber(double value);
/// A value as one line: text as it is, arrays and objects as JSON.
QString value(const Value& value);
/// "12 min ago"; the date when more than 14 days.
QString relativeTime(TimeNs time, TimeNs now);
/// "14:02" on the same day, else "2026-11-23": for columns with little room.
QString shortTime(TimeNs time, TimeNs now);
/// As localTimeText.
QString exactTime(TimeNs time);
/// "12m 31s", "1h 01m", "3d 04h", "0.8s".
QString duration(double seconds);
/// "4.1 KB", decimal units.
QString bytes(std::uint64_t bytes);
QString state(RunState state);
/// "Uncategorized" for the stored "uncategorized", "–" for none.
QString project(const std::string& project);

} // namespace runglass::format
