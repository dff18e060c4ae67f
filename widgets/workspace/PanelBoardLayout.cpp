// SPDX-License-Identifier: GPL-3.0-or-later
// Which panels exist where.
#include "models/items/VisibleText.h"
#include "widgets/workspace/BodyTableDialog.h"
#include "widgets/workspace/ChartPanel.h"
#include "widgets/workspace/PanelBoard.h"
#include "widgets/workspace/PanelHead.h"
#include "widgets/workspace/bodies/PanelBody.h"
#include "widgets/workspace/bodies/PanelKinds.h"

#include <QScrollBar>

#include <algorithm>
#include <set>

namespace runglass
{

namespace
{

constexpr int kScrollStep = 40;

} // namespace

void PanelBoard::rebuild(const std::optional<Anchor>& kept)
{
    const int height = viewport()->height();
    m_grid.build(m_sections.sections(), layout(), viewport()->width());
    QScrollBar* bar = verticalScrollBar();
    bar->setSingleStep(kScrollStep);
    bar->setPageStep(height);
    const PanelGrid::Item* item = kept ? findItem(kept->panel) : nullptr;
    const int place = item ? item->rect.top() - kept->offset : 0;
    // Room below the last panel where a short page could not stay in place without.
    bar->setRange(0, std::max({0, m_grid.height() - height, place}));
    if (item)
        bar->setValue(place);
    updateView();
    emit sectionsChanged();
}

void PanelBoard::dropOthers(const std::vector<PanelGrid::Item>& items)
{
    const QPoint shift(0, -verticalScrollBar()->value());
    std::set<SectionRef> heads;
    std::set<PanelRef> panels;
    for (const PanelGrid::Item& item : items) {
        const PanelSection& section = m_sections.sections()[item.section];
        if (item.panel)
            panels.insert(section.panels[*item.panel]->id);
        else
            heads.insert(section.id);
    }
    std::vector<PanelRef> gone;
    for (const auto& [id, widget] : m_panels) {
        const PanelGrid::Item* item = panels.contains(id) || !widget->hasFocusInside() ? nullptr : findItem(id);
        // The focus stays where it is while the page scrolls.
        if (item)
            widget->setGeometry(item->rect.translated(shift));
        else if (!panels.contains(id))
            gone.push_back(id);
    }
    for (const PanelRef& id : gone)
        dropPanel(id);
    std::erase_if(m_heads, [&](const auto& entry) {
        if (heads.contains(entry.first))
            return false;
        // Later: its own menu may be what made it go.
        entry.second->hide();
        entry.second->deleteLater();
        return true;
    });
}

void PanelBoard::place(const std::vector<PanelGrid::Item>& items)
{
    const QPoint shift(0, -verticalScrollBar()->value());
    dropOthers(items);
    for (const PanelGrid::Item& item : items) {
        const PanelSection& section = m_sections.sections()[item.section];
        QWidget* widget = item.panel ? livePanel(*section.panels[*item.panel]) : liveHead(section);
        widget->setGeometry(item.rect.translated(shift));
        widget->show();
    }
}

QWidget* PanelBoard::livePanel(const MetricPanel& panel)
{
    PanelFrame*& widget = m_panels[panel.id];
    if (!widget)
        widget = makeLivePanel(panel);
    else if (widget->panel() != panel)
        widget->setPanel(panel);
    return widget;
}

QWidget* PanelBoard::liveHead(const PanelSection& section)
{
    PanelHead*& head = m_heads[section.id];
    if (!head)
        head = makeHead();
    head->setSection(section, !m_sections.search().isEmpty());
    return head;
}

namespace
{

void bringToFront(QWidget& window)
{
    if (window.isVisible()) {
        window.raise();
        window.activateWindow();
    }
    window.show();
}

} // namespace

void PanelBoard::showBodyData(const MetricPanel& panel)
{
    const std::optional<PanelKindInfo> kind = m_scope ? panelKind(panel.content->kind) : std::nullopt;
    if (!kind)
        return;
    QPointer<BodyTableDialog>& table = m_bodyTables[panel.id];
    if (!table) {
        std::unique_ptr<PanelBody> body(kind->makeBody(*m_scope, nullptr));
        if (!body->hasTable())
            return;
        table = new BodyTableDialog(std::move(body), window());
        table->setContent(*panel.content, panel.title);
    }
    bringToFront(*table);
}

void PanelBoard::showData(const PanelRef& id)
{
    const MetricPanel* panel = find(id);
    if (panel && panel->content)
        return showBodyData(*panel);
    QPointer<SeriesTableDialog>& table = m_tables[id];
    if (!table) {
        if (!panel)
            return;
        auto lines = std::make_shared<PanelLines>(m_models);
        lines->setMetrics(panel->metrics);
        lines->setLook(look(id));
        lines->setActive(true);
        table = new SeriesTableDialog(panel->key, lines, window());
    }
    bringToFront(*table);
}

} // namespace runglass
