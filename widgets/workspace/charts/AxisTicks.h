// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/Range.h"

#include <QString>

#include <vector>

namespace runglass
{

/// What an axis counts, and whether by powers of ten.
struct AxisMeasure {
    enum class Unit {
        Step,     ///< whole numbers
        Number,   ///< any numbers
        Duration, ///< seconds since something
        Time      ///< seconds since 1970 UTC, shown in local time
    };
    Unit unit = Unit::Number;
    bool log = false;

    /// Where a value lies on the axis, and back: its logarithm to the base of 10, or as it is. What has no place on a
    /// logarithmic axis lies at minus infinity.
    double toAxis(double value) const;
    double fromAxis(double place) const;
    Range toAxis(const Range& values) const { return {toAxis(values.lo), toAxis(values.hi)}; }
    Range fromAxis(const Range& places) const { return {fromAxis(places.lo), fromAxis(places.hi)}; }

    bool operator==(const AxisMeasure&) const = default;
};

struct AxisTicks {
    std::vector<double> places; ///< on the axis, as AxisMeasure::toAxis gives them
    std::vector<QString> texts;
};

/// About count ticks at round values of a range of places.
AxisTicks axisTicks(const AxisMeasure& scale, const Range& places, int count);

} // namespace runglass
