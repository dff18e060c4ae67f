// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/PlotTooltip.h"

#include <QPainter>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kInset = 8, kGap = 16, kDot = 8, kRowHeight = 22, kAway = 14, kMostTextWidth = 260;

} // namespace

PlotTooltip::PlotTooltip(const Theme& theme, QWidget* window)
    : QWidget(window)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("plotTooltip"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void PlotTooltip::showAt(const QPoint& place, const PlotTip& tip)
{
    m_tip = tip;
    // For whoever does not see it; the keys move it as well.
    setAccessibleName(tip.toText());
    const QSize size = wantedSize();
    QPoint corner = place + QPoint(kAway, kAway);
    if (corner.x() + size.width() > parentWidget()->width())
        corner.setX(place.x() - kAway - size.width());
    if (corner.y() + size.height() > parentWidget()->height())
        corner.setY(place.y() - kAway - size.height());
    setGeometry(QRect(QPoint(std::max(0, corner.x()), std::max(0, corner.y())), size));
    show();
    raise();
    update();
}

QSize PlotTooltip::wantedSize() const
{
    const auto width = [this](const QString& text) {
        return std::min(kMostTextWidth, fontMetrics().horizontalAdvance(text));
    };
    int widest = width(m_tip.title) + (m_tip.colour ? 2 * kDot : 0);
    for (const auto& [what, value] : m_tip.rows)
        widest = std::max(widest, width(what) + kGap + width(value));
    return {widest + 2 * kInset, static_cast<int>(1 + m_tip.rows.size()) * kRowHeight + kInset};
}

void PlotTooltip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Theme::Token::Border));
    painter.setBrush(m_theme.color(Theme::Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    QRect line(kInset, kInset / 2, width() - 2 * kInset, kRowHeight);
    const auto write = [&](const QRect& room, Qt::Alignment side, const QString& text, Theme::Token token) {
        painter.setPen(m_theme.color(token));
        painter.drawText(room, static_cast<int>((side | Qt::AlignVCenter).toInt()) | Qt::TextSingleLine,
                         fontMetrics().elidedText(text, Qt::ElideMiddle, std::min(room.width(), kMostTextWidth)));
    };
    if (m_tip.colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.runColour(*m_tip.colour));
        painter.drawEllipse(QRect(line.left(), line.center().y() - kDot / 2 + 1, kDot, kDot));
    }
    write(line.adjusted(m_tip.colour ? 2 * kDot : 0, 0, 0, 0), Qt::AlignLeft, m_tip.title, Theme::Token::Text);
    for (const auto& [what, value] : m_tip.rows) {
        line.translate(0, kRowHeight);
        write(line, Qt::AlignLeft, what, Theme::Token::Muted);
        write(line, Qt::AlignRight, value, Theme::Token::Text);
    }
}

} // namespace runglass
