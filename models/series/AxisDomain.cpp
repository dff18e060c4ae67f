// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/AxisDomain.h"

#include "models/series/GroupPieces.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

constexpr double kLowPart = 0.05, kHighPart = 0.95;

/// The value that a part of the others lies below; reorders them.
double quantile(std::vector<double>& values, double part)
{
    const double place = part * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(values.begin(), at, values.end());
    const double rest = place - static_cast<double>(below);
    if (rest == 0 || below + 1 == values.size())
        return *at;
    const double next = *std::min_element(at + 1, values.end());
    return valueBetween({0, *at}, {1, next}, rest);
}

/// Hands the finite values of points [begin, end) to take.
template <typename Take> void eachFinite(const Line& line, std::size_t begin, std::size_t end, const Take& take)
{
    std::vector<double> values(std::min<std::size_t>(end - begin, PackedNumbers::kBlock));
    while (begin < end) {
        const auto piece = std::span(values).first(std::min(values.size(), end - begin));
        line.copyValues(begin, piece);
        for (const double value : piece)
            if (std::isfinite(value))
                take(value);
        begin += piece.size();
    }
}

} // namespace

Range outlierRange(const LineSegments& lines, const Range& xRange, AxisScale scale, const CancelToken& cancel)
{
    std::vector<double> values;
    for (const auto& line : lines) {
        if (cancel.isCanceled())
            return {};
        const std::size_t begin = line->firstFrom(xRange.lo);
        eachFinite(*line, begin, line->firstAbove(xRange.hi, begin), [&](double value) {
            if (scale == AxisScale::Linear || value > 0)
                values.push_back(value);
        });
    }
    if (values.empty())
        return {};
    const double low = quantile(values, kLowPart);
    return {low, quantile(values, kHighPart)};
}

Range positiveRange(const Line& line, const Range& xRange)
{
    const std::size_t begin = line.firstFrom(xRange.lo), end = line.firstAbove(xRange.hi, begin);
    Range range = line.extent(begin, end).range();
    if (range.isEmpty() || range.lo > 0)
        return range;
    if (range.hi <= 0)
        return {};
    range = {};
    eachFinite(line, begin, end, [&range](double value) {
        if (value > 0)
            range.include(value);
    });
    return range;
}

Range positiveXRange(const Line& line)
{
    const std::size_t first = line.firstAbove(0);
    return first == line.size() ? Range{} : Range{line.x(first), line.x(line.size() - 1)};
}

std::shared_ptr<const Line> onLogAxis(const std::shared_ptr<const Line>& line)
{
    const Range range = line->extent().range();
    if (range.isEmpty() || range.lo > 0)
        return line;
    std::vector<double> values(line->size());
    line->copyValues(0, values);
    for (double& value : values)
        if (value <= 0)
            value = -std::numeric_limits<double>::infinity();
    return std::make_shared<const Line>(line->with(values));
}

} // namespace runglass
