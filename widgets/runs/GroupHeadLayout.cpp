// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/GroupHeadLayout.h"

#include "models/items/RunRoles.h"
#include "widgets/runs/RunNameLayout.h"

namespace runglass
{

namespace
{

constexpr int kIndent = 22; ///< so that the first part of a run stands below the arrow of its group
constexpr int kIconSide = 16;
constexpr int kGap = 8, kSmallGap = 6;

QRect after(const QRect& part, int gap)
{
    const int x = part.right() + 1 + gap;
    return {x, part.center().y() - kIconSide / 2 + 1, kIconSide, kIconSide};
}

/// Whether x lies between two parts, or beside one.
bool isBetween(int x, int from, int to)
{
    return x >= from && x < to;
}

RunNameLayout layoutOfRun(const QModelIndex& name, const QRect& cell, bool isSelector)
{
    return RunNameLayout::of(cell, name.data(WarningCountRole).toInt() > 0, isSelector);
}

RowPart plainPartAt(const QModelIndex& name, const QRect& cell, const QPoint& position)
{
    const bool isOnArrow = position.x() < GroupHeadLayout::plain(cell).text.left();
    return name.data(GroupRole).toBool() && isOnArrow ? RowPart::Fold : RowPart::None;
}

RowPart groupPartAt(const QRect& cell, const QPoint& position, bool isSelector)
{
    const auto layout = GroupHeadLayout::of(cell, isSelector);
    const int foldLeft = layout.box.isNull() ? cell.left() : layout.fold.left() - kSmallGap / 2;
    const int eyeLeft = layout.eye.left() - kSmallGap / 2;
    if (!layout.box.isNull() && isBetween(position.x(), cell.left(), foldLeft))
        return RowPart::Box;
    if (isBetween(position.x(), foldLeft, eyeLeft))
        return RowPart::Fold;
    return isBetween(position.x(), eyeLeft, layout.text.left()) ? RowPart::Eye : RowPart::None;
}

} // namespace

QRect insideGroups(const QRect& cell, int depth)
{
    return cell.adjusted(depth * kIndent, 0, 0, 0);
}

GroupHeadLayout GroupHeadLayout::of(const QRect& cell, bool isSelector, bool isTicked)
{
    // The box stands above those of runs, in line with the one in the head of the table.
    const auto run = RunNameLayout::of(cell, false, isSelector, isTicked);
    GroupHeadLayout layout;
    layout.box = run.box;
    layout.fold = isSelector ? run.eye : after(run.box, kGap);
    layout.eye = after(layout.fold, kSmallGap);
    layout.tick = run.tick.isNull() ? QRect() : QRect(run.state.topLeft(), run.tick.size());
    const int right = layout.tick.isNull() ? cell.right() - kGap : layout.tick.left() - kGap;
    layout.text = QRect(QPoint(layout.eye.right() + 1 + kGap, cell.top()), QPoint(right, cell.bottom()));
    return layout;
}

GroupHeadLayout GroupHeadLayout::plain(const QRect& cell)
{
    GroupHeadLayout layout;
    layout.fold = QRect(cell.left() + kGap, cell.center().y() - kIconSide / 2 + 1, kIconSide, kIconSide);
    layout.text =
        QRect(QPoint(layout.fold.right() + 1 + kSmallGap, cell.top()), QPoint(cell.right() - kGap, cell.bottom()));
    return layout;
}

bool isPlainRow(const QModelIndex& index)
{
    return !index.data(ShownRole).isValid();
}

RowPart rowPartAt(const QModelIndex& name, const QRect& cell, const QPoint& position, bool isSelector)
{
    const QRect inside = insideGroups(cell, name.data(DepthRole).toInt());
    if (!name.isValid() || !inside.contains(position))
        return RowPart::None;
    if (isPlainRow(name))
        return plainPartAt(name, inside, position);
    if (name.data(GroupRole).toBool())
        return groupPartAt(inside, position, isSelector);
    const auto layout = layoutOfRun(name, inside, isSelector);
    if (layout.boxTarget(inside).contains(position))
        return RowPart::Box;
    if (layout.dotTarget(inside).contains(position))
        return RowPart::Dot;
    return layout.eyeTarget(inside).contains(position) ? RowPart::Eye : RowPart::None;
}

QRect dotTargetOf(const QModelIndex& name, const QRect& cell, bool isSelector)
{
    if (!name.isValid() || name.data(GroupRole).toBool())
        return {};
    const QRect inside = insideGroups(cell, name.data(DepthRole).toInt());
    return layoutOfRun(name, inside, isSelector).dotTarget(inside);
}

} // namespace runglass
