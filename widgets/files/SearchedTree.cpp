// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/files/SearchedTree.h"

#include "widgets/common/ActionBar.h"
#include "widgets/common/SearchField.h"

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace runglass
{

SearchedTree::SearchedTree(Theme& theme, const Names& names, const QString& searchHint, QWidget* parent)
    : QWidget(parent)
    , m_bar(new ActionBar(theme, this))
    , m_search(new SearchField(theme, searchHint, m_bar))
    , m_count(new QLabel(m_bar))
    , m_splitter(new QSplitter(this))
    , m_tree(new QTreeView(m_splitter))
{
    m_search->setObjectName(names.search);
    m_search->setMinimumWidth(160);
    m_search->setMaximumWidth(240);
    m_count->setObjectName(names.count);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_bar->addLeft(m_search, 1);
    m_bar->addRight(m_count);

    m_tree->setObjectName(names.tree);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setIndentation(18);
    m_tree->setMinimumWidth(280);
    m_splitter->setObjectName(names.splitter);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_tree);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_splitter, 1);
}

void SearchedTree::setModel(QAbstractItemModel* model, int nameColumn, QAbstractItemDelegate* delegate)
{
    m_tree->setModel(model);
    m_tree->setItemDelegate(delegate);
    QHeaderView* header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(nameColumn, QHeaderView::Stretch);
}

void SearchedTree::setPane(QWidget* pane, int width)
{
    pane->setMinimumWidth(260);
    m_splitter->addWidget(pane);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 4);
    m_splitter->setSizes({width, width * 4 / 3});
}

} // namespace runglass
