// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/LineRaster.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

/// Each of four bytes times part / 255.
QRgb times(QRgb colour, unsigned part)
{
    const unsigned odd = ((colour >> 8) & 0xff00ff) * part + 0x800080;
    const unsigned even = (colour & 0xff00ff) * part + 0x800080;
    return ((odd + ((odd >> 8) & 0xff00ff)) & 0xff00ff00) | (((even + ((even >> 8) & 0xff00ff)) >> 8) & 0xff00ff);
}

/// Half the square of what is above 0: twice the integral of a step.
double ramp(double t)
{
    return t > 0 ? t * t / 2 : 0;
}

/// How much of a slanted line lies above a place, by the place's distance to its middle.
/// @param thick  of the line, upwards
/// @param rise   over the column
double above(double place, double thick, double rise)
{
    if (rise < 0.01)
        return std::clamp(place + thick / 2, 0.0, thick);
    const double far = (thick + rise) / 2, near = (thick - rise) / 2;
    return (ramp(place + far) - ramp(place + near) - ramp(place - near) + ramp(place - far)) / rise;
}

} // namespace

LineRaster::LineRaster(const QSize& size, double width)
    : m_size(size.expandedTo({1, 1}))
    , m_width(width)
    , m_pixels(static_cast<std::size_t>(m_size.width()) * static_cast<std::size_t>(m_size.height()))
{
}

void LineRaster::stroke(const QPolygonF& points, const QColor& colour)
{
    if (points.size() < 2)
        return;
    m_colour = qPremultiply(colour.rgba());
    m_filled.clear();
    bool begun = false;
    for (qsizetype i = 1; i < points.size() && points[i - 1].x() < m_size.width(); ++i) {
        QPointF from = points[i - 1];
        QPointF to(std::max(points[i].x(), from.x()), points[i].y());
        if (to.x() < 0)
            continue;
        const double slope = to.x() > from.x() ? (to.y() - from.y()) / (to.x() - from.x()) : 0;
        if (from.x() < 0)
            from = QPointF(0, from.y() - from.x() * slope);
        if (to.x() > m_size.width())
            to = QPointF(m_size.width(), from.y() + (m_size.width() - from.x()) * slope);
        if (!std::exchange(begun, true)) {
            m_firstFilled = m_column = std::min(static_cast<int>(from.x()), m_size.width() - 1);
            begin(from.x(), from.y());
        }
        lineTo(from, to);
        if (m_column == m_size.width())
            break;
    }
    if (!begun)
        return;
    if (m_column < m_size.width())
        finish(std::clamp(points.back().x(), m_column + m_stretch.begin, m_column + 1.0));
    if (m_width > 1)
        widen();
}

void LineRaster::begin(double x, double y)
{
    m_stretch = {x - m_column, 1, y, y, y, y, 0};
}

void LineRaster::reach(double y)
{
    m_stretch.way += std::abs(y - m_stretch.out);
    m_stretch.lo = std::min(m_stretch.lo, y);
    m_stretch.hi = std::max(m_stretch.hi, y);
    m_stretch.out = y;
}

void LineRaster::lineTo(const QPointF& from, const QPointF& to)
{
    const double slope = to.x() > from.x() ? (to.y() - from.y()) / (to.x() - from.x()) : 0;
    while (to.x() >= m_column + 1) {
        const double y = from.y() + (m_column + 1 - from.x()) * slope;
        reach(to.x() > m_column + 1 ? y : to.y());
        const double out = m_stretch.out;
        finish(m_column + 1);
        if (++m_column == m_size.width())
            return;
        begin(m_column, out);
    }
    reach(to.y());
}

/// The column is left at x, or the stroke ends there.
void LineRaster::finish(double x)
{
    m_stretch.end = x - m_column;
    // Beyond its ends a line goes on for half its width.
    const double across = m_stretch.end - m_stretch.begin;
    const double part = across >= 1 ? 1 : std::min(1.0, across + m_width / 2);
    const bool turns = across < 0.5 || m_stretch.way > std::abs(m_stretch.out - m_stretch.in) + 1e-6;
    m_filled.push_back({m_stretch.lo, m_stretch.hi, turns});
    if (turns)
        fill(m_column, m_stretch.lo - m_width / 2, m_stretch.hi + m_width / 2, 1);
    else
        fillSlope(m_stretch, part);
}

void LineRaster::fillSlope(const Stretch& stretch, double part)
{
    const double rise = stretch.hi - stretch.lo, middle = (stretch.lo + stretch.hi) / 2;
    const double slope = rise / (stretch.end - stretch.begin);
    const double thick = m_width * std::sqrt(1 + slope * slope);
    const double half = (thick + rise) / 2;
    if (middle + half <= 0 || middle - half >= m_size.height())
        return;
    const int first = static_cast<int>(std::max(0.0, middle - half));
    const int last = static_cast<int>(std::min(m_size.height() - 1.0, middle + half));
    double before = above(first - middle, thick, rise);
    for (int y = first; y <= last; ++y) {
        const double next = above(y + 1 - middle, thick, rise);
        blend(m_column, y, part * std::min(1.0, next - before));
        before = next;
    }
}

void LineRaster::fill(int column, double lo, double hi, double part)
{
    lo = std::max(lo, 0.0);
    hi = std::min(hi, static_cast<double>(m_size.height()));
    if (lo >= hi)
        return;
    const auto first = static_cast<int>(std::ceil(lo)), last = static_cast<int>(hi);
    if (first > last) {
        blend(column, last, part * (hi - lo));
        return;
    }
    if (first > lo)
        blend(column, first - 1, part * (first - lo));
    if (hi > last)
        blend(column, last, part * (hi - last));
    if (part < 1 || qAlpha(m_colour) < 255) {
        for (int y = first; y < last; ++y)
            blend(column, y, part);
        return;
    }
    QRgb* pixels = m_pixels.data() + static_cast<std::ptrdiff_t>(column) * m_size.height();
    std::fill(pixels + first, pixels + last, m_colour);
}

void LineRaster::blend(int column, int y, double coverage)
{
    QRgb& pixel = m_pixels[static_cast<std::size_t>(column) * static_cast<std::size_t>(m_size.height()) +
                           static_cast<std::size_t>(y)];
    const QRgb source = times(m_colour, static_cast<unsigned>(coverage * 255.999));
    pixel = source + times(pixel, 255 - static_cast<unsigned>(qAlpha(source)));
}

/// Where a stroke goes up and down in one column, it reaches into the columns beside it.
void LineRaster::widen()
{
    const double beside = (m_width - 1) / 2;
    const auto count = static_cast<int>(m_filled.size());
    for (int i = 0; i < count; ++i) {
        const Filled& its = m_filled[static_cast<std::size_t>(i)];
        if (!its.turns)
            continue;
        for (int away = 1; away < beside + 1; ++away) {
            const double part = std::min(1.0, beside - (away - 1));
            for (const int other : {i - away, i + away}) {
                const int column = m_firstFilled + other;
                if (column < 0 || column >= m_size.width())
                    continue;
                const bool isFilled = other >= 0 && other < count;
                const Filled there = isFilled ? m_filled[static_cast<std::size_t>(other)] : Filled{its.hi, its.hi};
                fill(column, its.lo, std::min(its.hi, there.lo), part);
                if (isFilled)
                    fill(column, std::max(its.lo, there.hi), its.hi, part);
            }
        }
    }
}

QImage LineRaster::image() const
{
    QImage image(m_size, QImage::Format_ARGB32_Premultiplied);
    // In squares, which fit the cache on either side.
    constexpr int square = 16;
    const int width = m_size.width(), height = m_size.height();
    for (int top = 0; top < height; top += square) {
        const int bottom = std::min(height, top + square);
        for (int left = 0; left < width; left += square) {
            const int right = std::min(width, left + square);
            for (int y = top; y < bottom; ++y) {
                auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
                const QRgb* from = m_pixels.data() + y;
                for (int x = left; x < right; ++x)
                    row[x] = from[static_cast<std::ptrdiff_t>(x) * height];
            }
        }
    }
    return image;
}

} // namespace runglass
