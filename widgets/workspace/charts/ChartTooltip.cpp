// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartTooltip.h"

#include "models/items/Format.h"

#include <QPainter>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kInset = 8, kGap = 16, kDot = 8, kRowHeight = 22, kAway = 14, kMostNameWidth = 220;

} // namespace

ChartTooltip::ChartTooltip(const Theme& theme, QWidget* window)
    : QWidget(window)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("chartTooltip"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void ChartTooltip::showAt(const QPoint& place, const Crosshair& crosshair)
{
    m_crosshair = crosshair;
    // For whoever does not see it; the keys move it as well.
    setAccessibleName(crosshair.toText());
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

ChartTooltip::Texts ChartTooltip::header() const
{
    return {tr("Step %1").arg(format::number(m_crosshair.x)),
            m_crosshair.secondsSinceStart ? format::duration(*m_crosshair.secondsSinceStart) : QString()};
}

ChartTooltip::Texts ChartTooltip::row(const Crosshair::Row& row) const
{
    const QString value = format::number(row.value);
    //: %1 is a value, %2 the step it was logged at.
    return {fontMetrics().elidedText(row.run.name, Qt::ElideMiddle, kMostNameWidth),
            row.elsewhere ? tr("%1 at step %2").arg(value, format::number(row.x)) : value};
}

int ChartTooltip::rowCount() const
{
    return std::min(kMostRows, static_cast<int>(m_crosshair.rows.size()));
}

QSize ChartTooltip::wantedSize() const
{
    const auto width = [this](const Texts& texts, int extra) {
        return fontMetrics().horizontalAdvance(texts.left) + fontMetrics().horizontalAdvance(texts.right) + extra;
    };
    int widest = width(header(), kGap);
    for (int i = 0; i < rowCount(); ++i)
        widest = std::max(widest, width(row(m_crosshair.rows[static_cast<std::size_t>(i)]), kGap + 2 * kDot));
    const bool more = m_crosshair.rows.size() > static_cast<std::size_t>(rowCount());
    return {widest + 2 * kInset, (1 + rowCount() + (more ? 1 : 0)) * kRowHeight + kInset};
}

void ChartTooltip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Theme::Token::Border));
    painter.setBrush(m_theme.color(Theme::Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

    QRect line(kInset, kInset / 2, width() - 2 * kInset, kRowHeight);
    const auto text = [&](const Texts& texts, int indent, Theme::Token token) {
        painter.setPen(m_theme.color(token));
        painter.drawText(line.adjusted(indent, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         texts.left);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, texts.right);
        line.translate(0, kRowHeight);
    };
    text(header(), 0, Theme::Token::Muted);
    for (int i = 0; i < rowCount(); ++i) {
        const Crosshair::Row& entry = m_crosshair.rows[static_cast<std::size_t>(i)];
        if (i == 0) {
            painter.fillRect(QRect(1, line.top(), width() - 2, kRowHeight), m_theme.color(Theme::Token::Selection));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.runColour(entry.run.colour));
        painter.drawEllipse(QRect(line.left(), line.center().y() - kDot / 2 + 1, kDot, kDot));
        text(row(entry), 2 * kDot, Theme::Token::Text);
    }
    const int hidden = static_cast<int>(m_crosshair.rows.size()) - rowCount();
    if (hidden > 0)
        text({tr("+ %n more", nullptr, hidden), QString()}, 2 * kDot, Theme::Token::Muted);
}

} // namespace runglass
