// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ChartLegend.h"

#include "widgets/common/PlainToolTip.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kDash = 12, kDashGap = 5, kGap = 12, kMostNameWidth = 120;
constexpr std::size_t kMostRuns = 30;

} // namespace

ChartLegend::ChartLegend(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QFont small = font();
    small.setPointSizeF(std::max(6.0, small.pointSizeF() - 1));
    setFont(small);
    setMouseTracking(true);
}

void ChartLegend::setLines(const std::vector<ChartLine>& lines)
{
    std::vector<Entry> entries;
    QStringList names;
    for (const ChartLine& line : lines) {
        if (entries.size() == kMostRuns)
            break;
        entries.push_back({line.run, line.name()});
        names += line.name();
    }
    if (lines.size() == m_count && entries == m_entries)
        return;
    m_count = lines.size();
    m_entries = std::move(entries);
    if (m_count > m_entries.size())
        names += tr("+ %n more", nullptr, static_cast<int>(m_count - m_entries.size()));
    setToolTip(names.isEmpty() ? QString() : plainToolTip(names.join(u'\n')));
    update();
}

void ChartLegend::setHovered(const std::optional<RunRef>& run)
{
    if (run == m_hovered)
        return;
    m_hovered = run;
    update();
}

QSize ChartLegend::sizeHint() const
{
    return {200, fontMetrics().height() + 2};
}

std::vector<ChartLegend::Placed> ChartLegend::placed() const
{
    std::vector<Placed> result;
    const auto more = [](std::size_t count) { return tr("+ %n more", nullptr, static_cast<int>(count)); };
    int x = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const std::size_t rest = m_count - i;
        const QString name = fontMetrics().elidedText(m_entries[i].name, Qt::ElideMiddle, kMostNameWidth);
        const int needed = kDash + kDashGap + fontMetrics().horizontalAdvance(name);
        const int reserve = rest > 1 ? kGap + fontMetrics().horizontalAdvance(more(rest - 1)) : 0;
        if (i > 0 && x + needed + reserve > width()) {
            result.push_back({QRect(x, 0, width() - x, height()), more(rest), m_entries.size()});
            break;
        }
        result.push_back({QRect(x, 0, needed, height()), name, i});
        x += needed + kGap;
    }
    return result;
}

std::optional<RunRef> ChartLegend::runAt(const QPoint& place) const
{
    for (const Placed& one : placed()) {
        if (one.entry < m_entries.size() && one.rect.contains(place))
            return m_entries[one.entry].run.ref;
    }
    return std::nullopt;
}

void ChartLegend::mouseMoveEvent(QMouseEvent* event)
{
    emit runHovered(runAt(event->position().toPoint()));
}

void ChartLegend::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    emit runHovered(std::nullopt);
}

void ChartLegend::mousePressEvent(QMouseEvent* event)
{
    const std::optional<RunRef> run = runAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && run)
        emit runChosen(*run);
    else
        QWidget::mousePressEvent(event);
}

void ChartLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (const Placed& one : placed()) {
        const bool isRun = one.entry < m_entries.size();
        const bool standsOut = isRun && m_hovered == m_entries[one.entry].run.ref;
        painter.setOpacity(m_hovered && !standsOut ? 0.5 : 1);
        const int indent = isRun ? kDash + kDashGap : 0;
        if (isRun) {
            painter.fillRect(QRect(one.rect.left(), height() / 2 - 1, kDash, standsOut ? 3 : 2),
                             m_theme.runColour(m_entries[one.entry].run.colour));
        }
        painter.setPen(m_theme.color(standsOut ? Theme::Token::Text : Theme::Token::Muted));
        painter.drawText(QRect(one.rect.left() + indent, 0, width(), height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, one.text);
    }
}

} // namespace runglass
