// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/TabularText.h"

#include <QFontMetrics>
#include <QPainter>

#include <cmath>
#include <limits>

namespace runglass
{

TabularText::TabularText(const QFont& font)
    : m_font(font)
{
    const QFontMetrics metrics(font);
    int narrowest = metrics.horizontalAdvance(QLatin1Char('0'));
    int widest = narrowest;
    for (char digit = '1'; digit <= '9'; ++digit) {
        const int advance = metrics.horizontalAdvance(QLatin1Char(digit));
        narrowest = std::min(narrowest, advance);
        widest = std::max(widest, advance);
    }
    m_digitWidth = narrowest == widest ? 0 : widest;
}

int TabularText::width(const QString& text) const
{
    const QFontMetrics metrics(m_font);
    if (m_digitWidth == 0)
        return metrics.horizontalAdvance(text);
    int width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? m_digitWidth : metrics.horizontalAdvance(c);
    return width;
}

int TabularText::mostWidth(const QString& text) const
{
    qreal width = 0;
    for (const QChar c : text) {
        if (c.unicode() >= m_advances.size())
            return std::numeric_limits<int>::max() / 2;
        width += mostAdvance(c);
    }
    return static_cast<int>(std::ceil(width));
}

qreal TabularText::mostAdvance(QChar c) const
{
    qreal& advance = m_advances[c.unicode()];
    if (advance == 0) {
        const qreal exact = QFontMetricsF(m_font).horizontalAdvance(c);
        // width() adds up whole pixels where digits differ.
        advance = m_digitWidth == 0 ? exact : std::max<qreal>(m_digitWidth, std::ceil(exact));
    }
    return advance;
}

void TabularText::drawRight(QPainter& painter, const QRect& rect, const QString& text) const
{
    const int flags = Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine;
    const int whole = width(text);
    if (m_digitWidth == 0 || whole > rect.width()) {
        painter.drawText(rect, flags, painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
        return;
    }
    const QFontMetrics metrics(m_font);
    int x = rect.right() + 1 - whole;
    for (const QChar c : text) {
        const int advance = c.isDigit() ? m_digitWidth : metrics.horizontalAdvance(c);
        painter.drawText(QRect(x, rect.y(), advance, rect.height()), flags, c);
        x += advance;
    }
}

} // namespace runglass
