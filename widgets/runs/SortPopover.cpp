// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/SortPopover.h"

#include "models/items/SortKeysModel.h"
#include "widgets/runs/SortItemDelegate.h"

#include <QAction>
#include <QBoxLayout>
#include <QListView>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{
constexpr int kLeastWidth = 460; ///< more where the words of the buttons are long
constexpr int kKeyRows = 4, kColumnRows = 8;
constexpr int kRow = 26;
} // namespace

SortPopover::SortPopover(Context& context, QWidget* owner)
    : SortPopover(context, new SortKeysModel, owner)
{
}

SortPopover::SortPopover(Context& context, SortKeysModel* keys, QWidget* owner)
    : ColumnKeysPopover(context, keys,
                        {tr("Sort by"), tr("No column is chosen: the newest run comes first."),
                         QStringLiteral("sortKeys"), tr("Sort keys"), QStringLiteral("sortColumns"),
                         tr("Columns to sort by"), QStringLiteral("searchSortColumns"),
                         tr("Search columns to sort by")},
                        owner)
    , m_keys(keys)
    , m_reverse(
          makeAction(QStringLiteral("reverseSortKey"), tr("Reverse"), tr("Turn the order of the chosen key round")))
{
    setObjectName(QStringLiteral("sortPopover"));
    setMinimumWidth(kLeastWidth);
    connect(m_reverse, &QAction::triggered, this, &SortPopover::reverseKey);
    addParts();
    m_keys->follow(context.session);
    start();
}

void SortPopover::addParts()
{
    QAction* const raise =
        makeAction(QStringLiteral("raiseSortKey"), tr("Move up"), tr("Sort by the chosen key earlier"));
    QAction* const lower =
        makeAction(QStringLiteral("lowerSortKey"), tr("Move down"), tr("Sort by the chosen key later"));
    QAction* const remove =
        makeAction(QStringLiteral("removeSortKey"), tr("Remove"), tr("Do not sort by the chosen key"));
    setActions(raise, lower, remove,
               makeAction(QStringLiteral("addSortKey"), tr("Add"), tr("Sort by the chosen column too")));
    const std::pair<QAction*, QKeySequence> bound[] = {{m_reverse, Qt::Key_Space},
                                                       {raise, Qt::ALT | Qt::Key_Up},
                                                       {lower, Qt::ALT | Qt::Key_Down},
                                                       {remove, Qt::Key_Delete}};
    for (const auto& [action, key] : bound) {
        bindKey(key, action);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(action->toolTip(), key.toString(QKeySequence::NativeText)));
    }
    QBoxLayout* layout = addKeys(kKeyRows, std::max(kRow, fontMetrics().height() + 8));
    keyList()->setUniformItemSizes(true);
    keyList()->setItemDelegate(
        new SortItemDelegate(context().theme, SortItemDelegate::Kind::Key, SortKeysModel::OriginRole, keyList()));
    connect(keyList(), &QListView::doubleClicked, m_reverse, &QAction::trigger);
    addButtons(layout, {m_reverse, raise, lower, remove}, this);
    addColumns(layout, kColumnRows);
}

QWidget* SortPopover::firstFocus() const
{
    return m_keys->rowCount() > 0 ? keyList() : ColumnKeysPopover::firstFocus();
}

void SortPopover::reverseKey()
{
    const QModelIndex current = keyList()->currentIndex();
    m_keys->setData(current, !current.data(SortKeysModel::DescendingRole).toBool(), SortKeysModel::DescendingRole);
}

void SortPopover::refresh()
{
    ColumnKeysPopover::refresh();
    m_reverse->setEnabled(currentKey() >= 0);
}

} // namespace runglass
