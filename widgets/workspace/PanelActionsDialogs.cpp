// SPDX-License-Identifier: GPL-3.0-or-later
// What of the actions asks in a dialog.
#include "widgets/workspace/ChartPanel.h"
#include "widgets/workspace/ChartSettingsPopover.h"
#include "widgets/workspace/ExportChartDialog.h"
#include "widgets/workspace/PanelActions.h"
#include "widgets/workspace/PanelEditor.h"
#include "widgets/workspace/RunsByValueDialog.h"
#include "widgets/workspace/bodies/PanelBody.h"
#include "widgets/workspace/bodies/PanelKinds.h"

#include <QToolButton>

namespace runglass
{

namespace
{

/// As a person's own panel, or as what is added to that of a metric.
PanelContent contentOf(const PanelLayout& layout, const MetricPanel& panel)
{
    const PanelEntry* entry = layout.find(panel.id);
    if (entry && entry->content)
        return *entry->content;
    PanelContent content;
    content.metrics = panel.metrics;
    return content;
}

/// @return the first of them; unset: none
std::optional<PanelRef> addPanels(PanelLayout& layout, const PanelEditor::Choice& choice,
                                  const std::vector<MetricEntry>& metrics)
{
    // What is added is to be seen.
    if (const SectionEntry* section = layout.find(choice.section); section && section->collapsed)
        layout.at(choice.section).collapsed = false;
    if (!choice.oneForEach) {
        const PanelRef panel = layout.addPanel(choice.section, choice.content);
        layout.at(panel).title = choice.title.toStdString();
        if (const auto kind = panelKind(choice.content.kind))
            layout.at(panel).size = kind->size;
        return panel;
    }
    const std::vector<MetricRef> chosen = metricsOf(choice.content, metrics);
    for (const MetricRef& metric : chosen) {
        // A metric has one panel by itself: it comes back, or to the section that was asked for.
        PanelEntry& entry = layout.at({metric, 0});
        entry.removed = false;
        const bool isAtHome = layout.automatic && sectionOf(metric, layout.prefix) == choice.section;
        entry.section = isAtHome ? std::nullopt : std::optional(choice.section);
    }
    return chosen.empty() ? std::nullopt : std::optional(PanelRef{chosen.front(), 0});
}

/// What a person chose for a panel that is there.
void changePanel(PanelLayout& layout, const PanelRef& panel, const PanelEditor::Choice& choice)
{
    PanelEntry& entry = layout.at(panel);
    entry.title = choice.title.toStdString();
    PanelContent plain;
    plain.metrics = {panel.metric};
    if (panel.isOwn() || choice.content != plain)
        entry.content = choice.content;
    else
        entry.content.reset();
}

} // namespace

void PanelActions::duplicate(const PanelRef& panel)
{
    const MetricPanel* shown = m_board.find(panel);
    const std::optional<SectionRef> section = m_board.sections().sectionOf(panel);
    if (!shown || !section)
        return;
    PanelRef added;
    m_board.edit([&](PanelLayout& layout) {
        const PanelEntry* entry = layout.find(panel);
        PanelEntry copy = entry ? *entry : PanelEntry{panel};
        added = layout.addPanel(*section, contentOf(layout, *shown));
        PanelEntry& made = layout.at(added);
        made.title = std::move(copy.title);
        made.size = copy.size;
        made.settings = std::move(copy.settings);
    });
    m_board.goTo(added);
}

void PanelActions::openExport(const PanelRef& panel)
{
    PanelFrame* shown = m_board.shownPanel(panel);
    if (!shown) {
        m_board.goTo(panel);
        shown = m_board.shownPanel(panel);
    }
    if (const PanelBody* body = shown ? shown->body() : nullptr) {
        if (auto source = body->shot())
            (new ExportChartDialog(std::move(source), false, m_board.window()))->open();
        return;
    }
    ChartPanel* widget = shown ? shown->asChart() : nullptr;
    if (!widget)
        return;
    ChartShot shot{widget->panel().title,       widget->subtitle(),          widget->view().lines(),
                   widget->view().canvasAxes(), widget->view().axes().xName, m_board.emphasis()};
    auto* dialog = new ExportChartDialog(std::move(shot), false, m_board.window());
    dialog->open();
}

void PanelActions::openRunsByValue()
{
    const ChartView* current = view();
    if (!current)
        return;
    const Range inSight = current->xRange();
    const bool isPointed = m_pointedX && inSight.contains(*m_pointedX);
    auto* dialog = new RunsByValueDialog(current->lines(), current->axes(), isPointed ? *m_pointedX : inSight.hi,
                                         m_board.window());
    connect(dialog, &RunsByValueDialog::chosen, this, &PanelActions::runsChosen);
    dialog->open();
}

void PanelActions::openPanelEditor(const std::optional<PanelRef>& panel)
{
    std::vector<std::pair<SectionRef, QString>> sections;
    for (const PanelSection& section : m_board.sections().sections())
        sections.emplace_back(section.id, section.title);
    if (sections.empty())
        sections.emplace_back(SectionRef(), usualTitle(SectionRef()));
    auto* editor =
        new PanelEditor(m_theme, m_board.sections().metrics(), std::move(sections), m_board.scope(), m_board.window());
    const MetricPanel* shown = panel ? m_board.find(*panel) : nullptr;
    if (shown) {
        const PanelEntry* entry = m_board.layout().find(*panel);
        editor->edit(*shown, contentOf(m_board.layout(), *shown),
                     entry ? QString::fromStdString(entry->title) : QString());
    } else if (const auto section = targetSection()) {
        editor->setSection(*section);
    }
    connect(editor, &PanelEditor::chosen, this, [this, panel](const PanelEditor::Choice& choice) {
        std::optional<PanelRef> added;
        m_board.edit([&](PanelLayout& layout) {
            if (panel)
                changePanel(layout, *panel, choice);
            else
                added = addPanels(layout, choice, m_board.sections().metrics());
        });
        if (added)
            m_board.goTo(*added);
    });
    editor->open();
}

void PanelActions::openSettings(const std::optional<SectionRef>& section, const std::optional<PanelRef>& panel)
{
    // Not the board's where that can be helped: without panels it gives way to a text that says so.
    QWidget* const owner = m_settingsPlace ? m_settingsPlace.data() : &m_board;
    if (!m_settings)
        m_settings = new ChartSettingsPopover(m_theme, m_board, owner);
    QWidget* place = m_settingsPlace;
    PanelFrame* widget = panel ? m_board.shownPanel(*panel) : nullptr;
    if (widget)
        place = &widget->menuButton();
    else if (QWidget* head = section ? m_board.headButton(*section) : nullptr)
        place = head;
    m_settings->open(section, panel, place ? place : &m_board);
}

} // namespace runglass
