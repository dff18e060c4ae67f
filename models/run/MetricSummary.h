// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunPath.h"

#include <limits>

namespace runglass
{

/// What a run logged under one key of its history, over all its segments.
struct MetricSummary {
    static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

    RunPath run;
    double first = kNone;            ///< of the earliest segment that has any; NaN where that was logged
    double min = kNone, max = kNone; ///< of the finite numbers; NaN where there is none
};

} // namespace runglass
