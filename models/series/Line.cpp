// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Line.h"

#include <algorithm>

namespace runglass
{

Line::Line(std::shared_ptr<const Series> series)
    : m_series(std::move(series))
    , m_pyramid(m_series->toDoubles())
{
    m_x.reserve(m_series->step.size());
    std::transform(m_series->step.begin(), m_series->step.end(), std::back_inserter(m_x),
                   [](std::int64_t step) { return static_cast<double>(step); });
    m_x.resize(m_pyramid.size());
}

Line::Line(std::vector<double> x, std::vector<double> values)
    : m_x(std::move(x))
    , m_pyramid(std::move(values))
{
    m_x.resize(m_pyramid.size());
}

Range Line::xRange() const
{
    return m_x.empty() ? Range{} : Range{m_x.front(), m_x.back()};
}

Range Line::valueRange(const Range& xRange) const
{
    const auto begin = std::lower_bound(m_x.begin(), m_x.end(), xRange.lo);
    const auto end = std::upper_bound(begin, m_x.end(), xRange.hi);
    return m_pyramid.extent(static_cast<std::size_t>(begin - m_x.begin()), static_cast<std::size_t>(end - m_x.begin()))
        .range();
}

std::optional<std::size_t> Line::nearest(double x) const
{
    if (m_x.empty())
        return std::nullopt;
    const auto after = std::upper_bound(m_x.begin(), m_x.end(), x);
    if (after == m_x.begin())
        return static_cast<std::size_t>(std::upper_bound(m_x.begin(), m_x.end(), m_x.front()) - m_x.begin() - 1);
    const auto before = after - 1;
    if (after == m_x.end() || x - *before <= *after - x)
        return static_cast<std::size_t>(before - m_x.begin());
    return static_cast<std::size_t>(std::upper_bound(after, m_x.end(), *after) - m_x.begin() - 1);
}

} // namespace runglass
