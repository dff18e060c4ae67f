// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/ChartSettings.h"
#include "models/series/Histogram.h"
#include "models/table/RunRef.h"
#include "widgets/workspace/charts/AxisTicks.h"

#include <QString>

#include <memory>

namespace runglass
{

/// The histograms of one run, each at its place of an axis of steps or times.
struct HistogramData {
    RunRef run;
    QString runName, metric;
    HistogramSeries series;     ///< by rising places
    std::vector<double> places; ///< one a histogram: its step, seconds since the run began, or since 1970 UTC
    AxisMeasure measure;        ///< of the places
    std::size_t leftOut = 0;    ///< histograms that no time is known of

    std::size_t size() const { return places.size(); }
    /// What the axis is called: "Step".
    QString axisName() const;
    /// A place as people read it, exact: "Step 1,200", "2m 3s".
    QString placeText(std::size_t histogram) const;
    /// The same for tables: a step, seconds, or a time as RFC 3339 says it.
    Value placeValue(std::size_t histogram) const;
    /// From a place to the next one; the last is as wide as the one before.
    Range span(std::size_t histogram) const;
    /// The last histogram that is not behind a place.
    std::size_t at(double place) const;
};

/// @param axis     Step, RelativeWall or WallTime
/// @param started  when the run began, seconds since 1970 UTC; NaN: when its first histogram was logged
std::shared_ptr<const HistogramData> histogramData(RunRef run, QString runName, QString metric, HistogramSeries series,
                                                   XAxisKind axis, double started);

} // namespace runglass
