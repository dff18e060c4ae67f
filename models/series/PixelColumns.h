// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/AxisScale.h"
#include "models/series/Line.h"

#include <optional>
#include <vector>

namespace runglass
{

/// A point of an axis pair.
struct Vertex {
    double x = 0, y = 0;
    bool operator==(const Vertex&) const = default;
};

/// All points of a line that fall into one column of pixels. first to lastX are of finite values and hold only where
/// hasFinite().
struct PixelColumn {
    int pixel = 0;          ///< 0 … pixels − 1
    std::size_t count = 0;  ///< points in it, at least 1
    Extent extent;          ///< exact
    Vertex first, last;     ///< first and last finite point
    bool gapBefore = false; ///< between the finite point before this column and first something is not finite

    bool hasFinite() const { return extent.hasFinite(); }
    /// Something in it is not finite.
    bool hasGap() const { return !extent.isAllFinite(); }
};

/// A line as one chart of a known width shows it.
struct PixelColumns {
    Range xRange; ///< what was asked for
    int pixels = 0;
    std::vector<PixelColumn> columns;    ///< in order; those without points are left out
    std::optional<Vertex> before, after; ///< finite neighbours just outside the range, to which the line leads
    bool gapAfter = false;               ///< between the last finite point inside and after something is not finite
    AxisScale scale = AxisScale::Linear; ///< of the x axis
};

/// The column of x, for anything between the ends of range; on a logarithmic axis that range lies above 0.
int pixelOf(double x, const Range& range, int pixels, AxisScale scale = AxisScale::Linear);
/// What lies so many pixels, or parts of one, from the beginning of the range.
double xOfPixel(double pixel, const Range& range, int pixels, AxisScale scale = AxisScale::Linear);

/// Reduces a line to columns of pixels: no sampling, every column has the exact extremes of all its points.
/// xRange must have extent, on a logarithmic axis lie above 0, and pixels must be positive.
/// Cost: columns with points × log(points), independent of how many points there are.
PixelColumns reduce(const Line& line, const Range& xRange, int pixels, AxisScale scale = AxisScale::Linear);

/// The polylines that show the columns, at most four vertices a column. A column with points that are finite is
/// always touched by one, from its minimum to its maximum; nothing is drawn across a gap.
std::vector<std::vector<Vertex>> strokes(const PixelColumns& columns);

} // namespace runglass
