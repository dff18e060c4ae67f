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
/// Turns of a wheel that follow each other like this are one step back.
constexpr qint64 kOneTurnMs = 700;

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
        beginDrag(*event);
    else
        QWidget::mousePressEvent(event);
}

void ChartView::showZoomRectangle(const QPoint& place)
{
    ChartOverlay::State state = m_overlay->state();
    QRect rect = QRect(*m_pressed, place).normalized().intersected(plotRect());
    if (rect.height() < kThinPixels)
        rect = QRect(rect.left(), plotRect().top(), rect.width(), plotRect().height());
    else if (rect.width() < kThinPixels)
        rect = QRect(plotRect().left(), rect.top(), plotRect().width(), rect.height());
    state.zoom = rect;
    m_overlay->setState(std::move(state));
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    if (m_pressed && (place - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        // What was read where the drag began would lie over it; what was pinned stays.
        if (m_crosshair && !m_pinned)
            clearCrosshair();
        m_drag == Drag::Zoom ? showZoomRectangle(place) : showBox(place);
    }
    if (m_pressed)
        return;
    const ChartLine* line = plotRect().contains(place) ? lineAt(event->position()) : nullptr;
    setCursor(line ? Qt::PointingHandCursor : m_boxChooses ? Qt::CrossCursor : Qt::ArrowCursor);
    if (m_pinned)
        return;
    const Vertex vertex = m_canvas->toVertex(event->position());
    const std::optional<double> x = nearestX(m_lines, vertex.x);
    if (!plotRect().contains(place) || !x || !xRange().contains(*x)) {
        clearCrosshair();
        return;
    }
    m_row = 0;
    moveCrosshairTo(*x, vertex.y, place);
    hover(line ? std::optional(line->run.ref) : std::nullopt);
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed) {
        QWidget::mouseReleaseEvent(event);
        return;
    }
    const QRect rect = m_overlay->state().zoom;
    const bool isBox = m_drag != Drag::Zoom && (rect.isValid() || m_isByCtrl);
    if (isBox)
        finishBox(rect, event->position());
    cancelDrag();
    const ChartLine* line = rect.isValid() || isBox ? nullptr : lineAt(event->position());
    // A zoom is of the axes that were in sight while it was drawn out.
    if (rect.isValid() && !isBox)
        zoomTo(rect);
    else if (line)
        emit runChosen(line->run.ref);
    else if (m_pinned && !isBox)
        clearCrosshair();
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
    const bool zooms = m_wheelZooms || event->modifiers() & Qt::ControlModifier;
    // Some platforms turn the wheel by 90 degrees while Alt or Shift is held.
    const int turned = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (!zooms || turned == 0 || !plotRect().contains(event->position().toPoint())) {
        event->ignore();
        return;
    }
    const bool joins = m_sinceWheel.isValid() && m_sinceWheel.elapsed() < kOneTurnMs;
    m_sinceWheel.start();
    const ZoomAxes axes = event->modifiers() & Qt::ShiftModifier ? ZoomAxes::Y : ZoomAxes::X;
    zoomAround(event->position(), std::pow(kZoomStep, turned / 120.0), axes, joins);
    event->accept();
}

void ChartView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (!m_pinned)
        clearCrosshair();
}

void ChartView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    cancelDrag();
    clearCrosshair();
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_pressed) {
        cancelDrag();
        if (m_isStale && !m_reducer->isWorking())
            showLines();
        return;
    }
    const bool plain = !(event->modifiers() & (Qt::AltModifier | Qt::ControlModifier | Qt::MetaModifier));
    if (!crosshairKey(*event, plain) && !zoomKey(*event, plain))
        QWidget::keyPressEvent(event);
}

bool ChartView::crosshairKey(const QKeyEvent& event, bool plain)
{
    const int points = event.modifiers() & Qt::ShiftModifier ? 10 : 1;
    if (event.matches(QKeySequence::Copy) && m_crosshair) {
        QApplication::clipboard()->setText(m_crosshair->toText(m_axes.x, m_axes.xName));
        return true;
    }
    if (event.key() == Qt::Key_Escape && m_crosshair) {
        clearCrosshair();
        return true;
    }
    if (!plain)
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
        return moveCrosshair(-points);
    case Qt::Key_Right:
        return moveCrosshair(points);
    case Qt::Key_Up:
        return chooseRow(-1);
    case Qt::Key_Down:
        return chooseRow(1);
    case Qt::Key_Home:
        setCrosshair(xRange().lo);
        return true;
    case Qt::Key_End:
        setCrosshair(xRange().hi);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        setTooltipPinned(!m_pinned);
        return m_crosshair.has_value();
    case Qt::Key_Space:
        if (m_crosshair && m_row < m_crosshair->rows.size())
            emit runChosen(m_crosshair->rows[m_row].run.ref);
        return m_crosshair.has_value();
    default:
        return false;
    }
}

bool ChartView::zoomKey(const QKeyEvent& event, bool plain)
{
    if (event.key() == Qt::Key_Escape && zoomState().isSet()) {
        resetZoom();
        return true;
    }
    if (!plain)
        return false;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(kZoomStep);
        return true;
    case Qt::Key_Minus:
        zoom(1 / kZoomStep);
        return true;
    case Qt::Key_0:
        resetZoom();
        return true;
    case Qt::Key_Backspace:
        if (event.modifiers() & Qt::ShiftModifier)
            zoomForward();
        else
            zoomBack();
        return true;
    default:
        return false;
    }
}

/// A row of the tooltip by key: its run stands out, and Space selects it.
bool ChartView::chooseRow(int by)
{
    if (!m_crosshair || m_crosshair->rows.empty())
        return false;
    const int last = static_cast<int>(std::min<std::size_t>(m_crosshair->rows.size(), ChartTooltip::kMostRows)) - 1;
    m_row = static_cast<std::size_t>(std::clamp(static_cast<int>(m_row) + by, 0, last));
    if (m_tooltip)
        m_tooltip->setChosenRow(m_row);
    hover(m_crosshair->rows[m_row].run.ref);
    return true;
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
    setZoom({allX ? zoomState().x : Range{topLeft.x, bottomRight.x},
             allY ? zoomState().y : Range{bottomRight.y, topLeft.y}});
}

void ChartView::zoom(double factor)
{
    zoomAround(QRectF(plotRect()).center(), factor);
}

/// What is under the place stays there.
void ChartView::zoomAround(const QPointF& place, double factor, ZoomAxes which, bool joins)
{
    const auto nearer = [factor](const AxisMeasure& measure, const Range& shown, double centre) {
        const Range places = measure.toAxis(shown);
        const double at = measure.toAxis(centre);
        return measure.fromAxis(Range{at - (at - places.lo) / factor, at + (places.hi - at) / factor});
    };
    const Vertex centre = m_canvas->toVertex(place);
    ChartZoom zoom = zoomState();
    if (which != ZoomAxes::Y) {
        const Range x = nearer(m_axes.x, xRange(), centre.x);
        const Range inside{std::max(x.lo, m_xFull.lo), std::min(x.hi, m_xFull.hi)};
        if (inside.isEmpty())
            return;
        zoom.x = inside == m_xFull ? std::nullopt : std::optional(inside);
    }
    if (which != ZoomAxes::X)
        zoom.y = nearer(m_axes.y, yRange(), centre.y);
    setZoom(zoom, joins);
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
        setZoom({Range{shown.lo + shift, shown.hi + shift}, zoomState().y}, true);
    }
    const bool pinned = m_pinned;
    setCrosshair(*from);
    setTooltipPinned(pinned);
    return true;
}

} // namespace runglass
