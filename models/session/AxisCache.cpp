// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/AxisCache.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace runglass
{

namespace
{

constexpr double kNsPerSecond = 1e9;

/// Globs of define_metric: "*" is any text, all else itself. Goes back to the last star only, which is enough.
bool matchesGlob(std::string_view glob, std::string_view name)
{
    std::size_t at = 0, in = 0, star = std::string_view::npos, from = 0;
    while (in < name.size()) {
        if (at < glob.size() && glob[at] == '*') {
            star = at++;
            from = in;
        } else if (at < glob.size() && glob[at] == name[in]) {
            ++at;
            ++in;
        } else if (star != std::string_view::npos) {
            at = star + 1;
            in = ++from;
        } else {
            return false;
        }
    }
    return glob.find_first_not_of('*', at) == std::string_view::npos;
}

SegmentClock clockOf(const Segment& segment)
{
    SegmentClock clock{segment.ordinal};
    if (segment.startedAt)
        clock.start = static_cast<double>(*segment.startedAt) / kNsPerSecond;
    if (segment.durationSeconds)
        clock.seconds = *segment.durationSeconds;
    else if (segment.startedAt && segment.lastSign)
        clock.seconds = static_cast<double>(*segment.lastSign - *segment.startedAt) / kNsPerSecond;
    return clock;
}

} // namespace

RunAxes axesOf(const RunDetail& detail)
{
    RunAxes axes;
    std::transform(detail.segments.begin(), detail.segments.end(), std::back_inserter(axes.clocks), clockOf);
    axes.metrics = detail.metrics;
    return axes;
}

XAxis definedAxis(const RunAxes& axes, bool system, const KeyPath& key)
{
    if (system)
        return {XAxisKind::RelativeWall, {}};
    const std::string name = displayKey(key);
    const MetricDefinition *exact = nullptr, *byGlob = nullptr;
    for (const MetricDefinition& definition : axes.metrics) {
        if (!definition.name.empty() && definition.name == name)
            exact = &definition;
        else if (!definition.glob.empty() && matchesGlob(definition.glob, name))
            byGlob = &definition;
    }
    const MetricDefinition* its = exact ? exact : byGlob;
    const bool isStep = !its || its->stepMetric.empty() || its->stepMetric == "_step" || its->stepMetric == name;
    return isStep ? XAxis{XAxisKind::Step, {}} : XAxis{XAxisKind::Metric, {its->stepMetric}};
}

Result<std::shared_ptr<const RunAxes>> AxisCache::axes(StoreReader& reader, const RunRef& run)
{
    std::uint64_t changes = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_axes.find(run); found != m_axes.end())
            return found->second;
        changes = m_changes;
    }
    const Result<RunDetail> detail = reader.detail(run.path);
    if (!detail)
        return detail.error();
    auto axes = std::make_shared<const RunAxes>(axesOf(*detail));
    const std::lock_guard lock(m_mutex);
    // What changed while it was read is read again next time.
    if (changes == m_changes)
        m_axes.insert_or_assign(run, axes);
    return std::shared_ptr<const RunAxes>(std::move(axes));
}

void AxisCache::changed(const RunChanges& changes)
{
    const std::lock_guard lock(m_mutex);
    ++m_changes;
    std::erase_if(m_axes, [&changes](const auto& axes) { return changes.concern(axes.first); });
}

PlacedLines AxisCache::placed(const RunRef& run, const LineSegments& segments, const AxisBasis& basis,
                              const CancelToken& cancel)
{
    if (basis.kind == XAxisKind::Step)
        return {segments, 0};
    const std::vector<SegmentBasis> bases = segmentBases(segments, basis);
    PlacedLines result;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (cancel.isCanceled())
            return {};
        std::shared_ptr<const Line> line = find(segments[i], basis.kind, bases[i]);
        if (!line) {
            line = goOn(run, *segments[i], basis.kind, bases[i]);
            if (line)
                keep(run, segments[i], basis.kind, bases[i], line);
        }
        result.unplaced += segments[i]->size() - (line ? line->size() : 0);
        if (line)
            result.segments.push_back(std::move(line));
    }
    return result;
}

std::shared_ptr<const Line> AxisCache::find(const std::shared_ptr<const Line>& segment, XAxisKind kind,
                                            const SegmentBasis& basis)
{
    const std::lock_guard lock(m_mutex);
    const auto [first, last] = m_placed.equal_range({segment.get(), kind});
    for (auto at = first; at != last; ++at) {
        const Placed& placed = at->second;
        // Another line may lie where one lay that is gone.
        const bool isOf = placed.segment.lock() == segment && placed.hasMetric == (basis.metric != nullptr) &&
                          SegmentBasis{placed.origin, placed.metric.lock()} == basis;
        if (isOf)
            return placed.line.lock();
    }
    return nullptr;
}

AxisCache::Course AxisCache::course(const RunRef& run, const Line& segment, XAxisKind kind, const SegmentBasis& basis)
{
    // An origin that is not known is no place in an order.
    const double origin = std::isnan(basis.origin) ? -std::numeric_limits<double>::infinity() : basis.origin;
    return {run, segment.id(), kind, origin, basis.metric ? basis.metric->id() : SeriesId()};
}

std::shared_ptr<const Line> AxisCache::goOn(const RunRef& run, const Line& segment, XAxisKind kind,
                                            const SegmentBasis& basis)
{
    std::shared_ptr<const Line> before, metricBefore;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_newest.find(course(run, segment, kind, basis)); found != m_newest.end()) {
            before = found->second.line.lock();
            metricBefore = found->second.metric.lock();
        }
    }
    std::shared_ptr<const Line> line = overAxis(segment, kind, basis, before.get(), metricBefore.get());
    if (!line || !basis.metric)
        return line;
    // Who holds the line holds the metric too: both are needed to go on.
    using Both = std::pair<std::shared_ptr<const Line>, std::shared_ptr<const Line>>;
    const auto both = std::make_shared<const Both>(std::move(line), basis.metric);
    return {both, both->first.get()};
}

void AxisCache::keep(const RunRef& run, const std::shared_ptr<const Line>& segment, XAxisKind kind,
                     const SegmentBasis& basis, const std::shared_ptr<const Line>& line)
{
    const std::lock_guard lock(m_mutex);
    if (m_placed.size() >= m_prunedAt) {
        std::erase_if(m_placed,
                      [](const auto& entry) { return entry.second.segment.expired() || entry.second.line.expired(); });
        std::erase_if(m_newest, [](const auto& entry) { return entry.second.line.expired(); });
        m_prunedAt = std::max<std::size_t>(64, 2 * m_placed.size());
    }
    m_placed.emplace(Key{segment.get(), kind},
                     Placed{segment, basis.metric, line, basis.metric != nullptr, basis.origin});
    m_newest[course(run, *segment, kind, basis)] = {line, basis.metric};
}

} // namespace runglass
