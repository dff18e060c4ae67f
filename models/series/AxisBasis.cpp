// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/AxisBasis.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace runglass
{

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double firstTime(const Line& line)
{
    for (std::size_t i = 0; i < line.size(); ++i)
        if (const double time = line.time(i); std::isfinite(time))
            return time;
    return kNaN;
}

/// The start of the run: of its first segment, else of these lines.
double runStart(const LineSegments& segments, const std::vector<SegmentClock>& clocks)
{
    if (!clocks.empty() && std::isfinite(clocks.front().start))
        return clocks.front().start;
    for (const auto& segment : segments)
        if (const double time = firstTime(*segment); std::isfinite(time))
            return time;
    return kNaN;
}

/// What is taken from the times of a segment so that pauses before it do not count.
double processStart(const Line& line, const std::vector<SegmentClock>& clocks)
{
    double before = 0, start = kNaN;
    for (const SegmentClock& clock : clocks) {
        if (clock.segment == line.id().segment)
            start = clock.start;
        else if (clock.segment < line.id().segment)
            before += std::max(0.0, clock.seconds);
    }
    return (std::isfinite(start) ? start : firstTime(line)) - before;
}

/// Of the points from one on.
std::vector<double> timesSince(const Line& line, double start, std::size_t from)
{
    std::vector<double> x(line.size() - from);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = line.time(from + i) - start;
    return x;
}

/// Whether these places may be appended to an axis that ends at last.
bool goesOn(double last, const std::vector<double>& x)
{
    return std::all_of(x.begin(), x.end(), [&last](double place) {
        const bool isAfter = std::isfinite(place) && place >= last;
        last = place;
        return isAfter;
    });
}

/// The metric's value at each of the line's steps from points of both on; NaN where it has none.
std::vector<double> joined(const Line& line, std::size_t from, const Line& other, std::size_t otherFrom)
{
    std::vector<double> x(line.size() - from, kNaN);
    std::vector<double> values(other.size() - otherFrom);
    other.copyValues(otherFrom, values);
    for (std::size_t i = from, j = otherFrom; i < line.size() && j < other.size();) {
        const std::int64_t step = line.step(i);
        if (other.step(j) < step) {
            ++j;
            continue;
        }
        if (other.step(j) > step) {
            ++i;
            continue;
        }
        for (; i < line.size() && line.step(i) == step; ++i) {
            x[i - from] = values[j - otherFrom];
            if (j + 1 < other.size() && other.step(j + 1) == step)
                ++j;
        }
    }
    return x;
}

/// The line over x, without the points whose x is not finite, in the order of x; null when none is left.
std::shared_ptr<const Line> placed(const Line& line, std::vector<double> x)
{
    const bool isWhole = std::all_of(x.begin(), x.end(), [](double place) { return std::isfinite(place); });
    if (isWhole && std::is_sorted(x.begin(), x.end()))
        return x.empty() ? nullptr : std::make_shared<const Line>(line.over(x));
    std::vector<std::size_t> points(x.size());
    std::iota(points.begin(), points.end(), std::size_t{0});
    std::erase_if(points, [&x](std::size_t point) { return !std::isfinite(x[point]); });
    std::stable_sort(points.begin(), points.end(), [&x](std::size_t a, std::size_t b) { return x[a] < x[b]; });
    std::vector<double> ordered(points.size());
    std::transform(points.begin(), points.end(), ordered.begin(), [&x](std::size_t point) { return x[point]; });
    return points.empty() ? nullptr : std::make_shared<const Line>(line.over(points, ordered));
}

/// As of all points, where before is that of fewer, made with fewer values of the metric; null: they do not go on.
std::shared_ptr<const Line> goneOn(const Line& segment, const Line& metric, const Line& before,
                                   const Line& metricBefore)
{
    const std::size_t count = before.size(), known = metricBefore.size();
    if (count == 0 || !segment.continues(before) || !metric.continues(metricBefore))
        return nullptr;
    const std::int64_t last = segment.step(count - 1);
    // Another value at that step would change where points that have a place are.
    if (known < metric.size() && metric.step(known) <= last)
        return nullptr;
    // Values and points of one step go together in order, so that step is joined again.
    const auto step = static_cast<double>(last);
    const std::size_t from = segment.firstFrom(step);
    std::vector<double> x = joined(segment, from, metric, metric.firstFrom(step));
    x.erase(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(count - from));
    return goesOn(before.x(count - 1), x) ? std::make_shared<const Line>(segment.over(before, x)) : nullptr;
}

} // namespace

bool SegmentClock::operator==(const SegmentClock& other) const
{
    const bool sameStart = start == other.start || (std::isnan(start) && std::isnan(other.start));
    return segment == other.segment && sameStart && seconds == other.seconds;
}

bool SegmentBasis::operator==(const SegmentBasis& other) const
{
    return metric == other.metric && (origin == other.origin || (std::isnan(origin) && std::isnan(other.origin)));
}

std::vector<SegmentBasis> segmentBases(const LineSegments& segments, const AxisBasis& basis)
{
    const double start = basis.kind == XAxisKind::RelativeWall ? runStart(segments, basis.clocks) : 0;
    std::vector<SegmentBasis> bases;
    for (const auto& segment : segments) {
        SegmentBasis& its = bases.emplace_back();
        its.origin = basis.kind == XAxisKind::RelativeProcess ? processStart(*segment, basis.clocks) : start;
        const auto found = std::find_if(basis.metric.begin(), basis.metric.end(), [&](const auto& metric) {
            return metric->id().segment == segment->id().segment;
        });
        if (found != basis.metric.end())
            its.metric = *found;
    }
    return bases;
}

std::shared_ptr<const Line> overAxis(const Line& segment, XAxisKind kind, const SegmentBasis& basis, const Line* before,
                                     const Line* metricBefore)
{
    if (kind != XAxisKind::Metric) {
        if (before && before->size() > 0 && segment.continues(*before)) {
            const std::vector<double> x = timesSince(segment, basis.origin, before->size());
            if (goesOn(before->x(before->size() - 1), x))
                return std::make_shared<const Line>(segment.over(*before, x));
        }
        return placed(segment, timesSince(segment, basis.origin, 0));
    }
    if (!basis.metric)
        return nullptr;
    if (before && metricBefore) {
        if (auto line = goneOn(segment, *basis.metric, *before, *metricBefore))
            return line;
    }
    return placed(segment, joined(segment, 0, *basis.metric, 0));
}

PlacedLines overAxis(const LineSegments& segments, const AxisBasis& basis, const CancelToken& cancel)
{
    if (basis.kind == XAxisKind::Step || basis.kind == XAxisKind::Defined)
        return {segments, 0};
    const std::vector<SegmentBasis> bases = segmentBases(segments, basis);
    PlacedLines result;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (cancel.isCanceled())
            return {};
        std::shared_ptr<const Line> line = overAxis(*segments[i], basis.kind, bases[i]);
        result.unplaced += segments[i]->size() - (line ? line->size() : 0);
        if (line)
            result.segments.push_back(std::move(line));
    }
    return result;
}

} // namespace runglass
