// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRect>
#include <QString>

class QPainter;

namespace runglass
{

/// Whether a text holds signs that stand for line breaks and tabs (VisibleText).
bool hasMarks(const QString& text);

/// Draws a line of text, centred in height, with those signs in a colour of their own: they are no part of the value.
/// @param text elided by the caller
void drawMarkedText(QPainter& painter, const QRect& rect, const QString& text, const QColor& colour,
                    const QColor& markColour);

} // namespace runglass
