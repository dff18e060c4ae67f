// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts in which something stands elsewhere.
#include "widgets/workspace/PanelSections.h"

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

/// As layouts name them: what capture groups made of one panel is that one, where its first stands.
std::vector<PanelRef> wholeOnes(const MetricPanels& panels)
{
    std::vector<PanelRef> refs;
    refs.reserve(panels.size());
    std::set<PanelRef> split;
    for (const auto& panel : panels) {
        if (panel->id.part.empty() || split.insert(panel->id.whole()).second)
            refs.push_back(panel->id.whole());
    }
    return refs;
}

} // namespace

std::optional<PanelLayout> PanelSections::withPanelAt(const PanelRef& panel, const SectionRef& into,
                                                      std::size_t place) const
{
    const std::optional<SectionRef> from = sectionOf(panel);
    const Whole* section = whole(into);
    const auto shown = std::find_if(m_sections.begin(), m_sections.end(), [&](const auto& s) { return s.id == into; });
    if (!from || !section)
        return std::nullopt;
    const PanelRef moved = panel.whole();
    const MetricPanels matching = shown == m_sections.end() ? MetricPanels() : shown->panels;
    const auto isMoved = [&moved](const auto& one) { return one->id.isOf(moved); };
    const auto first = std::find_if(matching.begin(), matching.end(), isMoved) - matching.begin();
    // Beside its new neighbour in the whole section, so that panels hidden by the search keep their places.
    const std::vector<PanelRef> before = wholeOnes(section->panels);
    std::vector<PanelRef> after = before;
    std::erase(after, moved);
    auto at = after.end();
    if (const auto left = std::find_if_not(matching.rbegin(), matching.rend(), isMoved); left != matching.rend()) {
        const bool isInside = place < matching.size();
        const MetricPanel& neighbour = isInside ? *matching[place] : **left;
        if (neighbour.id.isOf(moved))
            return std::nullopt;
        // From before it panels go behind it, since those between close up.
        const bool isBehind = !isInside || std::cmp_less(first, place);
        at = std::find(after.begin(), after.end(), neighbour.id.whole()) + (isBehind ? 1 : 0);
    }
    after.insert(at, moved);
    if (*from == into && after == before)
        return std::nullopt;
    const auto index = static_cast<std::size_t>(std::find(after.begin(), after.end(), moved) - after.begin());
    PanelLayout layout = m_layout;
    layout.place(moved, into, before, index);
    return layout;
}

std::optional<PanelLayout> PanelSections::withSectionMoved(const SectionRef& section, int by) const
{
    // Among those that are seen; the others keep their places beside their neighbours.
    std::vector<SectionRef> seen;
    for (const PanelSection& one : m_sections)
        seen.push_back(one.id);
    const auto from = std::find(seen.begin(), seen.end(), section) - seen.begin();
    const std::ptrdiff_t to = from + by;
    if (from == std::ssize(seen) || by == 0 || to < 0 || to >= std::ssize(seen))
        return std::nullopt;
    const SectionRef neighbour = seen[static_cast<std::size_t>(to)];
    PanelLayout layout = m_layout;
    layout.order.clear();
    for (const Whole& one : m_all) {
        if (one.id == section)
            continue;
        if (one.id == neighbour && by < 0)
            layout.order.push_back(section);
        layout.order.push_back(one.id);
        if (one.id == neighbour && by > 0)
            layout.order.push_back(section);
    }
    return layout;
}

} // namespace runglass
