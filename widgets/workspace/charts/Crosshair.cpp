// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/Crosshair.h"

#include "models/items/Format.h"

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

Nearest nearestPoint(const ChartLine& line, double x)
{
    Nearest best;
    for (const auto& segment : line.segments) {
        const std::optional<std::size_t> point = segment->nearest(x);
        if (!point)
            continue;
        const double distance = std::abs(segment->x(*point) - x);
        if (distance <= best.distance)
            best = {segment.get(), *point, distance};
    }
    return best;
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

QString Crosshair::toText() const
{
    QString text = QStringLiteral("Step\t%1\n").arg(format::exactNumber(x));
    for (const Row& row : rows)
        text += row.run.name + u'\t' + format::exactNumber(row.value) + u'\n';
    return text;
}

std::optional<double> nearestX(const std::vector<ChartLine>& lines, double x)
{
    Nearest best;
    for (const ChartLine& line : lines) {
        const Nearest nearest = nearestPoint(line, x);
        if (nearest.line && nearest.distance < best.distance)
            best = nearest;
    }
    return best.line ? std::optional(best.line->x(best.point)) : std::nullopt;
}

std::optional<double> stepX(const std::vector<ChartLine>& lines, double x, int count)
{
    const bool forward = count > 0;
    for (int left = std::abs(count); left > 0; --left) {
        std::optional<double> next;
        for (const ChartLine& line : lines) {
            for (const auto& segment : line.segments) {
                const std::optional<double> candidate = neighbour(*segment, x, forward);
                if (candidate && (!next || (forward ? *candidate < *next : *candidate > *next)))
                    next = candidate;
            }
        }
        if (!next)
            break;
        x = *next;
    }
    return nearestX(lines, x);
}

Crosshair crosshairAt(const std::vector<ChartLine>& lines, double x, std::optional<double> y)
{
    Crosshair result;
    result.x = x;
    struct Ranked {
        Crosshair::Row row;
        double rank;
        Nearest at;
    };
    std::vector<Ranked> ranked;
    for (const ChartLine& line : lines) {
        const bool spans = std::any_of(line.segments.begin(), line.segments.end(),
                                       [x](const auto& segment) { return segment->xRange().contains(x); });
        if (!spans)
            continue;
        const Nearest at = nearestPoint(line, x);
        const double value = at.line->value(at.point);
        double rank = y ? std::abs(value - *y) : -value;
        if (std::isnan(rank))
            rank = std::numeric_limits<double>::infinity();
        ranked.push_back({{line.run, at.line->x(at.point), value, at.distance > 0}, rank, at});
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
