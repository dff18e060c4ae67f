// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "widgets/workspace/charts/AxisTicks.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace runglass
{

/// What a chart's lines have at one place of the x axis.
struct Crosshair {
    struct Row {
        ShownRun run;
        QString name; ///< of the line
        double x = 0, value = 0;
        std::optional<double> time;                    ///< seconds since 1970 UTC
        std::optional<std::pair<double, double>> band; ///< of a group, at x
        std::vector<double> strange; ///< of a group: what its runs have at the crosshair that is NaN or infinite
        bool elsewhere = false;      ///< the run has no point at x, this is its nearest
        bool isBaseline = false;     ///< as the chart knows
    };

    double x = 0;
    std::optional<double> secondsSinceStart; ///< of the first row's point since its segment's first
    std::vector<Row> rows;                   ///< nearest to the pointer first

    /// Exact and tab-separated: run, x, time and value, a line each, after a line of headers. What is strange has lines
    /// of its own, that say so.
    /// @param xName  what the x axis counts
    QString toText(const AxisMeasure& measure, const QString& xName) const;
};

/// The place of a point next to x; nothing when the lines have no points.
std::optional<double> nearestX(const std::vector<ChartLine>& lines, double x);
/// The x of a point count places after (negative: before) x among all points of the lines.
std::optional<double> stepX(const std::vector<ChartLine>& lines, double x, int count);

/// Runs whose line spans x, ordered by distance of their value to y, as it is seen; without y by value.
Crosshair crosshairAt(const std::vector<ChartLine>& lines, double x, std::optional<double> y, bool logY = false);

/// A place of an x axis in words, exact: "23200", "24m 06s", "2026-11-23 14:02:11".
QString exactX(const AxisMeasure& measure, double x);
/// A run's name with the word that it is the baseline.
QString withBaseline(const QString& name);
/// The name of the axis, "Step" where it has none.
QString xAxisName(const QString& name);

} // namespace runglass
