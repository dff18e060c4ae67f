// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/ColumnListView.h"

#include "models/items/ColumnListModel.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/ColumnListDelegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace runglass
{

ColumnListView::ColumnListView(Theme& theme, ColumnListModel& columns, QWidget* parent)
    : QListView(parent)
    , m_theme(theme)
    , m_columns(columns)
{
    setModel(&columns);
    setItemDelegate(new ColumnListDelegate(theme, this));
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerItem);
    setMouseTracking(true);
    setTabKeyNavigation(false);
}

void ColumnListView::keepPlace(const std::function<bool()>& change)
{
    const int top = verticalScrollBar()->value();
    const int row = currentIndex().row();
    if (!change())
        return;
    const int followed = m_followed ? m_columns.rowOf(*m_followed) : -1;
    m_followed.reset();
    // The one that comes after what went to the other list is the next.
    const int next = followed >= 0 ? followed : std::min(row, m_columns.rowCount() - 1);
    if (next >= 0)
        setCurrentIndex(m_columns.index(next, 0));
    doItemsLayout();
    if (followed < 0)
        verticalScrollBar()->setValue(top);
}

bool ColumnListView::canMove(int row) const
{
    const QModelIndex index = m_columns.index(row, 0);
    const auto* delegate = static_cast<const ColumnListDelegate*>(itemDelegate());
    return index.isValid() && delegate->hasGrip(index);
}

void ColumnListView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid()) {
        QListView::mousePressEvent(event);
        return;
    }
    const auto* delegate = static_cast<const ColumnListDelegate*>(itemDelegate());
    m_pressed = index.row();
    m_pressedAt = event->pos();
    m_onPin = delegate->pinRect(visualRect(index), index).contains(event->pos());
    setCurrentIndex(index);
}

void ColumnListView::mouseMoveEvent(QMouseEvent* event)
{
    const bool dragged = m_pressed >= 0 && event->buttons().testFlag(Qt::LeftButton) && canMove(m_pressed) &&
                         (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!dragged && m_dropAt < 0) {
        QListView::mouseMoveEvent(event);
        return;
    }
    if (event->pos().y() < 0 || event->pos().y() >= viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (event->pos().y() < 0 ? -1 : 1));
    m_dropAt = dropRow(event->pos().y());
    setCursor(Qt::ClosedHandCursor);
    viewport()->update();
}

/// Where a row that is dropped there comes.
int ColumnListView::dropRow(int y) const
{
    const int last = m_columns.rowCount() - 1;
    const QModelIndex over = indexAt(QPoint(1, std::clamp(y, 0, viewport()->height() - 1)));
    if (!over.isValid())
        return last;
    const int before = y < visualRect(over).center().y() ? over.row() : over.row() + 1;
    return std::clamp(before > m_pressed ? before - 1 : before, 1, last);
}

void ColumnListView::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = std::exchange(m_pressed, -1);
    const int drop = std::exchange(m_dropAt, -1);
    unsetCursor();
    viewport()->update();
    if (row < 0 || row >= m_columns.rowCount()) {
        QListView::mouseReleaseEvent(event);
        return;
    }
    if (drop >= 0) {
        if (drop != row)
            emit moved(row, drop);
        return;
    }
    const QModelIndex index = indexAt(event->pos());
    if (index.row() != row || index.data(ColumnListModel::FixedRole).toBool())
        return;
    if (m_onPin)
        emit pinToggled(row);
    else
        emit toggled(row);
}

void ColumnListView::mouseDoubleClickEvent(QMouseEvent* event)
{
    // The second click would be on what has come to the place of the first.
    event->accept();
}

bool ColumnListView::event(QEvent* event)
{
    // These have a meaning of their own elsewhere in the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool alt = key->modifiers() == Qt::AltModifier;
        const bool plain = key->modifiers() == Qt::NoModifier;
        const bool moves = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if ((alt && moves) || (plain && (key->key() == Qt::Key_P || key->key() == Qt::Key_Space ||
                                         key->key() == Qt::Key_V || key->key() == Qt::Key_Delete)))
            event->accept();
    }
    return QListView::event(event);
}

void ColumnListView::moveBy(int step)
{
    const int row = currentIndex().row();
    const int to = row + step;
    if (canMove(row) && to >= 1 && to < m_columns.rowCount())
        emit moved(row, to);
}

bool ColumnListView::keyPressed(const QKeyEvent& event)
{
    const int row = currentIndex().row();
    const bool fixed = row < 0 || currentIndex().data(ColumnListModel::FixedRole).toBool();
    const bool alt = event.modifiers() == Qt::AltModifier;
    switch (event.key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!fixed)
            emit toggled(row);
        return true;
    case Qt::Key_P:
        if (!fixed)
            emit pinToggled(row);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        emit otherRequested();
        return true;
    case Qt::Key_Up:
        if (alt)
            moveBy(-1);
        else if (row <= 0)
            emit leftUpwards();
        return alt || row <= 0;
    case Qt::Key_Down:
        if (alt)
            moveBy(1);
        return alt;
    default:
        return false;
    }
}

void ColumnListView::keyPressEvent(QKeyEvent* event)
{
    if (!keyPressed(*event))
        QListView::keyPressEvent(event);
}

void ColumnListView::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (m_dropAt < 0)
        return;
    const QRect at = visualRect(m_columns.index(m_dropAt, 0));
    QPainter painter(viewport());
    painter.fillRect(4, m_dropAt > m_pressed ? at.bottom() : at.top() - 1, viewport()->width() - 8, 2,
                     m_theme.color(Theme::Token::Accent));
}

} // namespace runglass
