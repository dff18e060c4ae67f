// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelGrid.h"

#include <algorithm>
#include <limits>

namespace runglass
{

void PanelGrid::build(const std::vector<PanelSection>& sections, int width)
{
    const int room = std::max(kMinWidth, width - 2 * kInset);
    m_columns = std::clamp((room + kGap) / (kMinWidth + kGap), 1, kMostColumns);
    m_items.clear();
    int y = kInset / 2;
    for (std::size_t s = 0; s < sections.size(); ++s) {
        m_items.push_back({s, std::nullopt, QRect(kInset, y, room, kHeaderHeight)});
        y += kHeaderHeight;
        const std::size_t count = sections[s].collapsed ? 0 : sections[s].panels.size();
        for (std::size_t p = 0; p < count; ++p) {
            const int column = static_cast<int>(p % static_cast<std::size_t>(m_columns));
            // Shared out so that the last column ends exactly at the edge.
            const int left = kInset + column * (room + kGap) / m_columns;
            const int right = kInset + (column + 1) * (room + kGap) / m_columns - kGap;
            m_items.push_back({s, p, QRect(left, y, right - left, kPanelHeight)});
            if (column == m_columns - 1 || p + 1 == count)
                y += kPanelHeight + kGap;
        }
    }
    m_height = y;
}

std::vector<PanelGrid::Item> PanelGrid::between(int top, int bottom) const
{
    const auto first = std::partition_point(
        m_items.begin(), m_items.end(), [top](const Item& item) { return item.rect.y() + item.rect.height() <= top; });
    const auto last =
        std::partition_point(first, m_items.end(), [bottom](const Item& item) { return item.rect.y() < bottom; });
    return {first, last};
}

std::optional<std::size_t> PanelGrid::panelAt(std::size_t section, const QPoint& place) const
{
    std::optional<std::size_t> best;
    int bestDistance = std::numeric_limits<int>::max();
    for (const Item& item : m_items) {
        if (item.section != section || !item.panel)
            continue;
        const QPoint centre = item.rect.center();
        const int distance = (centre - place).manhattanLength();
        if (distance < bestDistance) {
            best = item.panel;
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace runglass
