// SPDX-License-Identifier: GPL-3.0-or-later
// Keyboard and mouse of LogView.
#include "widgets/common/TwinAction.h"
#include "widgets/logs/LogViewPrivate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimerEvent>

namespace runglass
{

namespace
{
constexpr int kDragInterval = 40; ///< ms between steps while the mouse is dragged out of the view
} // namespace

LogPosition LogView::moved(const LogPosition& from, int key, bool byPage) const
{
    const auto& lines = m_layout.lines();
    if (lines.empty())
        return from;
    const auto lengthOf = [this](std::size_t place) { return line(place).text.size(); };
    const std::size_t last = lines.size() - 1;
    const std::size_t step = byPage ? static_cast<std::size_t>(rowsInView()) : 1;
    switch (key) {
    case Qt::Key_Left:
        if (from.unit > 0)
            return {from.line, from.unit - 1};
        return from.line > 0 ? LogPosition{from.line - 1, lengthOf(from.line - 1)} : from;
    case Qt::Key_Right:
        if (from.unit < lengthOf(from.line))
            return {from.line, from.unit + 1};
        return from.line < last ? LogPosition{from.line + 1, 0} : from;
    case Qt::Key_Up:
        return {from.line - std::min(step, from.line), from.unit};
    case Qt::Key_Down:
        return {std::min(from.line + step, last), from.unit};
    case Qt::Key_Home:
        return {byPage ? 0 : from.line, 0};
    default: {
        const std::size_t place = byPage ? last : from.line;
        return {place, lengthOf(place)};
    }
    }
}

void LogView::scrollByKey(int key, bool toEnd)
{
    QScrollBar* down = verticalScrollBar();
    QScrollBar* across = horizontalScrollBar();
    switch (key) {
    case Qt::Key_Up:
        return down->triggerAction(QScrollBar::SliderSingleStepSub);
    case Qt::Key_Down:
        return down->triggerAction(QScrollBar::SliderSingleStepAdd);
    case Qt::Key_PageUp:
        return down->triggerAction(QScrollBar::SliderPageStepSub);
    case Qt::Key_PageDown:
        return down->triggerAction(QScrollBar::SliderPageStepAdd);
    case Qt::Key_Left:
        return across->triggerAction(QScrollBar::SliderSingleStepSub);
    case Qt::Key_Right:
        return across->triggerAction(QScrollBar::SliderSingleStepAdd);
    case Qt::Key_Home:
        across->setValue(0);
        return toEnd ? down->setValue(0) : void();
    default:
        return toEnd ? down->setValue(down->maximum()) : across->setValue(across->maximum());
    }
}

void LogView::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool isMove = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down ||
                        key == Qt::Key_Home || key == Qt::Key_End || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if (!isMove) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const bool withControl = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        const bool isPage = key == Qt::Key_PageUp || key == Qt::Key_PageDown;
        const int direction = key == Qt::Key_PageUp ? Qt::Key_Up : key == Qt::Key_PageDown ? Qt::Key_Down : key;
        const LogPosition caret = moved(m_caret, direction, isPage || withControl);
        setSelection(m_anchor, caret);
        ensureVisible(caret);
    } else {
        scrollByKey(key, withControl);
    }
    event->accept();
}

void LogView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const LogPosition position = positionAt(event->position().toPoint());
    setSelection(event->modifiers().testFlag(Qt::ShiftModifier) ? m_anchor : position, position);
    m_dragPoint = event->position().toPoint();
    m_dragTimer.start(kDragInterval, this);
}

void LogView::mouseMoveEvent(QMouseEvent* event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    m_dragPoint = event->position().toPoint();
    setSelection(m_anchor, positionAt(m_dragPoint));
}

void LogView::mouseReleaseEvent(QMouseEvent*)
{
    m_dragTimer.stop();
}

void LogView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_dragTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const QRect area = viewport()->rect();
    if (area.contains(m_dragPoint))
        return;
    const auto beyond = [](int at, int first, int last) { return at < first ? -1 : at > last ? 1 : 0; };
    QScrollBar* down = verticalScrollBar();
    down->setValue(down->value() + beyond(m_dragPoint.y(), area.top(), area.bottom()));
    QScrollBar* across = horizontalScrollBar();
    across->setValue(across->value() + 2 * beyond(m_dragPoint.x(), area.left(), area.right()));
    setSelection(m_anchor, positionAt(m_dragPoint));
}

void LogView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_layout.lines().empty())
        return;
    const LogPosition at = positionAt(event->position().toPoint());
    const QString& text = line(at.line).text;
    const auto isWord = [&](qsizetype unit) { return !text[unit].isSpace(); };
    qsizetype start = at.unit;
    qsizetype end = at.unit;
    while (start > 0 && isWord(start - 1))
        --start;
    while (end < text.size() && isWord(end))
        ++end;
    setSelection({at.line, start}, {at.line, end});
}

void LogView::contextMenuEvent(QContextMenuEvent* event)
{
    popUpTwins(this, actions(), event->globalPos());
}

void LogView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LogView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace runglass
