// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ScatterDrawing.h"

#include "widgets/workspace/bodies/PointLabels.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr double kRadius = 4, kSmallRadius = 2.5, kReach = 8;
constexpr float kFaint = 0.25F;
/// More points than these are drawn small.
constexpr std::size_t kMany = 1000;

/// Places on an axis; NaN and infinities are where there is none.
std::vector<double> placesOn(const ValuePlaces& axis, const AxisMeasure& measure)
{
    std::vector<double> places = axis.places;
    for (double& place : places)
        place = axis.isCategorical() ? place : measure.toAxis(place);
    return places;
}

} // namespace

ScatterDrawing::ScatterDrawing(PlotValues values, const PanelContent& content)
    : m_values(std::move(values))
    , m_look(content.scatter)
{
    for (const ValueAxis& axis : content.axes)
        m_titles.push_back(axisTitle(axis));
    const auto measure = [&](std::size_t axis) {
        const bool isNumber = !m_values.points.axes[axis].isCategorical();
        return measureOf(content.axes[axis].column, isNumber && content.axes[axis].scale == AxisScale::Log);
    };
    m_axes.xMeasure = measure(0);
    m_axes.yMeasure = measure(1);
    const std::vector<double> xs = placesOn(m_values.points.axes[0], m_axes.xMeasure);
    const std::vector<double> ys = placesOn(m_values.points.axes[1], m_axes.yMeasure);
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (!m_values.points.shown[i])
            continue;
        if (std::isfinite(xs[i]) && std::isfinite(ys[i]))
            m_points.push_back({xs[i], ys[i], i});
        else
            ++m_leftOut;
    }
    std::stable_sort(m_points.begin(), m_points.end(),
                     [](const Point& a, const Point& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    std::vector<double> drawnX, drawnY;
    for (const Point& point : m_points) {
        drawnX.push_back(point.x);
        drawnY.push_back(point.y);
    }
    m_axes.x = plotRange(drawnX, content.axes[0].limits, m_axes.xMeasure);
    m_axes.y = plotRange(drawnY, content.axes[1].limits, m_axes.yMeasure);
    m_axes.xNames = categoryNames(m_values.points.axes[0]);
    m_axes.yNames = categoryNames(m_values.points.axes[1]);
    m_axes.xLabel = m_titles[0];
    m_axes.yLabel = m_titles[1];
    findFrontier(content);
    runAlong();
}

void ScatterDrawing::findFrontier(const PanelContent& content)
{
    m_better = {content.axes[0].largerIsBetter, content.axes[1].largerIsBetter};
    // Of names none is better.
    m_hasFrontier = wantsFrontier() && m_axes.xNames.isEmpty() && m_axes.yNames.isEmpty();
    if (!m_hasFrontier)
        return;
    std::vector<double> xs, ys;
    for (const Point& point : m_points) {
        xs.push_back(point.x);
        ys.push_back(point.y);
    }
    const std::vector<bool> isOn = frontierOf(xs, ys, m_better);
    for (std::size_t i = 0; i < m_points.size(); ++i)
        m_points[i].isOnFrontier = isOn[i];
}

void ScatterDrawing::runAlong()
{
    m_hasRunning = m_axes.yNames.isEmpty() && !m_points.empty();
    if (!m_hasRunning)
        return;
    const std::vector<double>& ys = m_values.points.axes[1].places;
    Range range;
    double mean = 0, count = 0;
    for (std::size_t first = 0, end = 0; first < m_points.size(); first = end) {
        for (; end < m_points.size() && m_points[end].x == m_points[first].x; ++end) {
            const double y = ys[m_points[end].run];
            range.include(y);
            mean += (y - mean) / ++count;
        }
        for (std::size_t i = first; i < end; ++i) {
            m_points[i].mean = mean;
            m_points[i].min = range.lo;
            m_points[i].max = range.hi;
        }
    }
}

double ScatterDrawing::running(Running line, std::size_t mark) const
{
    const Point& point = m_points[mark];
    return line == Running::Mean ? point.mean : line == Running::Min ? point.min : point.max;
}

std::vector<ScatterDrawing::Running> ScatterDrawing::runningLines() const
{
    std::vector<Running> lines;
    const std::pair<bool, Running> wanted[] = {
        {m_look.runningMean, Running::Mean}, {m_look.runningMin, Running::Min}, {m_look.runningMax, Running::Max}};
    for (const auto& [isWanted, line] : wanted) {
        if (isWanted && m_hasRunning)
            lines.push_back(line);
    }
    return lines;
}

std::optional<PlotAxes> ScatterDrawing::axes(const QSize&, double) const
{
    return m_axes;
}

double ScatterDrawing::radius() const
{
    return m_points.size() > kMany ? kSmallRadius : kRadius;
}

void ScatterDrawing::paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintLines(painter, map, style);
    const bool isBordered = m_points.size() <= kMany;
    const auto draw = [&](const Point& point) {
        const QPointF place = map.toPixel(point.x, point.y);
        if (!map.rect.adjusted(-1, -1, 1, 1).contains(place))
            return;
        QColor colour = style.run(m_values.colours[point.run]);
        const bool isSharp = isBordered && !isFaint(point);
        if (isFaint(point))
            colour.setAlphaF(kFaint);
        painter.setPen(isSharp ? QPen(style.token(Theme::Token::Surface), 1) : QPen(Qt::NoPen));
        painter.setBrush(colour);
        painter.drawEllipse(place, radius(), radius());
    };
    // What is faint lies below.
    for (const bool faint : {true, false}) {
        for (const Point& point : m_points) {
            if (isFaint(point) == faint)
                draw(point);
        }
    }
    paintLabels(painter, map, style);
    painter.restore();
}

/// From point to point by way of what both of them beat.
QPolygonF ScatterDrawing::frontierLine(const PlotMap& map) const
{
    QPolygonF line;
    const Point* before = nullptr;
    for (const Point& point : m_points) {
        if (!point.isOnFrontier)
            continue;
        if (before) {
            const double x = m_better.largerX ? std::min(before->x, point.x) : std::max(before->x, point.x);
            const double y = m_better.largerY ? std::min(before->y, point.y) : std::max(before->y, point.y);
            line.append(map.toPixel(x, y));
        }
        line.append(map.toPixel(point.x, point.y));
        before = &point;
    }
    return line;
}

QPolygonF ScatterDrawing::runningLine(Running line, const PlotMap& map) const
{
    constexpr double kSeen = 0.5;
    QPolygonF result;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const QPointF next = map.toPixel(m_points[i].x, m_axes.yMeasure.toAxis(running(line, i)));
        if (!result.isEmpty() && i + 1 < m_points.size() && std::abs(next.y() - result.back().y()) < kSeen)
            continue;
        if (!result.isEmpty())
            result.append({next.x(), result.back().y()});
        result.append(next);
    }
    return result;
}

void ScatterDrawing::paintLines(QPainter& painter, const PlotMap& map, const PlotStyle& style) const
{
    const std::vector<PlotLegend::Stroke> strokes = legend().strokes;
    if (strokes.empty())
        return;
    painter.save();
    painter.setClipRect(map.rect, Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    const std::vector<Running> lines = runningLines();
    for (std::size_t i = 0; i < strokes.size(); ++i) {
        const bool isRunning = i < lines.size();
        painter.setPen(QPen(style.token(strokes[i].token), isRunning ? 1 : 1.5, strokes[i].style));
        painter.drawPolyline(isRunning ? runningLine(lines[i], map) : frontierLine(map));
    }
    painter.restore();
}

void ScatterDrawing::paintLabels(QPainter& painter, const PlotMap& map, const PlotStyle& style) const
{
    if (!m_look.labels)
        return;
    std::vector<PointLabel> labels;
    for (const bool onFrontier : {true, false}) {
        for (const Point& point : m_points) {
            const QPointF place = map.toPixel(point.x, point.y);
            if (point.isOnFrontier == onFrontier && !isFaint(point) && map.rect.contains(place))
                labels.push_back({place, m_values.name(point.run)});
        }
    }
    std::vector<QPointF> points;
    for (const Point& point : m_points)
        points.push_back(map.toPixel(point.x, point.y));
    painter.setFont(map.font);
    painter.setPen(style.token(Theme::Token::Text));
    // So that no line runs through a name.
    QColor behind = style.token(Theme::Token::Surface);
    behind.setAlphaF(0.75F);
    for (const PlacedLabel& label : placeLabels(labels, points, radius(), map.rect, map.font)) {
        painter.fillRect(label.rect, behind);
        painter.drawText(label.rect, Qt::AlignLeft | Qt::AlignVCenter, label.text);
    }
}

PlotLegend ScatterDrawing::legend() const
{
    PlotLegend legend = m_values.legend();
    for (const Running line : runningLines()) {
        switch (line) {
        case Running::Mean:
            legend.strokes.push_back({Qt::DashLine, Theme::Token::Text, tr("Running mean")});
            break;
        case Running::Min:
            legend.strokes.push_back({Qt::DotLine, Theme::Token::Text, tr("Running min")});
            break;
        case Running::Max:
            legend.strokes.push_back({Qt::DashDotLine, Theme::Token::Text, tr("Running max")});
            break;
        }
    }
    if (m_look.frontier && m_hasFrontier)
        legend.strokes.push_back({Qt::SolidLine, Theme::Token::Accent, tr("Frontier")});
    return legend;
}

void ScatterDrawing::paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const
{
    const QPointF place = placeOf(mark, map);
    if (!map.rect.adjusted(-1, -1, 1, 1).contains(place))
        return;
    painter.setPen(QPen(style.token(Theme::Token::Text), 1.5));
    painter.setBrush(style.run(m_values.colours[m_points[mark].run]));
    painter.drawEllipse(place, radius() + 2, radius() + 2);
}

std::optional<std::size_t> ScatterDrawing::markAt(const QPointF& place, const PlotMap& map) const
{
    std::optional<std::size_t> nearest;
    double best = kReach * kReach;
    if (!map.rect.adjusted(-kReach, -kReach, kReach, kReach).contains(place))
        return nearest;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const QPointF way = placeOf(i, map) - place;
        const double distance = QPointF::dotProduct(way, way);
        // Of those at one place the last, which is drawn on top.
        if (distance <= best) {
            best = distance;
            nearest = i;
        }
    }
    return nearest;
}

QPointF ScatterDrawing::placeOf(std::size_t mark, const PlotMap& map) const
{
    return map.toPixel(m_points[mark].x, m_points[mark].y);
}

std::optional<RunRef> ScatterDrawing::runOf(std::size_t mark) const
{
    return m_values.ref(m_points[mark].run);
}

std::optional<std::size_t> ScatterDrawing::markOf(const RunRef& run) const
{
    const auto found = std::find_if(m_points.begin(), m_points.end(),
                                    [&](const Point& point) { return m_values.ref(point.run) == run; });
    return found == m_points.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_points.begin()));
}

std::vector<RunRef> ScatterDrawing::runsIn(const QRectF& room, const PlotMap& map) const
{
    std::vector<RunRef> runs;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (room.contains(placeOf(i, map)))
            runs.push_back(m_values.ref(m_points[i].run));
    }
    return runs;
}

PlotTip ScatterDrawing::tipOf(std::size_t mark) const
{
    const std::size_t run = m_points[mark].run;
    PlotTip tip{m_values.colours[run], m_values.name(run), {}};
    for (std::size_t axis = 0; axis < m_titles.size(); ++axis)
        tip.rows.emplace_back(m_titles[axis], m_values.text(axis, run));
    if (m_hasFrontier)
        tip.rows.emplace_back(tr("On the frontier"), m_points[mark].isOnFrontier ? tr("yes") : tr("no"));
    return tip;
}

QString ScatterDrawing::description() const
{
    const auto count = static_cast<int>(m_points.size());
    //: What a scatter plot shows; %1 and %2 are columns.
    QString text = tr("%n runs, %1 over %2.", nullptr, count).arg(m_titles[1], m_titles[0]);
    if (m_titles.size() > 2)
        text += u' ' + tr("Colours show %1.").arg(m_titles[2]);
    if (m_hasFrontier) {
        const auto isOn = [](const Point& point) { return point.isOnFrontier; };
        const auto on = static_cast<int>(std::count_if(m_points.begin(), m_points.end(), isOn));
        const auto side = [](bool larger) { return larger ? tr("larger") : tr("smaller"); };
        //: Of a scatter plot; %1 and %3 are columns, %2 and %4 are "smaller" or "larger".
        text += u' ' + tr("%n are on the frontier, where %1 is better %2 and %3 is better %4.", nullptr, on)
                           .arg(m_titles[0], side(m_better.largerX), m_titles[1], side(m_better.largerY));
    }
    const std::vector<PlotLegend::Stroke> strokes = legend().strokes;
    const std::vector<Running> lines = runningLines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double last = running(lines[i], m_points.size() - 1);
        //: Of a scatter plot; %1 is a line, as "Running mean", %2 its value at the right.
        text += u' ' + tr("%1 ends at %2.").arg(strokes[i].text, placeText(m_values.points.axes[1], last));
    }
    return text;
}

BodyTable ScatterDrawing::table() const
{
    BodyTable table;
    table.columns = {tr("Run")};
    table.columns.append(QStringList(m_titles.begin(), m_titles.end()));
    const auto axes = static_cast<std::size_t>(table.columns.size());
    const std::vector<Running> lines = runningLines();
    const PlotLegend legend = this->legend();
    for (std::size_t i = 0; i < lines.size(); ++i)
        table.columns += legend.strokes[i].text;
    if (m_hasFrontier)
        table.columns += tr("On the frontier");
    table.rows = m_points.size();
    table.cell = [drawing = *this, lines, axes](std::size_t row, std::size_t column) {
        const PlotValues& values = drawing.m_values;
        const std::size_t run = drawing.m_points[row].run;
        if (column == 0)
            return Value(values.list->table->name(values.points.rows[run]));
        if (column < axes)
            return values.value(column - 1, run);
        if (column < axes + lines.size())
            return placeValue(values.points.axes[1], drawing.running(lines[column - axes], row));
        return Value(drawing.isOnFrontier(row));
    };
    return table;
}

} // namespace runglass
