// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace runglass
{

/// What Tab stops at inside root, root included, in the order it is read in: down, and in a line from its beginning.
/// Qt's own order is the one in which widgets were made, which for what comes and goes is none at all.
QList<QWidget*> tabStops(QWidget* root);

/// The one after (step 1) or before (step -1) a widget, around the ends; null where there is none, or the widget is
/// none of them.
QWidget* tabStopBeside(QWidget* root, const QWidget* widget, int step);

} // namespace runglass
