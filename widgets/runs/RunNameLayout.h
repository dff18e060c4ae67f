// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

namespace runglass
{

/// Where the parts of a run's name cell lie: the same for painting and for clicks, in the table and in the selector.
struct RunNameLayout {
    QRect eye, dot, text;
    QRect warning; ///< null when there is nothing to warn of
    QRect state;   ///< null in the table, where the state has a column of its own

    static RunNameLayout of(const QRect& cell, bool hasWarning, bool withState);
    /// The part of the cell in which a click opens or shuts the eye: wider than what is drawn.
    QRect eyeTarget(const QRect& cell) const;
};

} // namespace runglass
