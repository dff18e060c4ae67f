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

namespace runglass
{

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
    const std::optional<std::size_t> mark =
        m_made.drawing ? m_made.drawing->markAt(event->position(), map()) : std::nullopt;
    setCursor(mark && m_made.drawing->runOf(*mark) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (mark != m_mark)
        setMark(mark, true);
}

void PlotBody::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = event->position().toPoint();
    else
        PanelBody::mousePressEvent(event);
}

void PlotBody::mouseReleaseEvent(QMouseEvent* event)
{
    const std::optional<QPoint> from = std::exchange(m_pressed, std::nullopt);
    if (!from || !m_made.drawing ||
        (*from - event->position().toPoint()).manhattanLength() >= QApplication::startDragDistance())
        return;
    const std::optional<std::size_t> mark = m_made.drawing->markAt(event->position(), map());
    if (const std::optional<RunRef> run = mark ? m_made.drawing->runOf(*mark) : std::nullopt)
        emit runChosen(*run);
}

void PlotBody::mouseDoubleClickEvent(QMouseEvent* event)
{
    const std::optional<std::size_t> mark =
        m_made.drawing ? m_made.drawing->markAt(event->position(), map()) : std::nullopt;
    if (const std::optional<RunRef> run = mark ? m_made.drawing->runOf(*mark) : std::nullopt)
        emit runOpened(*run);
}

/// Rows scroll here first, and the page when they are at their end.
void PlotBody::wheelEvent(QWheelEvent* event)
{
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
    if (stepKey(*event))
        return;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const std::optional<RunRef> run = m_mark && m_made.drawing ? m_made.drawing->runOf(*m_mark) : std::nullopt;
    if (isEnter && run && event->modifiers().testFlag(Qt::ControlModifier))
        emit runOpened(*run);
    else if (isEnter && run)
        emit runChosen(*run);
    else if (event->key() == Qt::Key_Escape && m_mark)
        setMark(std::nullopt, true);
    else
        PanelBody::keyPressEvent(event);
}

void PlotBody::contextMenuEvent(QContextMenuEvent* event)
{
    const QPoint place = event->reason() == QContextMenuEvent::Keyboard ? rect().center() : event->pos();
    emit menuRequested(mapToGlobal(place));
    event->accept();
}

} // namespace runglass
