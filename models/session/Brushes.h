// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/ValuePoints.h"

#include <vector>

namespace runglass
{

/// What of a filter narrows axes of parallel coordinates, as brushFilter() says it.
struct Brushes {
    std::vector<AxisLimits> limits; ///< one an axis; of a category its places
    Filter rest;                    ///< everything else of the filter

    bool isEmpty() const;
};

/// @param points  of the columns of axes, whatever the filter leaves of them
Brushes brushesOf(const Filter& filter, const ValuePoints& points);
/// The filter that says what is brushed, and the rest.
Filter filterOf(const Brushes& brushes, const ValuePoints& points, std::vector<ValueAxis> axes);

} // namespace runglass
