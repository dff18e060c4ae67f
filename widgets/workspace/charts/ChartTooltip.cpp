// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartTooltip.h"

#include "models/items/Format.h"
#include "widgets/workspace/charts/ChartView.h"

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

void ChartTooltip::setChosenRow(std::size_t row)
{
    m_chosen = row;
    update();
}

void ChartTooltip::showAt(const QPoint& place, const Crosshair& crosshair, const ChartAxes& axes, bool pinned)
{
    m_crosshair = crosshair;
    m_measure = axes.x;
    m_xName = xAxisName(axes.xName);
    m_pinned = pinned;
    // For whoever does not see it; the keys move it as well.
    QString spoken = crosshair.toText(m_measure, m_xName);
    for (const Crosshair::Row& row : crosshair.rows) {
        if (row.isBaseline)
            spoken += tr("Baseline: %1").arg(row.name);
    }
    setAccessibleName(spoken);
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
    using Unit = AxisMeasure::Unit;
    const QString x = m_measure.unit == Unit::Duration ? format::duration(m_crosshair.x)
                      : m_measure.unit == Unit::Time   ? exactX(m_measure, m_crosshair.x)
                                                       : format::exactNumber(m_crosshair.x);
    const bool saysTime = m_crosshair.secondsSinceStart && m_measure.unit != Unit::Duration;
    //: Head of a chart's tooltip; %1 is what the x axis counts, %2 the place: "Step 23,200".
    return {tr("%1 %2").arg(m_xName, x), saysTime ? format::duration(*m_crosshair.secondsSinceStart) : QString()};
}

/// Where there is nothing else that says how it is let go.
QString ChartTooltip::hint() const
{
    return m_pinned ? tr("Pinned · Ctrl+C copies · Esc closes") : QString();
}

ChartTooltip::Texts ChartTooltip::row(const Crosshair::Row& row) const
{
    QString value = format::exactNumber(row.value);
    if (row.band)
        value += QStringLiteral(" (%1 – %2)").arg(format::number(row.band->first), format::number(row.band->second));
    QStringList strange;
    for (const double one : row.strange)
        strange += format::exactNumber(one);
    const QString elsewhere = m_measure.unit == AxisMeasure::Unit::Duration ? format::duration(row.x)
                              : m_measure.unit == AxisMeasure::Unit::Time   ? exactX(m_measure, row.x)
                                                                            : format::exactNumber(row.x);
    const QString name = fontMetrics().elidedText(row.name, Qt::ElideMiddle, kMostNameWidth);
    //: %1 is a value, %2 the step (or time) it was logged at.
    value = row.elsewhere ? tr("%1 at %2").arg(value, elsewhere) : value;
    if (!strange.isEmpty())
        //: %1 is the value of a group of runs, %2 what one of these has instead of a number: "0.25 · in a run: NaN".
        value = tr("%1 · in a run: %2").arg(value, strange.join(QStringLiteral(", ")));
    return {row.isBaseline ? withBaseline(name) : name, value};
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
    const bool hinted = !hint().isEmpty();
    if (hinted)
        widest = std::max(widest, fontMetrics().horizontalAdvance(hint()));
    return {widest + 2 * kInset, (1 + rowCount() + (more ? 1 : 0) + (hinted ? 1 : 0)) * kRowHeight + kInset};
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
        if (static_cast<std::size_t>(i) == m_chosen) {
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
    if (!hint().isEmpty())
        text({hint(), QString()}, 0, Theme::Token::Muted);
}

} // namespace runglass
