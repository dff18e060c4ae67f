// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/GroupFolding.h"

#include "models/items/RunListModel.h"
#include "widgets/common/PlainToolTip.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QToolTip>

namespace runglass
{

GroupFolding::GroupFolding(QAbstractItemView* view, RunListModel* model)
    : QObject(view)
    , m_view(view)
    , m_model(model)
{
    // Numbers that were not known when the cell became current.
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
                if (m_told.isValid() && roles.contains(GroupCellRole))
                    tell();
            });
}

bool GroupFolding::toggle(const QModelIndex& index)
{
    if (!index.isValid() || !m_model->isGroup(index.row()))
        return false;
    setFolded(index.row(), !index.data(FoldedRole).toBool());
    return true;
}

void GroupFolding::setFolded(int row, bool folded)
{
    const QModelIndex current = m_view->currentIndex();
    for (int above = folded && current.isValid() ? m_model->groupRowAbove(current.row()) : -1; above >= 0;
         above = m_model->groupRowAbove(above))
        if (above == row)
            m_view->setCurrentIndex(m_model->index(row, current.column()));
    m_model->setData(m_model->index(row, 0), folded, FoldedRole);
}

bool GroupFolding::foldByArrow(int row)
{
    if (m_model->isGroup(row) && !m_model->index(row, 0).data(FoldedRole).toBool()) {
        setFolded(row, true);
        return true;
    }
    const int above = m_model->groupRowAbove(row);
    if (above >= 0)
        m_view->setCurrentIndex(m_model->index(above, 0));
    return above >= 0;
}

bool GroupFolding::unfoldByArrow(int row)
{
    const bool isFolded = m_model->isGroup(row) && m_model->index(row, 0).data(FoldedRole).toBool();
    if (isFolded)
        setFolded(row, false);
    return isFolded;
}

bool GroupFolding::keyPressed(const QKeyEvent& event)
{
    const QModelIndex current = m_view->currentIndex();
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!plain || !current.isValid() || !m_model->list()->groups)
        return false;
    const bool mirrored = m_view->layoutDirection() == Qt::RightToLeft;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return toggle(current);
    case Qt::Key_Left:
    case Qt::Key_Right: {
        if (current.column() != 0)
            return false;
        const bool folds = (event.key() == Qt::Key_Left) != mirrored;
        return folds ? foldByArrow(current.row()) : unfoldByArrow(current.row());
    }
    default:
        return false;
    }
}

void GroupFolding::showNumbers()
{
    const QModelIndex current = m_view->currentIndex();
    const bool isCell = current.isValid() && current.column() > 0 && m_model->isGroup(current.row());
    if (m_told.isValid() && (!isCell || current != m_told))
        QToolTip::hideText();
    m_told = isCell ? QPersistentModelIndex(current) : QPersistentModelIndex();
    if (isCell)
        tell();
}

void GroupFolding::tell()
{
    const QModelIndex index = m_told;
    if (!m_view->hasFocus() || index != m_view->currentIndex()) {
        m_told = QPersistentModelIndex();
        return;
    }
    const QString text = index.data(Qt::ToolTipRole).toString();
    const QRect cell = m_view->visualRect(index);
    if (!text.isEmpty() && m_view->viewport()->rect().intersects(cell))
        QToolTip::showText(m_view->viewport()->mapToGlobal(cell.bottomLeft()), plainToolTip(text), m_view->viewport());
}

} // namespace runglass
