// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/runs/ColumnKeysPopover.h"

#include <QList>

namespace runglass
{

class GroupKeysModel;

/// What the runs are grouped by: the chosen columns are chips, outermost first.
/// @thread GUI
class GroupByPopover : public ColumnKeysPopover
{
    Q_OBJECT

public:
    /// @param foldActions  "Collapse all groups" and the like, of the window
    GroupByPopover(Context& context, const QList<QAction*>& foldActions, QWidget* owner);

private:
    GroupByPopover(Context& context, GroupKeysModel* keys, const QList<QAction*>& foldActions, QWidget* owner);
    void addParts(const QList<QAction*>& foldActions);
};

} // namespace runglass
