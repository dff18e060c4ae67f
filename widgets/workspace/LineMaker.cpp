// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/LineMaker.h"

#include "models/series/AxisDomain.h"
#include "models/series/GroupLine.h"
#include "models/series/Smoothing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

constexpr Range kEverywhere{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};

/// Null: of none.
std::shared_ptr<const Line> lineOf(const std::vector<StrangePoint>& points)
{
    if (points.empty())
        return nullptr;
    std::vector<double> x, values;
    x.reserve(points.size());
    values.reserve(points.size());
    for (const StrangePoint& point : points) {
        x.push_back(point.x);
        values.push_back(point.value);
    }
    return std::make_shared<const Line>(x, values);
}

class Maker
{
public:
    Maker(const LinesWanted& wanted, const CancelToken& cancel)
        : m_wanted(wanted)
        , m_cancel(cancel)
    {
    }

    LinesMade make()
    {
        LinesMade result;
        if (m_wanted.groups)
            makeGroups(result.lines);
        else
            makeRuns(result.lines);
        result.yUsual = usualY(result.lines);
        result.made = std::make_shared<const MadeLines>(std::move(m_made));
        return result;
    }

private:
    using Inputs = std::vector<ChartLine::Segments>;

    /// As it was made before, or by what makes it.
    template <typename Make> void add(std::vector<ChartLine>& lines, const ChartLine& head, Inputs inputs, Make make)
    {
        const std::pair key(head.run.ref, head.part);
        ChartLine line;
        const auto known = m_wanted.before ? m_wanted.before->find(key) : MadeLines::const_iterator();
        if (m_wanted.before && known != m_wanted.before->end() && known->second.inputs == inputs) {
            line = head;
            line.segments = known->second.line.segments;
            line.originals = known->second.line.originals;
            line.lower = known->second.line.lower;
            line.upper = known->second.line.upper;
            line.strange = known->second.line.strange;
        } else {
            line = make();
        }
        if (m_cancel.isCanceled() || line.segments.empty())
            return;
        m_made[key] = {std::move(inputs), line};
        lines.push_back(std::move(line));
    }

    void smooth(ChartLine& line) const
    {
        if (m_wanted.look.smoothing.isOff())
            return;
        LineSegments smooth = smoothed(line.segments, m_wanted.look.smoothing, m_cancel);
        if (m_wanted.look.showOriginal)
            line.originals = std::move(line.segments);
        line.segments = std::move(smooth);
    }

    void makeRuns(std::vector<ChartLine>& lines)
    {
        for (const ChartLine& line : m_wanted.lines) {
            add(lines, line, {line.segments}, [&] {
                ChartLine result = line;
                smooth(result);
                return result;
            });
        }
    }

    void makeGroups(std::vector<ChartLine>& lines)
    {
        std::map<std::pair<RunRef, int>, const ChartLine*> byRun;
        std::map<int, const ChartLine*> parts;
        for (const ChartLine& line : m_wanted.lines) {
            byRun.emplace(std::pair(line.run.ref, line.part), &line);
            parts.emplace(line.part, &line);
        }
        for (const auto& [part, first] : parts) {
            for (const ShownGroup& group : *m_wanted.groups) {
                ChartLine head{group.group, {}};
                head.part = part;
                head.partName = first->partName;
                head.x = first->x;
                Inputs inputs;
                for (const RunRef& member : group.members) {
                    if (const auto found = byRun.find({member, part}); found != byRun.end())
                        inputs.push_back(found->second->segments);
                }
                head.groupSize = inputs.size();
                if (!inputs.empty())
                    add(lines, head, inputs, [&] { return groupOf(head, inputs); });
            }
        }
    }

    ChartLine groupOf(const ChartLine& head, const Inputs& inputs) const
    {
        ChartLine result = head;
        const GroupLine group = groupLine(inputs, m_wanted.look.aggregate, m_wanted.look.band, m_cancel);
        const std::shared_ptr<const Line> strange = lineOf(group.strange);
        if (!group.line) {
            // All there is to be seen of it: marks, as of a run that has no other values.
            if (strange)
                result.segments = {strange};
            return result;
        }
        if (strange)
            result.strange = {strange};
        result.segments = {group.line};
        if (group.lower && group.upper) {
            result.lower = {group.lower};
            result.upper = {group.upper};
        }
        smooth(result);
        return result;
    }

    std::optional<Range> usualY(const std::vector<ChartLine>& lines) const
    {
        const bool log = m_wanted.look.yScale == AxisScale::Log;
        if (m_wanted.look.ignoreOutliers) {
            LineSegments all;
            for (const ChartLine& line : lines)
                all.insert(all.end(), line.segments.begin(), line.segments.end());
            const Range range = outlierRange(all, kEverywhere, m_wanted.look.yScale, m_cancel);
            return range.isEmpty() ? std::nullopt : std::optional(range);
        }
        if (!log)
            return std::nullopt;
        Range range;
        for (const ChartLine& line : lines) {
            for (const ChartLine::Segments* layer : {&line.segments, &line.originals, &line.lower, &line.upper}) {
                for (const auto& segment : *layer)
                    range.include(positiveRange(*segment, kEverywhere));
            }
        }
        return range.isEmpty() ? std::nullopt : std::optional(range);
    }

    const LinesWanted& m_wanted;
    const CancelToken& m_cancel;
    MadeLines m_made;
};

} // namespace

bool needsWork(const LinesWanted& wanted)
{
    return wanted.groups || !wanted.look.smoothing.isOff() || wanted.look.ignoreOutliers ||
           wanted.look.yScale == AxisScale::Log;
}

LinesMade makeLines(const LinesWanted& wanted, const CancelToken& cancel)
{
    return Maker(wanted, cancel).make();
}

} // namespace runglass
