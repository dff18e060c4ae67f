// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/PixelColumns.h"

#include <algorithm>
#include <array>
#include <cmath>
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
    double x(std::size_t i) const { return m_hasX && isHere(i) ? (*m_x)[i - m_begin] : m_line.x(i); }
    double value(std::size_t i) const { return isHere(i) ? (*m_values)[i - m_begin] : m_line.value(i); }
    Extent extent(std::size_t begin, std::size_t end) const
    {
        if (!isHere(begin) || end > m_end)
            return m_line.extent(begin, end);
        Extent result;
        result.add(std::span(*m_values).subspan(begin - m_begin, end - begin));
        return result;
    }

private:
    static constexpr std::size_t kRoom = 2048;
    bool isHere(std::size_t i) const { return i >= m_begin && i < m_end; }

    const Line& m_line;
    std::size_t m_begin = 0, m_end = 0;
    bool m_hasX = false;
    using Room = std::array<double, kRoom>;
    std::unique_ptr<Room> m_x = std::make_unique_for_overwrite<Room>();
    std::unique_ptr<Room> m_values = std::make_unique_for_overwrite<Room>();
};

/// Fills first and last from points [begin, end), which hold something finite. True when the last point is finite.
bool setEnds(PixelColumn& column, const Points& points, std::size_t begin, std::size_t end)
{
    std::size_t first = begin;
    while (!std::isfinite(points.value(first)))
        ++first;
    std::size_t last = end - 1;
    while (!std::isfinite(points.value(last)))
        --last;
    column.first = {points.x(first), points.value(first)};
    column.last = {points.x(last), points.value(last)};
    column.gapBefore = column.gapBefore || first != begin;
    return last == end - 1;
}

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

std::optional<Vertex> finitePoint(const Line& line, std::size_t i)
{
    const double value = line.value(i);
    return std::isfinite(value) ? std::optional(Vertex{line.x(i), value}) : std::nullopt;
}

} // namespace

int pixelOf(double x, const Range& range, int pixels, AxisScale scale)
{
    const double part = scale == AxisScale::Linear
                            ? (x - range.lo) / range.size()
                            : (std::log(x) - std::log(range.lo)) / (std::log(range.hi) - std::log(range.lo));
    return static_cast<int>(std::clamp(part * pixels, 0.0, pixels - 1.0));
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
    // As many in each as in the one before.
    std::size_t count = (outside - inside) / static_cast<std::size_t>(pixels) + 1;
    result.columns.reserve(std::min(static_cast<std::size_t>(pixels), outside - inside));
    for (std::size_t at = inside; at != outside;) {
        PixelColumn column;
        points.goTo(at, count);
        column.pixel = pixelOf(points.x(at), xRange, pixels, scale);
        const std::size_t next = partitionNear(at + 1, outside, std::min(at + count, outside), [&](std::size_t i) {
            return pixelOf(points.x(i), xRange, pixels, scale) <= column.pixel;
        });
        column.count = count = next - at;
        column.extent = points.extent(at, next);
        column.gapBefore = gap;
        gap = !column.hasFinite() || !setEnds(column, points, at, next);
        result.columns.push_back(column);
        at = next;
    }
    result.gapAfter = gap;
    return result;
}

std::vector<std::vector<Vertex>> strokes(const PixelColumns& columns)
{
    std::vector<std::vector<Vertex>> result;
    std::vector<Vertex> stroke;
    stroke.reserve(4 * columns.columns.size() + 2);
    const auto finish = [&] {
        if (!stroke.empty())
            result.push_back(std::move(stroke));
        stroke = {};
    };
    const auto add = [&](const Vertex& vertex) {
        if (stroke.empty() || stroke.back() != vertex)
            stroke.push_back(vertex);
    };
    if (columns.before)
        add(*columns.before);
    for (const PixelColumn& column : columns.columns) {
        if (!column.hasFinite() || column.gapBefore)
            finish();
        if (!column.hasFinite())
            continue;
        add(column.first);
        const double middle = column.first.x + (column.last.x - column.first.x) / 2;
        const auto [low, high] = std::minmax(column.first.y, column.last.y);
        if (column.extent.min < low)
            add({middle, column.extent.min});
        if (column.extent.max > high)
            add({middle, column.extent.max});
        add(column.last);
    }
    if (columns.gapAfter)
        finish();
    if (columns.after)
        add(*columns.after);
    finish();
    // A neighbour outside alone shows nothing.
    std::erase_if(result, [&](const std::vector<Vertex>& line) {
        return line.size() == 1 && !columns.xRange.contains(line.front().x);
    });
    return result;
}

} // namespace runglass
