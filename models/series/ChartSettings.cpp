// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/ChartSettings.h"

#include <algorithm>

namespace runglass
{

namespace
{

/// Calls each with every setting of both levels.
template <typename Each> void forEachSetting(ChartSettings& into, const ChartSettings& from, const Each& each)
{
    each(into.x, from.x);
    each(into.xScale, from.xScale);
    each(into.yScale, from.yScale);
    each(into.xLimits, from.xLimits);
    each(into.yLimits, from.yLimits);
    each(into.ignoreOutliers, from.ignoreOutliers);
    each(into.smoothing, from.smoothing);
    each(into.showOriginal, from.showOriginal);
    each(into.followGroups, from.followGroups);
    each(into.aggregate, from.aggregate);
    each(into.band, from.band);
    each(into.mostLines, from.mostLines);
    each(into.syncZoom, from.syncZoom);
    each(into.syncCrosshair, from.syncCrosshair);
}

} // namespace

ChartSettings laidOver(const ChartSettings& upper, const ChartSettings& lower)
{
    ChartSettings both = upper;
    forEachSetting(both, lower, [](auto& setting, const auto& own) {
        if (own)
            setting = own;
    });
    return both;
}

ChartLook resolve(const ChartSettings& workspace, const ChartSettings& section, const ChartSettings& panel)
{
    const ChartSettings all = laidOver(laidOver(workspace, section), panel);
    ChartLook look;
    look.x = all.x.value_or(look.x);
    look.xScale = all.xScale.value_or(look.xScale);
    look.yScale = all.yScale.value_or(look.yScale);
    look.xLimits = all.xLimits.value_or(look.xLimits);
    look.yLimits = all.yLimits.value_or(look.yLimits);
    look.ignoreOutliers = all.ignoreOutliers.value_or(look.ignoreOutliers);
    look.smoothing = all.smoothing.value_or(look.smoothing);
    look.showOriginal = all.showOriginal.value_or(look.showOriginal);
    look.followGroups = all.followGroups.value_or(look.followGroups);
    look.aggregate = all.aggregate.value_or(look.aggregate);
    look.band = all.band.value_or(look.band);
    look.mostLines = std::max(1, all.mostLines.value_or(look.mostLines));
    look.syncZoom = all.syncZoom.value_or(look.syncZoom);
    look.syncCrosshair = all.syncCrosshair.value_or(look.syncCrosshair);
    return look;
}

} // namespace runglass
