// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/AxisScale.h"
#include "models/series/Smoothing.h"

namespace runglass
{

/// The range of a y axis that ignores outliers: from the 5 % to the 95 % quantile of all finite values that the lines
/// have inside xRange, whichever line they are of; between two values lies what is straight between them (as
/// numpy.quantile does). On a logarithmic axis only values above 0 count. Empty when there is none.
/// Cost: a pass over the points in the range, which are copied.
Range outlierRange(const LineSegments& lines, const Range& xRange, AxisScale scale = AxisScale::Linear,
                   const CancelToken& cancel = {});

/// Extremes of the finite values above 0 inside xRange: what a logarithmic y axis can show.
/// Cost: a pass over the points where some value is not above 0.
Range positiveRange(const Line& line, const Range& xRange);

/// From the first point above 0 to the last: what a logarithmic x axis can show.
Range positiveXRange(const Line& line);

/// The line as a logarithmic y axis shows it: values that are not above 0 are −Infinity, since they lie below all that
/// such an axis has. The very same line where there are none.
std::shared_ptr<const Line> onLogAxis(const std::shared_ptr<const Line>& line);

} // namespace runglass
