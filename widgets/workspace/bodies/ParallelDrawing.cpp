// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ParallelDrawing.h"

#include "widgets/workspace/charts/LineAt.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kReach = 6, kAxisReach = 10, kSideRoom = 24, kBrushWidth = 12, kFootRoom = 8, kLastRoom = 64;
constexpr double kFaint = 0.35, kInside = 0.8, kHighlightWidth = 2.5;
constexpr int kTickRoom = 48;

bool isWithin(const AxisLimits& limits, double value)
{
    if (limits == AxisLimits())
        return true;
    return !std::isnan(value) && (!limits.lo || value >= *limits.lo) && (!limits.hi || value <= *limits.hi);
}

/// Of all runs, whatever is brushed, so that an axis stands still meanwhile.
Range axisRange(const ValuePlaces& axis, const AxisMeasure& measure)
{
    if (axis.isCategorical())
        return {-0.5, static_cast<double>(axis.categories.size()) - 0.5};
    std::vector<double> places = axis.places;
    for (double& place : places)
        place = measure.toAxis(place);
    return plotRange(places, {}, measure);
}

} // namespace

ParallelDrawing::ParallelDrawing(PlotValues values, const PanelContent& content, Brushes brushes)
    : m_values(std::move(values))
    , m_brushes(std::move(brushes))
{
    m_brushes.limits.resize(content.axes.size());
    for (std::size_t i = 0; i < content.axes.size(); ++i) {
        const ValueAxis& axis = content.axes[i];
        const ValuePlaces& places = m_values.points.axes[i];
        const AxisMeasure measure = measureOf(axis.column, !places.isCategorical() && axis.scale == AxisScale::Log);
        m_axes.push_back({axisTitle(axis), measure, axisRange(places, measure), axis.flipped, categoryNames(places)});
    }
    for (std::size_t run = 0; run < m_values.size(); ++run) {
        const bool isShown = m_values.points.shown[run];
        if (isShown && isInside(run))
            m_inside.push_back(run);
        else if (isShown || content.drawsHidden)
            m_faint.push_back(run);
    }
}

bool ParallelDrawing::isInside(std::size_t run) const
{
    for (std::size_t i = 0; i < m_axes.size(); ++i) {
        if (!isWithin(m_brushes.limits[i], m_values.points.axes[i].places[run]))
            return false;
    }
    return true;
}

QRectF ParallelDrawing::axisRect(const PlotMap& map) const
{
    const double head = QFontMetrics(map.font).height() + 8;
    return map.rect.adjusted(kSideRoom, head, -std::min(kLastRoom, map.rect.width() / 4), -kFootRoom);
}

double ParallelDrawing::axisX(std::size_t axis, const PlotMap& map) const
{
    const QRectF rect = axisRect(map);
    if (m_axes.size() < 2)
        return rect.center().x();
    return rect.left() + rect.width() * static_cast<double>(axis) / static_cast<double>(m_axes.size() - 1);
}

std::optional<std::size_t> ParallelDrawing::axisAt(const QPointF& place, const PlotMap& map) const
{
    const QRectF rect = axisRect(map);
    if (place.y() < rect.top() - kAxisReach || place.y() > rect.bottom() + kAxisReach)
        return std::nullopt;
    for (std::size_t i = 0; i < m_axes.size(); ++i) {
        if (std::abs(place.x() - axisX(i, map)) <= kAxisReach)
            return i;
    }
    return std::nullopt;
}

double ParallelDrawing::partOf(std::size_t axis, double value) const
{
    const Axis& its = m_axes[axis];
    const double place = its.names.isEmpty() ? its.measure.toAxis(value) : value;
    if (!std::isfinite(place))
        return kNaN;
    const double part = (place - its.range.lo) / its.range.size();
    return its.flipped ? 1 - part : part;
}

double ParallelDrawing::heightOf(std::size_t axis, double value, const PlotMap& map) const
{
    const QRectF rect = axisRect(map);
    return rect.bottom() - partOf(axis, value) * rect.height();
}

double ParallelDrawing::valueAt(std::size_t axis, double y, const PlotMap& map) const
{
    const QRectF rect = axisRect(map);
    const Axis& its = m_axes[axis];
    double part = std::clamp((rect.bottom() - y) / rect.height(), 0.0, 1.0);
    if (its.flipped)
        part = 1 - part;
    const double place = its.range.lo + part * its.range.size();
    return its.names.isEmpty() ? its.measure.fromAxis(place) : place;
}

QRectF ParallelDrawing::brushRect(std::size_t axis, const AxisLimits& limits, const PlotMap& map) const
{
    const QRectF rect = axisRect(map);
    const double around = m_axes[axis].names.isEmpty() ? 0 : 0.5;
    const auto end = [&](const std::optional<double>& limit, double outside, double fallback) {
        const double y = limit ? heightOf(axis, *limit + outside, map) : kNaN;
        return std::isnan(y) ? fallback : std::clamp(y, rect.top(), rect.bottom());
    };
    const bool flipped = m_axes[axis].flipped;
    const double lo = end(limits.lo, -around, flipped ? rect.top() : rect.bottom());
    const double hi = end(limits.hi, around, flipped ? rect.bottom() : rect.top());
    return QRectF(axisX(axis, map) - kBrushWidth / 2, std::min(lo, hi), kBrushWidth, std::abs(hi - lo));
}

QString ParallelDrawing::brushText(std::size_t axis, const AxisLimits& limits) const
{
    const ValuePlaces& places = m_values.points.axes[axis];
    if (places.isCategorical()) {
        QStringList inside;
        for (std::size_t i = 0; i < places.categories.size(); ++i) {
            if (isWithin(limits, static_cast<double>(i)))
                inside += m_axes[axis].names[static_cast<qsizetype>(i)];
        }
        return inside.join(QStringLiteral(", "));
    }
    if (limits.lo && limits.hi)
        return QStringLiteral("%1 – %2").arg(placeText(places, *limits.lo), placeText(places, *limits.hi));
    return limits.lo ? QStringLiteral("≥ ") + placeText(places, *limits.lo)
                     : QStringLiteral("≤ ") + placeText(places, limits.hi.value_or(0));
}

std::vector<QPolygonF> ParallelDrawing::strokes(std::size_t run, const PlotMap& map) const
{
    std::vector<QPolygonF> result(1);
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis) {
        const double y = heightOf(axis, m_values.points.axes[axis].places[run], map);
        if (!std::isnan(y))
            result.back().append(QPointF(axisX(axis, map), y));
        else if (!result.back().isEmpty())
            result.emplace_back();
    }
    if (result.back().isEmpty())
        result.pop_back();
    return result;
}

void ParallelDrawing::paintAxis(QPainter& painter, std::size_t axis, const PlotMap& map, const PlotStyle& style) const
{
    const Axis& its = m_axes[axis];
    const QFontMetrics metrics(map.font);
    const QRectF rect = axisRect(map);
    const double x = axisX(axis, map);
    const double between = m_axes.size() > 1 ? rect.width() / static_cast<double>(m_axes.size() - 1) : rect.width();
    painter.setPen(QPen(style.token(Theme::Token::Control), 1));
    painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    const auto writeAt = [&](const QString& text, double y) {
        const QString shown =
            metrics.elidedText(text, Qt::ElideMiddle, static_cast<int>(std::min(between - 14, kLastRoom + 40)));
        // On the colour of the surface, so that lines do not run through it.
        QColor behind = style.token(Theme::Token::Surface);
        behind.setAlphaF(0.75F);
        const QRectF room(x + 6, y - metrics.height() / 2.0, metrics.horizontalAdvance(shown) + 2, metrics.height());
        painter.fillRect(room, behind);
        painter.setPen(style.token(Theme::Token::Muted));
        painter.drawText(QPointF(x + 7, y + metrics.ascent() - metrics.height() / 2.0), shown);
    };
    const int most = std::max(2, static_cast<int>(rect.height()) / kTickRoom);
    if (its.names.isEmpty()) {
        const AxisTicks ticks = axisTicks(its.measure, its.range, most);
        for (std::size_t i = 0; i < ticks.places.size(); ++i)
            writeAt(ticks.texts[i], heightOf(axis, its.measure.fromAxis(ticks.places[i]), map));
    } else {
        const int room = std::max(1, static_cast<int>(rect.height()) / (metrics.height() + 2));
        const int step = std::max(1, (static_cast<int>(its.names.size()) + room - 1) / room);
        for (int i = 0; i < its.names.size(); i += step)
            writeAt(its.names[i], heightOf(axis, i, map));
    }
    // Those of the outermost axes have room on one side only.
    const bool isFirst = axis == 0, isLast = axis + 1 == m_axes.size();
    const double left = isFirst ? map.rect.left() : x - between / 2 + 4;
    const double right = isLast ? map.rect.right() : x + between / 2 - 4;
    const Qt::Alignment side = isFirst == isLast ? Qt::AlignHCenter : isFirst ? Qt::AlignLeft : Qt::AlignRight;
    painter.setPen(style.token(Theme::Token::Text));
    painter.drawText(QRectF(left, map.rect.top(), right - left, metrics.height() + 4),
                     static_cast<int>((side | Qt::AlignVCenter).toInt()),
                     metrics.elidedText(its.title, Qt::ElideMiddle, static_cast<int>(right - left)));
}

void ParallelDrawing::paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(map.font);
    const auto draw = [&](std::size_t run, QColor colour, double opacity) {
        colour.setAlphaF(static_cast<float>(opacity));
        painter.setPen(QPen(colour, 1));
        painter.setBrush(colour);
        for (const QPolygonF& stroke : strokes(run, map)) {
            if (stroke.size() == 1)
                painter.drawEllipse(stroke.front(), 1.5, 1.5);
            else
                painter.drawPolyline(stroke);
        }
    };
    for (const std::size_t run : m_faint)
        draw(run, style.token(Theme::Token::Control), kFaint);
    for (const std::size_t run : m_inside)
        draw(run, style.run(m_values.colours[run]), kInside);
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis)
        paintAxis(painter, axis, map, style);
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis) {
        if (m_brushes.limits[axis] == AxisLimits())
            continue;
        QColor fill = style.token(Theme::Token::Accent);
        painter.setPen(QPen(fill, 1));
        fill.setAlphaF(0.3F);
        painter.setBrush(fill);
        painter.drawRect(brushRect(axis, m_brushes.limits[axis], map));
    }
    painter.restore();
}

void ParallelDrawing::paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const
{
    const std::size_t run = m_inside[mark];
    painter.setPen(QPen(style.run(m_values.colours[run]), kHighlightWidth));
    painter.setBrush(style.run(m_values.colours[run]));
    for (const QPolygonF& stroke : strokes(run, map)) {
        painter.drawPolyline(stroke);
        for (const QPointF& point : stroke)
            painter.drawEllipse(point, kHighlightWidth, kHighlightWidth);
    }
}

std::optional<std::size_t> ParallelDrawing::markAt(const QPointF& place, const PlotMap& map) const
{
    std::optional<std::size_t> nearest;
    double best = kReach;
    for (std::size_t i = 0; i < m_inside.size(); ++i) {
        for (const QPolygonF& stroke : strokes(m_inside[i], map)) {
            const double distance = distanceTo(stroke, place, kReach);
            if (distance <= best) {
                best = distance;
                nearest = i;
            }
        }
    }
    return nearest;
}

QPointF ParallelDrawing::placeOf(std::size_t mark, const PlotMap& map) const
{
    const std::vector<QPolygonF> lines = strokes(m_inside[mark], map);
    return lines.empty() ? map.rect.center() : lines.back().back();
}

std::optional<RunRef> ParallelDrawing::runOf(std::size_t mark) const
{
    return m_values.ref(m_inside[mark]);
}

std::optional<std::size_t> ParallelDrawing::markOf(const RunRef& run) const
{
    const auto found =
        std::find_if(m_inside.begin(), m_inside.end(), [&](std::size_t one) { return m_values.ref(one) == run; });
    return found == m_inside.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_inside.begin()));
}

PlotTip ParallelDrawing::tipOf(std::size_t mark) const
{
    const std::size_t run = m_inside[mark];
    PlotTip tip{m_values.colours[run], m_values.name(run), {}};
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis)
        tip.rows.emplace_back(m_axes[axis].title, m_values.text(axis, run));
    return tip;
}

QString ParallelDrawing::description() const
{
    QStringList titles, brushed;
    for (std::size_t i = 0; i < m_axes.size(); ++i) {
        titles += m_axes[i].title;
        if (m_brushes.limits[i] != AxisLimits())
            brushed += QStringLiteral("%1: %2").arg(m_axes[i].title, brushText(i, m_brushes.limits[i]));
    }
    //: What parallel coordinates show; %1 is a list of columns.
    QString text =
        tr("%n runs over %1.", nullptr, static_cast<int>(m_inside.size())).arg(titles.join(QStringLiteral(", ")));
    if (!brushed.isEmpty())
        text += u' ' + tr("Filtered by %1.").arg(brushed.join(QStringLiteral("; ")));
    return text;
}

BodyTable ParallelDrawing::table() const
{
    BodyTable table;
    table.columns = {tr("Run")};
    for (const Axis& axis : m_axes)
        table.columns += axis.title;
    table.rows = m_inside.size();
    table.cell = [inside = m_inside, values = m_values](std::size_t row, std::size_t column) {
        const std::size_t run = inside[row];
        return column == 0 ? Value(values.list->table->name(values.points.rows[run])) : values.value(column - 1, run);
    };
    return table;
}

} // namespace runglass
