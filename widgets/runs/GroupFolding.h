// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QAbstractItemView;
class QKeyEvent;

namespace runglass
{

class RunListModel;

/// Folds and unfolds groups in a view of runs, by keys as in a tree, and shows the numbers of the current cell of a
/// group to who walks by keys.
/// @thread GUI; belongs to the view
class GroupFolding : public QObject
{
    Q_OBJECT

public:
    GroupFolding(QAbstractItemView* view, RunListModel* model);

    /// False where the row is no head of a group.
    bool toggle(const QModelIndex& index);
    /// The current row of a view that has just lost what was in a group is its head.
    void setFolded(int row, bool folded);
    /// Enter folds and unfolds, Left and Right in the first column do one of them, or go to the head of the group and
    /// into it. True where the key did something.
    bool keyPressed(const QKeyEvent& event);
    /// After a key has moved the current cell: its numbers beside it, while it is a group's.
    void showNumbers();

private:
    bool foldByArrow(int row);
    bool unfoldByArrow(int row);
    void tell();

    QAbstractItemView* m_view;
    RunListModel* m_model;
    QPersistentModelIndex m_told; ///< whose numbers are shown, or waited for
};

} // namespace runglass
