// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/BandsDrawing.h"

#include "models/items/Format.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr std::size_t kMiddle = BandsDrawing::kPercents.size() / 2;
/// How dark the bands are, from the outermost on.
constexpr double kShades[kMiddle] = {0.0, 0.18, 0.4, 0.65};
constexpr double kReach = 3;

} // namespace

BandsDrawing::BandsDrawing(std::shared_ptr<const HistogramData> data)
    : m_data(std::move(data))
{
    constexpr double kWhole = 100;
    std::vector<double> ends;
    for (const Histogram& histogram : m_data->series.histograms) {
        Percentiles& its = m_percentiles.emplace_back();
        for (std::size_t i = 0; i < its.size(); ++i)
            its[i] = quantile(histogram, kPercents[i] / kWhole);
        ends.insert(ends.end(), {its.front(), its.back()});
    }
    m_axes.xMeasure = m_data->measure;
    m_axes.x = drawable({m_data->places.front(), m_data->places.back()});
    m_axes.y = plotRange(ends, {}, m_axes.yMeasure);
    m_axes.xLabel = m_data->axisName();
}

/// Stretches of histograms that have values. Several in one pixel are their mean, so that none is left out.
std::vector<std::vector<BandsDrawing::Column>> BandsDrawing::columnsOn(const PlotMap& map) const
{
    std::vector<std::vector<Column>> stretches(1);
    double count = 0, first = 0;
    for (std::size_t i = 0; i < marks(); ++i) {
        const Percentiles& its = m_percentiles[i];
        if (std::isnan(its.front())) {
            if (!stretches.back().empty())
                stretches.emplace_back();
            continue;
        }
        Column column{map.toPixel(m_data->places[i], 0).x(), {}};
        for (std::size_t k = 0; k < its.size(); ++k)
            column.y[k] = map.toPixel(0, its[k]).y();
        std::vector<Column>& stretch = stretches.back();
        if (stretch.empty() || column.x - first >= 1) {
            stretch.push_back(column);
            first = column.x;
            count = 1;
            continue;
        }
        ++count;
        Column& last = stretch.back();
        last.x += (column.x - last.x) / count;
        for (std::size_t k = 0; k < its.size(); ++k)
            last.y[k] += (column.y[k] - last.y[k]) / count;
    }
    return stretches;
}

void BandsDrawing::paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const
{
    constexpr double kAlone = 3; // half the width of a histogram that has no neighbours
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(map.rect, Qt::IntersectClip);
    for (std::vector<Column>& stretch : columnsOn(map)) {
        if (stretch.size() == 1) {
            stretch.push_back(stretch.front());
            stretch.front().x -= kAlone;
            stretch.back().x += kAlone;
        }
        for (std::size_t band = 0; band < kMiddle; ++band) {
            QPolygonF shape, back;
            for (const Column& column : stretch) {
                shape.append(QPointF(column.x, column.y[band]));
                back.prepend(QPointF(column.x, column.y[kPercents.size() - 1 - band]));
            }
            shape += back;
            painter.setPen(Qt::NoPen);
            painter.setBrush(style.shade(kShades[band]));
            painter.drawPolygon(shape);
        }
        QPolygonF middle;
        for (const Column& column : stretch)
            middle.append(QPointF(column.x, column.y[kMiddle]));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style.token(Theme::Token::Text), 1));
        painter.drawPolyline(middle);
    }
    painter.restore();
}

void BandsDrawing::paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const
{
    const double x = map.toPixel(m_data->places[mark], 0).x();
    if (x < map.rect.left() - 1 || x > map.rect.right() + 1)
        return;
    painter.setPen(QPen(style.token(Theme::Token::Text), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, map.rect.top()), QPointF(x, map.rect.bottom()));
    painter.setPen(QPen(style.token(Theme::Token::Surface), 1));
    painter.setBrush(style.token(Theme::Token::Text));
    for (const double value : m_percentiles[mark]) {
        const double y = map.toPixel(0, value).y();
        if (!std::isnan(value) && y >= map.rect.top() && y <= map.rect.bottom())
            painter.drawEllipse(QPointF(x, y), kReach, kReach);
    }
}

std::optional<std::size_t> BandsDrawing::markAt(const QPointF& place, const PlotMap& map) const
{
    if (!map.rect.contains(place))
        return std::nullopt;
    const double x = map.xAt(place.x());
    const std::size_t before = m_data->at(x);
    const bool isNextNearer =
        before + 1 < marks() && m_data->places[before + 1] - x < std::abs(x - m_data->places[before]);
    return isNextNearer ? before + 1 : before;
}

QPointF BandsDrawing::placeOf(std::size_t mark, const PlotMap& map) const
{
    const double middle = m_percentiles[mark][kMiddle];
    return map.toPixel(m_data->places[mark], std::isnan(middle) ? map.y.lo : middle);
}

QString BandsDrawing::percentName(std::size_t place)
{
    if (place == 0)
        return tr("Min");
    if (place + 1 == kPercents.size())
        return tr("Max");
    //: A percentile: the value that 16 % of all values lie below.
    return tr("%1 %").arg(kPercents[place]);
}

PlotTip BandsDrawing::tipOf(std::size_t mark) const
{
    PlotTip tip;
    tip.title = m_data->placeText(mark);
    for (std::size_t i = kPercents.size(); i-- > 0;) {
        const double value = m_percentiles[mark][i];
        tip.rows.emplace_back(percentName(i), std::isnan(value) ? format::missing() : format::exactNumber(value));
    }
    tip.rows.emplace_back(tr("Values"), format::exactNumber(m_data->series.histograms[mark].total()));
    return tip;
}

PlotLegend BandsDrawing::legend() const
{
    PlotLegend legend;
    for (std::size_t band = 0; band < kMiddle; ++band) {
        const int low = kPercents[band], high = kPercents[kPercents.size() - 1 - band];
        //: Of a chart of percentiles: a band from one to another.
        legend.shades.emplace_back(kShades[band], band == 0 ? tr("Min–max") : tr("%1–%2 %").arg(low).arg(high));
    }
    legend.strokes.push_back({Qt::SolidLine, Theme::Token::Text, percentName(kMiddle)});
    return legend;
}

QString BandsDrawing::description() const
{
    const std::size_t last = marks() - 1;
    const auto text = [&](std::size_t i) { return format::number(m_percentiles[last][i]); };
    //: What a panel of percentiles shows; %1 is a metric, %2 a run, %3 to %5 are values.
    return tr("Percentiles of %n histograms of %1 in %2; the last from %3 to %4, half of it below %5.", nullptr,
              static_cast<int>(marks()))
        .arg(m_data->metric, m_data->runName, text(0), text(kPercents.size() - 1), text(kMiddle));
}

BodyTable BandsDrawing::table() const
{
    BodyTable table;
    table.columns = {m_data->axisName()};
    for (std::size_t i = 0; i < kPercents.size(); ++i)
        table.columns += percentName(i);
    table.columns += tr("Values");
    table.rows = marks();
    table.cell = [data = m_data, percentiles = m_percentiles](std::size_t row, std::size_t column) -> Value {
        if (column == 0)
            return data->placeValue(row);
        if (column > kPercents.size())
            return data->series.histograms[row].total();
        const double value = percentiles[row][column - 1];
        return std::isnan(value) ? Value() : Value(value);
    };
    return table;
}

} // namespace runglass
