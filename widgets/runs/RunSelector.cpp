// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunSelector.h"

#include "models/items/RunSelectorModel.h"
#include "models/items/RunTicks.h"
#include "widgets/runs/GroupFolding.h"
#include "widgets/runs/RunCellDelegate.h"
#include "widgets/runs/StillRows.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHoverEvent>
#include <QMouseEvent>

namespace runglass
{

namespace
{
constexpr int kStateWidth = 32;
} // namespace

RunSelector::RunSelector(Theme& theme, QWidget* parent)
    : QTreeView(parent)
    , m_delegate(new RunCellDelegate(theme, RunCellDelegate::Kind::Selector, this))
{
    setObjectName(QStringLiteral("runSelector"));
    setAccessibleName(tr("Run selector"));
    setItemDelegate(m_delegate);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setIndentation(0);
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerItem);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void RunSelector::setModel(QAbstractItemModel* newModel)
{
    QTreeView::setModel(newModel);
    if (auto* runs = qobject_cast<RunListModel*>(newModel)) {
        m_folding = new GroupFolding(this, runs);
        new StillRows(this, runs);
    }
    // The name takes what the state's icon leaves; drawRow paints both.
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(kStateWidth);
    header()->setSectionResizeMode(RunSelectorModel::NameColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(RunSelectorModel::StateColumn, QHeaderView::Fixed);
    header()->resizeSection(RunSelectorModel::StateColumn, kStateWidth);
}

void RunSelector::setCropping(Qt::TextElideMode mode)
{
    m_delegate->setCropping(mode);
    viewport()->update();
}

void RunSelector::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    // The delegate paints the whole row; the style's own panel would lie beneath it.
    QStyleOptionViewItem whole = option;
    whole.rect = visualRect(index);
    whole.rect.setLeft(0);
    whole.rect.setRight(viewport()->width() - 1);
    const bool selected = selectionModel()->isSelected(index);
    whole.state.setFlag(QStyle::State_Selected, selected);
    whole.state.setFlag(QStyle::State_HasFocus, hasFocus() && index.row() == currentIndex().row());
    m_delegate->paint(painter, whole, index.siblingAtColumn(0));
}

QRect RunSelector::rowRect(const QModelIndex& index) const
{
    return {0, visualRect(index).y(), viewport()->width(), visualRect(index).height()};
}

RowPart RunSelector::partAt(const QModelIndex& index, const QPoint& position) const
{
    return rowPartAt(index.siblingAtColumn(RunSelectorModel::NameColumn), rowRect(index), position, true);
}

void RunSelector::toggleShown(const QModelIndex& index)
{
    if (index.isValid())
        model()->setData(index, !index.data(ShownRole).toBool(), ShownRole);
}

void RunSelector::toggleTicked(const QModelIndex& index)
{
    const QModelIndex name = index.siblingAtColumn(RunSelectorModel::NameColumn);
    if (name.isValid())
        model()->setData(name, index.data(TickedRole).toBool() ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

/// A press on arrow, eye or dot acts on it, and selects nothing.
bool RunSelector::pressPart(const QMouseEvent& event)
{
    const QModelIndex index = indexAt(event.pos());
    const RowPart part = event.button() == Qt::LeftButton ? partAt(index, event.pos()) : RowPart::None;
    if (part == RowPart::Fold)
        m_folding->toggle(index);
    else if (part == RowPart::Eye)
        toggleShown(index);
    else if (part == RowPart::Dot)
        emit colourRequested(
            index, viewport()->mapToGlobal(dotTargetOf(index.siblingAtColumn(0), rowRect(index), true).bottomLeft()));
    return part != RowPart::None;
}

void RunSelector::mousePressEvent(QMouseEvent* event)
{
    if (pressPart(*event))
        event->accept();
    else
        QTreeView::mousePressEvent(event);
}

void RunSelector::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid() || partAt(index, event->pos()) != RowPart::None)
        mousePressEvent(event);
    else if (!m_folding || !m_folding->toggle(index))
        emit runActivated(index);
}

void RunSelector::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (m_folding && m_folding->keyPressed(*event))
        return;
    if (plain && event->key() == Qt::Key_Space) {
        toggleTicked(currentIndex());
    } else if (auto* runs = qobject_cast<RunListModel*>(model());
               event->matches(QKeySequence::SelectAll) && runs && runs->ticks()) {
        runs->ticks()->setAll(true);
    } else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (currentIndex().isValid())
            emit runActivated(currentIndex());
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void RunSelector::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid())
        emit menuRequested(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void RunSelector::setHovered(const QModelIndex& index)
{
    const int row = index.isValid() ? index.row() : -1;
    if (row == m_delegate->hoveredRow())
        return;
    const int before = m_delegate->hoveredRow();
    m_delegate->setHoveredRow(row);
    for (const int changed : {before, row}) {
        const QRect place = visualRect(model()->index(changed, 0));
        viewport()->update(0, place.y(), viewport()->width(), place.height());
    }
}

bool RunSelector::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
        setHovered(indexAt(static_cast<QHoverEvent*>(event)->position().toPoint()));
    else if (event->type() == QEvent::HoverLeave)
        setHovered({});
    return QTreeView::viewportEvent(event);
}

} // namespace runglass
