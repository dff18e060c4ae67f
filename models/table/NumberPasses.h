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
    NumberStats stats(double median) const;
};

/// The smallest and the largest, NaN left out: infinities the wrong way round where there is no number.
struct NumberEnds {
    double low = std::numeric_limits<double>::infinity(), high = -low;
};
NumberEnds endsOf(std::span<const double> numbers);

/// Two passes over numbers without NaN.
/// @param edges  null: no bars
NumberSums sumsOf(std::span<const double> numbers, const HistogramEdges* edges);

/// Those of all the numbers that the parts are of.
NumberSums united(std::span<const NumberSums> parts);

/// Finds the middle of many numbers without putting them in order: their bars, or a few of them, tell between which
/// two it must lie. Its memory is used again.
/// @thread any one at a time
class MedianFinder
{
public:
    /// @param numbers  no NaN; at least one. They may be put in another order.
    /// @param sums     of the numbers
    /// @param edges    of the bars in sums; null: there are none
    double find(std::span<double> numbers, const NumberSums& sums, const HistogramEdges* edges);

private:
    bool findByBars(std::span<const double> numbers, const NumberSums& sums, const HistogramEdges& edges,
                    double& median);
    bool findBySample(std::span<const double> numbers, double& median);
    bool findBetween(std::span<const double> numbers, double low, double high, double& median);

    std::vector<double> m_sample, m_inside;
};

} // namespace runglass
