// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

class QColor;

namespace runglass
{

/// A disc of a run's colour.
/// @param side   in pixels
/// @param ratio  device pixels a pixel
QIcon dotIcon(const QColor& colour, int side, qreal ratio);

} // namespace runglass
