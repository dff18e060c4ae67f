// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/MarkedText.h"

#include "models/items/VisibleText.h"

#include <QPainter>

#include <algorithm>

namespace runglass
{

namespace
{

bool isMark(QChar unit)
{
    return unit == kLineBreakMark || unit == kTabMark;
}

} // namespace

bool hasMarks(const QString& text)
{
    return std::any_of(text.cbegin(), text.cend(), isMark);
}

void drawMarkedText(QPainter& painter, const QRect& rect, const QString& text, const QColor& colour,
                    const QColor& markColour)
{
    constexpr int kFlags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    if (!hasMarks(text)) {
        painter.setPen(colour);
        painter.drawText(rect, kFlags, text);
        return;
    }
    QRect place = rect;
    for (qsizetype start = 0; start < text.size() && place.left() <= rect.right();) {
        const bool marks = isMark(text[start]);
        qsizetype end = start + 1;
        while (end < text.size() && isMark(text[end]) == marks)
            ++end;
        const QString part = text.mid(start, end - start);
        painter.setPen(marks ? markColour : colour);
        painter.drawText(place, kFlags, part);
        place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(part));
        start = end;
    }
}

} // namespace runglass
