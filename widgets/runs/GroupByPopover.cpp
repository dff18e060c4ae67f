// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/GroupByPopover.h"

#include "models/items/GroupKeysModel.h"
#include "widgets/runs/GroupKeyDelegate.h"

#include <QAction>
#include <QBoxLayout>
#include <QListView>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr int kLeastWidth = 480; ///< more where the words of the buttons are long
constexpr int kChipRows = 2, kColumnRows = 9;
constexpr int kRow = 30;
} // namespace

GroupByPopover::GroupByPopover(Context& context, const QList<QAction*>& foldActions, QWidget* owner)
    : GroupByPopover(context, new GroupKeysModel, foldActions, owner)
{
}

GroupByPopover::GroupByPopover(Context& context, GroupKeysModel* keys, const QList<QAction*>& foldActions,
                               QWidget* owner)
    : ColumnKeysPopover(context, keys,
                        {tr("Group by"), tr("Choose a column: runs with the same value become a group."),
                         QStringLiteral("groupKeys"), tr("Grouped by"), QStringLiteral("groupColumns"),
                         tr("Columns to group by"), QStringLiteral("searchGroupColumns"),
                         tr("Search columns to group by")},
                        owner)
{
    setObjectName(QStringLiteral("groupByPopover"));
    setMinimumWidth(kLeastWidth);
    addParts(foldActions);
    keys->follow(context.session);
    start();
}

void GroupByPopover::addParts(const QList<QAction*>& foldActions)
{
    QAction* const outwards = makeAction(QStringLiteral("moveGroupKeyOut"), tr("Move left"),
                                         tr("Group by the chosen column earlier (Alt+Left)"));
    QAction* const inwards = makeAction(QStringLiteral("moveGroupKeyIn"), tr("Move right"),
                                        tr("Group by the chosen column later (Alt+Right)"));
    QAction* const remove =
        makeAction(QStringLiteral("removeGroupKey"), tr("Remove"), tr("Do not group by the chosen column (Delete)"));
    setActions(outwards, inwards, remove,
               makeAction(QStringLiteral("addGroupKey"), tr("Add"), tr("Group by the chosen column too")));
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Up})
        bindKey(Qt::ALT | key, outwards);
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down})
        bindKey(Qt::ALT | key, inwards);
    for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_Backspace})
        bindKey(key, remove);
    QBoxLayout* layout = addKeys(kChipRows, std::max(kRow, fontMetrics().height() + 12));
    keyList()->setItemDelegate(new GroupKeyDelegate(context().theme, keyList()));
    keyList()->setFlow(QListView::LeftToRight);
    keyList()->setWrapping(true);
    keyList()->setResizeMode(QListView::Adjust);
    addButtons(layout, {outwards, inwards, remove}, this);
    addButtons(layout, foldActions, this);
    addColumns(layout, kColumnRows);
}

} // namespace runglass
