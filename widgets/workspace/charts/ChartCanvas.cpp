// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartCanvas.h"

#include "widgets/workspace/charts/LineAt.h"
#include "widgets/workspace/charts/LinePainter.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass
{

ChartCanvas::ChartCanvas(QWidget* parent)
    : QWidget(parent)
    , m_font(font())
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_font.setPointSizeF(std::max(6.0, m_font.pointSizeF() - 2));
}

void ChartCanvas::setColours(const CanvasColours& colours)
{
    m_colours = colours;
}

void ChartCanvas::setLabelFont(const QFont& font)
{
    m_font = font;
}

void ChartCanvas::setLineWidth(double width)
{
    m_lineWidth = width;
}

void ChartCanvas::setAxes(const CanvasAxes& axes)
{
    m_axes = axes;
}

void ChartCanvas::setLines(std::vector<CanvasLine> lines, std::vector<CanvasBand> bands)
{
    m_lines = std::move(lines);
    m_bands = std::move(bands);
}

int ChartCanvas::lineCount() const
{
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [](const CanvasLine& line) {
        return line.drawn && !line.drawn->strokes.empty();
    }));
}

void ChartCanvas::redraw()
{
    m_isStale = true;
    layOut();
    update();
}

void ChartCanvas::layOut()
{
    const QRect before = m_frame.plotRect();
    m_frame = ChartFrame(size(), m_axes, m_font);
    if (m_frame.plotRect() != before)
        emit plotRectChanged();
}

void ChartCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    redraw();
}

void ChartCanvas::paintEvent(QPaintEvent*)
{
    if (m_isStale || m_picture.devicePixelRatio() != devicePixelRatioF()) {
        QElapsedTimer timer;
        timer.start();
        render();
        emit painted(timer.nsecsElapsed());
    }
    QPainter(this).drawImage(QPointF(), m_picture);
}

void ChartCanvas::render()
{
    m_isStale = false;
    const double ratio = devicePixelRatioF();
    const QSize size = (QSizeF(this->size()) * ratio).toSize();
    if (m_picture.size() != size)
        m_picture = QImage(size, QImage::Format_RGB32);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(m_colours.surface);
    QPainter painter(&m_picture);
    m_frame.paint(painter, m_colours, 0);
    LinePainter(painter, m_frame, m_lineWidth).draw(m_lines, m_bands);
}

void ChartCanvas::paint(QPaintDevice& device, const std::function<QRect(QPainter&)>& around)
{
    QPainter painter;
    if (!painter.begin(&device))
        return;
    const QRect part = around(painter);
    painter.translate(part.topLeft());
    const ChartFrame frame(part.size(), m_axes, m_font);
    frame.paint(painter, m_colours, 1);
    LinePainter(painter, frame, m_lineWidth).draw(m_lines, m_bands);
}

QPointF ChartCanvas::toPixel(const Vertex& vertex) const
{
    return m_frame.toPixel({m_axes.xMeasure.toAxis(vertex.x), vertex.y});
}

Vertex ChartCanvas::toVertex(const QPointF& pixel) const
{
    return {m_axes.xMeasure.fromAxis(m_frame.xFromPixel(pixel.x())),
            m_axes.yMeasure.fromAxis(m_frame.yFromPixel(pixel.y()))};
}

std::vector<QPolygonF> ChartCanvas::polylines(const DrawnLine& line) const
{
    std::vector<QPolygonF> result;
    for (const std::vector<Vertex>& stroke : line.strokes)
        result.push_back(m_frame.toPixels(stroke));
    return result;
}

double ChartCanvas::distanceTo(const DrawnLine& line, const QPointF& place, double within) const
{
    const double left = m_frame.xFromPixel(place.x() - within);
    const double right = m_frame.xFromPixel(place.x() + within);
    double best = std::numeric_limits<double>::infinity();
    for (const std::vector<Vertex>& stroke : line.strokes) {
        const auto isLeft = [](const Vertex& vertex, double x) { return vertex.x < x; };
        auto at = std::lower_bound(stroke.begin(), stroke.end(), left, isLeft);
        if (at != stroke.begin())
            --at;
        QPolygonF near;
        for (; at != stroke.end(); ++at) {
            near.append(m_frame.toPixel(*at));
            if (at->x > right)
                break;
        }
        best = std::min(best, runglass::distanceTo(near, place, within));
    }
    return best;
}

} // namespace runglass
