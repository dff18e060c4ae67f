// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/Column.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace runglass
{

/// Bars in a histogram.
inline constexpr std::size_t kHistogramBars = 20;

/// The smallest and largest finite number of some rows; none when there is none.
struct NumberRange {
    double low = 0, high = 0;
};
std::optional<NumberRange> finiteRange(const Column& column, std::span<const std::uint32_t> rows);
/// Of all rows, read as they lie one behind the other.
std::optional<NumberRange> finiteRange(const Column& column);

/// Where the bars of a histogram over a range begin and end: edges[i] to edges[i + 1], the last end included. A range
/// without width has one bar.
struct HistogramEdges {
    std::array<double, kHistogramBars + 1> edges = {};
    std::size_t bars = 0;
    double perWidth = 0; ///< bars a unit, for a first guess

    explicit HistogramEdges(const NumberRange& range);
    /// The bar that a number lies in; bars for a number that lies in none, as an infinity.
    std::size_t barOf(double number) const
    {
        const double* edge = edges.data();
        if (!(number >= edge[0] && number <= edge[bars]))
            return bars;
        // Halved, so that the width of the widest range is no infinity.
        auto bar = static_cast<std::size_t>(static_cast<int>((number / 2 - edge[0] / 2) * perWidth));
        bar = bar < bars ? bar : bars - 1;
        while (bar > 0 && number < edge[bar])
            --bar;
        while (bar + 1 < bars && number >= edge[bar + 1])
            ++bar;
        return bar;
    }
};

/// What some numbers are, NaN left out. Exact; what does not exist is NaN.
struct NumberStats {
    std::uint32_t count = 0;
    double mean = 0, std = 0, min = 0, max = 0;          ///< std: of a sample, none below two numbers
    std::array<std::uint32_t, kHistogramBars> bars = {}; ///< ±Infinity is in none
};

/// Reads the numbers of a column by row, quickly also where few rows have one.
/// @thread any one at a time
class NumberReader
{
public:
    /// @param asked  about how many rows will be read. Borrows the column.
    NumberReader(const Column& column, std::size_t asked);
    struct Read {
        std::uint32_t numbers = 0; ///< without NaN
        std::uint32_t present = 0; ///< rows that have a value, NaN included
    };
    /// Writes the numbers of rows one behind the other.
    /// @param numbers  with room for one a row
    Read read(std::span<const std::uint32_t> rows, double* numbers) const;
    /// Calls take(number) for each row that has a value, NaN included; gives how many have.
    template <typename Take> std::uint32_t each(std::span<const std::uint32_t> rows, const Take& take) const;
    /// Of the finite numbers in rows.
    std::optional<NumberRange> range(std::span<const std::uint32_t> rows) const;

private:
    const Column& m_column;
    std::vector<double> m_scattered; ///< of sparse cells a value a row
    std::vector<std::uint64_t> m_scatteredValid;
    const std::vector<double>* m_values = nullptr; ///< null: asked of the column one by one
    const std::vector<std::uint64_t>* m_valid = nullptr;
    bool m_isWhole = false; ///< every row of m_values has a value
};

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
        if (row >= size || (!m_isWhole && (valid[row / 64] >> (row % 64) & 1) == 0))
            continue;
        ++present;
        take(values[row]);
    }
    return present;
}

/// The median of a column's numbers in some rows; none without a number. Cost: two passes over the rows.
std::optional<double> medianOf(const Column& column, std::span<const std::uint32_t> rows);

/// Bars of a histogram: counts[i] values lie between edges[i] and edges[i + 1], the last edge included.
struct HistogramBars {
    std::vector<double> edges;
    std::vector<std::uint64_t> counts;
};

/// What a column's numbers in some rows are. NaN is no number here; ±Infinity counts, but in no bar.
struct NumberSummary {
    std::uint64_t count = 0;
    std::optional<double> mean, min, max, median; ///< none without a number
    std::optional<double> std;                    ///< of a sample: none below two numbers
    HistogramBars histogram;
};

/// @param range  what the histogram's bars divide, so that groups can be compared; none: no histogram
NumberSummary summarise(const Column& column, std::span<const std::uint32_t> rows,
                        const std::optional<NumberRange>& range);

} // namespace runglass
