// SPDX-License-Identifier: GPL-3.0-or-later
// How people arrange the page.
#include "widgets/workspace/PanelBoard.h"
#include "widgets/workspace/PanelHead.h"

#include <QScrollBar>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kDropMarkWidth = 3;
constexpr int kHeightStep = 62; ///< a quarter of the usual height

} // namespace

void PanelBoard::movePanel(const PanelRef& id, int by)
{
    const PanelGrid::Item* item = findItem(id);
    if (!item)
        return;
    const PanelSection& section = m_sections.sections()[item->section];
    const PanelRef whole = id.whole();
    std::ptrdiff_t to = static_cast<std::ptrdiff_t>(*item->panel) + by;
    const auto isThere = [&] { return to >= 0 && to < std::ssize(section.panels); };
    // What capture groups made of it goes along.
    while (isThere() && by != 0 && section.panels[static_cast<std::size_t>(to)]->id.isOf(whole))
        to += by < 0 ? -1 : 1;
    if (!isThere())
        return;
    apply(m_sections.withPanelAt(id, section.id, static_cast<std::size_t>(to)));
    ensureVisible(id);
}

void PanelBoard::growPanel(const PanelRef& id, int columns, int steps)
{
    PanelSize size = this->size(id);
    size.columns = std::clamp(std::min(size.columns, m_grid.columns()) + columns, 1, m_grid.columns());
    size.height = std::clamp(size.height + steps * kHeightStep, PanelSize::kLeastHeight, PanelSize::kMostHeight);
    edit([&](PanelLayout& layout) { layout.at(id).size = size; });
    ensureVisible(id);
}

/// While it is pulled the panel alone follows; the others make room when it is let go.
void PanelBoard::resizePanel(const PanelRef& id, const QSize& size, bool done)
{
    PanelFrame* widget = frame(id);
    if (!widget)
        return;
    const int columns = m_grid.columnsOf(size.width());
    const int height = std::clamp(size.height(), PanelSize::kLeastHeight, PanelSize::kMostHeight);
    if (!done) {
        widget->raise();
        widget->resize(std::max(PanelGrid::kMinWidth, size.width()), height);
        return;
    }
    edit([&](PanelLayout& layout) { layout.at(id).size = PanelSize{columns, height}; });
    updateView();
}

void PanelBoard::moveSection(const SectionRef& section, int by)
{
    apply(m_sections.withSectionMoved(section, by));
    if (const auto head = m_heads.find(section); head != m_heads.end())
        head->second->tabStops().first()->setFocus(Qt::OtherFocusReason);
}

void PanelBoard::setAllCollapsed(bool collapsed)
{
    edit([&](PanelLayout& layout) {
        for (const PanelSection& section : m_sections.sections())
            layout.at(section.id).collapsed = collapsed;
    });
}

void PanelBoard::sortSection(const SectionRef& section, PanelOrder order)
{
    edit([&](PanelLayout& layout) {
        SectionEntry& entry = layout.at(section);
        entry.order = order;
        entry.panels.clear();
    });
}

void PanelBoard::ensureVisible(const SectionRef& section)
{
    for (const PanelGrid::Item& item : m_grid.items()) {
        if (item.panel || m_sections.sections()[item.section].id != section)
            continue;
        const int top = verticalScrollBar()->value();
        if (item.rect.top() < top || item.rect.bottom() > top + viewport()->height())
            verticalScrollBar()->setValue(item.rect.top());
    }
}

void PanelBoard::renameSection(const SectionRef& section)
{
    ensureVisible(section);
    if (const auto head = m_heads.find(section); head != m_heads.end())
        head->second->rename();
}

std::optional<PanelGrid::Drop> PanelBoard::dropTarget(const QPoint& globalPlace) const
{
    return m_grid.dropAt(viewport()->mapFromGlobal(globalPlace) + QPoint(0, verticalScrollBar()->value()));
}

void PanelBoard::showMark(const QRect& rect)
{
    QPalette colours = m_dropMark->palette();
    colours.setColor(QPalette::Window, m_theme.color(Theme::Token::Accent));
    m_dropMark->setPalette(colours);
    m_dropMark->setGeometry(rect);
    m_dropMark->show();
    m_dropMark->raise();
}

void PanelBoard::showDropMark(const PanelRef& id, const QPoint& globalPlace)
{
    const std::optional<PanelGrid::Drop> target = dropTarget(globalPlace);
    const PanelGrid::Item* from = findItem(id);
    if (!target || !from || (target->section == from->section && target->panel == *from->panel)) {
        m_dropMark->hide();
        return;
    }
    const QRect rect = target->beside.translated(0, -verticalScrollBar()->value());
    if (target->beside.height() <= PanelGrid::kHeaderHeight) {
        showMark(QRect(rect.left(), rect.bottom() - kDropMarkWidth, rect.width(), kDropMarkWidth));
        return;
    }
    // On the side where the panel will come to lie.
    const int gap = (PanelGrid::kGap + kDropMarkWidth) / 2;
    const bool isBehind = target->section == from->section && target->panel > *from->panel;
    const int x = isBehind ? rect.right() + 1 + gap - kDropMarkWidth : rect.left() - gap;
    showMark(QRect(x, rect.top(), kDropMarkWidth, rect.height()));
}

void PanelBoard::drop(const PanelRef& id, const QPoint& globalPlace)
{
    m_dropMark->hide();
    const std::optional<PanelGrid::Drop> target = dropTarget(globalPlace);
    if (target)
        apply(m_sections.withPanelAt(id, m_sections.sections()[target->section].id, target->panel));
}

int PanelBoard::sectionSteps(const SectionRef& id, const QPoint& globalPlace) const
{
    const int y = viewport()->mapFromGlobal(globalPlace).y() + verticalScrollBar()->value();
    const std::optional<std::size_t> to = m_grid.sectionAt(y);
    for (std::size_t i = 0; to && i < m_sections.sections().size(); ++i) {
        if (m_sections.sections()[i].id == id)
            return static_cast<int>(*to) - static_cast<int>(i);
    }
    return 0;
}

void PanelBoard::showSectionMark(const SectionRef& id, const QPoint& globalPlace)
{
    const int steps = sectionSteps(id, globalPlace);
    const int y = viewport()->mapFromGlobal(globalPlace).y() + verticalScrollBar()->value();
    const std::optional<std::size_t> to = m_grid.sectionAt(y);
    if (steps == 0 || !to) {
        m_dropMark->hide();
        return;
    }
    // Above the section that it comes before; below the whole of the one that it comes behind.
    int edge = 0;
    for (const PanelGrid::Item& item : m_grid.items()) {
        if (item.section == *to)
            edge = steps < 0 && !item.panel ? item.rect.top() : (steps < 0 ? edge : item.rowBottom);
    }
    const QRect page = viewport()->rect();
    showMark(QRect(PanelGrid::kInset, edge - verticalScrollBar()->value(), page.width() - 2 * PanelGrid::kInset,
                   kDropMarkWidth));
}

} // namespace runglass
