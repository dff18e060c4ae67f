// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Smoothing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numeric>
#include <optional>

namespace runglass
{

namespace
{

/// Points between two looks at a cancel token.
constexpr std::size_t kStretch = std::size_t{1} << 12;
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

/// How far points that follow each other are from each other: the same for all, or nothing.
std::optional<double> evenStep(std::span<const double> x)
{
    if (x.size() < 2)
        return std::nullopt;
    const double step = x[1] - x[0];
    bool isEven = step >= 0;
    for (std::size_t i = 2; i < x.size(); ++i)
        isEven &= x[i] - x[i - 1] == step;
    return isEven ? std::optional(step) : std::nullopt;
}

bool areFinite(std::span<const double> y)
{
    std::array<double, 4> strange{}; // 0 while all are finite, else NaN
    const std::size_t even = y.size() - y.size() % strange.size();
    for (std::size_t i = 0; i < even; i += strange.size())
        for (std::size_t lane = 0; lane < strange.size(); ++lane)
            strange[lane] += y[i + lane] - y[i + lane];
    return strange[0] + strange[1] + strange[2] + strange[3] == 0 &&
           std::all_of(y.begin() + static_cast<std::ptrdiff_t>(even), y.end(),
                       [](double v) { return std::isfinite(v); });
}

/// The exponential average of values that are all finite, with the same decay at each.
class EvenAverage
{
public:
    void setDecay(double decay)
    {
        if (decay == m_decay)
            return;
        m_decay = decay;
        double power = 1, weight = 0;
        for (std::size_t k = 0; k < kLength; ++k) {
            power *= decay;
            weight = weight * decay + 1;
            // So small that it counts for nothing, and numbers near it would be slow.
            m_powers[k] = power = power < 1e-250 ? 0 : power;
            m_weights[k] = weight;
        }
    }

    /// @param result  as long as y; may be it
    void add(std::span<const double> y, std::span<double> result, Average& average) const
    {
        std::size_t i = 0;
        for (; i + kBlock <= y.size(); i += kBlock)
            addBlock(y.data() + i, result.data() + i, average);
        for (; i < y.size(); ++i)
            result[i] = average.add(y[i], m_decay);
    }

private:
    using Pair = double __attribute__((vector_size(16)));
    static constexpr std::size_t kPairs = 4, kLength = 128, kBlock = 2 * kPairs * kLength;

    /// Each value waits for the sum before it. So the stretches of a block are summed up at once, as if each were the
    /// first, and get what came before them afterwards.
    void addBlock(const double* y, double* result, Average& average) const
    {
        std::array<Pair, kPairs> sums{};
        for (std::size_t k = 0; k < kLength; ++k) {
            for (std::size_t pair = 0; pair < kPairs; ++pair) {
                const std::size_t one = 2 * pair * kLength + k, other = one + kLength;
                sums[pair] = sums[pair] * m_decay + Pair{y[one], y[other]};
                result[one] = sums[pair][0];
                result[other] = sums[pair][1];
            }
        }
        for (std::size_t stretch = 0; stretch < 2 * kPairs; ++stretch) {
            finish(result + stretch * kLength, average);
            average.sum = average.sum * m_powers.back() + sums[stretch / 2][stretch % 2];
            average.weight = average.weight * m_powers.back() + m_weights.back();
        }
    }

    void finish(double* stretch, const Average& before) const
    {
        // Their weights grow up to some point; from there a product is quicker than a quotient.
        const bool isSteady = before.weight * m_decay + 1 == before.weight;
        const double part = 1 / before.weight;
        for (std::size_t k = 0; k < kLength; k += 2) {
            Pair sum, power, weight;
            std::memcpy(&sum, stretch + k, sizeof sum);
            std::memcpy(&power, &m_powers[k], sizeof power);
            std::memcpy(&weight, &m_weights[k], sizeof weight);
            sum += power * before.sum;
            sum = isSteady ? sum * part : sum / (power * before.weight + weight);
            std::memcpy(stretch + k, &sum, sizeof sum);
        }
    }

    double m_decay = -1;
    std::array<double, kLength> m_powers{};  ///< decay, decay², …
    std::array<double, kLength> m_weights{}; ///< 1, 1 + decay, 1 + decay + decay², …
};

/// Both kinds of exponential average, as points come.
class Exponential
{
public:
    /// @param span  of all x
    Exponential(const Smoothing& smoothing, double span)
        : m_span(span)
    {
        if (smoothing.kind == SmoothingKind::TimeWeightedEma)
            m_logarithm = std::log(std::min(std::sqrt(smoothing.amount), kMostTimeWeight));
        else
            m_decay = std::min(smoothing.amount, kMostWeight);
    }

    bool goesByTime() const { return m_logarithm != 0; }

    /// @param x       as long as y; empty where it does not go by time
    /// @param result  as long as y; may be it
    void add(std::span<const double> x, std::span<const double> y, std::span<double> result)
    {
        const bool isWhole = areFinite(y);
        if (isWhole && !goesByTime()) {
            addEven(0, 0, y, result);
            return;
        }
        const std::optional<double> step = isWhole && goesByTime() ? evenStep(x) : std::nullopt;
        if (step && follows(x.front(), *step)) {
            addEven(*step, x.back(), y, result);
            return;
        }
        for (std::size_t i = 0; i < y.size(); ++i) {
            result[i] = y[i];
            if (!std::isfinite(y[i]))
                continue;
            if (goesByTime()) {
                // A segment may begin before the last one ends.
                setStep(m_average.weight > 0 ? std::max(0.0, x[i] - m_before) : 0.0);
                m_before = x[i];
            }
            result[i] = m_average.add(y[i], m_decay);
        }
    }

    /// Whether the step to a point is the same as that between it and the next.
    bool follows(double x, double step) const { return !goesByTime() || m_average.weight == 0 || x - m_before == step; }

    /// Finite values, the first of which follows.
    /// @param last  of their places
    void addEven(double step, double last, std::span<const double> y, std::span<double> result)
    {
        if (goesByTime())
            setStep(step);
        m_before = last;
        m_even.setDecay(m_decay);
        m_even.add(y, result, m_average);
    }

private:
    void setStep(double step)
    {
        // Steps of a run are mostly alike.
        if (step == m_step)
            return;
        m_step = step;
        m_decay = m_span > 0 ? std::exp(m_logarithm * kAxisParts * step / m_span) : 1;
    }

    double m_span, m_logarithm = 0;
    double m_before = 0, m_step = -1, m_decay = 0;
    Average m_average;
    EvenAverage m_even;
};

bool isExponential(const Smoothing& smoothing)
{
    return smoothing.kind == SmoothingKind::TimeWeightedEma || smoothing.kind == SmoothingKind::Ema;
}

std::vector<double> exponential(std::span<const double> x, std::span<const double> y, const Smoothing& smoothing,
                                const CancelToken& cancel)
{
    std::vector<double> result(y.begin(), y.end());
    Exponential average(smoothing, spanOf(x));
    inStretches(y.size(), cancel, [&](std::size_t begin, std::size_t end) {
        average.add(x.subspan(begin, end - begin), y.subspan(begin, end - begin),
                    std::span(result).subspan(begin, end - begin));
    });
    return result;
}

/// Fills a piece with the averages of a line's points from begin on. What the line knows of them is not looked for.
void addPiece(Exponential& average, const Line& line, std::size_t begin, std::span<double> piece)
{
    line.copyValues(begin, piece);
    const std::optional<double> step = average.goesByTime() ? line.evenStep(begin, piece.size()) : 0.0;
    if (step && average.follows(line.x(begin), *step) && line.extent(begin, begin + piece.size()).isAllFinite()) {
        average.addEven(*step, line.x(begin + piece.size() - 1), piece, piece);
        return;
    }
    std::array<double, PackedNumbers::kBlock> room{};
    const auto x = std::span(room).first(piece.size());
    if (average.goesByTime())
        line.copyX(begin, x);
    average.add(x, piece, piece);
}

/// Without room for all points.
LineSegments exponential(const LineSegments& segments, const Smoothing& smoothing, const CancelToken& cancel)
{
    Range range;
    for (const auto& segment : segments)
        range.include(segment->xRange());
    Exponential average(smoothing, range.isEmpty() ? 0 : range.size());
    LineSegments result;
    for (const auto& segment : segments) {
        result.push_back(std::make_shared<const Line>(segment->with([&](std::size_t begin, std::span<double> piece) {
            if (!cancel.isCanceled())
                addPiece(average, *segment, begin, piece);
        })));
    }
    return cancel.isCanceled() ? LineSegments() : result;
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
    case SmoothingKind::Ema:
        return exponential(x, y, smoothing, cancel);
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
    if (isExponential(smoothing))
        return exponential(segments, smoothing, cancel);
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
