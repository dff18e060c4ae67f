// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/Grouping.h"

#include "models/table/NaturalOrder.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <unordered_map>

namespace runglass
{

namespace
{

void count(Histogram& histogram, const NumberRange& range, double number)
{
    if (number < range.low || number > range.high)
        return;
    // Halved, so that the width of the widest range is no infinity.
    const double width = range.high / 2 - range.low / 2;
    const double place = width > 0 ? (number / 2 - range.low / 2) / width * static_cast<double>(kHistogramBars) : 0;
    const auto bar = static_cast<std::size_t>(place);
    ++histogram.counts[std::min(bar, histogram.counts.size() - 1)];
}

Histogram emptyHistogram(const NumberRange& range)
{
    Histogram histogram;
    if (range.low == range.high)
        return {{range.low, range.high}, {0}};
    for (std::size_t i = 0; i <= kHistogramBars; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(kHistogramBars);
        histogram.edges.push_back(range.low * (1 - part) + range.high * part);
    }
    histogram.counts.resize(kHistogramBars);
    return histogram;
}

double medianOf(std::vector<double>& numbers)
{
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    if (numbers.size() % 2 == 1)
        return *middle;
    const double below = *std::max_element(numbers.begin(), middle);
    return below == *middle ? below : below / 2 + *middle / 2;
}

} // namespace

std::vector<RowGroup> groupRows(const RunTable& table, std::span<const std::uint32_t> rows,
                                const std::vector<ColumnId>& columns)
{
    const NaturalOrder order;
    std::vector<const Column*> found;
    for (const ColumnId& id : columns)
        found.push_back(table.column(id));
    std::vector<RowGroup> groups;
    std::unordered_map<std::string, std::size_t> places;
    std::string key;
    for (const std::uint32_t row : rows) {
        std::vector<Value> values;
        key.clear();
        for (const Column* column : found) {
            const bool unnamed = column == &table.field(Field::Name) && table.isNameFromId(row);
            values.push_back(column && !unnamed ? column->value(row) : Value());
            const std::string part = order.key(values.back());
            key += std::to_string(part.size()) + ':' + part;
        }
        const auto [place, isNew] = places.try_emplace(key, groups.size());
        if (isNew)
            groups.push_back({std::move(values), {}});
        groups[place->second].rows.push_back(row);
    }
    return groups;
}

std::optional<NumberRange> finiteRange(const Column& column, std::span<const std::uint32_t> rows)
{
    std::optional<NumberRange> range;
    for (const std::uint32_t row : rows) {
        const double number = column.number(row);
        if (!std::isfinite(number))
            continue;
        if (!range)
            range = NumberRange{number, number};
        range->low = std::min(range->low, number);
        range->high = std::max(range->high, number);
    }
    return range;
}

NumberSummary summarise(const Column& column, std::span<const std::uint32_t> rows,
                        const std::optional<NumberRange>& range)
{
    NumberSummary summary;
    std::vector<double> numbers;
    for (const std::uint32_t row : rows) {
        const double number = column.number(row);
        if (!std::isnan(number))
            numbers.push_back(number);
    }
    summary.count = numbers.size();
    if (range)
        summary.histogram = emptyHistogram(*range);
    if (numbers.empty())
        return summary;
    // Welford's: exact enough for numbers that hardly differ.
    double mean = 0, squares = 0, seen = 0;
    for (const double number : numbers) {
        const double before = number - mean;
        mean += before / ++seen;
        squares += before * (number - mean);
        if (range)
            count(summary.histogram, *range, number);
    }
    // With an infinity in it the mean is infinite, or NaN where both signs are.
    const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
    const bool infinite = std::any_of(numbers.begin(), numbers.end(), [](double number) { return std::isinf(number); });
    summary.mean = infinite ? sum : mean;
    if (numbers.size() > 1)
        summary.std = std::sqrt(squares / (seen - 1));
    summary.min = *std::min_element(numbers.begin(), numbers.end());
    summary.max = *std::max_element(numbers.begin(), numbers.end());
    summary.median = medianOf(numbers);
    return summary;
}

} // namespace runglass
