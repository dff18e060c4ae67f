// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunsHeader.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr int kScrollZone = 24, kScrollStep = 16;
constexpr int kFarAway = 60;
} // namespace

// Dragging a head to another place

/// Before which of the other sections a head that is dropped at x comes, as its place when it is there.
int RunsHeader::dropPlace(int x) const
{
    const int last = count() - 1;
    int over = sectionAt(std::clamp(x, 0, viewport()->width() - 1));
    over = over < 0 ? last : over;
    const QRect head = sectionRect(over);
    const int before = x < head.center().x() ? over : over + 1;
    return std::clamp(before > m_moved ? before - 1 : before, 1, last);
}

void RunsHeader::dragTo(const QPoint& position)
{
    m_isMoving = true;
    m_pointer = position;
    setCursor(Qt::ClosedHandCursor);
    emit scrollRequested(position.x() > viewport()->width() - kScrollZone                         ? kScrollStep
                         : position.x() < pinnedWidth() + kScrollZone && m_moved >= pinnedCount() ? -kScrollStep
                                                                                                  : 0);
    viewport()->update();
}

/// Dragged away from the heads it goes back to where it was.
bool RunsHeader::isDropWanted() const
{
    return m_pointer.y() > -kFarAway && m_pointer.y() < height() + kFarAway;
}

void RunsHeader::drop()
{
    const int from = m_moved;
    const int to = dropPlace(m_pointer.x());
    const bool wanted = isDropWanted();
    endDrag();
    if (wanted && from < count() && from != to)
        emit sectionPut(from, to);
}

void RunsHeader::endDrag()
{
    // Somewhere else, so that the head does not take it for a click.
    QMouseEvent nowhere(QEvent::MouseButtonRelease, QPointF(-1e6, -1), QPointF(-1e6, -1), QPointF(-1e6, -1),
                        Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QHeaderView::mouseReleaseEvent(&nowhere);
    m_pressed = m_isMoving = false;
    m_moved = -1;
    unsetCursor();
    viewport()->update();
}

// The keyboard on the heads

void RunsHeader::setCurrent(int section)
{
    m_current = std::clamp(section, 0, std::max(0, count() - 1));
    setAccessibleDescription(model()->headerData(m_current, Qt::Horizontal, Qt::ToolTipRole).toString());
    viewport()->update();
    emit headEntered(m_current);
}

void RunsHeader::focusOutEvent(QFocusEvent* event)
{
    QHeaderView::focusOutEvent(event);
    viewport()->update();
}

bool RunsHeader::event(QEvent* event)
{
    // Alt+Down goes to the next run elsewhere.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Down && key->modifiers() == Qt::AltModifier) || key->key() == Qt::Key_Space ||
            key->key() == Qt::Key_Escape)
            event->accept();
    }
    return QHeaderView::event(event);
}

void RunsHeader::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent(m_current - 1);
    case Qt::Key_Right:
        return setCurrent(m_current + 1);
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(count() - 1);
    case Qt::Key_Down:
        if (event->modifiers() == Qt::AltModifier)
            return openMenu(m_current);
        emit headLeft();
        return;
    case Qt::Key_Escape:
        emit headLeft();
        return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit sortClicked(m_current, event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    default:
        event->ignore();
    }
}

} // namespace runglass
