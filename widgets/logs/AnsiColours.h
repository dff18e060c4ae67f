// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Console.h"

#include <QColor>

namespace runglass
{

class Theme;

/// Colours of a stretch of console text as they are painted.
struct AnsiLook {
    QColor foreground;
    QColor background; ///< invalid: none
};

/// What the escapes asked for, changed where it could not be read: at least 4.5:1 against what is behind it.
AnsiLook ansiLook(const TextStyle& style, const Theme& theme);

/// WCAG 2.1 contrast of two opaque colours, 1–21.
double contrastRatio(const QColor& a, const QColor& b);
/// colour, lightened or darkened until it stands out from background by ratio.
QColor readableOn(QColor colour, const QColor& background, double ratio = 4.5);

} // namespace runglass
