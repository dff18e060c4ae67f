// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Cancel.h"
#include "models/series/ChartSettings.h"
#include "models/series/Line.h"

#include <memory>
#include <span>
#include <vector>

namespace runglass
{

/// The segments of one run's line, in order.
using LineSegments = std::vector<std::shared_ptr<const Line>>;

/// Smooths values over an axis.
/// With s = amount, over the finite values y₀ … yₙ at x₀ … xₙ:
/// - TimeWeightedEma: Σ yₖ wₖ / Σ wₖ with wₖ = min(√s, 0.999) ^ (1000 (xₙ − xₖ) / R). R is what all of x span, so a
///   line gets the same smoothing whatever else is shown, and dense and sparse lines of one span get equally smooth.
/// - Ema: Σ yₖ sⁿ⁻ᵏ / Σ sⁿ⁻ᵏ
/// - Gaussian: the mean of the points within 4 s places, each weighted by exp(−d² / 2s²), d being how many places away
/// - RunningAverage: the mean of the s points around it, an even s with one more before than behind
/// What is not finite stays as it is where it is, and counts for nothing elsewhere.
/// @param x  non-decreasing but for where another segment begins; as long as y
/// @return   as long as y; what was done so far when cancelled
/// Cost: a pass; of Gaussian 8 s multiplications a point.
std::vector<double> smooth(std::span<const double> x, std::span<const double> y, const Smoothing& smoothing,
                           const CancelToken& cancel = {});

/// A run's line, smoothed over the bounds of its segments as if it were one. The same segments when smoothing is off.
/// @return lines of doubles at the same points; nothing when cancelled
LineSegments smoothed(const LineSegments& segments, const Smoothing& smoothing, const CancelToken& cancel = {});

} // namespace runglass
