// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/ChartSettings.h"
#include "models/series/Smoothing.h"

#include <limits>
#include <vector>

namespace runglass
{

/// When a segment of a run was alive.
struct SegmentClock {
    int segment = 0;                                         ///< Segment::ordinal
    double start = std::numeric_limits<double>::quiet_NaN(); ///< seconds since 1970 UTC; NaN: unknown
    double seconds = 0;                                      ///< how long; 0: unknown

    bool operator==(const SegmentClock& other) const;
};

/// What a run's lines are put over.
struct AxisBasis {
    XAxisKind kind = XAxisKind::Step; ///< not Defined: that was found out
    std::vector<SegmentClock> clocks; ///< of the relative kinds, all of the run's in order
    LineSegments metric;              ///< of kind Metric: over its steps
};

/// Lines over an axis.
struct PlacedLines {
    LineSegments segments; ///< in order, none empty
    std::size_t unplaced =
        0; ///< points left out for want of a place: without a time, or the metric was not logged there
};

/// Puts a run's lines over an axis. Points keep their steps and times, and stand in the order of the axis; those at one
/// place in the order they were logged in. A point's place is:
/// - of RelativeWall its time since the first segment began,
/// - of RelativeProcess its time since its own segment began, and how long the ones before were alive,
/// - of WallTime its time,
/// - of Metric the finite value that the metric has at its very step of its segment; where steps come several times,
/// the
///   first goes with the first, and so on, what is over with the last.
/// Where the start of a segment is not known it is the first time that the line has there.
/// @param segments  over their steps
/// @return          the very same segments for Step; nothing when cancelled
PlacedLines overAxis(const LineSegments& segments, const AxisBasis& basis, const CancelToken& cancel = {});

/// What the points of one segment are placed by.
struct SegmentBasis {
    double origin = 0;                  ///< what is taken from their times
    std::shared_ptr<const Line> metric; ///< of the same segment; null: there is none

    bool operator==(const SegmentBasis& other) const;
};

/// Of each segment.
std::vector<SegmentBasis> segmentBases(const LineSegments& segments, const AxisBasis& basis);
/// One segment over an axis that is not Step; null when none of its points has a place.
/// @param before        what it gave under the same basis when the segment had fewer points, so that it costs what is
/// new,
///                      as long as places only go on; null: nothing
/// @param metricBefore  of kind Metric: the metric as it was then; null: not known
std::shared_ptr<const Line> overAxis(const Line& segment, XAxisKind kind, const SegmentBasis& basis,
                                     const Line* before = nullptr, const Line* metricBefore = nullptr);

} // namespace runglass
