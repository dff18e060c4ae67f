// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ChartPanel.h"

#include "widgets/workspace/ChartLegend.h"
#include "widgets/workspace/LookText.h"
#include "widgets/workspace/charts/ChartView.h"

#include <QHBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kInset = 10;

} // namespace

ChartPanel::ChartPanel(const MetricPanel& panel, Theme& theme, std::shared_ptr<PanelLines> lines, QWidget* parent)
    : PanelFrame(panel, theme, parent)
    , m_lines(std::move(lines))
    , m_legend(new ChartLegend(panel.key, theme, this))
    , m_view(new ChartView(panel.key, theme, this))
{
    auto* legend = new QHBoxLayout;
    legend->setContentsMargins(kInset, 0, kInset, 0);
    legend->addWidget(m_legend);
    room().addLayout(legend);
    room().addWidget(m_view, 1);
    connect(m_view, &ChartView::menuRequested, this, &ChartPanel::menuRequested);
    connect(m_view, &ChartView::runHovered, this, &ChartPanel::runHovered);
    connect(m_view, &ChartView::runChosen, this, &ChartPanel::runChosen);
    connect(m_legend, &ChartLegend::runHovered, this, &ChartPanel::runHovered);
    connect(m_legend, &ChartLegend::runChosen, this, &ChartPanel::runChosen);
    connect(m_legend, &ChartLegend::menuRequested, this, &ChartPanel::menuRequested);
    connect(m_lines.get(), &PanelLines::changed, this, &ChartPanel::showModel);
    finish();
    showModel();
}

void ChartPanel::setPanel(const MetricPanel& panel)
{
    PanelFrame::setPanel(panel);
    m_lines->setMetrics(panel.metrics);
}

void ChartPanel::setActive(bool active)
{
    m_lines->setActive(active);
}

QList<QWidget*> ChartPanel::contentStops() const
{
    return {m_view, m_legend};
}

QString ChartPanel::subtitle() const
{
    QStringList parts;
    if (m_lines->leftOut() > 0) {
        //: Beside a panel's title, when there are too many runs to draw.
        parts += tr("first %1 of %2 runs").arg(m_lines->runCount() - m_lines->leftOut()).arg(m_lines->runCount());
    }
    if (m_lines->isLoggedOnce())
        parts += tr("logged once");
    else
        parts += lookText(m_lines->look(), m_lines->areGroups());
    if (const auto unplaced = static_cast<int>(std::min<std::size_t>(m_lines->unplaced(), 2'000'000'000)); unplaced > 0)
        //: Beside a panel's title: they have no time, or its x axis was not logged with them.
        parts += tr("%n points without a place", nullptr, unplaced);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void ChartPanel::showModel()
{
    showHead();
    m_legend->setLines(m_lines->lines());
    QString word;
    if (!m_lines->error().isEmpty())
        word = m_lines->error();
    else if (m_lines->isLoading())
        word = tr("Reading…");
    else if (m_lines->metrics().empty())
        word = tr("No metric matches.");
    else
        word = tr("The shown runs did not log this.");
    m_view->setAxes(m_lines->axes());
    m_view->setLines(m_lines->lines(), word);
}

void ChartPanel::setEmphasis(const ChartEmphasis& emphasis)
{
    m_view->setEmphasis(emphasis);
    m_legend->setEmphasis(emphasis);
}

} // namespace runglass
