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
#include <QPainter>
#include <QStyleOptionHeader>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr int kStateWidth = 32;
constexpr int kNarrowest = 48, kWidest = 104; ///< of a pinned column
constexpr int kRoomForName = 120;
constexpr int kSampledRows = 30;

/// There is no room for the word above the icons of the states.
class SelectorHeader : public QHeaderView
{
public:
    explicit SelectorHeader(QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
    }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override
    {
        QHeaderView::initStyleOptionForIndex(option, logicalIndex);
        if (logicalIndex == RunSelectorModel::StateColumn)
            option->text.clear();
    }
};

} // namespace

RunSelector::RunSelector(Theme& theme, QWidget* parent)
    : QTreeView(parent)
    , m_delegate(new RunCellDelegate(theme, RunCellDelegate::Kind::Selector, this))
{
    setObjectName(QStringLiteral("runSelector"));
    setAccessibleName(tr("Run selector"));
    setHeader(new SelectorHeader(this));
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
    // The name takes what the others leave; drawRow paints them all.
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(kStateWidth);
    header()->setSectionResizeMode(RunSelectorModel::NameColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(RunSelectorModel::StateColumn, QHeaderView::Fixed);
    header()->resizeSection(RunSelectorModel::StateColumn, kStateWidth);
    for (const auto signal : {&QAbstractItemModel::columnsInserted, &QAbstractItemModel::columnsRemoved})
        connect(newModel, signal, this, &RunSelector::arrangeColumns);
    connect(newModel, &QAbstractItemModel::columnsMoved, this, &RunSelector::arrangeColumns);
    connect(newModel, &QAbstractItemModel::layoutChanged, this, &RunSelector::arrangeColumns);
    // Runs that come later must not move columns.
    connect(newModel, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first) {
        if (first == 0)
            arrangeColumns();
    });
    arrangeColumns();
}

int RunSelector::fittedWidth(int column) const
{
    int width = header()->sectionSizeHint(column);
    for (int row = 0; row < std::min(model()->rowCount(), kSampledRows); ++row)
        width = m_delegate->contentWidth(model()->index(row, column), font(), width);
    return width;
}

/// The state's icon comes last, pinned columns before it; those that would leave too little of the names are hidden.
void RunSelector::arrangeColumns()
{
    const int count = model()->columnCount();
    const bool any = count > RunSelectorModel::FirstPinned;
    setHeaderHidden(!any);
    int reserved = 0;
    for (int column = RunSelectorModel::FirstPinned; column < count; ++column) {
        const int width = std::clamp(fittedWidth(column), kNarrowest, kWidest);
        const bool fits = width + reserved + kRoomForName + kStateWidth <= viewport()->width();
        header()->setSectionResizeMode(column, QHeaderView::Fixed);
        header()->resizeSection(column, width);
        header()->setSectionHidden(column, !fits);
        reserved += fits ? width : 0;
    }
    if (any)
        header()->moveSection(header()->visualIndex(RunSelectorModel::StateColumn), count - 1);
    m_delegate->setReserved(reserved);
    viewport()->update();
}

void RunSelector::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    if (model())
        arrangeColumns();
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
    const auto* runs = qobject_cast<const RunListModel*>(model());
    const bool isHead = runs && runs->isGroup(index.row());
    for (int column = RunSelectorModel::FirstPinned; column < model()->columnCount() && !isHead; ++column) {
        if (isColumnHidden(column))
            continue;
        QStyleOptionViewItem cell = whole;
        cell.rect.setLeft(columnViewportPosition(column));
        cell.rect.setWidth(columnWidth(column));
        painter->save();
        painter->setClipRect(cell.rect);
        painter->setFont(cell.font);
        m_delegate->paintContent(*painter, cell, index.siblingAtColumn(column));
        painter->restore();
    }
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
    const RowPart part = partAt(index, event->pos());
    if (event->button() == Qt::LeftButton && part == RowPart::Eye) {
        // The first click has switched it.
        toggleShown(index);
        emit soloRequested(index);
    } else if (event->button() != Qt::LeftButton || !index.isValid() || part != RowPart::None) {
        mousePressEvent(event);
    } else if (!m_folding || !m_folding->toggle(index)) {
        emit runActivated(index);
    }
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
        const QModelIndex before = currentIndex();
        QTreeView::keyPressEvent(event);
        if (currentIndex() != before)
            setHovered(currentIndex());
    }
}

/// A row that the keys are on stands out in charts as one under the pointer does.
void RunSelector::focusInEvent(QFocusEvent* event)
{
    QTreeView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        setHovered(currentIndex());
}

void RunSelector::focusOutEvent(QFocusEvent* event)
{
    QTreeView::focusOutEvent(event);
    const bool stays = event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason;
    if (!stays && !viewport()->underMouse())
        setHovered({});
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
    markRow(row);
    emit rowHovered(index);
}

void RunSelector::markRow(int row)
{
    const int before = m_delegate->hoveredRow();
    if (row == before)
        return;
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
