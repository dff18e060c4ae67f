// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Histogram.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace runglass
{

namespace
{

/// More bins than that are no histogram's: the SDK makes 512 at most.
constexpr std::size_t kMostBins = 1U << 20U;

const Value& member(const Value& object, const char* name)
{
    static const Value none;
    const auto found = object.object().find(name);
    return found == object.object().end() ? none : found->second;
}

std::vector<double> numbersOf(const Value& array)
{
    std::vector<double> numbers(array.array().size());
    std::transform(array.array().begin(), array.array().end(), numbers.begin(),
                   [](const Value& value) { return value.toDouble(); });
    return numbers;
}

std::vector<double> evenEdges(const Value& packed, std::size_t bins)
{
    const double least = member(packed, "min").toDouble(), size = member(packed, "size").toDouble();
    if (member(packed, "count").toDouble() != static_cast<double>(bins))
        return {};
    std::vector<double> edges(bins + 1);
    for (std::size_t i = 0; i <= bins; ++i)
        edges[i] = least + size * static_cast<double>(i);
    return edges;
}

} // namespace

double Histogram::total() const
{
    return std::accumulate(counts.begin(), counts.end(), 0.0);
}

std::optional<Histogram> histogramFrom(const Value& value)
{
    if (member(value, "_type").text() != "histogram")
        return std::nullopt;
    Histogram histogram;
    histogram.counts = numbersOf(member(value, "values"));
    const std::size_t bins = histogram.counts.size();
    if (bins == 0 || bins > kMostBins)
        return std::nullopt;
    const Value& packed = member(value, "packedBins");
    histogram.edges = packed.isObject() ? evenEdges(packed, bins) : numbersOf(member(value, "bins"));
    const bool hasEdges =
        histogram.edges.size() == bins + 1 && std::is_sorted(histogram.edges.begin(), histogram.edges.end()) &&
        std::all_of(histogram.edges.begin(), histogram.edges.end(), [](double edge) { return std::isfinite(edge); });
    const bool hasCounts = std::all_of(histogram.counts.begin(), histogram.counts.end(),
                                       [](double count) { return std::isfinite(count) && count >= 0; });
    return hasEdges && hasCounts ? std::optional(std::move(histogram)) : std::nullopt;
}

Range HistogramSeries::range() const
{
    Range range;
    for (const Histogram& histogram : histograms)
        range.include(histogram.range());
    return range;
}

HistogramSeries histogramsOf(const Series& series)
{
    HistogramSeries result;
    const auto* values = std::get_if<std::vector<Value>>(&series.values);
    if (!values) {
        result.others = series.size();
        return result;
    }
    for (std::size_t i = 0; i < values->size(); ++i) {
        std::optional<Histogram> histogram = histogramFrom((*values)[i]);
        if (!histogram) {
            ++result.others;
            continue;
        }
        result.steps.push_back(series.step[i]);
        result.times.push_back(i < series.time.size() ? series.time[i] : std::numeric_limits<double>::quiet_NaN());
        result.histograms.push_back(std::move(*histogram));
    }
    return result;
}

std::vector<double> countsBetween(const Histogram& histogram, std::span<const double> edges)
{
    std::vector<double> counts(edges.size() - 1);
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const double lo = histogram.edges[bin], hi = histogram.edges[bin + 1];
        if (histogram.counts[bin] == 0 || hi < edges.front() || lo > edges.back())
            continue;
        const auto above = std::upper_bound(edges.begin(), edges.end(), lo) - edges.begin();
        auto into = static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - 1, 0));
        if (lo == hi) {
            counts[std::min(into, counts.size() - 1)] += histogram.counts[bin];
            continue;
        }
        for (; into < counts.size() && edges[into] < hi; ++into) {
            const double share = (std::min(hi, edges[into + 1]) - std::max(lo, edges[into])) / (hi - lo);
            counts[into] += histogram.counts[bin] * std::max(0.0, share);
        }
    }
    return counts;
}

double quantile(const Histogram& histogram, double part)
{
    const double wanted = std::clamp(part, 0.0, 1.0) * histogram.total();
    double below = 0, highest = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const double count = histogram.counts[bin], lo = histogram.edges[bin], hi = histogram.edges[bin + 1];
        if (count == 0)
            continue;
        if (below + count >= wanted)
            return lo + (hi - lo) * ((wanted - below) / count);
        below += count;
        highest = hi;
    }
    // Sums may have been rounded.
    return highest;
}

} // namespace runglass
