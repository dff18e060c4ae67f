// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/ChartSettings.h"

#include <gtest/gtest.h>

namespace runglass
{
namespace
{

TEST(ChartSettings, WhatNobodySaysIsAsInANewWorkspace)
{
    EXPECT_EQ(resolve({}), ChartLook());
    EXPECT_TRUE(ChartSettings().isEmpty());
    EXPECT_TRUE(ChartLook().smoothing.isOff());
}

TEST(ChartSettings, EachSettingComesFromTheLowestLevelThatSaysIt)
{
    ChartSettings workspace, section, panel;
    workspace.x = XAxis{XAxisKind::WallTime, {}};
    workspace.smoothing = Smoothing{SmoothingKind::Ema, 0.9};
    workspace.xScale = AxisScale::Log;
    workspace.yScale = AxisScale::Log;
    workspace.xLimits = AxisLimits{0, 10};
    workspace.yLimits = AxisLimits{0, 1};
    workspace.ignoreOutliers = true;
    workspace.showOriginal = false;
    workspace.followGroups = false;
    workspace.aggregate = Aggregate::Median;
    workspace.band = Band::StdErr;
    workspace.mostLines = 7;
    workspace.syncZoom = workspace.syncCrosshair = false;
    ChartLook expected{
        *workspace.x, AxisScale::Log, AxisScale::Log,    {0, 10},      {0, 1}, true,  *workspace.smoothing,
        false,        false,          Aggregate::Median, Band::StdErr, 7,      false, false};
    EXPECT_EQ(resolve(workspace, section, panel), expected);
    section.smoothing = Smoothing{SmoothingKind::Gaussian, 4};
    section.yScale = AxisScale::Linear;
    panel.smoothing = Smoothing{SmoothingKind::RunningAverage, 0};
    panel.x = XAxis{XAxisKind::Metric, {"epoch"}};
    expected.smoothing = {SmoothingKind::RunningAverage, 0};
    expected.yScale = AxisScale::Linear;
    expected.x = {XAxisKind::Metric, {"epoch"}};
    EXPECT_EQ(resolve(workspace, section, panel), expected);
    EXPECT_EQ(resolve(workspace, section).smoothing, (Smoothing{SmoothingKind::Gaussian, 4}));
}

TEST(ChartSettings, ALowerLevelCanTakeBackAllOfALimit)
{
    ChartSettings workspace, panel;
    workspace.yLimits = AxisLimits{0, 1};
    panel.yLimits = AxisLimits{};
    EXPECT_EQ(resolve(workspace, {}, panel).yLimits, AxisLimits());
    panel.yLimits = AxisLimits{std::nullopt, 5};
    EXPECT_EQ(resolve(workspace, {}, panel).yLimits, (AxisLimits{std::nullopt, 5})) << "limits are one setting";
}

TEST(ChartSettings, ThereIsAlwaysALine)
{
    ChartSettings settings;
    settings.mostLines = -3;
    EXPECT_EQ(resolve(settings).mostLines, 1);
}

TEST(ChartSettings, LevelsCanBeLaidOverInAnyGrouping)
{
    ChartSettings a, b, c;
    a.aggregate = Aggregate::Min;
    a.band = Band::None;
    b.band = Band::StdDev;
    b.mostLines = 3;
    c.mostLines = 4;
    EXPECT_EQ(laidOver(laidOver(a, b), c), laidOver(a, laidOver(b, c)));
    EXPECT_EQ(laidOver(a, {}), a);
    EXPECT_EQ(laidOver({}, a), a);
}

TEST(ChartSettings, SmoothingThatDoesNothingIsOff)
{
    EXPECT_TRUE((Smoothing{SmoothingKind::Gaussian, 0}.isOff()));
    EXPECT_FALSE((Smoothing{SmoothingKind::Gaussian, 0.5}.isOff()));
    EXPECT_TRUE((Smoothing{SmoothingKind::RunningAverage, 1}.isOff())) << "of one point";
    EXPECT_FALSE((Smoothing{SmoothingKind::RunningAverage, 2}.isOff()));
}

} // namespace
} // namespace runglass
