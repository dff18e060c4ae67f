// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/Crosshair.h"

#include "models/items/Format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

struct Nearest {
    const Line* line = nullptr;
    std::size_t point = 0;
    double distance = std::numeric_limits<double>::infinity();
};

Nearest nearestPoint(const ChartLine::Segments& segments, double x)
{
    Nearest best;
    for (const auto& segment : segments) {
        const std::optional<std::size_t> point = segment->nearest(x);
        if (!point)
            continue;
        const double distance = std::abs(segment->x(*point) - x);
        if (distance <= best.distance)
            best = {segment.get(), *point, distance};
    }
    return best;
}

/// The edges of a group's band at a point of its line.
std::optional<std::pair<double, double>> bandAt(const ChartLine& line, double x)
{
    for (std::size_t i = 0; i < line.lower.size() && i < line.upper.size(); ++i) {
        const auto lower = line.lower[i]->nearest(x), upper = line.upper[i]->nearest(x);
        if (lower && upper && line.lower[i]->xRange().contains(x))
            return std::pair(line.lower[i]->value(*lower), line.upper[i]->value(*upper));
    }
    return std::nullopt;
}

/// Values of a group's runs at x that its line leaves out.
std::vector<double> strangeAt(const ChartLine& line, double x)
{
    std::vector<double> values;
    for (const auto& points : line.strange) {
        const std::size_t end = points->firstAbove(x);
        for (std::size_t i = points->firstFrom(x); i < end; ++i)
            values.push_back(points->value(i));
    }
    return values;
}

/// The first x after (or the last before) x in one line.
std::optional<double> neighbour(const Line& line, double x, bool forward)
{
    if (forward) {
        const std::size_t next = line.firstAbove(x);
        return next == line.size() ? std::nullopt : std::optional(line.x(next));
    }
    const std::size_t here = line.firstFrom(x);
    return here == 0 ? std::nullopt : std::optional(line.x(here - 1));
}

} // namespace

QString exactX(const AxisMeasure& measure, double x)
{
    if (measure.unit == AxisMeasure::Unit::Time) {
        // Beyond this nanoseconds leave 64 bits.
        return std::abs(x) < 9e9 ? format::exactTime(static_cast<TimeNs>(x * 1e9)) : format::missing();
    }
    if (measure.unit == AxisMeasure::Unit::Duration)
        return QCoreApplication::translate("Crosshair", "%1 s").arg(format::exactNumber(x));
    return format::exactNumber(x);
}

QString withBaseline(const QString& name)
{
    //: The name of a run in a chart's legend and tooltip.
    return QCoreApplication::translate("Crosshair", "%1 (baseline)").arg(name);
}

QString xAxisName(const QString& name)
{
    return name.isEmpty() ? QCoreApplication::translate("Crosshair", "Step") : name;
}

QString Crosshair::toText(const AxisMeasure& measure, const QString& xName) const
{
    QString text =
        QStringList{QCoreApplication::translate("Crosshair", "Run"), xAxisName(xName),
                    QCoreApplication::translate("Crosshair", "Time"), QCoreApplication::translate("Crosshair", "Value")}
            .join(u'\t') +
        u'\n';
    for (const Row& row : rows) {
        const QString time = row.time ? exactX({AxisMeasure::Unit::Time, false}, *row.time) : QString();
        text += QStringList{row.name, exactX(measure, row.x), time, format::exactNumber(row.value)}.join(u'\t') + u'\n';
        for (const double value : row.strange) {
            const QStringList cells{ChartLine::nameOfStrange(row.name), exactX(measure, x), QString(),
                                    format::exactNumber(value)};
            text += cells.join(u'\t') + u'\n';
        }
    }
    return text;
}

std::optional<double> nearestX(const std::vector<ChartLine>& lines, double x)
{
    Nearest best;
    for (const ChartLine& line : lines) {
        for (const ChartLine::Segments* layer : {&line.segments, &line.strange}) {
            const Nearest nearest = nearestPoint(*layer, x);
            if (nearest.line && nearest.distance < best.distance)
                best = nearest;
        }
    }
    return best.line ? std::optional(best.line->x(best.point)) : std::nullopt;
}

std::optional<double> stepX(const std::vector<ChartLine>& lines, double x, int count)
{
    const bool forward = count > 0;
    for (int left = std::abs(count); left > 0; --left) {
        std::optional<double> next;
        for (const ChartLine& line : lines) {
            for (const ChartLine::Segments* layer : {&line.segments, &line.strange}) {
                for (const auto& segment : *layer) {
                    const std::optional<double> candidate = neighbour(*segment, x, forward);
                    if (candidate && (!next || (forward ? *candidate < *next : *candidate > *next)))
                        next = candidate;
                }
            }
        }
        if (!next)
            break;
        x = *next;
    }
    return nearestX(lines, x);
}

Crosshair crosshairAt(const std::vector<ChartLine>& lines, double x, std::optional<double> y, bool logY)
{
    Crosshair result;
    result.x = x;
    struct Ranked {
        Crosshair::Row row;
        double rank;
        Nearest at;
    };
    const AxisMeasure measure{AxisMeasure::Unit::Number, logY};
    std::vector<Ranked> ranked;
    for (const ChartLine& line : lines) {
        const bool spans = std::any_of(line.segments.begin(), line.segments.end(),
                                       [x](const auto& segment) { return segment->xRange().contains(x); });
        std::vector<double> strange = strangeAt(line, x);
        if (!spans && strange.empty())
            continue;
        const Nearest at = nearestPoint(line.segments, x);
        const double value = at.line->value(at.point);
        double rank = y ? std::abs(measure.toAxis(value) - measure.toAxis(*y)) : -value;
        if (std::isnan(rank))
            rank = std::numeric_limits<double>::infinity();
        Crosshair::Row row{line.run, line.name(),     at.line->x(at.point), value,
                           {},       bandAt(line, x), std::move(strange),   at.distance > 0};
        if (const double time = at.line->time(at.point); std::isfinite(time))
            row.time = time;
        ranked.push_back({std::move(row), rank, at});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
    for (Ranked& entry : ranked)
        result.rows.push_back(std::move(entry.row));
    if (!ranked.empty()) {
        const Nearest& at = ranked.front().at;
        const double seconds = at.line->time(at.point) - at.line->time(0);
        if (std::isfinite(seconds))
            result.secondsSinceStart = seconds;
    }
    return result;
}

} // namespace runglass
