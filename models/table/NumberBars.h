// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/NumberSummary.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace runglass
{

/// The bars of a histogram whose edges lie where they are guessed to, give or take less than half a bar: no question is
/// asked of a number that would have to be answered before the next one.
class NumberBars
{
public:
    /// Slot 0 is for what lies below all bars, the one behind the last for what lies above.
    static constexpr std::size_t kSlots = kHistogramBars + 2;

    explicit NumberBars(const HistogramEdges& edges)
        : m_most(static_cast<double>(edges.bars))
        , m_low(edges.edges[0] / 2)
        , m_perWidth(edges.perWidth)
    {
        std::copy_n(edges.edges.begin(), edges.bars + 1, std::begin(m_edges));
        m_edges[edges.bars] = std::nextafter(m_edges[edges.bars], std::numeric_limits<double>::infinity());
    }

    /// Whether edges lie so.
    static bool fit(const HistogramEdges& edges)
    {
        const double low = edges.edges[0], high = edges.edges[edges.bars];
        const double width = high / 2 - low / 2;
        return edges.bars == 1 || (edges.perWidth > 0 && width > 1e-9 * std::max(std::abs(low), std::abs(high)));
    }

    /// @param number  no NaN
    std::size_t slotOf(double number) const
    {
        double place = (number / 2 - m_low) * m_perWidth + 0.5;
        place = place > 0 ? place : 0; // also of no number: an infinity where there is one bar
        place = place < m_most ? place : m_most;
        // The edge that is next: the number lies on the one side of it or on the other.
        const auto edge = static_cast<std::size_t>(static_cast<int>(place));
        return edge + (number < m_edges[edge] ? 0 : 1);
    }

private:
    double m_most, m_low, m_perWidth;
    double m_edges[kHistogramBars + 1] = {}; // without the bounds check of each access
};

} // namespace runglass
