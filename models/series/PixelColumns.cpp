// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/PixelColumns.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

/// Fills first and last from points [begin, end), which hold something finite. True when the last point is finite.
bool setEnds(PixelColumn& column, const Line& line, std::size_t begin, std::size_t end)
{
    std::size_t first = begin;
    while (!std::isfinite(line.value(first)))
        ++first;
    std::size_t last = end - 1;
    while (!std::isfinite(line.value(last)))
        --last;
    column.first = {line.x(first), line.value(first)};
    column.last = {line.x(last), line.value(last)};
    column.gapBefore = column.gapBefore || first != begin;
    return last == end - 1;
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
    for (std::size_t at = inside; at != outside;) {
        PixelColumn column;
        column.pixel = pixelOf(line.x(at), xRange, pixels, scale);
        const std::size_t next =
            line.partition(at, outside, [&](double x) { return pixelOf(x, xRange, pixels, scale) <= column.pixel; });
        column.count = next - at;
        column.extent = line.extent(at, next);
        column.gapBefore = gap;
        gap = !column.hasFinite() || !setEnds(column, line, at, next);
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
