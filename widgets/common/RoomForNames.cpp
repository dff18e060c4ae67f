// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/RoomForNames.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeView>

namespace runglass
{

RoomForNames::RoomForNames(QTreeView* tree, QList<int> leaving, int leastNameWidth)
    : QObject(tree)
    , m_tree(tree)
    , m_leaving(std::move(leaving))
    , m_least(leastNameWidth)
{
    tree->viewport()->installEventFilter(this);
}

void RoomForNames::fit()
{
    QHeaderView* header = m_tree->header();
    for (const int column : m_leaving)
        m_tree->setColumnHidden(column, false);
    int others = 0;
    for (int column = 1; column < header->count(); ++column)
        others += header->sectionSize(column);
    for (const int column : m_leaving) {
        if (m_tree->viewport()->width() - others >= m_least)
            break;
        others -= header->sectionSize(column);
        m_tree->setColumnHidden(column, true);
    }
}

bool RoomForNames::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace runglass
