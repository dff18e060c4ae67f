// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart tells of the place that is pointed at, and of itself.
#include "models/items/Format.h"
#include "widgets/workspace/charts/ChartOverlay.h"
#include "widgets/workspace/charts/ChartTooltip.h"
#include "widgets/workspace/charts/ChartView.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace runglass
{

namespace
{

constexpr int kDescribedRuns = 10;
/// A pointer is on a line that is this near.
constexpr double kNear = 7;
constexpr double kHovered = 2, kHoveredBaseline = 3;

} // namespace

const ChartLine* ChartView::lineAt(const QPointF& place) const
{
    const ChartLine* best = nullptr;
    double nearest = std::numeric_limits<double>::infinity();
    for (const ChartLine& line : m_lines) {
        for (std::size_t i = 0; i < line.segments.size(); ++i) {
            const auto drawn = m_reducer->drawn(line, i);
            if (!drawn || drawn->by.logX != m_axes.x.log)
                continue;
            const double distance = m_canvas->distanceTo(*drawn, place, kNear);
            if (distance < nearest) {
                nearest = distance;
                best = &line;
            }
        }
    }
    return best;
}

/// What the tooltip says of its place, where lines may have grown.
void ChartView::renewCrosshair()
{
    if (!m_crosshair)
        return;
    const std::optional<double> place = nearestX(m_lines, m_crosshair->x);
    if (!place) {
        dropCrosshair(true);
        return;
    }
    m_crosshair = crosshairFor(*place, m_crosshairY, m_axes.y.log);
    if (m_tooltip && m_tooltip->isVisible())
        m_tooltip->showAt(m_tooltipPlace, *m_crosshair, m_axes, m_pinned);
}

void ChartView::setCrosshair(double x)
{
    const std::optional<double> place = nearestX(m_lines, x);
    if (!place)
        return;
    m_row = 0;
    const double pixel = m_canvas->toPixel({*place, 1}).x();
    moveCrosshairTo(*place, std::nullopt, QPointF(pixel, plotRect().top()).toPoint());
}

void ChartView::moveCrosshairTo(double x, std::optional<double> y, const QPoint& place)
{
    m_crosshairY = y;
    m_followed.reset();
    m_crosshair = crosshairFor(x, y, m_axes.y.log);
    showCrosshair(place);
    emit crosshairMoved(x);
}

void ChartView::followCrosshair(const std::optional<double>& x)
{
    if (x == m_followed || (x && m_crosshair))
        return;
    m_followed = x;
    updateOverlay();
}

void ChartView::clearCrosshair()
{
    dropCrosshair(true);
}

void ChartView::dropCrosshair(bool tells)
{
    const bool was = m_crosshair.has_value();
    m_crosshair.reset();
    m_followed.reset();
    m_pinned = false;
    m_row = 0;
    if (m_tooltip)
        m_tooltip->hide();
    updateOverlay();
    if (tells && was)
        emit crosshairMoved(std::nullopt);
    hover(std::nullopt);
}

void ChartView::setTooltipPinned(bool pinned)
{
    m_pinned = pinned && m_crosshair;
    if (m_tooltip && m_crosshair)
        m_tooltip->showAt(m_tooltipPlace, *m_crosshair, m_axes, m_pinned);
}

void ChartView::hover(const std::optional<RunRef>& run)
{
    if (run == m_hovered)
        return;
    m_hovered = run;
    emit runHovered(run);
}

void ChartView::showCrosshair(const QPoint& place)
{
    updateOverlay();
    if (!m_tooltip)
        m_tooltip = new ChartTooltip(m_theme, window());
    m_tooltipPlace = mapTo(window(), place);
    m_tooltip->setChosenRow(m_row);
    m_tooltip->showAt(m_tooltipPlace, *m_crosshair, m_axes, m_pinned);
}

void ChartView::updateOverlay()
{
    ChartOverlay::State state = m_overlay->state();
    state.plotRect = plotRect();
    state.text = m_word;
    state.crosshair.reset();
    state.points.clear();
    addStrokes(state);
    std::optional<Crosshair> shown = m_crosshair;
    if (!shown && m_followed) {
        if (const std::optional<double> place = nearestX(m_lines, *m_followed))
            shown = crosshairFor(*place, std::nullopt, false);
    }
    if (shown && xRange().contains(shown->x)) {
        state.crosshair = m_canvas->toPixel({shown->x, 1}).x();
        for (const Crosshair::Row& row : shown->rows) {
            if (state.points.size() < ChartTooltip::kMostRows && std::isfinite(row.value))
                state.points.push_back({m_canvas->toPixel({row.x, row.value}), m_theme.runColour(row.run.colour)});
        }
    }
    m_overlay->setState(std::move(state));
}

std::vector<QPolygonF> ChartView::strokesOf(const ChartLine& line) const
{
    std::vector<QPolygonF> strokes;
    for (std::size_t i = 0; i < line.segments.size(); ++i) {
        const auto drawn = m_reducer->drawn(line, i);
        if (!drawn || drawn->by.logX != m_axes.x.log)
            continue;
        std::vector<QPolygonF> more = m_canvas->polylines(*drawn);
        std::move(more.begin(), more.end(), std::back_inserter(strokes));
    }
    return strokes;
}

/// @return whether the run has a line here
bool ChartView::addStroke(ChartOverlay::State& state, const RunRef& run, double width) const
{
    ChartOverlay::Stroke stroke{{}, {}, width, m_emphasis.baseline == run};
    for (const ChartLine& line : m_lines) {
        if (line.run.ref != run)
            continue;
        stroke.colour = m_theme.runColour(line.run.colour);
        std::vector<QPolygonF> more = strokesOf(line);
        std::move(more.begin(), more.end(), std::back_inserter(stroke.lines));
    }
    const bool isThere = !stroke.lines.empty();
    if (isThere)
        state.strokes.push_back(std::move(stroke));
    return isThere;
}

/// The run that stands out lies over a veil, with the baseline beside it.
void ChartView::addStrokes(ChartOverlay::State& state) const
{
    state.strokes.clear();
    const std::optional<RunRef>&hovered = m_emphasis.hovered, &baseline = m_emphasis.baseline;
    state.isVeiled = hovered && addStroke(state, *hovered, hovered == baseline ? kHoveredBaseline : kHovered);
    if (state.isVeiled && baseline && baseline != hovered && addStroke(state, *baseline, kHovered))
        std::swap(state.strokes.front(), state.strokes.back());
}

Crosshair ChartView::crosshairFor(double x, std::optional<double> y, bool logY) const
{
    Crosshair crosshair = crosshairAt(m_lines, x, y, logY);
    for (Crosshair::Row& row : crosshair.rows)
        row.isBaseline = m_emphasis.baseline == row.run.ref;
    return crosshair;
}

void ChartView::describe()
{
    std::size_t points = 0;
    QStringList last, strange;
    std::set<RunRef> runs;
    bool areGroups = !m_lines.empty();
    for (const ChartLine& line : m_lines) {
        points += line.pointCount();
        runs.insert(line.run.ref);
        areGroups = areGroups && line.groupSize;
        if (last.size() < kDescribedRuns)
            last += (m_emphasis.baseline == line.run.ref ? withBaseline(line.name()) : line.name()) + u": " +
                    format::number(line.lastValue());
        if (line.hasStrange())
            strange += line.name();
    }
    const auto count = [](std::size_t n) { return static_cast<int>(std::min<std::size_t>(n, 2'000'000'000)); };
    const int shown = count(runs.size());
    QString text = m_word;
    if (!m_lines.empty()) {
        text = areGroups ? tr("%n groups", nullptr, shown) : tr("%n runs", nullptr, shown);
        text += u", " + tr("%n points", nullptr, count(points)) + u". ";
        //: What a screen reader says of a chart; %1 is a list of runs with their last values.
        text += tr("Last values: %1").arg(last.join(u", "));
        if (m_lines.size() > kDescribedRuns)
            text += u", " + tr("+ %n more", nullptr, count(m_lines.size() - kDescribedRuns));
        if (!strange.isEmpty()) {
            const auto more = strange.size() - kDescribedRuns;
            //: What a screen reader says of a chart; %1 is a list of runs with values that no axis can show.
            text += u". " + tr("NaN or infinite in: %1").arg(strange.mid(0, kDescribedRuns).join(u", "));
            if (more > 0)
                text += u", " + tr("+ %n more", nullptr, static_cast<int>(more));
        }
        if (!m_axes.xName.isEmpty())
            //: What a screen reader says of a chart; %1 is what its x axis counts, for example "Step".
            text += u". " + tr("X axis: %1").arg(m_axes.xName);
    }
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

} // namespace runglass
