// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunTable.h"

#include <optional>
#include <span>
#include <vector>

namespace runglass
{

/// Rows that have the same values in the columns they are grouped by.
struct RowGroup {
    std::vector<Value> key;          ///< a value a column, null where missing
    std::vector<std::uint32_t> rows; ///< in the order they were given
};

/// Groups rows by their values: numbers that are equal are one value, NaN equals NaN, a list is one value.
/// @return groups in the order of their first rows
std::vector<RowGroup> groupRows(const RunTable& table, std::span<const std::uint32_t> rows,
                                const std::vector<ColumnId>& columns);

/// Bars of a histogram: counts[i] values lie between edges[i] and edges[i + 1], the last edge included.
struct Histogram {
    std::vector<double> edges;
    std::vector<std::uint64_t> counts;
};

/// What a column's numbers in some rows are. NaN is no number here; ±Infinity counts, but in no bar.
struct NumberSummary {
    std::uint64_t count = 0;
    std::optional<double> mean, min, max, median; ///< none without a number
    std::optional<double> std;                    ///< of a sample: none below two numbers
    Histogram histogram;
};

/// Bars in a histogram.
inline constexpr std::size_t kHistogramBars = 20;

/// The smallest and largest finite number of some rows; none when there is none.
struct NumberRange {
    double low = 0, high = 0;
};
std::optional<NumberRange> finiteRange(const Column& column, std::span<const std::uint32_t> rows);

/// @param range  what the histogram's bars divide, so that groups can be compared; none: no histogram
NumberSummary summarise(const Column& column, std::span<const std::uint32_t> rows,
                        const std::optional<NumberRange>& range);

} // namespace runglass
