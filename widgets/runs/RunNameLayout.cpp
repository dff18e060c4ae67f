// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunNameLayout.h"

namespace runglass
{

namespace
{

constexpr int kBoxSide = 14;
constexpr int kIconSide = 16;
constexpr int kDotSide = 10;
constexpr int kInset = 10;
constexpr int kGap = 8;
constexpr int kSmallGap = 6;

QRect centred(const QRect& cell, int x, int side)
{
    return {x, cell.y() + (cell.height() - side) / 2, side, side};
}

} // namespace

RunNameLayout RunNameLayout::of(const QRect& cell, bool hasWarning, bool withState, bool isTicked, int reserved)
{
    RunNameLayout layout;
    int left = cell.left() + kInset;
    if (!withState) {
        layout.box = centred(cell, left, kBoxSide);
        left += kBoxSide + kGap;
    }
    layout.eye = centred(cell, left, kIconSide);
    left += kIconSide + (withState ? kGap : kSmallGap);
    layout.dot = centred(cell, left, kDotSide);
    left += kDotSide + kGap;
    int right = cell.right() - kGap;
    if (withState) {
        layout.state = centred(cell, right - kIconSide, kIconSide);
        right -= kIconSide + kGap + reserved;
    }
    if (hasWarning) {
        layout.warning = centred(cell, right - kIconSide, kIconSide);
        right -= kIconSide + kGap;
    }
    if (withState && isTicked) {
        layout.tick = centred(cell, right - kIconSide, kIconSide);
        right -= kIconSide + kGap;
    }
    layout.text = QRect(QPoint(left, cell.top()), QPoint(right, cell.bottom()));
    return layout;
}

RunNameLayout RunNameLayout::plain(const QRect& cell)
{
    RunNameLayout layout;
    layout.dot = centred(cell, cell.left() + kInset, kDotSide);
    layout.text = QRect(QPoint(layout.dot.right() + 1 + kGap, cell.top()), QPoint(cell.right() - kGap, cell.bottom()));
    return layout;
}

QRect RunNameLayout::headBox(const QRect& head)
{
    return of(head, false, false).box;
}

QRect RunNameLayout::boxTarget(const QRect& cell) const
{
    return box.isNull() ? QRect() : QRect(cell.left(), cell.top(), eye.left() - kGap / 2 - cell.left(), cell.height());
}

QRect RunNameLayout::eyeTarget(const QRect& cell) const
{
    const int left = box.isNull() ? cell.left() : boxTarget(cell).right() + 1;
    return {left, cell.top(), dot.left() - kSmallGap / 2 - left, cell.height()};
}

QRect RunNameLayout::dotTarget(const QRect& cell) const
{
    return {dot.left() - kGap / 2, cell.top(), dot.width() + kGap, cell.height()};
}

} // namespace runglass
