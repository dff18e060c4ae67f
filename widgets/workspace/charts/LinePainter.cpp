// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/LinePainter.h"

#include "widgets/workspace/charts/LineAt.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr double kEndRadius = 2, kDotRadius = 1.5, kMarkSize = 4, kHeavy = 2;
constexpr float kFaint = 0.28F, kBand = 0.16F;

QColor thinned(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

LinePainter::LinePainter(QPainter& painter, const QRect& plot, ToPixel toPixel, double penWidth)
    : m_painter(painter)
    , m_plot(plot)
    , m_toPixel(std::move(toPixel))
    , m_penWidth(penWidth)
{
}

void LinePainter::draw(const std::vector<CanvasLine>& lines, const std::vector<CanvasBand>& bands)
{
    using Style = CanvasLine::Style;
    constexpr int room = static_cast<int>(kDiscRadius) + 1;
    const QRect wide = m_plot.adjusted(-room, -room, room, room);
    m_painter.setRenderHint(QPainter::Antialiasing);
    // One pixel more, so that a line along the edge keeps its width.
    m_painter.setClipRect(m_plot.adjusted(0, -1, 1, 1));
    for (const CanvasBand& band : bands) {
        if (band.lower && band.upper)
            drawBand(band);
    }
    m_painter.setClipRect(wide);
    for (const CanvasLine& line : lines) {
        if (line.drawn && line.style != Style::Faint)
            drawMarks(line);
    }
    m_painter.setClipRect(m_plot.adjusted(0, -1, 1, 1));
    for (const Style style : {Style::Faint, Style::Normal, Style::Baseline}) {
        for (const CanvasLine& line : lines) {
            if (line.drawn && line.style == style)
                drawStrokes(line);
        }
    }
    m_painter.setClipRect(wide);
    for (const CanvasLine& line : lines) {
        if (line.drawn)
            drawDiscs(line);
    }
}

QPolygonF LinePainter::polygon(const std::vector<Vertex>& stroke) const
{
    QPolygonF result;
    result.reserve(static_cast<qsizetype>(stroke.size()));
    for (const Vertex& vertex : stroke)
        result.append(m_toPixel(vertex));
    return result;
}

/// Their strokes break at the same places, where a group has no value.
void LinePainter::drawBand(const CanvasBand& band)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(thinned(band.colour, kBand));
    const std::size_t count = std::min(band.lower->strokes.size(), band.upper->strokes.size());
    for (std::size_t i = 0; i < count; ++i) {
        QPolygonF outline = polygon(band.upper->strokes[i]);
        const QPolygonF lower = polygon(band.lower->strokes[i]);
        std::copy(lower.rbegin(), lower.rend(), std::back_inserter(outline));
        m_painter.drawPolygon(outline, Qt::WindingFill);
    }
}

void LinePainter::drawStrokes(const CanvasLine& line)
{
    const bool heavy = line.style == CanvasLine::Style::Baseline;
    const QColor colour = line.style == CanvasLine::Style::Faint ? thinned(line.colour, kFaint) : line.colour;
    m_painter.setPen(QPen(colour, heavy ? kHeavy : m_penWidth, Qt::SolidLine, heavy ? Qt::FlatCap : Qt::SquareCap));
    m_painter.setBrush(Qt::NoBrush);
    for (const std::vector<Vertex>& stroke : line.drawn->strokes) {
        if (stroke.size() < 2)
            continue;
        if (heavy)
            m_painter.drawLines(dashes(polygon(stroke), QRectF(m_plot).adjusted(-2, -2, 2, 2)));
        else
            m_painter.drawPolyline(polygon(stroke));
    }
}

/// Points without neighbours, and where a run is now.
void LinePainter::drawDiscs(const CanvasLine& line)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(line.style == CanvasLine::Style::Faint ? thinned(line.colour, kFaint) : line.colour);
    const QRectF plot = QRectF(m_plot).adjusted(-1, -1, 1, 1);
    const auto disc = [&](const Vertex& vertex, double radius) {
        const QPointF centre = m_toPixel(vertex);
        if (plot.contains(centre))
            m_painter.drawEllipse(centre, radius, radius);
    };
    for (const std::vector<Vertex>& stroke : line.drawn->strokes) {
        if (stroke.size() == 1)
            disc(stroke.front(), line.onePoint ? kDiscRadius : kDotRadius);
    }
    if (line.live && !line.drawn->strokes.empty())
        disc(line.drawn->strokes.back().back(), kEndRadius);
}

void LinePainter::drawMarks(const CanvasLine& line)
{
    const QRectF rect = m_plot;
    for (const ChartMark& mark : line.drawn->marks) {
        const double x = m_toPixel({mark.x, 1}).x();
        const bool low = mark.kind == ChartMark::Kind::NegativeInfinity;
        const double tip = mark.kind == ChartMark::Kind::PositiveInfinity ? -kMarkSize : kMarkSize;
        const double edge = low ? rect.bottom() - kMarkSize : rect.top() + kMarkSize;
        m_painter.setPen(QPen(line.colour, m_penWidth, Qt::DotLine));
        m_painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(line.colour);
        m_painter.drawPolygon(
            QPolygonF{QPointF(x - kMarkSize, edge - tip), QPointF(x + kMarkSize, edge - tip), QPointF(x, edge + tip)});
    }
}

} // namespace runglass
