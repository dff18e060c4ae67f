// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Series.h"
#include "models/series/Range.h"

#include <optional>
#include <span>
#include <vector>

namespace runglass
{

/// How many values lie between each edge and the next.
struct Histogram {
    std::vector<double> edges;  ///< finite, rising or equal; one more than counts
    std::vector<double> counts; ///< finite, not below 0

    Range range() const { return {edges.front(), edges.back()}; }
    double total() const;
    bool operator==(const Histogram&) const = default;
};

/// Reads what wandb.Histogram is logged as, with its edges in "bins" or evenly spaced in "packedBins"; unset for
/// anything else.
/// @source  wandb 0.31 Histogram.to_json: _type "histogram", values[n], bins[n + 1]; packedBins {min, size, count}
std::optional<Histogram> histogramFrom(const Value& value);

/// The histograms of a series, one behind the other. Values that are none are left out.
struct HistogramSeries {
    std::vector<std::int64_t> steps;
    std::vector<double> times; ///< seconds since 1970 UTC; NaN where none was recorded
    std::vector<Histogram> histograms;
    std::size_t others = 0; ///< values left out

    std::size_t size() const { return steps.size(); }
    /// From the lowest edge to the highest of all.
    Range range() const;
};
HistogramSeries histogramsOf(const Series& series);

/// The counts between other edges: a bin that lies in several of those is shared out by how much of it lies in each,
/// one without width falls whole into the one that it lies in (of two that it is between, the upper one). What lies
/// beyond the outer edges is left out.
/// @param edges  rising, at least two
std::vector<double> countsBetween(const Histogram& histogram, std::span<const double> edges);

/// The value that a part (0 … 1) of all lies below, what is in a bin lying evenly in it. NaN of an empty histogram.
double quantile(const Histogram& histogram, double part);

} // namespace runglass
