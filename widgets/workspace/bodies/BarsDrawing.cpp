// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/BarsDrawing.h"

#include "models/items/ColumnValueText.h"
#include "models/items/Format.h"
#include "widgets/workspace/bodies/GroupPainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace runglass
{

namespace
{

constexpr int kRowHeight = 20, kShapeHeight = 34, kAxisRoom = 44;
constexpr double kMostThickness = 22, kMostShape = 44, kThickness = 0.7;
constexpr std::size_t kDensityPlaces = 65;

} // namespace

BarsDrawing::BarsDrawing(const PlotValues& values, const ShownGroups& groups, const PanelContent& content)
    : m_shape(content.groupShape)
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
    if (areBars() && !m_axes.xMeasure.log && m_axes.xMeasure.unit != AxisMeasure::Unit::Time)
        ends.push_back(0);
    for (const Bar& bar : m_bars) {
        for (const double end : endsOf(bar))
            ends.push_back(m_axes.xMeasure.toAxis(end));
        m_axes.yNames.prepend(bar.name);
    }
    m_axes.x = plotRange(ends, axis.limits, m_axes.xMeasure);
    const bool hasNegative = std::any_of(ends.begin(), ends.end(), [](double end) { return end < 0; });
    if (areBars() && !ends.empty() && ends.front() == 0 && !axis.limits.lo && !hasNegative)
        m_axes.x.lo = 0;
    //: Under the bars that show how many runs have a value.
    m_axes.xLabel = isNumber ? m_title : tr("Runs");
}

std::vector<double> BarsDrawing::endsOf(const Bar& bar) const
{
    if (!bar.numbers)
        return {bar.length};
    return {bar.length, bar.numbers->min(), bar.numbers->max()};
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
        auto its = std::make_shared<const Distribution>(distributionOf(std::move(numbers)));
        Bar bar{group.group.name, group.group.colour, group.group.ref, its->mean, its->mean, its->sorted.size(), its};
        if (m_shape == GroupShape::Violins)
            bar.density = densityOn(*its);
        m_bars.push_back(std::move(bar));
    }
}

/// As dense as they look on the axis: on a logarithmic one, of their logarithms.
std::vector<double> BarsDrawing::densityOn(const Distribution& numbers) const
{
    std::vector<double> drawn;
    for (const double number : numbers.sorted) {
        if (const double place = m_axes.xMeasure.toAxis(number); std::isfinite(place))
            drawn.push_back(place);
    }
    if (drawn.empty())
        return {};
    std::vector<double> places;
    for (std::size_t i = 0; i < kDensityPlaces; ++i)
        places.push_back(std::lerp(drawn.front(), drawn.back(), static_cast<double>(i) / (kDensityPlaces - 1)));
    std::vector<double> density = densityOf(drawn, places);
    const auto most = std::max_element(density.begin(), density.end());
    const double height = most == density.end() ? 0 : *most;
    if (!(height > 0) || !std::isfinite(height))
        return {};
    for (double& one : density)
        one /= height;
    return density;
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

int BarsDrawing::rowHeight() const
{
    return areBars() ? kRowHeight : kShapeHeight;
}

std::size_t BarsDrawing::rowsIn(const QSize& room) const
{
    return static_cast<std::size_t>(std::max(1, (room.height() - kAxisRoom) / rowHeight()));
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

/// Of a box or violin from its least to its greatest number.
QRectF BarsDrawing::rectOf(std::size_t mark, const PlotMap& map) const
{
    const auto place = static_cast<double>(m_bars.size() - 1 - mark);
    const double row = map.rect.height() / map.y.size();
    const double thickness = std::min(areBars() ? kMostThickness : kMostShape, row * kThickness);
    const bool hasZero = !m_axes.xMeasure.log && m_axes.xMeasure.unit != AxisMeasure::Unit::Time;
    const Bar& bar = m_bars[mark];
    const double start = !areBars() ? m_axes.xMeasure.toAxis(bar.numbers->min()) : hasZero ? 0 : map.x.lo;
    const double end = m_axes.xMeasure.toAxis(areBars() ? bar.length : bar.numbers->max());
    const QPointF from = map.toPixel(start, place), to = map.toPixel(end, place);
    return QRectF(std::min(from.x(), to.x()), from.y() - thickness / 2, std::max(1.0, std::abs(to.x() - from.x())),
                  thickness);
}

void BarsDrawing::paintBar(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style,
                           const QPen& outline) const
{
    const Bar& bar = m_bars[mark];
    const GroupPainter group{
        painter, rectOf(mark, map), style.run(bar.colour), style.token(Theme::Token::Text), outline, [&](double value) {
            return map.toPixel(m_axes.xMeasure.toAxis(value), 0).x();
        }};
    if (areBars()) {
        painter.setPen(outline);
        painter.setBrush(group.fill);
        painter.drawRect(group.rect);
        if (bar.numbers && bar.numbers->min() < bar.numbers->max())
            group.whisker({bar.numbers->min(), bar.numbers->max()});
    } else if (m_shape == GroupShape::Boxes) {
        group.box(*bar.numbers);
    } else {
        group.violin(*bar.numbers, bar.density);
    }
}

void BarsDrawing::paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, !areBars());
    painter.setClipRect(map.rect, Qt::IntersectClip);
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        if (rectOf(i, map).intersects(map.rect))
            paintBar(painter, i, map, style, Qt::NoPen);
    }
    painter.restore();
}

void BarsDrawing::paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const
{
    if (!rectOf(mark, map).intersects(map.rect))
        return;
    painter.save();
    painter.setClipRect(map.rect.adjusted(-1, -1, 1, 1), Qt::IntersectClip);
    paintBar(painter, mark, map, style, QPen(style.token(Theme::Token::Text), 1.5));
    painter.restore();
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
    const Distribution& numbers = *bar.numbers;
    tip.rows.emplace_back(tr("Mean"), valueText(bar.length));
    tip.rows.emplace_back(tr("Min"), valueText(numbers.min()));
    if (!areBars()) {
        tip.rows.emplace_back(tr("Lower quartile"), valueText(numbers.lowerQuartile));
        tip.rows.emplace_back(tr("Median"), valueText(numbers.median));
        tip.rows.emplace_back(tr("Upper quartile"), valueText(numbers.upperQuartile));
    }
    tip.rows.emplace_back(tr("Max"), valueText(numbers.max()));
    if (m_axes.xMeasure.unit == AxisMeasure::Unit::Number && bar.runs > 1)
        tip.rows.emplace_back(tr("Std dev"), format::exactNumber(numbers.deviation));
    tip.rows.emplace_back(tr("Runs"), QString::number(bar.runs));
    return tip;
}

QString BarsDrawing::description() const
{
    const auto count = static_cast<int>(m_bars.size());
    switch (m_what) {
    case What::Groups:
        //: What a bar chart shows; %1 is a column.
        return areBars() ? tr("%n groups of runs, mean of %1.", nullptr, count).arg(m_title)
                         : tr("%n groups of runs, how %1 is distributed in each.", nullptr, count).arg(m_title);
    case What::Values:
        return tr("%n values of %1, and how many runs have them.", nullptr, count).arg(m_title);
    case What::Runs:
        break;
    }
    return tr("%n runs, %1 of each.", nullptr, count).arg(m_title);
}

BodyTable BarsDrawing::table() const
{
    if (m_what == What::Groups)
        return groupTable();
    BodyTable table;
    table.columns = m_what == What::Runs ? QStringList{tr("Run"), m_title} : QStringList{m_title, tr("Runs")};
    table.rows = m_bars.size();
    table.cell = [bars = m_bars](std::size_t row, std::size_t column) -> Value {
        return column == 0 ? Value(bars[row].name.toStdString()) : bars[row].value;
    };
    return table;
}

BodyTable BarsDrawing::groupTable() const
{
    BodyTable table;
    table.columns = {tr("Group"),  tr("Mean"),           tr("Std dev"), tr("Min"), tr("Lower quartile"),
                     tr("Median"), tr("Upper quartile"), tr("Max"),     tr("Runs")};
    if (m_shape == GroupShape::Boxes)
        table.columns += {tr("Lower whisker"), tr("Upper whisker")};
    table.rows = m_bars.size();
    table.cell = [bars = m_bars](std::size_t row, std::size_t column) -> Value {
        const Bar& bar = bars[row];
        const Distribution& numbers = *bar.numbers;
        constexpr std::size_t kRuns = 8;
        if (column == 0)
            return bar.name.toStdString();
        if (column == kRuns)
            return static_cast<std::int64_t>(bar.runs);
        const double cells[] = {0,
                                numbers.mean,
                                numbers.deviation,
                                numbers.min(),
                                numbers.lowerQuartile,
                                numbers.median,
                                numbers.upperQuartile,
                                numbers.max(),
                                0,
                                numbers.whiskers.lo,
                                numbers.whiskers.hi};
        return std::isnan(cells[column]) ? Value() : Value(cells[column]);
    };
    return table;
}

} // namespace runglass
