// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/NumberSummary.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>

namespace runglass
{

/// What a processor works on at once, also one that is not asked what else it can do.
using Two [[gnu::vector_size(16)]] = double;
using TwoBits [[gnu::vector_size(16)]] = std::int64_t;

/// The bars of a histogram whose edges lie where they are guessed to, give or take less than half a bar: no question is
/// asked of a number that would have to be answered before the next one.
class NumberBars
{
public:
    /// Slot 0 is for what lies below all bars, the one behind the last for what lies above.
    static constexpr std::size_t kSlots = kHistogramBars + 2;

    explicit NumberBars(const HistogramEdges& edges)
        : m_low(edges.edges[0] / 2)
        // What lies above a single bar must come to lie far from it, and so behind all that could be.
        , m_perWidth(edges.bars == 1 ? 1 : edges.perWidth)
        , m_scale(m_perWidth / 2)
        , m_offset(m_low * m_perWidth)
    {
        std::copy_n(edges.edges.begin(), edges.bars + 1, std::begin(m_edges));
        const double end = std::nextafter(edges.edges[edges.bars], std::numeric_limits<double>::infinity());
        std::fill(std::begin(m_edges) + edges.bars, std::end(m_edges), end);
    }

    /// Whether edges lie so.
    static bool fit(const HistogramEdges& edges)
    {
        const double low = edges.edges[0], high = edges.edges[edges.bars];
        const double width = high / 2 - low / 2;
        return edges.bars == 1 || (edges.perWidth > 0 && width > 1e-9 * std::max(std::abs(low), std::abs(high)));
    }

    /// Of each of two numbers the edge that is next, in the lower half; for NaN the last.
    TwoBits edgesBy(Two number) const
    {
        // What is added to a number so large that it has no fraction is rounded to the last of its bits.
        constexpr double kNoFraction = 0x1p52;
        Two place = number * m_scale - m_offset;
        place = place < kLast ? place : Two{kLast, kLast};
        place = place > 0 ? place : Two{};
        return std::bit_cast<TwoBits>(place + kNoFraction);
    }
    /// @param edge  the one that is next to the number. NaN is behind it.
    std::size_t slotAt(std::size_t edge, double number) const { return edge + (number < m_edges[edge] ? 0 : 1); }

    /// @param number  no NaN
    std::size_t slotOf(double number) const
    {
        double place = (number / 2 - m_low) * m_perWidth + 0.5;
        place = place > 0 ? place : 0;
        place = place < kLast ? place : kLast;
        // The edge that is next: the number lies on the one side of it or on the other.
        return slotAt(static_cast<std::size_t>(static_cast<int>(place)), number);
    }

private:
    static constexpr double kLast = kHistogramBars; ///< edge

    double m_low, m_perWidth;
    double m_scale, m_offset;                ///< the same for numbers that are not halved first
    double m_edges[kHistogramBars + 1] = {}; // without the bounds check of each access
};

} // namespace runglass
