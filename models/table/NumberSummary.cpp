// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/NumberSummary.h"

#include "models/table/NumberColumn.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// Of fewer numbers the middle one is found without bars.
constexpr std::size_t kFew = 24;

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

/// Counts into bars, and gives each number to take as well.
template <typename Take>
void countBars(std::span<const double> numbers, const HistogramEdges& edges,
               std::array<std::uint32_t, kHistogramBars>& bars, const Take& take)
{
    // One more for what lies in none, so that nothing is asked of each number.
    std::array<std::uint32_t, kHistogramBars + 1> counts = {};
    // Without the bounds check of each access.
    std::uint32_t* const unchecked = counts.data();
    for (const double number : numbers) {
        take(number);
        ++unchecked[edges.barOf(number)];
    }
    counts[edges.bars] = 0;
    std::copy_n(counts.begin(), kHistogramBars, bars.begin());
}

/// The bars say where the middle is: only the numbers there are put in order.
double medianByBars(std::span<const double> numbers, const NumberStats& stats, const HistogramEdges& edges,
                    std::size_t below)
{
    const std::size_t lower = (numbers.size() - 1) / 2, upper = numbers.size() / 2;
    std::size_t first = 0;
    while (below + stats.bars[first] <= lower)
        below += stats.bars[first++];
    std::size_t last = first;
    for (std::size_t until = below + stats.bars[first]; until <= upper; until += stats.bars[last])
        ++last;
    // The last edge belongs to the last bar.
    const double low = edges.edges[first], high = edges.edges[last + 1];
    const bool isLast = last + 1 == edges.bars;
    std::vector<double> inside;
    inside.reserve(stats.bars[first] + (last > first ? stats.bars[last] : 0));
    for (const double number : numbers)
        if (number >= low && (number < high || (isLast && number == high)))
            inside.push_back(number);
    return medianAt(inside, lower - below, lower == upper);
}

double medianOf(std::span<double> numbers, const NumberStats& stats, const HistogramEdges* edges)
{
    const std::size_t lower = (numbers.size() - 1) / 2, upper = numbers.size() / 2;
    if (edges && numbers.size() > kFew) {
        std::size_t below = 0, inBars = 0;
        if (std::isinf(stats.min))
            below = static_cast<std::size_t>(std::count(numbers.begin(), numbers.end(), stats.min));
        for (const std::uint32_t bar : stats.bars)
            inBars += bar;
        if (below <= lower && upper < below + inBars)
            return medianByBars(numbers, stats, *edges, below);
    }
    return medianAt(numbers, lower, lower == upper);
}

} // namespace

HistogramEdges::HistogramEdges(const NumberRange& range)
{
    bars = range.low == range.high ? 1 : kHistogramBars;
    edges[0] = range.low;
    for (std::size_t i = 1; i < bars; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(bars);
        // Where hardly any number fits in between, rounding must not turn the order round.
        edges[i] = std::clamp(range.low * (1 - part) + range.high * part, edges[i - 1], range.high);
    }
    edges[bars] = range.high;
    const double width = range.high / 2 - range.low / 2;
    perWidth = width > 0 ? static_cast<double>(bars) / width : 0;
    if (!std::isfinite(perWidth)) // of a range that is hardly one: barOf() then looks at the edges alone
        perWidth = 0;
}

NumberStats statsOf(std::span<double> numbers, const HistogramEdges* edges)
{
    NumberStats stats{static_cast<std::uint32_t>(numbers.size()), kNone, kNone, kNone, kNone, kNone, {}};
    if (numbers.empty())
        return stats;
    // Long, so that neither the sum nor the squares of the largest numbers are infinite.
    long double sum = 0;
    double least = numbers.front(), most = least;
    for (const double number : numbers) {
        sum += number;
        least = number < least ? number : least;
        most = number > most ? number : most;
    }
    stats.min = least;
    stats.max = most;
    const long double mean = sum / static_cast<long double>(numbers.size());
    // With an infinity in it the mean is infinite, or NaN where both signs are.
    stats.mean = static_cast<double>(mean);
    long double squares = 0;
    const auto add = [&squares, mean](double number) {
        const long double away = number - mean;
        squares += away * away;
    };
    if (edges)
        countBars(numbers, *edges, stats.bars, add);
    else
        std::for_each(numbers.begin(), numbers.end(), add);
    if (numbers.size() > 1)
        stats.std = static_cast<double>(std::sqrt(squares / static_cast<long double>(numbers.size() - 1)));
    stats.median = medianOf(numbers, stats, edges);
    return stats;
}

NumberReader::NumberReader(const Column& column, std::size_t asked)
    : m_column(column)
{
    const auto* numbers = dynamic_cast<const NumberColumn*>(&column);
    if (!numbers)
        return;
    const Cells<double>& cells = numbers->cells();
    if (cells.isDense()) {
        m_values = &cells.values();
        m_valid = &cells.valid();
    } else if (!cells.rows().empty() && asked > cells.count() / 16) {
        // To look for each row among those that have a value takes longer.
        m_scattered.resize(cells.rows().back() + std::size_t{1});
        m_scatteredValid.resize(m_scattered.size() / 64 + 1);
        cells.forEach([this](std::uint32_t row, double value) {
            m_scattered[row] = value;
            setBit(m_scatteredValid, row, true);
        });
        m_values = &m_scattered;
        m_valid = &m_scatteredValid;
    }
}

template <typename Take> std::uint32_t NumberReader::each(std::span<const std::uint32_t> rows, const Take& take) const
{
    std::uint32_t present = 0;
    if (!m_values) {
        for (const std::uint32_t row : rows) {
            if (!m_column.has(row))
                continue;
            ++present;
            take(m_column.number(row));
        }
        return present;
    }
    // Without the checks of containers: this is done for every cell.
    const double* values = m_values->data();
    const std::uint64_t* valid = m_valid->data();
    const std::size_t size = std::min(m_values->size(), m_valid->size() * 64);
    for (const std::uint32_t row : rows) {
        if (row >= size || (valid[row / 64] >> (row % 64) & 1) == 0)
            continue;
        ++present;
        take(values[row]);
    }
    return present;
}

std::uint32_t NumberReader::read(std::span<const std::uint32_t> rows, std::vector<double>& numbers) const
{
    const std::size_t before = numbers.size();
    numbers.resize(before + rows.size());
    double* out = numbers.data() + before;
    const std::uint32_t present = each(rows, [&out](double number) {
        *out = number;
        out += number == number ? 1 : 0;
    });
    numbers.resize(static_cast<std::size_t>(out - numbers.data()));
    return present;
}

std::optional<NumberRange> NumberReader::range(std::span<const std::uint32_t> rows) const
{
    constexpr double kMost = std::numeric_limits<double>::max();
    NumberRange range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    each(rows, [&range](double number) {
        // False for NaN.
        if (number >= -kMost && number <= kMost) {
            range.low = number < range.low ? number : range.low;
            range.high = number > range.high ? number : range.high;
        }
    });
    return range.low <= range.high ? std::optional(range) : std::nullopt;
}

std::optional<NumberRange> finiteRange(const Column& column, std::span<const std::uint32_t> rows)
{
    return NumberReader(column, rows.size()).range(rows);
}

NumberSummary summarise(const Column& column, std::span<const std::uint32_t> rows,
                        const std::optional<NumberRange>& range)
{
    std::vector<double> numbers;
    NumberReader(column, rows.size()).read(rows, numbers);
    const std::optional<HistogramEdges> edges = range ? std::optional<HistogramEdges>(*range) : std::nullopt;
    const NumberStats stats = statsOf(numbers, edges ? &*edges : nullptr);
    NumberSummary summary;
    summary.count = stats.count;
    if (edges) {
        summary.histogram.edges.assign(edges->edges.begin(), edges->edges.begin() + static_cast<int>(edges->bars) + 1);
        summary.histogram.counts.assign(stats.bars.begin(), stats.bars.begin() + static_cast<int>(edges->bars));
    }
    if (stats.count == 0)
        return summary;
    summary.mean = stats.mean;
    summary.min = stats.min;
    summary.max = stats.max;
    summary.median = stats.median;
    if (stats.count > 1)
        summary.std = stats.std;
    return summary;
}

} // namespace runglass
