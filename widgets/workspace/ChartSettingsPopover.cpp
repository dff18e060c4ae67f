// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ChartSettingsPopover.h"

#include "widgets/workspace/ArrangementForm.h"
#include "widgets/workspace/ChartSettingsForm.h"
#include "widgets/workspace/PanelBoard.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kInset = 12, kWidth = 420;
constexpr int kRest = 80; ///< of the window's height that the form leaves

} // namespace

ChartSettingsPopover::ChartSettingsPopover(Theme& theme, PanelBoard& board, QWidget* owner)
    : Popover(theme, tr("Chart settings"), owner)
    , m_board(board)
    , m_title(new QLabel(this))
    , m_arrangement(new ArrangementForm(this))
    , m_scroll(new QScrollArea(this))
    , m_form(new ChartSettingsForm(theme, this))
{
    setObjectName(QStringLiteral("chartSettings"));
    m_title->setTextFormat(Qt::PlainText);
    QFont semibold = font();
    semibold.setWeight(QFont::DemiBold);
    m_title->setFont(semibold);
    // A small window may be lower than the form.
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_form);
    m_form->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_arrangement);
    layout->addWidget(m_scroll, 1);
    setMinimumWidth(kWidth);
    connect(m_form, &ChartSettingsForm::edited, this, &ChartSettingsPopover::apply);
    connect(m_arrangement, &ArrangementForm::edited, this, [&board](bool automatic, PanelLayout::Prefix prefix) {
        board.edit([&](PanelLayout& kept) {
            kept.automatic = automatic;
            kept.prefix = prefix;
        });
    });
    connect(&board, &PanelBoard::sectionsChanged, this, [this] {
        if (isVisible())
            follow();
    });
}

void ChartSettingsPopover::open(const std::optional<SectionRef>& section, const std::optional<PanelRef>& panel,
                                QWidget* control)
{
    m_panel = panel;
    m_section = panel ? m_board.sections().sectionOf(*panel) : section;
    m_form->startAnew();
    m_form->setMetrics(m_board.sections().metrics());
    follow();
    m_title->setText(title());
    m_arrangement->setVisible(!m_section && !m_panel);
    const int above = m_arrangement->isHidden() ? 0 : m_arrangement->sizeHint().height() + layout()->spacing();
    // All of it where the window has room, without a bar.
    m_scroll->setFixedHeight(std::min(m_form->sizeHint().height(), window()->height() - kRest - above));
    openBelow(control);
}

QString ChartSettingsPopover::title() const
{
    if (m_panel && !m_panel->part.empty())
        return tr("Settings of all panels of this expression");
    if (m_panel) {
        const MetricPanel* panel = m_board.find(*m_panel);
        return tr("Settings of %1").arg(panel ? panel->title : QString());
    }
    for (const PanelSection& section : m_board.sections().sections()) {
        if (m_section == section.id)
            return tr("Settings of section %1").arg(section.title);
    }
    return tr("Settings of all panels");
}

ChartSettings ChartSettingsPopover::own() const
{
    const PanelLayout& layout = m_board.layout();
    if (m_panel) {
        const PanelEntry* entry = layout.find(*m_panel);
        return entry ? entry->settings : ChartSettings();
    }
    if (m_section) {
        const SectionEntry* entry = layout.find(*m_section);
        return entry ? entry->settings : ChartSettings();
    }
    return layout.settings;
}

ChartSettings ChartSettingsPopover::above() const
{
    const PanelLayout& layout = m_board.layout();
    if (!m_section)
        return {};
    const SectionEntry* entry = m_panel ? layout.find(*m_section) : nullptr;
    return entry ? laidOver(layout.settings, entry->settings) : layout.settings;
}

void ChartSettingsPopover::follow()
{
    m_form->setSettings(own(), above());
    m_arrangement->setLayoutOf(m_board.layout());
}

void ChartSettingsPopover::apply(const ChartSettings& settings)
{
    m_board.edit([&](PanelLayout& layout) {
        if (m_panel)
            layout.at(*m_panel).settings = settings;
        else if (m_section)
            layout.at(*m_section).settings = settings;
        else
            layout.settings = settings;
    });
}

} // namespace runglass
