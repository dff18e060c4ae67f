// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/LineRaster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <utility>

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

/// @param colour    premultiplied
/// @param coverage  of the pixel
void blend(QRgb& pixel, QRgb colour, double coverage)
{
    const QRgb source = times(colour, static_cast<unsigned>(static_cast<int>(coverage * 255.999)));
    pixel = pixel == 0 ? source : source + times(pixel, 255 - static_cast<unsigned>(qAlpha(source)));
}

double slopeOf(const QPointF& from, const QPointF& to)
{
    return to.x() > from.x() ? (to.y() - from.y()) / (to.x() - from.x()) : 0;
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

using Four = QRgb __attribute__((vector_size(16)));
constexpr int kFour = 4;

void setAll(QRgb* begin, const QRgb* end, QRgb colour)
{
    const Four four{colour, colour, colour, colour};
    for (; end - begin >= kFour; begin += kFour)
        std::memcpy(begin, &four, sizeof four);
    for (; begin != end; ++begin)
        *begin = colour;
}

/// As times(), of four pixels and as many parts.
Four times(const Four& pixels, const Four& parts)
{
    using Bytes = std::uint16_t __attribute__((vector_size(16)));
    const auto both = reinterpret_cast<Bytes>(parts | (parts << 16));
    const auto all = reinterpret_cast<Bytes>(pixels);
    const Bytes even = (all & 0xff) * both + 0x80, odd = (all >> 8) * both + 0x80;
    return reinterpret_cast<Four>((((even >> 8) + even) >> 8) | (((odd >> 8) + odd) & 0xff00));
}

/// Draws pixels over others.
void drawOver(QRgb* to, const Four& pixels)
{
    using Halves = std::uint64_t __attribute__((vector_size(16)));
    const auto halves = reinterpret_cast<Halves>(pixels);
    if ((halves[0] | halves[1]) == 0)
        return;
    Four below;
    std::memcpy(&below, to, sizeof below);
    below = pixels + times(below, 255 - (pixels >> 24));
    std::memcpy(to, &below, sizeof below);
}

/// Rows of four columns, of what lies column after column.
std::array<Four, kFour> turned(const QRgb* from, std::size_t stride)
{
    std::array<Four, kFour> columns{}, halves{};
    for (std::size_t i = 0; i < columns.size(); ++i)
        std::memcpy(&columns[i], from + i * stride, sizeof columns[i]);
    halves[0] = __builtin_shufflevector(columns[0], columns[1], 0, 4, 1, 5);
    halves[1] = __builtin_shufflevector(columns[2], columns[3], 0, 4, 1, 5);
    halves[2] = __builtin_shufflevector(columns[0], columns[1], 2, 6, 3, 7);
    halves[3] = __builtin_shufflevector(columns[2], columns[3], 2, 6, 3, 7);
    return {__builtin_shufflevector(halves[0], halves[1], 0, 1, 4, 5),
            __builtin_shufflevector(halves[0], halves[1], 2, 3, 6, 7),
            __builtin_shufflevector(halves[2], halves[3], 0, 1, 4, 5),
            __builtin_shufflevector(halves[2], halves[3], 2, 3, 6, 7)};
}

std::size_t inFours(int length)
{
    return (static_cast<std::size_t>(length) + kFour - 1) / kFour * kFour;
}

} // namespace

LineRaster::LineRaster(const QSize& size, double width)
    : m_size(size.expandedTo({1, 1}))
    , m_width(width)
    , m_stride(inFours(m_size.height()))
    , m_pixels(inFours(m_size.width()) * m_stride)
    , m_rows(static_cast<std::size_t>(m_size.width()), Rows{m_size.height(), 0})
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
        const QPointF &from = points[i - 1], &to = points[i];
        if (begun && to.x() < m_column + 1) {
            m_stretch.reach(to.y());
            continue;
        }
        if (to.x() < 0)
            continue;
        if (!std::exchange(begun, true)) {
            const double x = std::max(0.0, from.x());
            m_firstFilled = m_column = std::min(static_cast<int>(x), m_size.width() - 1);
            begin(x, from.x() < 0 ? from.y() - from.x() * slopeOf(from, to) : from.y());
        }
        cross(from, to);
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

/// Goes on to where the line is at the right edge of each column before that of to, then to it.
void LineRaster::cross(const QPointF& from, const QPointF& to)
{
    const double slope = slopeOf(from, to);
    for (; to.x() >= m_column + 1; begin(m_column, m_stretch.out)) {
        m_stretch.reach(to.x() > m_column + 1 ? from.y() + (m_column + 1 - from.x()) * slope : to.y());
        finish(m_column + 1);
        if (++m_column == m_size.width())
            return;
    }
    m_stretch.reach(to.y());
}

/// The column is left at x, or the stroke ends there.
void LineRaster::finish(double x)
{
    m_stretch.end = x - m_column;
    // Beyond its ends a line goes on for half its width.
    const double across = m_stretch.end - m_stretch.begin;
    const bool turns = across < 0.5 || m_stretch.way > std::abs(m_stretch.out - m_stretch.in) + 1e-6;
    if (m_width > 1)
        m_filled.push_back({m_stretch.lo, m_stretch.hi, turns});
    if (turns)
        fill(m_column, m_stretch.lo - m_width / 2, m_stretch.hi + m_width / 2, 1);
    else
        fillSlope(m_stretch, across >= 1 ? 1 : std::min(1.0, across + m_width / 2));
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
    QRgb* pixels = rows(m_column, first, last + 1);
    for (int y = first; y <= last; ++y) {
        const double next = above(y + 1 - middle, thick, rise);
        blend(pixels[y], m_colour, part * std::min(1.0, next - before));
        before = next;
    }
}

void LineRaster::fill(int column, double lo, double hi, double part)
{
    lo = std::max(lo, 0.0);
    hi = std::min(hi, static_cast<double>(m_size.height()));
    if (lo >= hi)
        return;
    const auto above = static_cast<int>(lo), last = static_cast<int>(hi);
    const int first = above < lo ? above + 1 : above;
    QRgb* pixels = rows(column, above, std::min(last + 1, m_size.height()));
    if (first > last) {
        blend(pixels[last], m_colour, part * (hi - lo));
        return;
    }
    if (first > lo)
        blend(pixels[above], m_colour, part * (first - lo));
    if (hi > last)
        blend(pixels[last], m_colour, part * (hi - last));
    if (part < 1 || qAlpha(m_colour) < 255) {
        for (int y = first; y < last; ++y)
            blend(pixels[y], m_colour, part);
        return;
    }
    setAll(pixels + first, pixels + last, m_colour);
}

/// The pixels of a column, of which some will be drawn to.
QRgb* LineRaster::rows(int column, int begin, int end)
{
    Rows& used = m_rows[static_cast<std::size_t>(column)];
    used = {std::min(used.begin, begin), std::max(used.end, end)};
    return m_pixels.data() + static_cast<std::size_t>(column) * m_stride;
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
    image.fill(Qt::transparent);
    drawOnto(image, {});
    return image;
}

void LineRaster::drawOnto(QImage& picture, const QPoint& at) const
{
    const std::ptrdiff_t pitch = picture.bytesPerLine() / static_cast<std::ptrdiff_t>(sizeof(QRgb));
    QRgb* to = reinterpret_cast<QRgb*>(picture.bits()) + at.y() * pitch + at.x();
    // As many columns as fill a line of the cache.
    constexpr int most = 16;
    for (int column = 0; column < m_size.width(); column += most) {
        const int end = std::min(column + most, m_size.width());
        Rows rows{m_size.height(), 0};
        for (int i = column; i < end; ++i) {
            const Rows& its = m_rows[static_cast<std::size_t>(i)];
            rows = {std::min(rows.begin, its.begin), std::max(rows.end, its.end)};
        }
        for (int row = rows.begin / kFour * kFour; row < rows.end; row += kFour) {
            for (int i = column; i < end; i += kFour)
                drawSquare(i, row, to + row * pitch + i, pitch);
        }
    }
}

void LineRaster::drawSquare(int column, int row, QRgb* to, std::ptrdiff_t pitch) const
{
    const QRgb* from = m_pixels.data() + static_cast<std::size_t>(column) * m_stride + row;
    const int across = m_size.width() - column, down = m_size.height() - row;
    const std::array<Four, kFour> lines = turned(from, m_stride);
    if (across >= kFour && down >= kFour) {
        for (const Four& line : lines)
            drawOver(std::exchange(to, to + pitch), line);
        return;
    }
    for (int i = 0; i < std::min(kFour, down); ++i, to += pitch) {
        std::array<QRgb, kFour> below{};
        std::copy_n(to, std::min(kFour, across), below.begin());
        drawOver(below.data(), lines[static_cast<std::size_t>(i)]);
        std::copy_n(below.begin(), std::min(kFour, across), to);
    }
}

} // namespace runglass
