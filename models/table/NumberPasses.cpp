// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/NumberPasses.h"

#include "models/table/NumberBars.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace runglass
{

namespace
{

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// So many sums are made at once: a processor adds to one while it waits for another.
constexpr std::size_t kLanes = 4;
/// Of fewer numbers the middle one is found without a sample.
constexpr std::size_t kFew = 128;

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

/// Calls visit(lane, place) for every place.
template <typename Visit> void placesInLanes(std::size_t size, const Visit& visit)
{
    const std::size_t whole = size - size % kLanes;
    for (std::size_t i = 0; i < whole; i += kLanes) {
        visit(0, i);
        visit(1, i + 1);
        visit(2, i + 2);
        visit(3, i + 3);
    }
    for (std::size_t i = whole; i < size; ++i)
        visit(0, i);
}

/// Calls visit(lane, number) for every number.
template <typename Visit> void inLanes(std::span<const double> numbers, const Visit& visit)
{
    placesInLanes(numbers.size(),
                  [&visit, at = numbers.data()](std::size_t lane, std::size_t i) { visit(lane, at[i]); });
}

struct LaneEnds {
    NumberEnds lanes[kLanes]; // without the bounds check of each access

    /// False for NaN, so that the end stays.
    void add(std::size_t lane, double number)
    {
        NumberEnds& ends = lanes[lane];
        ends.low = number < ends.low ? number : ends.low;
        ends.high = number > ends.high ? number : ends.high;
    }
    NumberEnds all() const
    {
        NumberEnds all;
        for (const NumberEnds& lane : lanes) {
            all.low = std::min(all.low, lane.low);
            all.high = std::max(all.high, lane.high);
        }
        return all;
    }
};

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

/// @param slotOf  0 for a number below all bars, then bar after bar, then one for a number above them
template <typename SlotOf> void countSlots(std::span<const double> numbers, NumberSums& sums, const SlotOf& slotOf)
{
    // More than one count of each, so that none waits for the one before where all lie in the same bar.
    constexpr std::size_t kSlots = NumberBars::kSlots;
    std::array<std::uint32_t, kLanes* kSlots> counts = {};
    std::uint32_t* const unchecked = counts.data();
    inLanes(numbers, [&](std::size_t lane, double number) { ++unchecked[lane * kSlots + slotOf(number)]; });
    for (std::size_t lane = 0; lane < kLanes; ++lane)
        for (std::size_t bar = 0; bar < kHistogramBars; ++bar)
            sums.bars[bar] += counts[lane * kSlots + bar + 1];
}

void countBars(std::span<const double> numbers, const HistogramEdges& edges, NumberSums& sums)
{
    if (NumberBars::fit(edges))
        return countSlots(numbers, sums, [bars = NumberBars(edges)](double number) { return bars.slotOf(number); });
    countSlots(numbers, sums, [&edges](double number) {
        const std::size_t bar = edges.barOf(number);
        return bar == edges.bars ? 0 : bar + 1;
    });
}

/// False when the middle does not lie from low to high.
bool findBetween(std::span<const double> numbers, double low, double high, double& median)
{
    std::vector<double> between(numbers.size());
    std::size_t below = 0, inside = 0;
    double* const out = between.data();
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

bool findBySample(std::span<const double> numbers, double& median)
{
    const std::size_t size = numbers.size();
    const auto sampled = static_cast<std::size_t>(std::cbrt(static_cast<double>(size) * static_cast<double>(size)));
    std::vector<double> sample(sampled);
    for (std::size_t i = 0; i < sampled; ++i)
        sample[i] = numbers[i * size / sampled];
    // Three standard deviations of where the middle of all may lie among these.
    const auto away = static_cast<std::size_t>(1.5 * std::sqrt(static_cast<double>(sampled))) + 1;
    const auto first = sample.begin() + static_cast<std::ptrdiff_t>(sampled / 2 - away);
    const auto last = sample.begin() + static_cast<std::ptrdiff_t>(sampled / 2 + away);
    std::nth_element(sample.begin(), first, sample.end());
    std::nth_element(first + 1, last, sample.end());
    return findBetween(numbers, *first, *last, median);
}

} // namespace

NumberStats NumberSums::stats() const
{
    NumberStats stats{static_cast<std::uint32_t>(count), kNone, kNone, kNone, kNone, bars};
    if (count == 0)
        return stats;
    stats.mean = static_cast<double>(mean());
    stats.min = min;
    stats.max = max;
    if (count > 1)
        stats.std = static_cast<double>(std::sqrt(squares / static_cast<long double>(count - 1)));
    return stats;
}

NumberEnds endsOf(std::span<const double> numbers)
{
    LaneEnds ends;
    inLanes(numbers, [&ends](std::size_t lane, double number) { ends.add(lane, number); });
    return ends.all();
}

NumberEnds endsOf(std::span<const double> numbers, const std::vector<std::uint64_t>& bits)
{
    LaneEnds ends;
    placesInLanes(numbers.size(), [&ends, words = bits.data(), at = numbers.data()](std::size_t lane, std::size_t i) {
        // All bits set are a NaN, without a question that could not be foreseen.
        const std::uint64_t blank = (words[i / 64] >> (i % 64) & 1) - 1;
        ends.add(lane, std::bit_cast<double>(std::bit_cast<std::uint64_t>(at[i]) | blank));
    });
    return ends.all();
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

double medianOf(std::span<double> numbers)
{
    const std::size_t size = numbers.size();
    double median = 0;
    if (size > kFew && findBySample(numbers, median))
        return median;
    return medianAt(numbers, (size - 1) / 2, size % 2 == 1);
}

} // namespace runglass
