// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Series.h"
#include "models/series/Pyramid.h"

#include <memory>

namespace runglass
{

/// One stroke of a chart: a segment's series over its x axis, ready to be reduced to pixels.
/// @thread any, at once
class Line
{
public:
    /// Over the steps of the series.
    explicit Line(std::shared_ptr<const Series> series);
    /// Over any axis; x must be non-decreasing and as long as values.
    Line(std::vector<double> x, std::vector<double> values);

    std::size_t size() const { return m_x.size(); }
    const std::vector<double>& x() const { return m_x; }
    const std::vector<double>& values() const { return m_pyramid.values(); }
    const Pyramid& pyramid() const { return m_pyramid; }
    /// As logged; null when the line was made from bare columns.
    const std::shared_ptr<const Series>& series() const { return m_series; }

    /// From the first to the last point's x, whatever their values.
    Range xRange() const;
    /// Extremes of the finite values of the points inside xRange.
    Range valueRange(const Range& xRange) const;
    /// The point nearest to x; nothing when the line is empty. Of several at the same x the last.
    std::optional<std::size_t> nearest(double x) const;

private:
    std::shared_ptr<const Series> m_series;
    std::vector<double> m_x;
    Pyramid m_pyramid;
};

} // namespace runglass
