// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keys do with a plot.
#include "widgets/workspace/bodies/PlotBody.h"
#include "widgets/workspace/bodies/PlotTooltip.h"
#include "widgets/workspace/charts/Crosshair.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr double kZoomStep = 1.5;
/// Turns of a wheel that follow each other like this are one step back.
constexpr qint64 kOneTurnMs = 700;
/// A rectangle thinner than this is meant for the other axis alone.
constexpr int kThinPixels = 8;

/// Whether doubles can still tell places on it from each other.
bool canBeDrawn(const Range& range)
{
    constexpr double kLeast = 1e-12;
    return range.size() > kLeast * std::max(std::abs(range.lo), std::abs(range.hi)) && std::isfinite(range.size());
}

} // namespace

void PlotBody::hover(const std::optional<RunRef>& run)
{
    if (run == m_hovered)
        return;
    m_hovered = run;
    emit runHovered(run);
}

/// @param tells  the run stands out elsewhere too
void PlotBody::setMark(const std::optional<std::size_t>& mark, bool tells)
{
    m_mark = mark;
    if (tells)
        hover(mark && m_made.drawing ? m_made.drawing->runOf(*mark) : std::nullopt);
    showTip();
    updateOver();
}

void PlotBody::showTip()
{
    if (!m_mark || !m_made.drawing) {
        if (m_tooltip)
            m_tooltip->hide();
        return;
    }
    if (!m_tooltip)
        m_tooltip = new PlotTooltip(scope().theme(), window());
    const QPoint place = m_made.drawing->placeOf(*m_mark, map()).toPoint();
    PlotTip tip = m_made.drawing->tipOf(*m_mark);
    if (m_emphasis.baseline && m_made.drawing->runOf(*m_mark) == m_emphasis.baseline)
        tip.title = withBaseline(tip.title);
    m_tooltip->showAt(mapTo(window(), place), tip);
}

void PlotBody::mouseMoveEvent(QMouseEvent* event)
{
    if (m_pressed && canZoom()) {
        pullRectangle(event->position().toPoint());
        return;
    }
    const std::optional<std::size_t> mark =
        m_made.drawing ? m_made.drawing->markAt(event->position(), map()) : std::nullopt;
    setCursor(mark && m_made.drawing->runOf(*mark) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (mark != m_mark)
        setMark(mark, true);
}

void PlotBody::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return PanelBody::mousePressEvent(event);
    m_pressed = event->position().toPoint();
    m_drag = Drag::Zoom;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        m_drag = event->modifiers().testFlag(Qt::ShiftModifier) ? Drag::Untick : Drag::Tick;
}

void PlotBody::mouseReleaseEvent(QMouseEvent* event)
{
    const std::optional<QPoint> from = std::exchange(m_pressed, std::nullopt);
    const QRect pulled = std::exchange(m_pulled, QRect());
    updateOver();
    if (pulled.isValid())
        return useRectangle(pulled);
    if (!from || !m_made.drawing ||
        (*from - event->position().toPoint()).manhattanLength() >= QApplication::startDragDistance())
        return;
    const std::optional<std::size_t> mark = m_made.drawing->markAt(event->position(), map());
    const std::optional<RunRef> run = mark ? m_made.drawing->runOf(*mark) : std::nullopt;
    if (run && m_drag != Drag::Zoom)
        emit tickToggled(*run);
    else if (run)
        emit runChosen(*run);
}

void PlotBody::mouseDoubleClickEvent(QMouseEvent* event)
{
    const std::optional<std::size_t> mark =
        m_made.drawing ? m_made.drawing->markAt(event->position(), map()) : std::nullopt;
    if (const std::optional<RunRef> run = mark ? m_made.drawing->runOf(*mark) : std::nullopt)
        emit runOpened(*run);
    else
        resetZoom();
}

/// Rows scroll here first, and the page when they are at their end.
void PlotBody::wheelEvent(QWheelEvent* event)
{
    if (canZoom() && event->modifiers().testFlag(Qt::ControlModifier) && map().rect.contains(event->position())) {
        const bool joins = m_sinceWheel.isValid() && m_sinceWheel.elapsed() < kOneTurnMs;
        m_sinceWheel.start();
        zoomAround(event->position(), std::pow(kZoomStep, event->angleDelta().y() / 120.0), joins);
        event->accept();
        return;
    }
    const int before = m_scroll->value();
    if (m_scroll->isVisible())
        QCoreApplication::sendEvent(m_scroll, event);
    if (m_scroll->value() == before)
        event->ignore();
}

void PlotBody::leaveEvent(QEvent* event)
{
    PanelBody::leaveEvent(event);
    setMark(std::nullopt, true);
}

void PlotBody::hideEvent(QHideEvent* event)
{
    PanelBody::hideEvent(event);
    m_pressed.reset();
    m_pulled = {};
    setMark(std::nullopt, true);
}

void PlotBody::focusOutEvent(QFocusEvent* event)
{
    PanelBody::focusOutEvent(event);
    if (!underMouse())
        setMark(std::nullopt, true);
}

void PlotBody::keepInView(std::size_t mark)
{
    if (zoomState().isSet()) {
        const PlotMap where = map();
        const QPointF place = m_made.drawing->placeOf(mark, where);
        const double x = where.xAt(place.x()), y = where.yAt(place.y());
        const double right = x - std::clamp(x, where.x.lo, where.x.hi), up = y - std::clamp(y, where.y.lo, where.y.hi);
        if (right != 0 || up != 0)
            setZoom({Range{where.x.lo + right, where.x.hi + right}, Range{where.y.lo + up, where.y.hi + up}});
    }
    if (!m_scroll->isVisible())
        return;
    const auto row = static_cast<int>(mark);
    if (row < m_scroll->value())
        m_scroll->setValue(row);
    else if (row >= m_scroll->value() + m_scroll->pageStep())
        m_scroll->setValue(row - m_scroll->pageStep() + 1);
}

bool PlotBody::stepKey(const QKeyEvent& event)
{
    using Step = PlotDrawing::Step;
    constexpr std::pair<int, Step> kSteps[] = {{Qt::Key_Left, Step::Left},  {Qt::Key_Right, Step::Right},
                                               {Qt::Key_Up, Step::Up},      {Qt::Key_Down, Step::Down},
                                               {Qt::Key_Home, Step::First}, {Qt::Key_End, Step::Last}};
    const auto found = std::find_if(std::begin(kSteps), std::end(kSteps),
                                    [&event](const auto& one) { return one.first == event.key(); });
    const Qt::KeyboardModifiers held = event.modifiers() & ~Qt::KeypadModifier;
    if (found == std::end(kSteps) || held != Qt::NoModifier || !m_made.drawing)
        return false;
    if (const std::optional<std::size_t> next = m_made.drawing->stepFrom(m_mark, found->second)) {
        keepInView(*next);
        setMark(next, true);
    }
    return true;
}

void PlotBody::keyPressEvent(QKeyEvent* event)
{
    if (stepKey(*event) || zoomKey(*event))
        return;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const std::optional<RunRef> run = m_mark && m_made.drawing ? m_made.drawing->runOf(*m_mark) : std::nullopt;
    if (isEnter && run && event->modifiers().testFlag(Qt::ControlModifier))
        emit runOpened(*run);
    else if (isEnter && run)
        emit runChosen(*run);
    else if (event->key() == Qt::Key_Escape && m_pulled.isValid()) {
        m_pressed.reset();
        m_pulled = {};
        updateOver();
    } else if (event->key() == Qt::Key_Escape && m_mark)
        setMark(std::nullopt, true);
    else if (event->key() == Qt::Key_Escape && zoomState().isSet())
        resetZoom();
    else
        PanelBody::keyPressEvent(event);
}

bool PlotBody::canZoom() const
{
    return m_made.drawing && m_made.drawing->zooms();
}

/// @param joins  it goes on with the step before
void PlotBody::setZoom(const ChartZoom& zoom, bool joins)
{
    if (zoom == zoomState() || (zoom.x && !canBeDrawn(*zoom.x)) || (zoom.y && !canBeDrawn(*zoom.y)))
        return;
    m_zoom.go(zoom, joins);
    redraw();
    emit changed();
}

void PlotBody::zoom(double factor)
{
    zoomAround(map().rect.center(), factor, false);
}

void PlotBody::resetZoom()
{
    setZoom({});
}

/// What is under the place stays there.
void PlotBody::zoomAround(const QPointF& place, double factor, bool joins)
{
    if (!canZoom())
        return;
    const PlotMap where = map();
    const auto nearer = [factor](const Range& range, double at) {
        return Range{at - (at - range.lo) / factor, at + (range.hi - at) / factor};
    };
    setZoom({nearer(where.x, where.xAt(place.x())), nearer(where.y, where.yAt(place.y()))}, joins);
}

void PlotBody::pullRectangle(const QPoint& place)
{
    if (!m_pulled.isValid() && (place - *m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    const QRect plot = map().rect.toRect();
    QRect rect = QRect(*m_pressed, place).normalized().intersected(plot);
    if (m_drag == Drag::Zoom && rect.height() < kThinPixels)
        rect = QRect(rect.left(), plot.top(), rect.width(), plot.height());
    else if (m_drag == Drag::Zoom && rect.width() < kThinPixels)
        rect = QRect(plot.left(), rect.top(), plot.width(), rect.height());
    m_pulled = rect;
    setMark(std::nullopt, true);
}

void PlotBody::useRectangle(const QRect& rect)
{
    const PlotMap where = map();
    if (m_drag != Drag::Zoom) {
        emit runsBoxed(m_made.drawing->runsIn(QRectF(rect), where), m_drag == Drag::Tick);
        return;
    }
    const QRect plot = where.rect.toRect();
    ChartZoom wanted = zoomState();
    if (rect.width() < plot.width())
        wanted.x = Range{where.xAt(rect.left()), where.xAt(rect.right() + 1)};
    if (rect.height() < plot.height())
        wanted.y = Range{where.yAt(rect.bottom() + 1), where.yAt(rect.top())};
    setZoom(wanted);
}

QString PlotBody::pulledText() const
{
    if (m_drag == Drag::Zoom)
        return {};
    const auto count = static_cast<int>(m_made.drawing->runsIn(QRectF(m_pulled), map()).size());
    //: How many runs a box over a plot will select, or take out of the selection.
    return m_drag == Drag::Tick ? tr("Select %n run(s)", nullptr, count)
                                //: the same, of a box that unselects
                                : tr("Unselect %n run(s)", nullptr, count);
}

bool PlotBody::zoomKey(const QKeyEvent& event)
{
    const Qt::KeyboardModifiers held = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (!canZoom() || held != Qt::NoModifier)
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
        if (event.modifiers().testFlag(Qt::ShiftModifier) ? m_zoom.forward() : m_zoom.back()) {
            redraw();
            emit changed();
        }
        return true;
    default:
        return false;
    }
}

void PlotBody::contextMenuEvent(QContextMenuEvent* event)
{
    const QPoint place = event->reason() == QContextMenuEvent::Keyboard ? rect().center() : event->pos();
    emit menuRequested(mapToGlobal(place));
    event->accept();
}

} // namespace runglass
