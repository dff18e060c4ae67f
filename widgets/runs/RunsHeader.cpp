// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunsHeader.h"

#include "models/items/RunsModel.h"
#include "widgets/common/PlainToolTip.h"
#include "widgets/common/Theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{
constexpr int kSmallest = 40;
constexpr int kRoomForOthers = 160; ///< beside pinned sections
constexpr int kNearBox = 3;
} // namespace

RunsHeader::RunsHeader(Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("runsHeader"));
    setAccessibleName(tr("Column heads"));
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(kSmallest);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setTextElideMode(Qt::ElideMiddle);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    connect(this, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (!m_pressed)
            return;
        m_dragged = section;
        emit sectionDragged(section, width);
    });
    const auto sort = [this](int section) { emit sortClicked(section, m_also); };
    connect(this, &QHeaderView::sectionClicked, this, sort);
    // The second of two quick clicks is none for Qt.
    connect(this, &QHeaderView::sectionDoubleClicked, this, sort);
}

void RunsHeader::setPinned(int count)
{
    if (count == std::exchange(m_pinned, count))
        return;
    viewport()->update();
}

int RunsHeader::pinnedCount() const
{
    if (isRightToLeft())
        return 0;
    int width = 0;
    int fitting = 0;
    while (fitting < std::min(m_pinned, count())) {
        width += sectionSize(fitting);
        if (width > viewport()->width() - kRoomForOthers)
            break;
        ++fitting;
    }
    return fitting;
}

int RunsHeader::pinnedWidth() const
{
    int width = 0;
    for (int section = pinnedCount() - 1; section >= 0; --section)
        width += sectionSize(section);
    return width;
}

QRect RunsHeader::sectionRect(int section) const
{
    const int x = section < pinnedCount() ? sectionPosition(section) : sectionViewportPosition(section);
    return {x, 0, sectionSize(section), height()};
}

/// Where the sections think that a place is: they know nothing of some that stay in sight.
QPoint RunsHeader::inSections(const QPoint& position) const
{
    return position.x() >= 0 && position.x() < pinnedWidth() ? position - QPoint(offset(), 0) : position;
}

int RunsHeader::sectionAt(int x) const
{
    return logicalIndexAt(inSections({x, 0}).x());
}

void RunsHeader::enter(int section)
{
    setCurrent(section);
    setFocus(Qt::OtherFocusReason);
}

void RunsHeader::repaintPinned(int scrolledBy)
{
    if (const int width = pinnedWidth(); width > 0)
        viewport()->update(0, 0, width + std::abs(scrolledBy), height());
}

bool RunsHeader::isOnBox(const QPoint& position) const
{
    const int section = sectionAt(position.x());
    if (section < 0 || !model()->headerData(section, Qt::Horizontal, Qt::CheckStateRole).isValid())
        return false;
    const QRect head = sectionRect(section);
    return position.x() <= boxOf(head).right() + kNearBox && position.x() >= head.x();
}

bool RunsHeader::isOnDots(const QPoint& position) const
{
    const int section = sectionAt(position.x());
    return section >= 0 && showsDots(section) && dotsOf(sectionRect(section)).contains(position);
}

/// Whether a press there changes a width.
bool RunsHeader::isOnEdge(const QPoint& position) const
{
    const int section = sectionAt(position.x());
    const int grip = style()->pixelMetric(QStyle::PM_HeaderGripMargin, nullptr, this);
    const QRect head = section < 0 ? QRect() : sectionRect(section);
    return section < 0 || position.x() > head.right() - grip || (section > 0 && position.x() < head.left() + grip);
}

/// The section whose width a press there changes.
int RunsHeader::edgeAt(const QPoint& position) const
{
    const int section = sectionAt(position.x());
    return position.x() < sectionRect(section).center().x() ? section - 1 : section;
}

/// A press on box or "…" acts on it, and sorts nothing.
bool RunsHeader::pressPart(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    const int section = sectionAt(event.pos().x());
    if (isOnBox(event.pos())) {
        const bool all = model()->headerData(section, Qt::Horizontal, Qt::CheckStateRole).toInt() == Qt::Checked;
        model()->setHeaderData(section, Qt::Horizontal, all ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return true;
    }
    if (!isOnDots(event.pos()))
        return false;
    openMenu(section);
    return true;
}

void RunsHeader::openMenu(int section)
{
    m_open = section;
    viewport()->update();
    emit menuRequested(section, viewport()->mapToGlobal(dotsOf(sectionRect(section)).bottomLeft() + QPoint(0, 1)));
}

void RunsHeader::menuClosed()
{
    m_open = -1;
    viewport()->update();
}

/// The event as the sections are to see it.
QMouseEvent RunsHeader::inSections(const QMouseEvent& event) const
{
    const QPointF shift(m_inPinned ? -offset() : 0, 0);
    return {event.type(),   event.position() + shift, event.scenePosition(), event.globalPosition(),
            event.button(), event.buttons(),          event.modifiers(),     event.pointingDevice()};
}

void RunsHeader::mousePressEvent(QMouseEvent* event)
{
    if (pressPart(*event))
        return;
    m_pressed = true;
    m_inPinned = inSections(event->pos()) != event->pos();
    m_pressedAt = event->pos();
    m_also = event->modifiers().testFlag(Qt::ShiftModifier);
    const int section = sectionAt(event->pos().x());
    // The name is always first.
    m_draggedFrom = section < 0 ? 0 : sectionRect(section).left();
    m_moved = event->button() == Qt::LeftButton && !isOnEdge(event->pos()) && section > 0 ? section : -1;
    // Qt drags no edge that it takes for being scrolled out of sight.
    if (m_inPinned && event->button() == Qt::LeftButton && isOnEdge(event->pos())) {
        m_sized = edgeAt(event->pos());
        m_sizedFrom = sectionSize(m_sized);
        return;
    }
    QMouseEvent inside = inSections(*event);
    QHeaderView::mousePressEvent(&inside);
}

void RunsHeader::mouseMoveEvent(QMouseEvent* event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        m_inPinned = inSections(event->pos()) != event->pos();
    if (m_moved >= 0 && event->buttons().testFlag(Qt::LeftButton)) {
        if (m_isMoving || (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
            dragTo(event->pos());
        return;
    }
    if (m_sized >= 0) {
        resizeSection(m_sized, std::max(minimumSectionSize(), m_sizedFrom + event->pos().x() - m_pressedAt.x()));
        return;
    }
    if (m_inPinned && event->buttons() == Qt::NoButton) {
        setCursor(isOnEdge(event->pos()) ? Qt::SplitHCursor : Qt::ArrowCursor);
        return;
    }
    QMouseEvent inside = inSections(*event);
    QHeaderView::mouseMoveEvent(&inside);
    if (isOnDots(event->pos()))
        unsetCursor();
}

void RunsHeader::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_isMoving) {
        drop();
        return;
    }
    if (std::exchange(m_sized, -1) < 0) {
        QMouseEvent inside = inSections(*event);
        QHeaderView::mouseReleaseEvent(&inside);
    }
    m_pressed = false;
    m_moved = -1;
    if (const int section = std::exchange(m_dragged, -1); section >= 0 && section < count())
        emit sectionDropped(section, sectionSize(section));
}

void RunsHeader::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (pressPart(*event))
        return;
    m_also = event->modifiers().testFlag(Qt::ShiftModifier);
    m_inPinned = inSections(event->pos()) != event->pos();
    QMouseEvent inside = inSections(*event);
    QHeaderView::mouseDoubleClickEvent(&inside);
}

void RunsHeader::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int section = byKey ? m_current : sectionAt(event->pos().x());
    if (section < 0 || section >= count())
        return;
    if (byKey) {
        openMenu(section);
        return;
    }
    m_open = section;
    viewport()->update();
    emit menuRequested(section, event->globalPos());
}

void RunsHeader::setHovered(int section, bool onDots)
{
    if (section == m_hovered && onDots == m_onDots)
        return;
    m_hovered = section;
    m_onDots = onDots;
    viewport()->update();
}

bool RunsHeader::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove: {
        const QPoint position = static_cast<QHoverEvent*>(event)->position().toPoint();
        setHovered(sectionAt(position.x()), isOnDots(position));
        break;
    }
    case QEvent::HoverLeave:
    case QEvent::Leave:
        setHovered(-1, false);
        break;
    case QEvent::ToolTip:
        return showToolTip(static_cast<QHelpEvent*>(event));
    default:
        break;
    }
    return QHeaderView::viewportEvent(event);
}

bool RunsHeader::showToolTip(QHelpEvent* event)
{
    const int section = sectionAt(event->pos().x());
    if (section < 0)
        return false;
    const auto* runs = qobject_cast<const RunListModel*>(model());
    const int listed = runs ? static_cast<int>(runs->list()->rows.size()) : model()->rowCount();
    // Keys are run data: they are shown as they are, whatever they look like.
    const QString text = isOnBox(event->pos()) ? tr("Select all %n that match", nullptr, listed)
                         : isOnDots(event->pos())
                             ? tr("What can be done with the column")
                             : model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString();
    QToolTip::showText(event->globalPos(), plainToolTip(text), viewport(), sectionRect(section));
    return true;
}

} // namespace runglass
