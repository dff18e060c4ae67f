// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/NumberPasses.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// So many sums are made at once: a processor adds to one while it waits for another.
constexpr std::size_t kLanes = 4;
/// Of not more numbers the middle one is found at once, and of not this many without a sample.
constexpr std::size_t kFew = 24, kMany = 128;

double middle(double below, double above)
{
    return below == above ? below : below / 2 + above / 2;
}

/// @param at  of the numbers in order, the place of the lower of the two middle ones
double medianAt(std::span<double> numbers, std::size_t at, bool isOdd)
{
    const auto lower = numbers.begin() + static_cast<std::ptrdiff_t>(at);
    std::nth_element(numbers.begin(), lower, numbers.end());
    return isOdd ? *lower : middle(*lower, *std::min_element(lower + 1, numbers.end()));
}

/// Calls visit(lane, number) for every number.
template <typename Visit> void inLanes(std::span<const double> numbers, const Visit& visit)
{
    const std::size_t whole = numbers.size() - numbers.size() % kLanes;
    const double* const at = numbers.data();
    for (std::size_t i = 0; i < whole; i += kLanes) {
        visit(0, at[i]);
        visit(1, at[i + 1]);
        visit(2, at[i + 2]);
        visit(3, at[i + 3]);
    }
    for (std::size_t i = whole; i < numbers.size(); ++i)
        visit(0, at[i]);
}

void addSums(std::span<const double> numbers, NumberSums& sums)
{
    long double sum[kLanes] = {};
    double least[kLanes], most[kLanes];
    std::fill_n(least, kLanes, sums.min);
    std::fill_n(most, kLanes, sums.max);
    inLanes(numbers, [&](std::size_t lane, double number) {
        sum[lane] += number;
        least[lane] = number < least[lane] ? number : least[lane];
        most[lane] = number > most[lane] ? number : most[lane];
    });
    sums.count = numbers.size();
    sums.sum = (sum[0] + sum[1]) + (sum[2] + sum[3]);
    sums.min = *std::min_element(least, least + kLanes);
    sums.max = *std::max_element(most, most + kLanes);
}

void addSquares(std::span<const double> numbers, NumberSums& sums)
{
    const long double mean = sums.mean();
    long double squares[kLanes] = {};
    inLanes(numbers, [&](std::size_t lane, double number) {
        const long double away = number - mean;
        squares[lane] += away * away;
    });
    sums.squares = (squares[0] + squares[1]) + (squares[2] + squares[3]);
}

/// The bars of a histogram whose edges lie where they are guessed to, give or take one bar: no question is asked that
/// would have to be answered before the next number. Slot 0 is for what lies below all bars, the one behind the last
/// for what lies above.
class EvenBars
{
public:
    explicit EvenBars(const HistogramEdges& edges)
        : m_last(static_cast<double>(edges.bars) - 1)
        , m_low(edges.edges[0] / 2)
        , m_perWidth(edges.perWidth)
    {
        std::copy_n(edges.edges.begin(), edges.bars + 1, m_edges.begin());
        m_edges[edges.bars] = std::nextafter(m_edges[edges.bars], std::numeric_limits<double>::infinity());
    }
    static bool fit(const HistogramEdges& edges)
    {
        const double low = edges.edges[0], high = edges.edges[edges.bars];
        const double width = high / 2 - low / 2;
        return edges.bars == 1 || (edges.perWidth > 0 && width > 1e-9 * std::max(std::abs(low), std::abs(high)));
    }
    std::size_t slotOf(double number) const
    {
        const double* const edges = m_edges.data();
        double place = (number / 2 - m_low) * m_perWidth;
        place = place > 0 ? place : 0; // also of no number: an infinity where there is one bar
        place = place < m_last ? place : m_last;
        int bar = static_cast<int>(place);
        bar -= number < edges[bar] ? 1 : 0;
        bar += number >= edges[bar + 1] ? 1 : 0;
        return static_cast<std::size_t>(bar + 1);
    }

private:
    double m_last, m_low, m_perWidth;
    std::array<double, kHistogramBars + 2> m_edges = {};
};

/// @param slotOf  0 for a number below all bars, then bar after bar, then one for a number above them
template <typename SlotOf> void countSlots(std::span<const double> numbers, NumberSums& sums, const SlotOf& slotOf)
{
    // More than one count of each, so that none waits for the one before where all lie in the same bar.
    constexpr std::size_t kSlots = kHistogramBars + 2;
    std::array<std::uint32_t, kLanes* kSlots> counts = {};
    std::uint32_t* const unchecked = counts.data();
    inLanes(numbers, [&](std::size_t lane, double number) { ++unchecked[lane * kSlots + slotOf(number)]; });
    for (std::size_t lane = 0; lane < kLanes; ++lane)
        for (std::size_t bar = 0; bar < kHistogramBars; ++bar)
            sums.bars[bar] += counts[lane * kSlots + bar + 1];
}

void countBars(std::span<const double> numbers, const HistogramEdges& edges, NumberSums& sums)
{
    if (EvenBars::fit(edges))
        return countSlots(numbers, sums, [bars = EvenBars(edges)](double number) { return bars.slotOf(number); });
    countSlots(numbers, sums, [&edges](double number) {
        const std::size_t bar = edges.barOf(number);
        return bar == edges.bars ? 0 : bar + 1;
    });
}

} // namespace

NumberStats NumberSums::stats(double median) const
{
    NumberStats stats{static_cast<std::uint32_t>(count), kNone, kNone, kNone, kNone, kNone, bars};
    if (count == 0)
        return stats;
    stats.mean = static_cast<double>(mean());
    stats.min = min;
    stats.max = max;
    stats.median = median;
    if (count > 1)
        stats.std = static_cast<double>(std::sqrt(squares / static_cast<long double>(count - 1)));
    return stats;
}

NumberEnds endsOf(std::span<const double> numbers)
{
    std::array<NumberEnds, kLanes> ends;
    inLanes(numbers, [&ends](std::size_t lane, double number) {
        // False for NaN, so that the end stays.
        ends[lane].low = number < ends[lane].low ? number : ends[lane].low;
        ends[lane].high = number > ends[lane].high ? number : ends[lane].high;
    });
    NumberEnds all;
    for (const NumberEnds& lane : ends) {
        all.low = std::min(all.low, lane.low);
        all.high = std::max(all.high, lane.high);
    }
    return all;
}

NumberSums sumsOf(std::span<const double> numbers, const HistogramEdges* edges)
{
    NumberSums sums;
    if (numbers.empty())
        return sums;
    addSums(numbers, sums);
    addSquares(numbers, sums);
    if (edges)
        countBars(numbers, *edges, sums);
    return sums;
}

NumberSums united(std::span<const NumberSums> parts)
{
    NumberSums whole;
    for (const NumberSums& part : parts) {
        whole.count += part.count;
        whole.sum += part.sum;
        whole.min = std::min(whole.min, part.min);
        whole.max = std::max(whole.max, part.max);
        for (std::size_t bar = 0; bar < kHistogramBars; ++bar)
            whole.bars[bar] += part.bars[bar];
    }
    // From the mean of all: what each part is away from its own mean, and its mean from that of all.
    const long double mean = whole.mean();
    for (const NumberSums& part : parts) {
        if (part.count == 0)
            continue;
        const long double away = part.mean() - mean;
        whole.squares += part.squares + static_cast<long double>(part.count) * away * away;
    }
    return whole;
}

double MedianFinder::find(std::span<double> numbers, const NumberSums& sums, const HistogramEdges* edges)
{
    const std::size_t size = numbers.size();
    double median = 0;
    if (edges && size > kFew && findByBars(numbers, sums, *edges, median))
        return median;
    if (size > kMany && findBySample(numbers, median))
        return median;
    return medianAt(numbers, (size - 1) / 2, size % 2 == 1);
}

/// False when the bars leave most of the numbers in question.
bool MedianFinder::findByBars(std::span<const double> numbers, const NumberSums& sums, const HistogramEdges& edges,
                              double& median)
{
    const std::size_t lower = (numbers.size() - 1) / 2, upper = numbers.size() / 2;
    std::size_t first = 0, until = sums.bars[0];
    while (until <= lower && first + 1 < edges.bars)
        until += sums.bars[++first];
    std::size_t last = first, inside = sums.bars[first];
    while (until <= upper && last + 1 < edges.bars) {
        until += sums.bars[++last];
        inside += sums.bars[last];
    }
    return inside * 3 <= numbers.size() && findBetween(numbers, edges.edges[first], edges.edges[last + 1], median);
}

bool MedianFinder::findBySample(std::span<const double> numbers, double& median)
{
    const std::size_t size = numbers.size();
    const auto sampled = static_cast<std::size_t>(std::cbrt(static_cast<double>(size) * static_cast<double>(size)));
    m_sample.resize(sampled);
    for (std::size_t i = 0; i < sampled; ++i)
        m_sample[i] = numbers[i * size / sampled];
    // Three standard deviations of where the middle of all may lie among these.
    const auto away = static_cast<std::size_t>(1.5 * std::sqrt(static_cast<double>(sampled))) + 1;
    const auto first = m_sample.begin() + static_cast<std::ptrdiff_t>(sampled / 2 - away);
    const auto last = m_sample.begin() + static_cast<std::ptrdiff_t>(sampled / 2 + away);
    std::nth_element(m_sample.begin(), first, m_sample.end());
    std::nth_element(first + 1, last, m_sample.end());
    return findBetween(numbers, *first, *last, median);
}

/// False when the middle does not lie from low to high.
bool MedianFinder::findBetween(std::span<const double> numbers, double low, double high, double& median)
{
    m_inside.resize(std::max(m_inside.size(), numbers.size()));
    std::size_t below = 0, inside = 0;
    double* const out = m_inside.data();
    for (const double number : numbers) {
        out[inside] = number;
        inside += static_cast<std::size_t>(number >= low) & static_cast<std::size_t>(number <= high);
        below += static_cast<std::size_t>(number < low);
    }
    const std::size_t lower = (numbers.size() - 1) / 2, upper = numbers.size() / 2;
    if (below > lower || upper >= below + inside)
        return false;
    median = low == high ? low : medianAt(std::span(out, inside), lower - below, lower == upper);
    return true;
}

} // namespace runglass
