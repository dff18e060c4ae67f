// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/RidgesDrawing.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr double kReach = 8;      ///< of the pointer, around an outline of an overlay
constexpr double kHeadroom = 0.3; ///< above the last, of what all span
constexpr double kOverlap = 2.5;  ///< how many distances the highest outline reaches up
constexpr double kLeastShade = 0.3;
constexpr float kFill = 0.75F;

} // namespace

RidgesDrawing::RidgesDrawing(std::shared_ptr<const HistogramData> histograms, Layout layout)
    : HistogramMarks(std::move(histograms))
    , m_layout(layout)
{
    const std::size_t all = data().size(), drawn = std::min(all, kMostDrawn);
    for (std::size_t i = 0; i < drawn; ++i)
        m_drawn.push_back(drawn < 2 ? 0 : i * (all - 1) / (drawn - 1));
    m_axes.xMeasure = {AxisMeasure::Unit::Number, false};
    m_axes.x = {edges().front(), edges().back()};
    m_axes.xLabel = data().metric;
    if (m_layout == Layout::Overlay) {
        constexpr double kAbove = 1.05;
        m_axes.y = {0, most() > 0 ? most() * kAbove : 1};
        m_axes.yLabel = tr("Count");
        return;
    }
    std::reverse(m_drawn.begin(), m_drawn.end());
    const double span = data().places.back() - data().places.front();
    m_axes.yMeasure = data().measure;
    m_axes.y = {data().places.front(), data().places.back() + (span > 0 ? span * kHeadroom : 1)};
    m_axes.yLabel = data().axisName();
}

double RidgesDrawing::baseOf(std::size_t histogram, const PlotMap& map) const
{
    return map.toPixel(0, m_layout == Layout::Overlay ? 0 : data().places[histogram]).y();
}

/// Pixels a value, of outlines one above the other: not higher than there is room above the last.
double RidgesDrawing::scale(const PlotMap& map) const
{
    const double full = map.rect.height() * m_axes.y.size() / map.y.size();
    constexpr double kMostOfIt = 0.95;
    const double room = kMostOfIt * full * (1 - 1 / (1 + kHeadroom));
    const double wanted = std::max(full / 6, kOverlap * full / static_cast<double>(m_drawn.size() + 1));
    return most() > 0 ? std::min(room, wanted) / most() : 0;
}

double RidgesDrawing::toHeight(std::size_t histogram, double count, const PlotMap& map) const
{
    return m_layout == Layout::Overlay ? map.toPixel(0, count).y() : baseOf(histogram, map) - count * scale(map);
}

double RidgesDrawing::heightAt(std::size_t histogram, double value, const PlotMap& map) const
{
    const auto after = std::upper_bound(edges().begin(), edges().end(), value) - edges().begin();
    const auto bin = std::clamp<std::ptrdiff_t>(after - 1, 0, static_cast<std::ptrdiff_t>(edges().size()) - 2);
    return toHeight(histogram, counts(histogram)[static_cast<std::size_t>(bin)], map);
}

QPolygonF RidgesDrawing::outline(std::size_t histogram, const PlotMap& map) const
{
    QPolygonF line;
    const double base = baseOf(histogram, map);
    line.append(QPointF(map.toPixel(edges().front(), 0).x(), base));
    for (std::size_t bin = 0; bin + 1 < edges().size(); ++bin) {
        const double y = toHeight(histogram, counts(histogram)[bin], map);
        line.append(QPointF(map.toPixel(edges()[bin], 0).x(), y));
        line.append(QPointF(map.toPixel(edges()[bin + 1], 0).x(), y));
    }
    line.append(QPointF(map.toPixel(edges().back(), 0).x(), base));
    return line;
}

QColor RidgesDrawing::colourOf(std::size_t histogram, const PlotStyle& style) const
{
    const double part = data().size() > 1 ? static_cast<double>(histogram) / static_cast<double>(data().size() - 1) : 1;
    return style.shade(kLeastShade + (1 - kLeastShade) * part);
}

void RidgesDrawing::paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(map.rect, Qt::IntersectClip);
    QColor behind = style.token(Theme::Token::Surface);
    behind.setAlphaF(kFill);
    for (const std::size_t histogram : m_drawn) {
        const QPolygonF line = outline(histogram, map);
        // What stands in front hides a part of what is behind.
        if (m_layout == Layout::Offset) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(behind);
            painter.drawPolygon(line);
        }
        painter.setPen(QPen(colourOf(histogram, style), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
    }
    painter.restore();
}

void RidgesDrawing::paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const
{
    const Bin bin = binOf(mark);
    const QPointF top = placeOf(mark, map);
    painter.save();
    painter.setClipRect(map.rect, Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.token(Theme::Token::Surface), 4));
    painter.drawPolyline(outline(bin.histogram, map));
    painter.setPen(QPen(style.token(Theme::Token::Text), 2));
    painter.drawPolyline(outline(bin.histogram, map));
    painter.setPen(QPen(style.token(Theme::Token::Accent), 1.5));
    painter.drawLine(QPointF(top.x(), baseOf(bin.histogram, map)), top);
    painter.setBrush(style.token(Theme::Token::Accent));
    painter.drawEllipse(top, 3, 3);
    painter.restore();
}

/// Of an overlay the outline next to the pointer, else the foremost that it is on.
std::optional<std::size_t> RidgesDrawing::markAt(const QPointF& place, const PlotMap& map) const
{
    if (!map.rect.contains(place))
        return std::nullopt;
    const double value = map.xAt(place.x());
    std::optional<std::size_t> found;
    double best = kReach;
    // What is drawn later is in front.
    for (const std::size_t histogram : m_drawn) {
        const double top = heightAt(histogram, value, map);
        if (m_layout == Layout::Offset) {
            if (place.y() >= top - 2 && place.y() <= baseOf(histogram, map) + 2)
                found = markAtValue(histogram, value);
        } else if (std::abs(place.y() - top) <= best) {
            best = std::abs(place.y() - top);
            found = markAtValue(histogram, value);
        }
    }
    return found;
}

QPointF RidgesDrawing::placeOf(std::size_t mark, const PlotMap& map) const
{
    const Bin bin = binOf(mark);
    const Range values = valuesOf(bin);
    const double middle = (values.lo + values.hi) / 2;
    return {map.toPixel(middle, 0).x(), heightAt(bin.histogram, middle, map)};
}

PlotLegend RidgesDrawing::legend() const
{
    PlotLegend legend;
    // Steps say by themselves what they are.
    if (data().measure.unit != AxisMeasure::Unit::Step)
        legend.title = data().axisName();
    legend.isShade = true;
    legend.low = data().placeText(0);
    legend.high = data().placeText(data().size() - 1);
    return legend;
}

} // namespace runglass
