// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ChartLegend.h"

#include "widgets/common/PlainToolTip.h"

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
}

void ChartLegend::setLines(const std::vector<ChartLine>& lines)
{
    std::vector<ShownRun> runs;
    QStringList names;
    for (const ChartLine& line : lines) {
        if (runs.size() == kMostRuns)
            break;
        runs.push_back(line.run);
        names += line.run.name;
    }
    if (lines.size() == m_count && runs == m_runs)
        return;
    m_count = lines.size();
    m_runs = std::move(runs);
    if (m_count > m_runs.size())
        names += tr("+ %n more", nullptr, static_cast<int>(m_count - m_runs.size()));
    setToolTip(names.isEmpty() ? QString() : plainToolTip(names.join(u'\n')));
    update();
}

QSize ChartLegend::sizeHint() const
{
    return {200, fontMetrics().height() + 2};
}

void ChartLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    int x = 0;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const int rest = static_cast<int>(m_count - i);
        const QString more = tr("+ %n more", nullptr, rest);
        const QString name = fontMetrics().elidedText(m_runs[i].name, Qt::ElideMiddle, kMostNameWidth);
        const int needed = kDash + kDashGap + fontMetrics().horizontalAdvance(name);
        const int reserve = rest > 1 ? kGap + fontMetrics().horizontalAdvance(tr("+ %n more", nullptr, rest - 1)) : 0;
        if (i > 0 && x + needed + reserve > width()) {
            painter.setPen(m_theme.color(Theme::Token::Muted));
            painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                             more);
            return;
        }
        painter.fillRect(QRect(x, height() / 2 - 1, kDash, 2), m_theme.runColour(m_runs[i].colour));
        painter.setPen(m_theme.color(Theme::Token::Muted));
        painter.drawText(QRect(x + kDash + kDashGap, 0, width(), height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
        x += needed + kGap;
    }
}

} // namespace runglass
