// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/Smoothing.h"

#include <cstdint>

namespace runglass
{

/// A value of some run that no axis can show.
struct StrangePoint {
    double x = 0;
    double value = 0; ///< NaN or ±Infinity

    bool operator==(const StrangePoint& other) const;
};

/// A group of runs as one line with a band, over all x at which one of its runs has a value.
struct GroupLine {
    std::shared_ptr<const Line> line;
    /// Edges of the band, over the same x; null without one. NaN where a deviation does not exist, as of one run.
    std::shared_ptr<const Line> lower, upper;
    std::vector<std::uint32_t> counts; ///< of each point: how many runs it is of
    std::vector<StrangePoint> strange; ///< in order of x; each different one once
};

/// What a group's runs are at one place of the axis. Exact; what does not exist is NaN.
struct GroupStats {
    std::uint32_t count = 0;
    double mean = 0, median = 0, min = 0, max = 0;
    double stdDev = 0, stdErr = 0; ///< of a sample, none below two runs
};

/// Makes one line of the lines of runs. At each x at which one of them has a finite value every run counts once, with
/// what its line shows there: its value, or between two of its points what lies straight between them. Before its
/// first and behind its last point, in a gap, and between two segments it has none. So the result is the same whatever
/// else is shown, in whichever order the runs come (but for rounding), and at any zoom.
/// Of several values at one x the last counts; where a segment begins before the one before it ends, as that of a run
/// that was set back, it holds from there on, as far as it goes.
/// Where the runs have so many points at so many different places that working all out would take seconds (100 runs
/// over the clock with 100,000 points each), the line has some of them only, the same ones at any time; what is
/// least and greatest at one then holds up to the next, so that no point is ever outside of it.
/// @param runs  over the same axis; those without points are left out
/// @return      without a line when cancelled, or when no value is finite
/// Cost: the points of all runs together (sorting them where the runs have points at different x), and for every x
/// of the result the runs that have a value there.
/// @param mostValues  how many values are worked out about, before places are left out
GroupLine groupLine(const std::vector<LineSegments>& runs, Aggregate aggregate, Band band,
                    const CancelToken& cancel = {}, std::size_t mostValues = std::size_t{1} << 26U);

/// The same runs at any one place.
GroupStats groupStats(const std::vector<LineSegments>& runs, double x);

} // namespace runglass
