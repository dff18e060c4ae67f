// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QFont;
class QPainter;
class QRect;

namespace runglass
{

class Theme;

/// Paints texts as chips from the left of rect, centred vertically; those that do not fit become "+2".
/// @return how many were painted whole
int paintChips(QPainter& painter, const QRect& rect, const QStringList& texts, const QFont& font, const Theme& theme);

/// Width in which all of them fit.
int chipsWidth(const QStringList& texts, const QFont& font);

} // namespace runglass
