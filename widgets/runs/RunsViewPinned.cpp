// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunsModel.h"
#include "widgets/runs/RunCellDelegate.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/RunsView.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cstdlib>

// Columns that stay in sight are painted over the others, which scroll behind them: one view, one selection, one focus
// and one table for a screen reader.

namespace runglass
{

namespace
{
constexpr int kEdge = 2;
} // namespace

void RunsView::connectHeader()
{
    connect(m_header, &RunsHeader::sectionDragged, this,
            [this](int section, int width) { m_widths.insert(columnText(section), width); });
    connect(m_header, &RunsHeader::sectionDropped, this, &RunsView::widthChosen);
    disconnect(m_header, &QHeaderView::sectionHandleDoubleClicked, nullptr, nullptr);
    connect(m_header, &QHeaderView::sectionHandleDoubleClicked, this, &RunsView::fitColumn);
    connect(m_header, &RunsHeader::sectionPut, this, &RunsView::columnPut);
    connect(m_header, &RunsHeader::headEntered, this, [this](int section) {
        showColumn(section);
        // Commands for a column are about that of the current cell.
        if (const QModelIndex current = currentIndex(); current.isValid())
            selectionModel()->setCurrentIndex(current.siblingAtColumn(section), QItemSelectionModel::NoUpdate);
    });
    connect(m_header, &RunsHeader::headLeft, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(m_header, &RunsHeader::scrollRequested, this,
            [this](int by) { horizontalScrollBar()->setValue(horizontalScrollBar()->value() + by); });
}

void RunsView::followPinned()
{
    const auto* table = qobject_cast<const RunsModel*>(model());
    m_header->setPinned(table ? table->pinnedCount() : 0);
    updateGeometries();
    viewport()->update();
}

QRect RunsView::visualRect(const QModelIndex& index) const
{
    QRect place = QTableView::visualRect(index);
    if (!place.isValid())
        return place;
    if (index.column() < m_header->pinnedCount())
        place.translate(m_header->offset(), 0);
    else if (place.right() < m_header->pinnedWidth())
        place.moveRight(std::min(place.right(), -1));
    else
        place.setLeft(std::max(place.left(), m_header->pinnedWidth()));
    return place;
}

QModelIndex RunsView::indexAt(const QPoint& position) const
{
    const bool onPinned = position.x() >= 0 && position.x() < m_header->pinnedWidth();
    return QTableView::indexAt(onPinned ? position - QPoint(m_header->offset(), 0) : position);
}

void RunsView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    const int before = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (index.isValid() && index.column() < m_header->pinnedCount())
        horizontalScrollBar()->setValue(before);
    else if (index.isValid())
        showColumn(index.column());
}

/// Brings a column into sight, out from behind pinned ones too.
void RunsView::showColumn(int column)
{
    if (column < m_header->pinnedCount())
        return;
    const QRect head = m_header->sectionRect(column);
    QScrollBar* bar = horizontalScrollBar();
    const int room = m_header->pinnedWidth();
    const int beyond = head.right() - viewport()->width() + 1;
    if (head.left() < room)
        bar->setValue(bar->value() + head.left() - room);
    else if (beyond > 0)
        bar->setValue(bar->value() + std::min(beyond, head.left() - room));
}

void RunsView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx == 0 || m_header->pinnedCount() == 0)
        return;
    // What is painted over the cells was moved along with them.
    viewport()->update(0, 0, m_header->pinnedWidth() + std::abs(dx), viewport()->height());
    m_header->repaintPinned(dx);
}

void RunsView::updateGeometries()
{
    QTableView::updateGeometries();
    horizontalScrollBar()->setPageStep(std::max(1, viewport()->width() - m_header->pinnedWidth()));
}

void RunsView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    const QRect pinned(0, 0, m_header->pinnedWidth(), viewport()->height());
    if (pinned.isEmpty() || !event->rect().intersects(pinned))
        return;
    paintPinned(event->rect().intersected(pinned));
}

QStyleOptionViewItem RunsView::cellOption(const QModelIndex& index) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    option.state.setFlag(QStyle::State_HasFocus, false);
    if (selectionModel()->isSelected(index))
        option.state |= QStyle::State_Selected;
    if (index == currentIndex() && (hasFocus() || viewport()->hasFocus()))
        option.state |= QStyle::State_HasFocus;
    return option;
}

void RunsView::paintPinned(const QRect& exposed)
{
    QPainter painter(viewport());
    const int rows = model()->rowCount();
    const int top = rowAt(exposed.top());
    const int below = rowAt(exposed.bottom());
    const int last = below < 0 ? rows - 1 : below;
    // Where they have not been scrolled they were painted with the others.
    for (int row = std::max(0, top); m_header->offset() > 0 && top >= 0 && row <= last; ++row) {
        for (int column = 0; column < m_header->pinnedCount(); ++column) {
            const QModelIndex index = model()->index(row, column);
            const QStyleOptionViewItem option = cellOption(index);
            painter.fillRect(option.rect, palette().color(QPalette::Base));
            itemDelegateForIndex(index)->paint(&painter, option, index);
        }
    }
    if (m_header->pinnedCount() < m_header->count())
        painter.fillRect(m_header->pinnedWidth() - kEdge, 0, kEdge, viewport()->height(),
                         palette().color(QPalette::Dark));
}

} // namespace runglass
