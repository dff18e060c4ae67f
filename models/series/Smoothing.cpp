// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Smoothing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace runglass
{

namespace
{

/// Points between two looks at a cancel token.
constexpr std::size_t kStretch = std::size_t{1} << 16;
/// How far W&B divides the x axis; weights of its time-weighted average are by these parts.
constexpr double kAxisParts = 1000;
constexpr double kMostTimeWeight = 0.999;
constexpr double kMostWeight = 0.9999999;

/// Hands the points to work, stretch by stretch: [begin, end).
template <typename Work> void inStretches(std::size_t count, const CancelToken& cancel, const Work& work)
{
    for (std::size_t begin = 0; begin < count && !cancel.isCanceled(); begin += kStretch)
        work(begin, std::min(count, begin + kStretch));
}

/// What an exponential average has seen so far.
struct Average {
    double sum = 0, weight = 0;

    double add(double value, double decay)
    {
        sum = sum * decay + value;
        weight = weight * decay + 1;
        return sum / weight;
    }
};

double spanOf(std::span<const double> x)
{
    Range range;
    for (const double place : x)
        range.include(place);
    return range.isEmpty() ? 0 : range.size();
}

std::vector<double> timeWeighted(std::span<const double> x, std::span<const double> y, double amount,
                                 const CancelToken& cancel)
{
    std::vector<double> result(y.begin(), y.end());
    const double span = spanOf(x);
    const double logarithm = std::log(std::min(std::sqrt(amount), kMostTimeWeight));
    Average average;
    double before = 0, step = -1, decay = 0;
    inStretches(y.size(), cancel, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!std::isfinite(y[i]))
                continue;
            // A segment may begin before the last one ends.
            const double distance = average.weight > 0 ? std::max(0.0, x[i] - before) : 0.0;
            before = x[i];
            // Steps of a run are mostly alike.
            if (distance != step) {
                step = distance;
                decay = span > 0 ? std::exp(logarithm * kAxisParts * distance / span) : 1;
            }
            result[i] = average.add(y[i], decay);
        }
    });
    return result;
}

std::vector<double> exponential(std::span<const double> y, double amount, const CancelToken& cancel)
{
    std::vector<double> result(y.begin(), y.end());
    const double decay = std::min(amount, kMostWeight);
    Average average;
    inStretches(y.size(), cancel, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            if (std::isfinite(y[i]))
                result[i] = average.add(y[i], decay);
    });
    return result;
}

/// Values with 0 for what is not finite, and 1 or 0 for which are; both with room of zeros on either side.
struct Padded {
    Padded(std::span<const double> y, std::size_t before, std::size_t behind)
        : values(before + y.size() + behind)
        , present(values.size())
    {
        for (std::size_t i = 0; i < y.size(); ++i) {
            if (!std::isfinite(y[i]))
                continue;
            values[before + i] = y[i];
            present[before + i] = 1;
        }
    }

    std::vector<double> values, present;
};

/// Adds up rows of numbers, each with its weight, place by place: what lies behind one another stays near.
/// @param weights  of the places from the first before a point to the last behind it
void convolve(const double* values, std::span<const double> weights, std::span<double> sums)
{
    double* into = sums.data();
    std::fill(sums.begin(), sums.end(), 0.0);
    for (const double weight : weights) {
        for (std::size_t i = 0; i < sums.size(); ++i)
            into[i] += weight * values[i];
        ++values;
    }
}

std::vector<double> gaussian(std::span<const double> y, double deviation, const CancelToken& cancel)
{
    // Weights beyond that are below 4 × 10⁻⁴ of the middle one's.
    const auto radius = static_cast<std::size_t>(std::min(4 * deviation + 0.5, static_cast<double>(y.size())));
    std::vector<double> weights(2 * radius + 1);
    for (std::size_t k = 0; k <= radius; ++k) {
        const double distance = static_cast<double>(k) / deviation;
        weights[radius - k] = weights[radius + k] = std::exp(-0.5 * distance * distance);
    }
    const Padded padded(y, radius, radius);
    const double whole = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<double> result(y.begin(), y.end());
    constexpr std::size_t block = 512;
    std::vector<double> sums(block), totals(block);
    for (std::size_t begin = 0; begin < y.size() && !cancel.isCanceled(); begin += block) {
        const std::size_t count = std::min(block, y.size() - begin);
        convolve(padded.values.data() + begin, weights, std::span(sums).first(count));
        // Where nothing is missing all weights count.
        const auto first = padded.present.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = first + static_cast<std::ptrdiff_t>(count + 2 * radius);
        if (std::find(first, last, 0.0) == last)
            std::fill(totals.begin(), totals.end(), whole);
        else
            convolve(padded.present.data() + begin, weights, std::span(totals).first(count));
        for (std::size_t i = 0; i < count; ++i)
            if (std::isfinite(y[begin + i]))
                result[begin + i] = sums[i] / totals[i];
    }
    return result;
}

/// Sums of windows without taking anything away again, which would leave traces of values that are large: blocks as
/// long as the window are summed up from their beginnings and from their ends; a window is the end of one and the
/// beginning of the next.
std::vector<double> windowSums(const std::vector<double>& values, std::size_t window)
{
    std::vector<double> up(values), down(values), result(values.size() - window + 1);
    for (std::size_t i = 1; i < values.size(); ++i)
        if (i % window != 0)
            up[i] += up[i - 1];
    for (std::size_t i = values.size() - 1; i-- > 0;)
        if ((i + 1) % window != 0)
            down[i] += down[i + 1];
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = i % window == 0 ? down[i] : down[i] + up[i + window - 1];
    return result;
}

std::vector<double> runningAverage(std::span<const double> y, double amount, const CancelToken& cancel)
{
    const double most = 2 * static_cast<double>(y.size()) + 1;
    const auto window = static_cast<std::size_t>(std::min(std::round(amount), most));
    std::vector<double> result(y.begin(), y.end());
    if (window < 2)
        return result;
    const Padded padded(y, window / 2, (window - 1) / 2);
    const std::vector<double> counts = windowSums(padded.present, window);
    if (cancel.isCanceled())
        return result;
    const std::vector<double> sums = windowSums(padded.values, window);
    for (std::size_t i = 0; i < y.size(); ++i)
        if (std::isfinite(y[i]))
            result[i] = sums[i] / counts[i];
    return result;
}

} // namespace

std::vector<double> smooth(std::span<const double> x, std::span<const double> y, const Smoothing& smoothing,
                           const CancelToken& cancel)
{
    if (smoothing.isOff() || y.empty())
        return {y.begin(), y.end()};
    switch (smoothing.kind) {
    case SmoothingKind::TimeWeightedEma:
        return timeWeighted(x, y, smoothing.amount, cancel);
    case SmoothingKind::Ema:
        return exponential(y, smoothing.amount, cancel);
    case SmoothingKind::Gaussian:
        return gaussian(y, smoothing.amount, cancel);
    case SmoothingKind::RunningAverage:
        break;
    }
    return runningAverage(y, smoothing.amount, cancel);
}

LineSegments smoothed(const LineSegments& segments, const Smoothing& smoothing, const CancelToken& cancel)
{
    if (smoothing.isOff())
        return segments;
    std::size_t count = 0;
    for (const auto& segment : segments)
        count += segment->size();
    std::vector<double> x(count), y(count);
    std::size_t at = 0;
    for (const auto& segment : segments) {
        segment->copyX(0, std::span(x).subspan(at, segment->size()));
        segment->copyValues(0, std::span(y).subspan(at, segment->size()));
        at += segment->size();
    }
    const std::vector<double> values = smooth(x, y, smoothing, cancel);
    LineSegments result;
    at = 0;
    for (const auto& segment : segments) {
        if (cancel.isCanceled())
            return {};
        result.push_back(std::make_shared<const Line>(segment->with(std::span(values).subspan(at, segment->size()))));
        at += segment->size();
    }
    return result;
}

} // namespace runglass
