// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Range.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

/// What axes can still add and subtract without overflow.
constexpr double kLargest = 1e250;

} // namespace

void Range::include(double value)
{
    if (!std::isfinite(value))
        return;
    if (isEmpty()) {
        lo = hi = value;
        return;
    }
    lo = std::min(lo, value);
    hi = std::max(hi, value);
}

void Range::include(const Range& other)
{
    if (other.isEmpty())
        return;
    include(other.lo);
    include(other.hi);
}

Range drawable(const Range& range)
{
    if (range.isEmpty())
        return {0, 1};
    Range result{std::clamp(range.lo, -kLargest, kLargest), std::clamp(range.hi, -kLargest, kLargest)};
    const double magnitude = std::max(std::abs(result.lo), std::abs(result.hi));
    // Below this the ticks of an axis cannot be told apart in a double.
    const double smallest = std::max(magnitude * 1e-12, 1e-250);
    if (result.size() >= smallest)
        return result;
    const double room = magnitude > 0 ? magnitude * 0.1 : 0.5;
    return {result.lo - room, result.hi + room};
}

double niceStep(double size)
{
    if (!(size > 0) || !std::isfinite(size))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(size)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= size * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

Range niceRange(const Range& range, int intervals)
{
    const Range base = drawable(range);
    const double step = niceStep(base.size() / std::max(1, intervals));
    const Range nice{std::floor(base.lo / step + 1e-9) * step, std::ceil(base.hi / step - 1e-9) * step};
    const bool holds = std::isfinite(nice.lo) && std::isfinite(nice.hi) && nice.lo < nice.hi;
    return holds ? Range{std::min(nice.lo, base.lo), std::max(nice.hi, base.hi)} : base;
}

} // namespace runglass
