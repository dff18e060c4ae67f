// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunNameLayout.h"

namespace runglass
{

namespace
{

constexpr int kIconSide = 16;
constexpr int kDotSide = 10;
constexpr int kInset = 10;
constexpr int kGap = 8;

QRect centred(const QRect& cell, int x, int side)
{
    return {x, cell.y() + (cell.height() - side) / 2, side, side};
}

} // namespace

RunNameLayout RunNameLayout::of(const QRect& cell, bool hasWarning, bool withState)
{
    RunNameLayout layout;
    int left = cell.left() + kInset;
    layout.eye = centred(cell, left, kIconSide);
    left += kIconSide + kGap;
    layout.dot = centred(cell, left, kDotSide);
    left += kDotSide + kGap;
    int right = cell.right() - kGap;
    if (withState) {
        layout.state = centred(cell, right - kIconSide, kIconSide);
        right -= kIconSide + kGap;
    }
    if (hasWarning) {
        layout.warning = centred(cell, right - kIconSide, kIconSide);
        right -= kIconSide + kGap;
    }
    layout.text = QRect(QPoint(left, cell.top()), QPoint(right, cell.bottom()));
    return layout;
}

QRect RunNameLayout::eyeTarget(const QRect& cell) const
{
    return {cell.left(), cell.top(), dot.left() - kGap / 2 - cell.left(), cell.height()};
}

} // namespace runglass
