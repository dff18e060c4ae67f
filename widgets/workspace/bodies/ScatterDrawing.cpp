// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ScatterDrawing.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr double kRadius = 4, kSmallRadius = 2.5, kReach = 8;
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
    painter.setPen(m_points.size() > kMany ? QPen(Qt::NoPen) : QPen(style.token(Theme::Token::Surface), 1));
    for (const Point& point : m_points) {
        const QPointF place = map.toPixel(point.x, point.y);
        if (!map.rect.adjusted(-1, -1, 1, 1).contains(place))
            continue;
        painter.setBrush(style.run(m_values.colours[point.run]));
        painter.drawEllipse(place, radius(), radius());
    }
    painter.restore();
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

PlotTip ScatterDrawing::tipOf(std::size_t mark) const
{
    const std::size_t run = m_points[mark].run;
    PlotTip tip{m_values.colours[run], m_values.name(run), {}};
    for (std::size_t axis = 0; axis < m_titles.size(); ++axis)
        tip.rows.emplace_back(m_titles[axis], m_values.text(axis, run));
    return tip;
}

QString ScatterDrawing::description() const
{
    const auto count = static_cast<int>(m_points.size());
    //: What a scatter plot shows; %1 and %2 are columns.
    QString text = tr("%n runs, %1 over %2.", nullptr, count).arg(m_titles[1], m_titles[0]);
    if (m_titles.size() > 2)
        text += u' ' + tr("Colours show %1.").arg(m_titles[2]);
    return text;
}

BodyTable ScatterDrawing::table() const
{
    BodyTable table;
    table.columns = {tr("Run")};
    table.columns.append(QStringList(m_titles.begin(), m_titles.end()));
    table.rows = m_points.size();
    table.cell = [points = m_points, values = m_values](std::size_t row, std::size_t column) {
        const std::size_t run = points[row].run;
        return column == 0 ? Value(values.list->table->name(values.points.rows[run])) : values.value(column - 1, run);
    };
    return table;
}

} // namespace runglass
