// SPDX-License-Identifier: GPL-3.0-or-later
// The pointer and the keys of a chart.
#include "widgets/workspace/charts/ChartCanvas.h"
#include "widgets/workspace/charts/ChartOverlay.h"
#include "widgets/workspace/charts/ChartTooltip.h"
#include "widgets/workspace/charts/ChartView.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace runglass
{

namespace
{

/// A zoom rectangle thinner than this is meant for the other axis alone.
constexpr int kThinPixels = 8;
constexpr double kZoomStep = 1.5;

} // namespace

void ChartView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_canvas->setGeometry(rect());
    m_overlay->setGeometry(rect());
    clearCrosshair();
}

void ChartView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        requestLines(ChartReducer::Pace::Wait);
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && plotRect().contains(event->position().toPoint()))
        m_pressed = event->position().toPoint();
    else
        QWidget::mousePressEvent(event);
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    if (m_pressed && (place - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        ChartOverlay::State state = m_overlay->state();
        QRect rect = QRect(*m_pressed, place).normalized().intersected(plotRect());
        if (rect.height() < kThinPixels)
            rect = QRect(rect.left(), plotRect().top(), rect.width(), plotRect().height());
        else if (rect.width() < kThinPixels)
            rect = QRect(plotRect().left(), rect.top(), plotRect().width(), rect.height());
        state.zoom = rect;
        m_overlay->setState(std::move(state));
        return;
    }
    if (m_pressed)
        return;
    const Vertex vertex = m_canvas->toVertex(event->position());
    const std::optional<double> x = nearestX(m_lines, vertex.x);
    if (!plotRect().contains(place) || !x || !xRange().contains(*x)) {
        clearCrosshair();
        return;
    }
    m_crosshairY = vertex.y;
    m_crosshair = crosshairAt(m_lines, *x, vertex.y);
    showCrosshair(place);
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed) {
        QWidget::mouseReleaseEvent(event);
        return;
    }
    m_pressed.reset();
    ChartOverlay::State state = m_overlay->state();
    const QRect rect = std::exchange(state.zoom, QRect());
    m_overlay->setState(std::move(state));
    if (rect.isValid())
        zoomTo(rect);
    if (m_isStale && !m_reducer->isWorking())
        showLines();
}

void ChartView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        resetZoom();
}

void ChartView::wheelEvent(QWheelEvent* event)
{
    // Without Ctrl the wheel scrolls the page: a chart that took it would hold the page fast.
    if (!(event->modifiers() & Qt::ControlModifier) || !plotRect().contains(event->position().toPoint())) {
        event->ignore();
        return;
    }
    zoomAround(event->position(), std::pow(kZoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void ChartView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    clearCrosshair();
}

void ChartView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_pressed.reset();
    clearCrosshair();
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const int points = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    const bool plain = !(event->modifiers() & (Qt::AltModifier | Qt::ControlModifier | Qt::MetaModifier));
    bool done = true;
    if (event->matches(QKeySequence::Copy) && m_crosshair)
        QApplication::clipboard()->setText(m_crosshair->toText());
    else if (plain && event->key() == Qt::Key_Left)
        done = moveCrosshair(-points);
    else if (plain && event->key() == Qt::Key_Right)
        done = moveCrosshair(points);
    else if (plain && event->key() == Qt::Key_Home)
        setCrosshair(xRange().lo);
    else if (plain && event->key() == Qt::Key_End)
        setCrosshair(xRange().hi);
    else if (event->key() == Qt::Key_Escape && m_crosshair)
        clearCrosshair();
    else if (event->key() == Qt::Key_Escape && m_zoom.isSet())
        resetZoom();
    else if (plain && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal))
        zoom(kZoomStep);
    else if (plain && event->key() == Qt::Key_Minus)
        zoom(1 / kZoomStep);
    else if (plain && event->key() == Qt::Key_0)
        resetZoom();
    else
        done = false;
    if (!done)
        QWidget::keyPressEvent(event);
}

void ChartView::contextMenuEvent(QContextMenuEvent* event)
{
    emit menuRequested(event->globalPos());
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        clearCrosshair();
}

void ChartView::zoomTo(const QRect& rect)
{
    const Vertex topLeft = m_canvas->toVertex(rect.topLeft());
    const Vertex bottomRight = m_canvas->toVertex(QPointF(rect.bottomRight()));
    const bool allX = rect.width() >= plotRect().width();
    const bool allY = rect.height() >= plotRect().height();
    setZoom({allX ? m_zoom.x : Range{topLeft.x, bottomRight.x}, allY ? m_zoom.y : Range{bottomRight.y, topLeft.y}});
}

void ChartView::zoom(double factor)
{
    zoomAround(QRectF(plotRect()).center(), factor);
}

void ChartView::zoomAround(const QPointF& place, double factor)
{
    const Vertex centre = m_canvas->toVertex(place);
    const Range x{centre.x - (centre.x - xRange().lo) / factor, centre.x + (xRange().hi - centre.x) / factor};
    const Range inside{std::max(x.lo, m_xFull.lo), std::min(x.hi, m_xFull.hi)};
    // The y axis stays: what the wheel looks for is along the steps.
    if (inside == m_xFull)
        setZoom({std::nullopt, m_zoom.y});
    else if (!inside.isEmpty())
        setZoom({inside, m_zoom.y});
}

bool ChartView::moveCrosshair(int points)
{
    const Range shown = xRange();
    const std::optional<double> from =
        m_crosshair ? stepX(m_lines, m_crosshair->x, points) : nearestX(m_lines, points > 0 ? shown.lo : shown.hi);
    if (!from)
        return false;
    if (!shown.contains(*from)) {
        const double shift = *from < shown.lo ? *from - shown.lo : *from - shown.hi;
        setZoom({Range{shown.lo + shift, shown.hi + shift}, m_zoom.y});
    }
    setCrosshair(*from);
    return true;
}

} // namespace runglass
