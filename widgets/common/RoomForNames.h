// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QTreeView;

namespace runglass
{

/// Keeps the first column of a tree wide enough to be read: where there is no room for all columns, others leave, one
/// by one, and come back when there is. What they say stands in the pane beside the tree as well.
/// @thread GUI
class RoomForNames : public QObject
{
    Q_OBJECT

public:
    /// @param tree whose first column takes what the others leave
    /// @param leaving columns in the order in which they leave
    RoomForNames(QTreeView* tree, QList<int> leaving, int leastNameWidth);

    /// To be called when the widths of the other columns have changed.
    void fit();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTreeView* m_tree;
    QList<int> m_leaving;
    int m_least;
};

} // namespace runglass
