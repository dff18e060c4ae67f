// SPDX-License-Identifier: GPL-3.0-or-later
// Which panels exist where, and how they are moved.
#include "models/items/VisibleText.h"
#include "widgets/workspace/ChartPanel.h"
#include "widgets/workspace/PanelBoard.h"
#include "widgets/workspace/PanelHead.h"

#include <QScrollBar>

#include <algorithm>
#include <set>

namespace runglass
{

namespace
{

constexpr int kScrollStep = 40;
constexpr int kDropMarkWidth = 3;

} // namespace

void PanelBoard::rebuild(const std::optional<Anchor>& kept)
{
    const int height = viewport()->height();
    m_grid.build(m_sections.sections(), viewport()->width());
    QScrollBar* bar = verticalScrollBar();
    bar->setSingleStep(kScrollStep);
    bar->setPageStep(height);
    const PanelGrid::Item* item = kept ? find(kept->panel) : nullptr;
    const int place = item ? item->rect.top() - kept->offset : 0;
    // Room below the last panel where a short page could not stay in place without.
    bar->setRange(0, std::max({0, m_grid.height() - height, place}));
    if (item)
        bar->setValue(place);
    updateView();
    emit sectionsChanged();
}

void PanelBoard::place(const std::vector<PanelGrid::Item>& items)
{
    const QPoint shift(0, -verticalScrollBar()->value());
    std::set<SectionId> heads;
    std::set<PanelId> panels;
    for (const PanelGrid::Item& item : items) {
        const PanelSection& section = m_sections.sections()[item.section];
        if (item.panel)
            panels.insert(section.panels[*item.panel]->id);
        else
            heads.insert(section.id);
    }
    std::vector<PanelId> gone;
    for (const auto& [id, widget] : m_panels) {
        const PanelGrid::Item* item = panels.contains(id) || !widget->hasFocusInside() ? nullptr : find(id);
        // The focus stays where it is while the page scrolls.
        if (item)
            widget->setGeometry(item->rect.translated(shift));
        else if (!panels.contains(id))
            gone.push_back(id);
    }
    for (const PanelId& id : gone)
        dropPanel(id);
    std::erase_if(m_heads, [&](const auto& entry) {
        if (heads.contains(entry.first))
            return false;
        // Later: its own menu may be what made it go.
        entry.second->hide();
        entry.second->deleteLater();
        return true;
    });
    for (const PanelGrid::Item& item : items) {
        const PanelSection& section = m_sections.sections()[item.section];
        QWidget* widget = item.panel ? livePanel(*section.panels[*item.panel]) : liveHead(section);
        widget->setGeometry(item.rect.translated(shift));
        widget->show();
    }
}

QWidget* PanelBoard::livePanel(const MetricPanel& panel)
{
    ChartPanel*& widget = m_panels[panel.id];
    if (!widget)
        widget = makePanel(panel);
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

void PanelBoard::movePanel(const PanelId& id, int by)
{
    const PanelGrid::Item* item = find(id);
    if (!item)
        return;
    const std::ptrdiff_t to = static_cast<std::ptrdiff_t>(*item->panel) + by;
    if (to < 0 || !m_sections.movePanel(id, static_cast<std::size_t>(to)))
        return;
    rebuild();
    ensureVisible(id);
}

void PanelBoard::setAllCollapsed(bool collapsed)
{
    m_sections.setAllCollapsed(collapsed);
    rebuild();
}

void PanelBoard::sortSection(const SectionId& section)
{
    m_sections.sortSection(section);
    rebuild();
}

void PanelBoard::showData(const PanelId& id)
{
    QPointer<SeriesTableDialog>& table = m_tables[id];
    if (!table) {
        std::shared_ptr<ChartModel> model = m_models.get(id);
        model->setActive(true);
        table = new SeriesTableDialog(visibleExcerpt(displayKey(id.key), 200), model, window());
        connect(table, &QObject::destroyed, this, [this, id, model] { model->setActive(panel(id) && isVisible()); });
    }
    if (table->isVisible()) {
        table->raise();
        table->activateWindow();
    }
    table->show();
}

std::optional<std::size_t> PanelBoard::dropTarget(const PanelId& id, const QPoint& globalPlace) const
{
    const PanelGrid::Item* item = find(id);
    const QPoint place = viewport()->mapFromGlobal(globalPlace) + QPoint(0, verticalScrollBar()->value());
    return item ? m_grid.panelAt(item->section, place) : std::nullopt;
}

void PanelBoard::showDropMark(const PanelId& id, const QPoint& globalPlace)
{
    const std::optional<std::size_t> target = dropTarget(id, globalPlace);
    const PanelGrid::Item* from = find(id);
    if (!target || !from || *target == *from->panel) {
        m_dropMark->hide();
        return;
    }
    const PanelGrid::Item* to = find(m_sections.sections()[from->section].panels[*target]->id);
    const QRect rect = to->rect.translated(0, -verticalScrollBar()->value());
    // On the side where the panel will come to lie.
    const int gap = (PanelGrid::kGap + kDropMarkWidth) / 2;
    const int x = *target > *from->panel ? rect.right() + 1 + gap - kDropMarkWidth : rect.left() - gap;
    QPalette colours = m_dropMark->palette();
    colours.setColor(QPalette::Window, m_theme.color(Theme::Token::Accent));
    m_dropMark->setPalette(colours);
    m_dropMark->setGeometry(x, rect.top(), kDropMarkWidth, rect.height());
    m_dropMark->show();
    m_dropMark->raise();
}

void PanelBoard::drop(const PanelId& id, const QPoint& globalPlace)
{
    m_dropMark->hide();
    const std::optional<std::size_t> target = dropTarget(id, globalPlace);
    if (target && m_sections.movePanel(id, *target))
        rebuild();
}

} // namespace runglass
