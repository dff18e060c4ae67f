// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "models/series/PixelColumns.h"

#include <QString>

#include <optional>
#include <vector>

namespace runglass
{

/// What a chart's lines have at one place of the x axis.
struct Crosshair {
    struct Row {
        ShownRun run;
        double x = 0, value = 0;
        bool elsewhere = false; ///< the run has no point at x, this is its nearest
    };

    double x = 0;
    std::optional<double> secondsSinceStart; ///< of the first row's point since its segment's first
    std::vector<Row> rows;                   ///< nearest to the pointer first

    /// Tab-separated, a line a run, after a line with the step.
    QString toText() const;
};

/// The place of a point next to x; nothing when the lines have no points.
std::optional<double> nearestX(const std::vector<ChartLine>& lines, double x);
/// The x of a point count places after (negative: before) x among all points of the lines.
std::optional<double> stepX(const std::vector<ChartLine>& lines, double x, int count);

/// Runs whose line spans x, ordered by distance of their value to y (in pixels of scale); without y by value.
Crosshair crosshairAt(const std::vector<ChartLine>& lines, double x, std::optional<double> y);

} // namespace runglass
