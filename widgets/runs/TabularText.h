// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

namespace runglass
{

/// Draws numbers so that digits of different rows stand in line, also in fonts whose digits differ in width.
class TabularText
{
public:
    explicit TabularText(const QFont& font);

    const QFont& font() const { return m_font; }
    int width(const QString& text) const;
    /// One line at the right end of rect, cut with an ellipsis where it does not fit. Uses the painter's pen and font.
    void drawRight(QPainter& painter, const QRect& rect, const QString& text) const;

private:
    QFont m_font;
    int m_digitWidth = 0; ///< 0: the font's digits are equally wide
};

} // namespace runglass
