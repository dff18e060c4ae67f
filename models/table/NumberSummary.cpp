// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/NumberSummary.h"

#include "models/table/NumberColumn.h"
#include "models/table/NumberPasses.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

/// The smallest and largest finite number of those that are added.
class FiniteRange
{
public:
    void add(double number)
    {
        constexpr double kMost = std::numeric_limits<double>::max();
        // False for NaN.
        if (number >= -kMost && number <= kMost) {
            m_low = number < m_low ? number : m_low;
            m_high = number > m_high ? number : m_high;
        }
    }
    std::optional<NumberRange> found() const
    {
        return m_low <= m_high ? std::optional(NumberRange{m_low, m_high}) : std::nullopt;
    }

private:
    double m_low = std::numeric_limits<double>::infinity(), m_high = -m_low;
};

/// As fast as memory is, which no question whether a number is one would allow; none where one of them is infinite.
std::optional<NumberRange> wholeRange(const Cells<double>& cells)
{
    const NumberEnds ends =
        cells.count() == cells.values().size() ? endsOf(cells.values()) : endsOf(cells.values(), cells.valid());
    return std::isfinite(ends.low) && std::isfinite(ends.high) ? std::optional(NumberRange{ends.low, ends.high})
                                                               : std::nullopt;
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
        m_isWhole = cells.count() == m_values->size();
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

NumberReader::Read NumberReader::read(std::span<const std::uint32_t> rows, double* numbers) const
{
    double* out = numbers;
    const std::uint32_t present = each(rows, [&out](double number) {
        *out = number;
        out += number == number ? 1 : 0;
    });
    return {static_cast<std::uint32_t>(out - numbers), present};
}

std::optional<NumberRange> NumberReader::range(std::span<const std::uint32_t> rows) const
{
    FiniteRange range;
    each(rows, [&range](double number) { range.add(number); });
    return range.found();
}

std::optional<NumberRange> finiteRange(const Column& column, std::span<const std::uint32_t> rows)
{
    return NumberReader(column, rows.size()).range(rows);
}

std::optional<NumberRange> finiteRange(const Column& column)
{
    const auto* numbers = dynamic_cast<const NumberColumn*>(&column);
    if (!numbers)
        return std::nullopt;
    const Cells<double>& cells = numbers->cells();
    if (const auto range = wholeRange(cells))
        return range;
    FiniteRange range;
    cells.forEach([&range](std::uint32_t, double number) { range.add(number); });
    return range.found();
}

std::optional<double> medianOf(const Column& column, std::span<const std::uint32_t> rows)
{
    std::vector<double> numbers(rows.size());
    numbers.resize(NumberReader(column, rows.size()).read(rows, numbers.data()).numbers);
    return numbers.empty() ? std::nullopt : std::optional(medianOf(numbers));
}

NumberSummary summarise(const Column& column, std::span<const std::uint32_t> rows,
                        const std::optional<NumberRange>& range)
{
    std::vector<double> numbers(rows.size());
    numbers.resize(NumberReader(column, rows.size()).read(rows, numbers.data()).numbers);
    const std::optional<HistogramEdges> edges = range ? std::optional<HistogramEdges>(*range) : std::nullopt;
    const NumberStats stats = sumsOf(numbers, edges ? &*edges : nullptr).stats();
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
    summary.median = medianOf(numbers);
    if (stats.count > 1)
        summary.std = stats.std;
    return summary;
}

} // namespace runglass
