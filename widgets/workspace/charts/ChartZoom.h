// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/Range.h"

#include <optional>
#include <vector>

namespace runglass
{

/// How a chart is zoomed; an unset axis shows everything.
struct ChartZoom {
    std::optional<Range> x, y;

    bool isSet() const { return x.has_value() || y.has_value(); }
    bool operator==(const ChartZoom&) const = default;
};

/// How a chart is zoomed, was before and can be again: as a browser goes through its pages.
class ZoomHistory
{
public:
    const ChartZoom& current() const { return m_current; }
    /// To another zoom; joined with the step before when it goes on with that one, as the turns of a wheel do.
    void go(const ChartZoom& zoom, bool joins = false);
    /// Without a step of its own: it follows what somebody did elsewhere.
    void follow(const ChartZoom& zoom) { m_current = zoom; }
    bool canGoBack() const { return !m_back.empty(); }
    bool canGoForward() const { return !m_ahead.empty(); }
    /// @return false when there is no such step
    bool back();
    bool forward();
    bool isEmpty() const { return !m_current.isSet() && m_back.empty() && m_ahead.empty(); }

private:
    static constexpr std::size_t kMostSteps = 100;

    ChartZoom m_current;
    std::vector<ChartZoom> m_back, m_ahead; ///< the nearest last
};

} // namespace runglass
