// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/PixelColumns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <span>

namespace runglass
{

namespace
{

/// The points of a line, those that come next unpacked: what of a column is asked for lies together.
class Points
{
public:
    explicit Points(const Line& line)
        : m_line(line)
    {
    }

    /// Columns of about so many points are next, from one point on.
    void goTo(std::size_t at, std::size_t count)
    {
        if (count > kRoom / 4 || (at >= m_begin && at + 2 * count < m_end))
            return;
        m_begin = at;
        m_end = std::min(m_line.size(), at + kRoom);
        // Of a column only some x are asked for.
        m_hasX = count < 16;
        if (m_hasX)
            m_line.copyX(at, std::span(*m_x).first(m_end - at));
        m_line.copyValues(at, std::span(*m_values).first(m_end - at));
    }
    double x(std::size_t i)
    {
        if (m_hasX && isHere(i))
            return (*m_x)[i - m_begin];
        // Lines over their steps are mostly even; that others are not is found out once.
        if (m_step && (i < m_evenBegin || i >= m_evenBegin + PackedNumbers::kBlock)) {
            m_evenBegin = i / PackedNumbers::kBlock * PackedNumbers::kBlock;
            m_step = m_line.evenStep(m_evenBegin, PackedNumbers::kBlock);
            m_evenX = m_line.x(m_evenBegin);
        }
        return m_step ? m_evenX + *m_step * static_cast<double>(i - m_evenBegin) : m_line.x(i);
    }
    double value(std::size_t i) const { return isHere(i) ? (*m_values)[i - m_begin] : m_line.value(i); }
    void addTo(Extent& extent, std::size_t begin, std::size_t end) const
    {
        if (isHere(begin) && end <= m_end)
            extent.add(std::span(*m_values).subspan(begin - m_begin, end - begin));
        else
            extent = m_line.extent(begin, end);
    }

private:
    static constexpr std::size_t kRoom = 2048;
    bool isHere(std::size_t i) const { return i >= m_begin && i < m_end; }

    const Line& m_line;
    std::size_t m_begin = 0, m_end = 0;
    bool m_hasX = false;
    std::size_t m_evenBegin = std::numeric_limits<std::size_t>::max() / 2; ///< of the block that m_step is of
    std::optional<double> m_step = 0;                                      ///< unset: it is not known to be even
    double m_evenX = 0;                                                    ///< of the first point of the block
    using Room = std::array<double, kRoom>;
    std::unique_ptr<Room> m_x = std::make_unique_for_overwrite<Room>();
    std::unique_ptr<Room> m_values = std::make_unique_for_overwrite<Room>();
};

/// Fills first and last from points [begin, end), which hold something finite. True when the last point is finite.
bool setEnds(PixelColumn& column, Points& points, std::size_t begin, std::size_t end)
{
    std::size_t first = begin, last = end - 1;
    if (!column.extent.isAllFinite()) {
        while (!std::isfinite(points.value(first)))
            ++first;
        while (!std::isfinite(points.value(last)))
            --last;
    }
    column.first = {points.x(first), points.value(first)};
    column.last = {points.x(last), points.value(last)};
    column.gapBefore = column.gapBefore || first != begin;
    return last == end - 1;
}

/// Where places lie on an axis, in pixels from its beginning.
class PixelScale
{
public:
    PixelScale(const Range& range, int pixels, AxisScale scale)
        : m_begin(scale == AxisScale::Linear ? range.lo : std::log(range.lo))
        , m_size(scale == AxisScale::Linear ? range.size() : std::log(range.hi) - m_begin)
        , m_pixels(pixels)
        , m_isLog(scale == AxisScale::Log)
    {
    }
    double operator()(double x) const
    {
        const double part = ((m_isLog ? std::log(x) : x) - m_begin) / m_size;
        return std::clamp(part * m_pixels, 0.0, m_pixels - 1);
    }
    double pixels() const { return m_pixels; }

private:
    double m_begin, m_size, m_pixels;
    bool m_isLog;
};

/// The first of [from, to) for which isBefore is false, to when there is none; true up to there and false from there
/// on. Quick where that is near to guess, which lies in [from, to].
template <typename Test>
std::size_t partitionNear(std::size_t from, std::size_t to, std::size_t guess, const Test& isBefore)
{
    std::size_t stride = 1;
    if (guess < to && isBefore(guess)) {
        from = guess + 1;
        for (std::size_t next = from + stride; next < to && isBefore(next - 1); next += stride) {
            from = next;
            stride *= 2;
        }
        to = std::min(to, from + stride);
    } else {
        to = guess;
        while (to - from > stride && !isBefore(to - stride)) {
            to -= stride;
            stride *= 2;
        }
        from = to - from > stride ? to - stride + 1 : from;
    }
    while (from < to) {
        const std::size_t middle = from + (to - from) / 2;
        if (isBefore(middle))
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/// A point and where it lies, in pixels.
struct PlacedPoint {
    std::size_t point = 0;
    double place = 0;
};

/// The first point up to end that lies in another column than from, which is a column's first; end when there is none.
/// Quick where points are about as far apart as they were.
/// @param perPixel  how many points a pixel has about there
PlacedPoint nextColumn(const PlacedPoint& from, std::size_t end, double perPixel, Points& points,
                       const PixelScale& scale)
{
    const double bound = static_cast<int>(from.place) + 1.0;
    if (bound >= scale.pixels())
        return {end, bound};
    const auto placeOf = [&](std::size_t i) { return scale(points.x(i)); };
    const double about = std::ceil((bound - from.place) * perPixel), most = static_cast<double>(end - from.point);
    const std::size_t guess = from.point + static_cast<std::size_t>(std::clamp(about, 1.0, most));
    if (guess == from.point + 1 || placeOf(guess - 1) < bound) {
        const double place = guess < end ? placeOf(guess) : bound;
        if (place >= bound)
            return {guess, place};
    }
    const std::size_t found =
        partitionNear(from.point + 1, end, guess, [&](std::size_t i) { return placeOf(i) < bound; });
    return {found, found < end ? placeOf(found) : bound};
}

std::optional<Vertex> finitePoint(const Line& line, std::size_t i)
{
    const double value = line.value(i);
    return std::isfinite(value) ? std::optional(Vertex{line.x(i), value}) : std::nullopt;
}

} // namespace

int pixelOf(double x, const Range& range, int pixels, AxisScale scale)
{
    return static_cast<int>(PixelScale(range, pixels, scale)(x));
}

double xOfPixel(double pixel, const Range& range, int pixels, AxisScale scale)
{
    const double part = pixel / pixels;
    if (scale == AxisScale::Linear)
        return range.lo + part * range.size();
    return std::exp(std::log(range.lo) + part * (std::log(range.hi) - std::log(range.lo)));
}

PixelColumns reduce(const Line& line, const Range& xRange, int pixels, AxisScale scale)
{
    PixelColumns result{xRange, pixels, {}, {}, {}, false, scale};
    const std::size_t inside = line.firstFrom(xRange.lo);
    const std::size_t outside = line.firstAbove(xRange.hi, inside);
    // What a logarithmic axis has no place for is not there.
    const bool hasBefore = inside != 0 && (scale == AxisScale::Linear || line.x(inside - 1) > 0);
    if (hasBefore)
        result.before = finitePoint(line, inside - 1);
    if (outside != line.size())
        result.after = finitePoint(line, outside);

    bool gap = hasBefore && !result.before;
    Points points(line);
    const PixelScale scaleOf(xRange, pixels, scale);
    double perPixel = static_cast<double>(outside - inside) / pixels;
    std::size_t count = static_cast<std::size_t>(perPixel) + 1;
    result.columns.reserve(std::min(static_cast<std::size_t>(pixels), outside - inside));
    points.goTo(inside, count);
    for (PlacedPoint at{inside, inside < outside ? scaleOf(points.x(inside)) : 0}; at.point != outside;) {
        points.goTo(at.point, count);
        const PlacedPoint next = nextColumn(at, outside, perPixel, points, scaleOf);
        PixelColumn& column = result.columns.emplace_back();
        column.pixel = static_cast<int>(at.place);
        column.count = count = next.point - at.point;
        perPixel = static_cast<double>(count) / (next.place - at.place);
        points.addTo(column.extent, at.point, next.point);
        column.gapBefore = gap;
        gap = !column.hasFinite() || !setEnds(column, points, at.point, next.point);
        at = next;
    }
    result.gapAfter = gap;
    return result;
}

std::vector<std::vector<Vertex>> strokes(const PixelColumns& columns)
{
    std::vector<std::vector<Vertex>> result;
    const auto room = std::make_unique_for_overwrite<Vertex[]>(4 * columns.columns.size() + 2);
    Vertex *begin = room.get(), *end = begin;
    const auto finish = [&] {
        if (begin != end)
            result.emplace_back(begin, end);
        begin = end;
    };
    if (columns.before)
        *end++ = *columns.before;
    for (const PixelColumn& column : columns.columns) {
        if (!column.hasFinite() || column.gapBefore)
            finish();
        if (!column.hasFinite())
            continue;
        *end++ = column.first;
        const double middle = column.first.x + (column.last.x - column.first.x) / 2;
        const auto [low, high] = std::minmax(column.first.y, column.last.y);
        if (column.extent.min < low)
            *end++ = {middle, column.extent.min};
        if (column.extent.max > high)
            *end++ = {middle, column.extent.max};
        if (end[-1] != column.last)
            *end++ = column.last;
    }
    if (columns.gapAfter)
        finish();
    if (columns.after)
        *end++ = *columns.after;
    finish();
    // A neighbour outside alone shows nothing.
    std::erase_if(result, [&](const std::vector<Vertex>& line) {
        return line.size() == 1 && !columns.xRange.contains(line.front().x);
    });
    return result;
}

} // namespace runglass
