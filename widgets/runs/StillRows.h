// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunGrouping.h"

#include <QObject>
#include <QPersistentModelIndex>

#include <vector>

class QAbstractItemView;

namespace runglass
{

class RunListModel;

/// Keeps the rows of a view of runs where they are on the screen while runs come, go and change their order: for who
/// has scrolled, or has the pointer over them. At the top, untouched, the view shows what comes first. Where a group is
/// folded or unfolded the first row stays, so that what comes and goes does so below its head. Where runs come between
/// those in view, the current one stays; if it goes elsewhere by itself, most of the others do.
/// @thread GUI; belongs to the view
class StillRows : public QObject
{
    Q_OBJECT

public:
    /// The view scrolls by items.
    StillRows(QAbstractItemView* view, RunListModel* model);

private:
    void remember();
    void restore();
    int shiftOf(const std::vector<int>& rows) const;

    QAbstractItemView* m_view;
    RunListModel* m_model;
    /// Before the change, from top to bottom: those in view, and one beside at each end.
    std::vector<QPersistentModelIndex> m_rows;
    int m_first = 0;        ///< row of the first of them
    int m_top = 0;          ///< row at the top of the view
    int m_current = -1;     ///< place of the current one among them
    RunGrouping m_grouping; ///< before the change
};

} // namespace runglass
