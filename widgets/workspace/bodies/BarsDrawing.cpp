// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/BarsDrawing.h"

#include "models/items/ColumnValueText.h"
#include "models/items/Format.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace runglass
{

namespace
{

constexpr int kRowHeight = 20, kAxisRoom = 44;
constexpr double kMostThickness = 22, kThickness = 0.7;

/// Of a group: mean, ends and standard deviation of its numbers.
void measureGroup(BarsDrawing::Bar& bar, const std::vector<double>& numbers)
{
    // Welford's way: no sum that is larger than the numbers.
    double squares = 0, count = 0;
    for (const double number : numbers) {
        const double from = number - bar.length;
        bar.length += from / ++count;
        squares += from * (number - bar.length);
        bar.whisker.include(number);
    }
    bar.runs = numbers.size();
    bar.deviation = numbers.size() > 1 ? std::sqrt(squares / (count - 1)) : std::numeric_limits<double>::quiet_NaN();
    bar.value = bar.length;
}

} // namespace

BarsDrawing::BarsDrawing(const PlotValues& values, const ShownGroups& groups, const PanelContent& content)
{
    const ValueAxis& axis = content.axes.front();
    const bool isNumber = !values.points.axes.front().isCategorical();
    m_column = axis.column;
    m_title = axisTitle(axis);
    m_axes.xMeasure = measureOf(axis.column, isNumber && axis.scale == AxisScale::Log);
    if (!isNumber)
        addValues(values);
    else if (groups.empty())
        addRuns(values);
    else
        addGroups(values, groups);
    std::vector<double> ends;
    // Bars begin at nothing, where there is such a place and it says something: not at 1970.
    if (!m_axes.xMeasure.log && m_axes.xMeasure.unit != AxisMeasure::Unit::Time)
        ends.push_back(0);
    for (const Bar& bar : m_bars) {
        for (const double end : {bar.length, bar.whisker.isEmpty() ? bar.length : bar.whisker.lo,
                                 bar.whisker.isEmpty() ? bar.length : bar.whisker.hi})
            ends.push_back(m_axes.xMeasure.toAxis(end));
        m_axes.yNames.prepend(bar.name);
    }
    m_axes.x = plotRange(ends, axis.limits, m_axes.xMeasure);
    const bool hasNegative = std::any_of(ends.begin(), ends.end(), [](double end) { return end < 0; });
    if (!ends.empty() && ends.front() == 0 && !axis.limits.lo && !hasNegative)
        m_axes.x.lo = 0;
    //: Under the bars that show how many runs have a value.
    m_axes.xLabel = isNumber ? m_title : tr("Runs");
}

void BarsDrawing::addRuns(const PlotValues& values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values.points.shown[i])
            continue;
        Bar bar{values.name(i), values.colours[i], values.ref(i), values.value(0, i), values.points.axes[0].places[i]};
        if (std::isfinite(m_axes.xMeasure.toAxis(bar.length)))
            m_bars.push_back(std::move(bar));
        else
            ++m_leftOut;
    }
}

void BarsDrawing::addGroups(const PlotValues& values, const ShownGroups& groups)
{
    m_what = What::Groups;
    std::map<RunRef, std::size_t> places;
    for (std::size_t i = 0; i < values.size(); ++i)
        places.emplace(values.ref(i), i);
    for (const ShownGroup& group : groups) {
        std::vector<double> numbers;
        for (const RunRef& member : group.members) {
            const auto place = places.find(member);
            const double number = place == places.end() ? std::numeric_limits<double>::quiet_NaN()
                                                        : values.points.axes[0].places[place->second];
            if (std::isfinite(number))
                numbers.push_back(number);
        }
        m_leftOut += group.members.size() - numbers.size();
        if (numbers.empty())
            continue;
        Bar bar{group.group.name, group.group.colour, group.group.ref};
        measureGroup(bar, numbers);
        m_bars.push_back(std::move(bar));
    }
}

void BarsDrawing::addValues(const PlotValues& values)
{
    m_what = What::Values;
    const ValuePlaces& axis = values.points.axes.front();
    const QStringList names = categoryNames(axis);
    for (std::size_t i = 0; i < axis.categories.size(); ++i) {
        Bar bar{names[static_cast<qsizetype>(i)], RunColour::slot(static_cast<std::uint32_t>(i)), std::nullopt};
        bar.runs = 0;
        for (std::size_t run = 0; run < values.size(); ++run)
            bar.runs += values.points.shown[run] && axis.places[run] == static_cast<double>(i);
        bar.length = static_cast<double>(bar.runs);
        bar.value = static_cast<std::int64_t>(bar.runs);
        if (bar.runs > 0)
            m_bars.push_back(std::move(bar));
    }
    for (std::size_t run = 0; run < values.size(); ++run)
        m_leftOut += values.points.shown[run] && !std::isfinite(axis.places[run]);
    m_axes.xMeasure = {AxisMeasure::Unit::Step, false};
}

std::size_t BarsDrawing::rowsIn(const QSize& room) const
{
    return static_cast<std::size_t>(std::max(1, (room.height() - kAxisRoom) / kRowHeight));
}

std::optional<PlotAxes> BarsDrawing::axes(const QSize& room, double scroll) const
{
    PlotAxes axes = m_axes;
    const auto all = static_cast<double>(m_bars.size());
    const double shown = std::min(all, static_cast<double>(rowsIn(room)));
    // The first bar is at the top, which is the upper end of the axis.
    const double top = all - 0.5 - std::clamp(scroll, 0.0, all - shown);
    axes.y = {top - std::max(1.0, shown), top};
    return axes;
}

QRectF BarsDrawing::rectOf(std::size_t mark, const PlotMap& map) const
{
    const auto place = static_cast<double>(m_bars.size() - 1 - mark);
    const double row = map.rect.height() / map.y.size();
    const double thickness = std::min(kMostThickness, row * kThickness);
    const bool hasZero = !m_axes.xMeasure.log && m_axes.xMeasure.unit != AxisMeasure::Unit::Time;
    const QPointF from = map.toPixel(hasZero ? 0 : map.x.lo, place);
    const QPointF to = map.toPixel(m_axes.xMeasure.toAxis(m_bars[mark].length), place);
    return QRectF(std::min(from.x(), to.x()), from.y() - thickness / 2, std::max(1.0, std::abs(to.x() - from.x())),
                  thickness);
}

void BarsDrawing::paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const
{
    painter.save();
    painter.setClipRect(map.rect, Qt::IntersectClip);
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const Bar& bar = m_bars[i];
        const QRectF rect = rectOf(i, map);
        if (!rect.intersects(map.rect))
            continue;
        painter.fillRect(rect, style.run(bar.colour));
        if (bar.whisker.isEmpty() || bar.whisker.size() == 0)
            continue;
        painter.setPen(QPen(style.token(Theme::Token::Text), 1));
        const double y = rect.center().y(), tick = rect.height() / 4;
        const double lo = map.toPixel(m_axes.xMeasure.toAxis(bar.whisker.lo), 0).x();
        const double hi = map.toPixel(m_axes.xMeasure.toAxis(bar.whisker.hi), 0).x();
        painter.drawLine(QPointF(lo, y), QPointF(hi, y));
        for (const double end : {lo, hi})
            painter.drawLine(QPointF(end, y - tick), QPointF(end, y + tick));
    }
    painter.restore();
}

void BarsDrawing::paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const
{
    const QRectF rect = rectOf(mark, map).intersected(map.rect);
    if (rect.isEmpty())
        return;
    painter.setPen(QPen(style.token(Theme::Token::Text), 1.5));
    painter.setBrush(style.run(m_bars[mark].colour));
    painter.drawRect(rect);
}

/// The whole row, so that short bars can be pointed at.
std::optional<std::size_t> BarsDrawing::markAt(const QPointF& place, const PlotMap& map) const
{
    if (place.y() < map.rect.top() || place.y() > map.rect.bottom() || place.x() > map.rect.right())
        return std::nullopt;
    const double row = std::round(map.yAt(place.y()));
    const auto last = static_cast<double>(m_bars.size()) - 1;
    return row >= 0 && row <= last ? std::optional(static_cast<std::size_t>(last - row)) : std::nullopt;
}

QPointF BarsDrawing::placeOf(std::size_t mark, const PlotMap& map) const
{
    const QRectF rect = rectOf(mark, map);
    return {std::clamp(rect.right(), map.rect.left(), map.rect.right()), rect.center().y()};
}

std::optional<std::size_t> BarsDrawing::markOf(const RunRef& run) const
{
    const auto found = std::find_if(m_bars.begin(), m_bars.end(), [&](const Bar& bar) { return bar.ref == run; });
    return found == m_bars.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_bars.begin()));
}

QString BarsDrawing::valueText(double value) const
{
    constexpr double kNsPerSecond = 1e9;
    switch (m_axes.xMeasure.unit) {
    case AxisMeasure::Unit::Time:
        return columnNumberText(m_column, value * kNsPerSecond);
    case AxisMeasure::Unit::Duration:
        //: A length of time as people read it, and exactly: "12m 31s (751.25 s)".
        return tr("%1 (%2 s)").arg(columnNumberText(m_column, value), format::exactNumber(value));
    default:
        return format::exactNumber(value);
    }
}

PlotTip BarsDrawing::tipOf(std::size_t mark) const
{
    const Bar& bar = m_bars[mark];
    PlotTip tip{bar.colour, bar.name, {}};
    if (m_what == What::Values) {
        tip.rows.emplace_back(tr("Runs"), QString::number(bar.runs));
        return tip;
    }
    if (m_what == What::Runs) {
        const bool isWhole =
            bar.value.kind() == Value::Kind::Integer && m_axes.xMeasure.unit == AxisMeasure::Unit::Number;
        tip.rows.emplace_back(m_title, isWhole ? QString::number(bar.value.toInteger()) : valueText(bar.length));
        return tip;
    }
    tip.rows.emplace_back(tr("Mean"), valueText(bar.length));
    tip.rows.emplace_back(tr("Min"), valueText(bar.whisker.lo));
    tip.rows.emplace_back(tr("Max"), valueText(bar.whisker.hi));
    if (m_axes.xMeasure.unit == AxisMeasure::Unit::Number && bar.runs > 1)
        tip.rows.emplace_back(tr("Std dev"), format::exactNumber(bar.deviation));
    tip.rows.emplace_back(tr("Runs"), QString::number(bar.runs));
    return tip;
}

QString BarsDrawing::description() const
{
    const auto count = static_cast<int>(m_bars.size());
    switch (m_what) {
    case What::Groups:
        //: What a bar chart shows; %1 is a column.
        return tr("%n groups of runs, mean of %1.", nullptr, count).arg(m_title);
    case What::Values:
        return tr("%n values of %1, and how many runs have them.", nullptr, count).arg(m_title);
    case What::Runs:
        break;
    }
    return tr("%n runs, %1 of each.", nullptr, count).arg(m_title);
}

BodyTable BarsDrawing::table() const
{
    BodyTable table;
    const QString runs = tr("Runs");
    if (m_what == What::Runs)
        table.columns = {tr("Run"), m_title};
    else if (m_what == What::Values)
        table.columns = {m_title, runs};
    else
        table.columns = {tr("Group"), tr("Mean"), tr("Min"), tr("Max"), tr("Std dev"), runs};
    table.rows = m_bars.size();
    table.cell = [bars = m_bars](std::size_t row, std::size_t column) -> Value {
        const Bar& bar = bars[row];
        switch (column) {
        case 0:
            return bar.name.toStdString();
        case 1:
            return bar.value;
        case 2:
            return bar.whisker.lo;
        case 3:
            return bar.whisker.hi;
        case 4:
            return std::isnan(bar.deviation) ? Value() : Value(bar.deviation);
        default:
            return static_cast<std::int64_t>(bar.runs);
        }
    };
    return table;
}

} // namespace runglass
