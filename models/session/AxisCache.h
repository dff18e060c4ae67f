// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/AxisBasis.h"
#include "models/session/Session.h"
#include "models/store/StoreReader.h"

#include <map>
#include <memory>
#include <mutex>

namespace runglass
{

/// What of a run decides over the x axes of its charts.
struct RunAxes {
    std::vector<SegmentClock> clocks; ///< in order of start
    std::vector<MetricDefinition> metrics;
};

RunAxes axesOf(const RunDetail& detail);

/// The x axis that a metric has where nobody chose one: what define_metric names, else the step; of hardware the
/// relative time. Of definitions that name the metric itself the last counts, else of those whose glob matches.
/// @return a kind that is not Defined; of kind Metric with the name as the definition has it, in one component
XAxis definedAxis(const RunAxes& axes, bool system, const KeyPath& key);

/// What charts over other axes than the step take from one question to the next: the documents that decide over axes,
/// and lines, as long as somebody holds them anyway, so that a segment without news is the same line as before.
/// @thread any, at once
class AxisCache
{
public:
    /// @errors as StoreReader::detail
    Result<std::shared_ptr<const RunAxes>> axes(StoreReader& reader, const RunRef& run);
    /// As overAxis(). Lines of a run that only got longer go on with what they were.
    /// @param run  whose they are: those of others do not go on with them
    PlacedLines placed(const RunRef& run, const LineSegments& segments, const AxisBasis& basis,
                       const CancelToken& cancel = {});
    /// The documents of these runs are other ones, or gone.
    void changed(const RunChanges& changes);

private:
    struct Placed {
        std::weak_ptr<const Line> segment, metric, line;
        bool hasMetric = false;
        double origin = 0;
    };
    using Key = std::pair<const Line*, XAxisKind>;

    std::shared_ptr<const Line> find(const std::shared_ptr<const Line>& segment, XAxisKind kind,
                                     const SegmentBasis& basis);
    /// What is to go on: a line over an axis, with the metric that it was made with.
    struct Newest {
        std::weak_ptr<const Line> line, metric;
    };
    /// A series of a run, and what is taken from its times, or which series gives its places.
    struct Course {
        RunRef run;
        SeriesId id;
        XAxisKind kind = XAxisKind::Step;
        double origin = 0;
        SeriesId metric;

        auto operator<=>(const Course&) const = default;
    };
    static Course course(const RunRef& run, const Line& segment, XAxisKind kind, const SegmentBasis& basis);
    std::shared_ptr<const Line> goOn(const RunRef& run, const Line& segment, XAxisKind kind, const SegmentBasis& basis);
    void keep(const RunRef& run, const std::shared_ptr<const Line>& segment, XAxisKind kind, const SegmentBasis& basis,
              const std::shared_ptr<const Line>& line);

    std::mutex m_mutex; ///< guards what follows
    std::map<RunRef, std::shared_ptr<const RunAxes>> m_axes;
    std::uint64_t m_changes = 0;         ///< calls of changed()
    std::multimap<Key, Placed> m_placed; ///< several where an axis is one of several metrics
    std::map<Course, Newest> m_newest;   ///< what came last
    std::size_t m_prunedAt = 64;         ///< look for entries that are of no use any more at this many
};

} // namespace runglass
