// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Series.h"

#include <limits>
#include <type_traits>

namespace runglass
{

/// A value of a series as a number: 0 and 1 for bools, NaN for what is none.
template <typename T> double toNumber(const T& value)
{
    if constexpr (std::is_same_v<T, Value>)
        return value.kind() == Value::Kind::Bool ? (value.toBool() ? 1.0 : 0.0) : value.toDouble();
    else
        return static_cast<double>(value);
}

/// What SeriesInfo says of the points, kept while they come in.
struct SeriesStatistics {
    static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

    std::uint64_t count = 0;
    std::uint64_t finite = 0;                      ///< finite numbers among them
    double min = kNone, max = kNone, mean = kNone; ///< of the finite ones
    double first = kNone, last = kNone;            ///< of all

    void add(const SeriesValues& values);
};

} // namespace runglass
