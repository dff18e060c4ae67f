// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemDelegate;
class QAbstractItemModel;
class QLabel;
class QSplitter;
class QTreeView;

namespace runglass
{

class ActionBar;
class SearchField;
class Theme;

/// What Files and Artifacts have in common: a bar with a search and a count above a tree, and a pane beside the tree
/// for the chosen row.
class SearchedTree : public QWidget
{
    Q_OBJECT

public:
    /// Object names of the parts, for tests and style.
    struct Names {
        QString search;
        QString count;
        QString tree;
        QString splitter;
    };

    /// @param searchHint what the empty search field says
    SearchedTree(Theme& theme, const Names& names, const QString& searchHint, QWidget* parent);

    ActionBar* bar() const { return m_bar; }
    SearchField* search() const { return m_search; }
    QLabel* count() const { return m_count; }
    QTreeView* tree() const { return m_tree; }

    /// @param nameColumn takes what width the others leave
    void setModel(QAbstractItemModel* model, int nameColumn, QAbstractItemDelegate* delegate);
    /// Taken over.
    /// @param width of the tree at first, px; the pane gets a third more
    void setPane(QWidget* pane, int width);

private:
    ActionBar* m_bar;
    SearchField* m_search;
    QLabel* m_count;
    QSplitter* m_splitter;
    QTreeView* m_tree;
};

} // namespace runglass
