// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Chips.h"

#include "widgets/common/Theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace runglass
{

namespace
{

constexpr int kPadding = 6;
constexpr int kGap = 4;
constexpr qreal kRadius = 4;
constexpr int kLongestChip = 220;

QString oneLine(const QString& text)
{
    return text.simplified();
}

int chipWidth(const QString& text, const QFontMetrics& metrics)
{
    return std::min(metrics.horizontalAdvance(text) + 2 * kPadding, kLongestChip);
}

void paintChip(QPainter& painter, const QRect& place, const QString& text, const Theme& theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Theme::Token::Chip));
    painter.drawRoundedRect(place, kRadius, kRadius);
    painter.setPen(theme.color(Theme::Token::ChipText));
    const QFontMetrics metrics = painter.fontMetrics();
    const int room = place.width() - 2 * kPadding;
    // Asked whether it fits first: elidedText measures in fractions and would cut what fits exactly.
    const bool fits = metrics.horizontalAdvance(text) <= room;
    painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine,
                     fits ? text : metrics.elidedText(text, Qt::ElideMiddle, room));
}

} // namespace

int paintChips(QPainter& painter, const QRect& rect, const QStringList& texts, const QFont& font, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const int height = std::max(18, metrics.height() + 2);
    int x = rect.left();
    int shown = 0;
    for (const QString& raw : texts) {
        const QString text = oneLine(raw);
        int width = chipWidth(text, metrics);
        const auto left = static_cast<int>(texts.size()) - shown - 1;
        const int rest = left > 0 ? chipWidth(QStringLiteral("+%1").arg(left), metrics) + kGap : 0;
        const int room = rect.right() - x - rest;
        // The first chip is rather shortened than left out.
        if (shown == 0)
            width = std::min(width, std::max(room, 4 * kPadding));
        else if (width > room)
            break;
        paintChip(painter, QRect(x, rect.center().y() - height / 2 + 1, width, height), text, theme);
        x += width + kGap;
        ++shown;
    }
    if (shown < texts.size()) {
        const QString more = QStringLiteral("+%1").arg(texts.size() - shown);
        painter.setPen(theme.color(Theme::Token::ChipText));
        painter.drawText(QRect(x, rect.top(), rect.right() - x, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, more);
    }
    painter.restore();
    return shown;
}

int chipsWidth(const QStringList& texts, const QFont& font)
{
    const QFontMetrics metrics(font);
    int width = 0;
    for (const QString& text : texts)
        width += chipWidth(oneLine(text), metrics) + kGap;
    return width;
}

} // namespace runglass
