// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/NumberSummary.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace runglass
{

/// What statistics of numbers are made of, in parts that can be put together: those of groups make those of the group
/// around them. Sums are long, so that neither they nor the squares of the largest numbers are infinite.
struct NumberSums {
    std::size_t count = 0;
    long double sum = 0;
    long double squares = 0; ///< of the distances from the mean
    double min = std::numeric_limits<double>::infinity(), max = -std::numeric_limits<double>::infinity();
    std::array<std::uint32_t, kHistogramBars> bars = {};

    /// With an infinity among them it is infinite, or NaN where both signs are. Of no number it is NaN.
    long double mean() const { return sum / static_cast<long double>(count); }
    NumberStats stats() const;
};

/// The smallest and the largest, NaN left out: infinities the wrong way round where there is no number.
struct NumberEnds {
    double low = std::numeric_limits<double>::infinity(), high = -low;
};
NumberEnds endsOf(std::span<const double> numbers);
/// Of those whose bit is set.
NumberEnds endsOf(std::span<const double> numbers, const std::vector<std::uint64_t>& bits);

/// Two passes over numbers without NaN.
/// @param edges  null: no bars
NumberSums sumsOf(std::span<const double> numbers, const HistogramEdges* edges);

/// Those of all the numbers that the parts are of.
NumberSums united(std::span<const NumberSums> parts);

/// The middle one of numbers, or what lies between the two middle ones. Of many it is found without putting them in
/// order: a few of them tell between which two it must lie.
/// @param numbers  no NaN; at least one. They may be put in another order.
double medianOf(std::span<double> numbers);

} // namespace runglass
