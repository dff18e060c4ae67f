// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/Range.h"

#include <span>
#include <vector>

namespace runglass
{

/// What boxes and violins show of some numbers. Quartiles lie between two numbers where they fall between them (as
/// numpy.quantile has it).
struct Distribution {
    std::vector<double> sorted; ///< finite, rising, at least one
    double mean = 0;
    double deviation = 0; ///< of a sample (n − 1); NaN of one number
    double lowerQuartile = 0, median = 0, upperQuartile = 0;
    /// The outermost numbers within 1.5 times the distance of the quartiles from them (as Tukey's boxes have it).
    Range whiskers;

    double min() const { return sorted.front(); }
    double max() const { return sorted.back(); }
};

/// @param numbers  finite, at least one, in any order
Distribution distributionOf(std::vector<double> numbers);

/// The number that a part (0 … 1) of sorted numbers lies below, straight between two of them. NaN of none.
double quantileOf(std::span<const double> sorted, double part);

/// How dense numbers lie at each of some places: a Gaussian kernel, as wide as Scott's rule says (as
/// scipy.stats.gaussian_kde). Empty where they do not differ, which has no density.
/// Cost: numbers times places.
std::vector<double> densityOf(std::span<const double> numbers, std::span<const double> places);

} // namespace runglass
