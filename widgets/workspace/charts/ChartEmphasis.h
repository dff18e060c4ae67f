// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunRef.h"

#include <optional>

namespace runglass
{

/// Which runs stand out in every chart.
struct ChartEmphasis {
    std::optional<RunRef> hovered;       ///< its line on top, the others faint
    std::optional<RunRef> baseline;      ///< heavier and dashed, and never faint
    std::optional<RunRef> selected = {}; ///< its line on top of the others while none is hovered

    bool operator==(const ChartEmphasis&) const = default;
};

} // namespace runglass
