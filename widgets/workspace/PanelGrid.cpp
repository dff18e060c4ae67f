// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelGrid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace runglass
{

namespace
{

/// Sizes that a person gave, so that asking thousands of panels for theirs costs little.
class Sizes
{
public:
    explicit Sizes(const PanelLayout& layout)
    {
        for (const PanelEntry& entry : layout.panels) {
            if (entry.size)
                m_panels.emplace(entry.panel, *entry.size);
        }
        for (const SectionEntry& entry : layout.sections) {
            if (entry.size)
                m_sections.emplace(entry.section, *entry.size);
        }
    }
    PanelSize of(const SectionRef& section, const PanelRef& panel) const
    {
        if (m_panels.empty() && m_sections.empty())
            return {};
        const auto found = panel.part.empty() ? m_panels.find(panel) : m_panels.find(panel.whole());
        if (found != m_panels.end())
            return found->second;
        const auto its = m_sections.find(section);
        return its == m_sections.end() ? PanelSize() : its->second;
    }

private:
    std::map<PanelRef, PanelSize> m_panels;
    std::map<SectionRef, PanelSize> m_sections;
};

} // namespace

void PanelGrid::build(const std::vector<PanelSection>& sections, const PanelLayout& layout, int width)
{
    const Sizes sizes(layout);
    m_room = std::max(kMinWidth, width - 2 * kInset);
    m_columns = std::clamp((m_room + kGap) / (kMinWidth + kGap), 1, kMostColumns);
    m_items.clear();
    int y = kInset / 2;
    for (std::size_t s = 0; s < sections.size(); ++s) {
        m_items.push_back({s, std::nullopt, QRect(kInset, y, m_room, kHeaderHeight), y + kHeaderHeight});
        y += kHeaderHeight;
        const std::size_t count = sections[s].collapsed ? 0 : sections[s].panels.size();
        std::size_t rowStart = m_items.size();
        int column = 0, rowHeight = 0;
        const auto endRow = [&] {
            for (std::size_t i = rowStart; i < m_items.size(); ++i)
                m_items[i].rowBottom = y + rowHeight;
            y += rowHeight > 0 ? rowHeight + kGap : 0;
            rowStart = m_items.size();
            column = rowHeight = 0;
        };
        for (std::size_t p = 0; p < count; ++p) {
            const PanelSize size = sizes.of(sections[s].id, sections[s].panels[p]->id);
            const int span = std::clamp(size.columns, 1, m_columns);
            if (column + span > m_columns)
                endRow();
            // Shared out so that the last column ends exactly at the edge.
            const int end = left(column + span) - kGap;
            m_items.push_back({s, p, QRect(left(column), y, end - left(column), size.height), 0});
            column += span;
            rowHeight = std::max(rowHeight, size.height);
        }
        endRow();
    }
    m_height = y;
}

std::vector<PanelGrid::Item> PanelGrid::between(int top, int bottom) const
{
    const auto first =
        std::partition_point(m_items.begin(), m_items.end(), [top](const Item& item) { return item.rowBottom <= top; });
    const auto last =
        std::partition_point(first, m_items.end(), [bottom](const Item& item) { return item.rect.y() < bottom; });
    return {first, last};
}

std::optional<PanelGrid::Drop> PanelGrid::dropAt(const QPoint& place) const
{
    const Item* best = nullptr;
    int bestDistance = std::numeric_limits<int>::max();
    for (const Item& item : m_items) {
        // To the edge, not to the middle: panels and heads are of very different sizes.
        const int dx = std::max({item.rect.left() - place.x(), place.x() - item.rect.right(), 0});
        const int dy = std::max({item.rect.top() - place.y(), place.y() - item.rect.bottom(), 0});
        if (dx + dy < bestDistance) {
            best = &item;
            bestDistance = dx + dy;
        }
    }
    if (!best)
        return std::nullopt;
    return Drop{best->section, best->panel.value_or(0), best->rect};
}

std::optional<std::size_t> PanelGrid::sectionAt(int y) const
{
    std::optional<std::size_t> result;
    for (const Item& item : m_items) {
        if (result && item.rect.top() > y)
            break;
        result = item.section;
    }
    return result;
}

int PanelGrid::columnsOf(int width) const
{
    const double one = static_cast<double>(m_room + kGap) / m_columns;
    return std::clamp(static_cast<int>(std::lround((width + kGap) / one)), 1, m_columns);
}

int PanelGrid::widthOf(int columns) const
{
    return left(std::clamp(columns, 1, m_columns)) - kGap - kInset;
}

} // namespace runglass
