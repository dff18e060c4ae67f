// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRect>
#include <QString>

#include <array>

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
    /// No less than width() or the font's own advance of the text, found without shaping it; may be far more.
    int mostWidth(const QString& text) const;
    /// One line at the right end of rect, cut with an ellipsis where it does not fit. Uses the painter's pen and font.
    void drawRight(QPainter& painter, const QRect& rect, const QString& text) const;

private:
    qreal mostAdvance(QChar c) const;

    QFont m_font;
    mutable std::array<qreal, 128> m_advances = {}; ///< of ASCII, 0 for those that were not asked for
    int m_digitWidth = 0;                           ///< 0: the font's digits are equally wide
};

} // namespace runglass
