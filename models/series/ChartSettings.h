// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"
#include "models/series/AxisScale.h"

#include <optional>

namespace runglass
{

/// What is on a chart's x axis.
enum class XAxisKind {
    Defined,         ///< the metric that define_metric names for what is drawn, else Step; of hardware RelativeWall
    Step,            ///< as logged; of hardware the sample's number
    RelativeWall,    ///< seconds since the run began
    RelativeProcess, ///< seconds that the run was alive: pauses between its segments do not count
    WallTime,        ///< seconds since 1970 UTC
    Metric,          ///< what the run logged under another key
};

struct XAxis {
    XAxisKind kind = XAxisKind::Defined;
    KeyPath metric; ///< of kind Metric only

    bool operator==(const XAxis&) const = default;
};

/// Ends of an axis that a person fixed. An unset one follows the lines.
struct AxisLimits {
    std::optional<double> lo, hi;

    bool operator==(const AxisLimits&) const = default;
};

enum class SmoothingKind {
    TimeWeightedEma, ///< exponential, by distance on the x axis: dense and sparse lines get equally smooth
    Ema,             ///< exponential, point by point, debiased
    Gaussian,        ///< around each point
    RunningAverage,  ///< around each point
};

struct Smoothing {
    SmoothingKind kind = SmoothingKind::TimeWeightedEma;
    /// Of both kinds of Ema 0 … 1; of Gaussian the standard deviation in points, above 0; of RunningAverage the number
    /// of points in the window, above 1. What is not above does nothing.
    double amount = 0;

    bool isOff() const { return !(amount > (kind == SmoothingKind::RunningAverage ? 1.0 : 0.0)); }
    bool operator==(const Smoothing&) const = default;
};

/// What one line says of a group of runs.
enum class Aggregate { Mean, Min, Max, Median };

/// What is shaded around that line.
enum class Band { None, MinMax, StdDev, StdErr };

/// How charts look, as far as it is said on one level: workspace, section or panel. What is unset is as on the level
/// above.
struct ChartSettings {
    std::optional<XAxis> x;
    std::optional<AxisScale> xScale, yScale;
    std::optional<AxisLimits> xLimits, yLimits;
    std::optional<bool> ignoreOutliers; ///< the y axis leaves out what outlierRange() does
    std::optional<Smoothing> smoothing; ///< kind and amount together: an amount means nothing for another kind
    std::optional<bool> showOriginal;   ///< faintly, behind what is smoothed
    std::optional<bool> followGroups;   ///< one line a group while the table is grouped
    std::optional<Aggregate> aggregate;
    std::optional<Band> band;
    std::optional<int> mostLines; ///< at least 1: of the shown runs (or groups) the first in the table's order
    std::optional<bool> syncZoom, syncCrosshair; ///< with other panels of the same x axis

    bool isEmpty() const { return *this == ChartSettings(); }
    bool operator==(const ChartSettings&) const = default;
};

/// How a chart looks when all levels have spoken. The values here are those of a new workspace.
struct ChartLook {
    static constexpr int kMostLines = 500;

    XAxis x;
    AxisScale xScale = AxisScale::Linear, yScale = AxisScale::Linear;
    AxisLimits xLimits, yLimits;
    bool ignoreOutliers = false;
    Smoothing smoothing;
    bool showOriginal = true;
    bool followGroups = true;
    Aggregate aggregate = Aggregate::Mean;
    Band band = Band::MinMax;
    int mostLines = kMostLines;
    bool syncZoom = true, syncCrosshair = true;

    bool operator==(const ChartLook&) const = default;
};

/// Two levels as one: what lower leaves unset is as in upper.
ChartSettings laidOver(const ChartSettings& upper, const ChartSettings& lower);

/// How a panel looks.
ChartLook resolve(const ChartSettings& workspace, const ChartSettings& section = {}, const ChartSettings& panel = {});

} // namespace runglass
