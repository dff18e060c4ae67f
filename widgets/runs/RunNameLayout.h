// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

namespace runglass
{

/// Where the parts of a run's name cell lie: the same for painting and for clicks, in the table and in the selector.
struct RunNameLayout {
    QRect box; ///< null in the selector
    QRect eye, dot, text;
    QRect tick;    ///< of a ticked run in the selector, which has no box; else null
    QRect warning; ///< null when there is nothing to warn of
    QRect state;   ///< null in the table, where the state has a column of its own

    /// @param withState  the selector's, without box; else the table's
    /// @param reserved   room for other columns before the state
    static RunNameLayout of(const QRect& cell, bool hasWarning, bool withState, bool isTicked = false,
                            int reserved = 0);
    /// Of a row that is no run, but of one: with the run's dot alone.
    static RunNameLayout plain(const QRect& cell);
    /// The box in the head of the names' column, above those of the rows.
    static QRect headBox(const QRect& head);
    /// The part of the cell in which a click ticks the run: wider than what is drawn. Null in the selector.
    QRect boxTarget(const QRect& cell) const;
    /// The part of the cell in which a click opens or shuts the eye: wider than what is drawn.
    QRect eyeTarget(const QRect& cell) const;
    /// The part in which a click asks for another colour.
    QRect dotTarget(const QRect& cell) const;
};

} // namespace runglass
