// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QPoint>
#include <QRect>

namespace runglass
{

/// What a cell leaves when the room for its depth in groups is taken away at the left.
QRect insideGroups(const QRect& cell, int depth);

/// Where the parts of a group's head lie, in the table and in the selector.
struct GroupHeadLayout {
    QRect box; ///< null in the selector
    QRect fold, eye, text;
    QRect tick; ///< of a ticked group in the selector, which has no box; else null

    /// @param cell  insideGroups()
    static GroupHeadLayout of(const QRect& cell, bool isSelector, bool isTicked = false);
    /// Of a group of rows that are no runs: an arrow alone.
    static GroupHeadLayout plain(const QRect& cell);
};

/// Whether a row is no run, and has neither box nor eye: its model does not tell of them.
bool isPlainRow(const QModelIndex& index);

/// The parts of a name's cell that do something when they are clicked.
enum class RowPart { None, Box, Fold, Eye, Dot };

/// The part at a position, wider than what is drawn.
/// @param name  the first cell of a row of runs
/// @param cell  where it lies: in the selector the whole row
RowPart rowPartAt(const QModelIndex& name, const QRect& cell, const QPoint& position, bool isSelector);
/// Where a click asks for another colour; null for a group.
QRect dotTargetOf(const QModelIndex& name, const QRect& cell, bool isSelector);

} // namespace runglass
