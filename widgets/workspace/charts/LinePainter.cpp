// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/LinePainter.h"

#include "widgets/workspace/charts/LineAt.h"
#include "widgets/workspace/charts/LineRaster.h"

#include <QPaintEngine>

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

LinePainter::LinePainter(QPainter& painter, const ChartFrame& frame, double lineWidth)
    : m_painter(painter)
    , m_frame(frame)
    , m_plot(frame.plotRect())
    , m_lineWidth(lineWidth)
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
    if (m_painter.paintEngine()->type() == QPaintEngine::Raster) {
        drawRaster(lines);
    } else {
        for (const Style style : {Style::Faint, Style::Normal}) {
            for (const CanvasLine& line : lines) {
                if (line.drawn && line.style == style)
                    drawStrokes(line);
            }
        }
    }
    for (const CanvasLine& line : lines) {
        if (line.drawn && line.style == Style::Baseline)
            drawDashes(line);
    }
    m_painter.setClipRect(wide);
    for (const CanvasLine& line : lines) {
        if (line.drawn)
            drawDiscs(line);
    }
}

/// Their strokes break at the same places, where a group has no value.
void LinePainter::drawBand(const CanvasBand& band)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(thinned(band.colour, kBand));
    const std::size_t count = std::min(band.lower->strokes.size(), band.upper->strokes.size());
    for (std::size_t i = 0; i < count; ++i) {
        QPolygonF outline = m_frame.toPixels(band.upper->strokes[i]);
        const QPolygonF lower = m_frame.toPixels(band.lower->strokes[i]);
        std::copy(lower.rbegin(), lower.rend(), std::back_inserter(outline));
        m_painter.drawPolygon(outline, Qt::WindingFill);
    }
}

void LinePainter::drawRaster(const std::vector<CanvasLine>& lines)
{
    using Style = CanvasLine::Style;
    // One pixel more, so that a line along the edge keeps its width.
    const QTransform toDevice = m_painter.deviceTransform();
    const QRect part = toDevice.mapRect(QRectF(m_plot).adjusted(0, -1, 1, 1)).toAlignedRect();
    // Pictures are made larger and moved, never turned.
    const double scale = toDevice.m11();
    const QPointF origin = QPointF(toDevice.dx(), toDevice.dy()) - part.topLeft();
    LineRaster raster(part.size(), m_lineWidth * scale);
    QPolygonF points;
    for (const Style style : {Style::Faint, Style::Normal}) {
        for (const CanvasLine& line : lines) {
            if (!line.drawn || line.style != style)
                continue;
            const QColor colour = style == Style::Faint ? thinned(line.colour, kFaint) : line.colour;
            for (const std::vector<Vertex>& stroke : line.drawn->strokes) {
                m_frame.toPixels(stroke, scale, origin, points);
                raster.stroke(points, colour);
            }
        }
    }
    drawRaster(raster, part);
}

void LinePainter::drawRaster(const LineRaster& raster, const QRect& part)
{
    auto* picture = dynamic_cast<QImage*>(m_painter.device());
    if (picture && picture->format() == QImage::Format_RGB32 && picture->rect().contains(part)) {
        raster.drawOnto(*picture, part.topLeft());
        return;
    }
    QImage image = raster.image();
    const double ratio = m_painter.device()->devicePixelRatioF();
    image.setDevicePixelRatio(ratio);
    m_painter.save();
    m_painter.resetTransform();
    m_painter.drawImage(QPointF(part.topLeft()) / ratio, image);
    m_painter.restore();
}

void LinePainter::drawStrokes(const CanvasLine& line)
{
    const QColor colour = line.style == CanvasLine::Style::Faint ? thinned(line.colour, kFaint) : line.colour;
    m_painter.setPen(QPen(colour, m_lineWidth, Qt::SolidLine, Qt::SquareCap));
    m_painter.setBrush(Qt::NoBrush);
    for (const std::vector<Vertex>& stroke : line.drawn->strokes) {
        if (stroke.size() > 1)
            m_painter.drawPolyline(m_frame.toPixels(stroke));
    }
}

void LinePainter::drawDashes(const CanvasLine& line)
{
    m_painter.setPen(QPen(line.colour, std::max(kHeavy, 1.5 * m_lineWidth), Qt::SolidLine, Qt::FlatCap));
    m_painter.setBrush(Qt::NoBrush);
    for (const std::vector<Vertex>& stroke : line.drawn->strokes) {
        if (stroke.size() > 1)
            m_painter.drawLines(dashes(m_frame.toPixels(stroke), QRectF(m_plot).adjusted(-2, -2, 2, 2)));
    }
}

/// Points without neighbours, and where a run is now.
void LinePainter::drawDiscs(const CanvasLine& line)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(line.style == CanvasLine::Style::Faint ? thinned(line.colour, kFaint) : line.colour);
    const QRectF plot = QRectF(m_plot).adjusted(-1, -1, 1, 1);
    const auto disc = [&](const Vertex& vertex, double radius) {
        const QPointF centre = m_frame.toPixel(vertex);
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
        const double x = m_frame.toPixel({mark.x, 1}).x();
        const bool low = mark.kind == ChartMark::Kind::NegativeInfinity;
        const double tip = mark.kind == ChartMark::Kind::PositiveInfinity ? -kMarkSize : kMarkSize;
        const double edge = low ? rect.bottom() - kMarkSize : rect.top() + kMarkSize;
        m_painter.setPen(QPen(line.colour, m_lineWidth, Qt::DotLine));
        m_painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(line.colour);
        m_painter.drawPolygon(
            QPolygonF{QPointF(x - kMarkSize, edge - tip), QPointF(x + kMarkSize, edge - tip), QPointF(x, edge + tip)});
    }
}

} // namespace runglass
