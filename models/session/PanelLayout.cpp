// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/PanelLayout.h"

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

/// The entry of a panel or section; the end when there is none.
template <typename Entries, typename Ref>
auto findEntry(Entries& entries, const Ref& ref, const Ref std::remove_cvref_t<Entries>::value_type::*name)
{
    return std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.*name == ref; });
}

/// Null: no panel of images is linked.
const StepChoice* linkedStep(const std::vector<PanelEntry>& panels)
{
    for (const PanelEntry& entry : panels)
        if (entry.content && entry.content->kind == PanelKind::Images && entry.content->step.linked)
            return &entry.content->step;
    return nullptr;
}

} // namespace

const SectionEntry* PanelLayout::find(const SectionRef& section) const
{
    const auto found = findEntry(sections, section, &SectionEntry::section);
    return found == sections.end() ? nullptr : &*found;
}

const PanelEntry* PanelLayout::find(const PanelRef& panel) const
{
    const auto found =
        std::find_if(panels.begin(), panels.end(), [&](const PanelEntry& entry) { return panel.isOf(entry.panel); });
    return found == panels.end() ? nullptr : &*found;
}

SectionEntry& PanelLayout::at(const SectionRef& section)
{
    const auto found = findEntry(sections, section, &SectionEntry::section);
    return found == sections.end() ? sections.emplace_back(SectionEntry{section}) : *found;
}

PanelEntry& PanelLayout::at(const PanelRef& panel)
{
    const auto found =
        std::find_if(panels.begin(), panels.end(), [&](const PanelEntry& entry) { return panel.isOf(entry.panel); });
    return found == panels.end() ? panels.emplace_back(PanelEntry{panel.whole()}) : *found;
}

ChartLook PanelLayout::look(const SectionRef& section, const PanelRef& panel) const
{
    const SectionEntry* its = find(section);
    const PanelEntry* own = find(panel);
    return resolve(settings, its ? its->settings : ChartSettings(), own ? own->settings : ChartSettings());
}

PanelSize PanelLayout::size(const SectionRef& section, const PanelRef& panel) const
{
    if (const PanelEntry* own = find(panel); own && own->size)
        return *own->size;
    const SectionEntry* its = find(section);
    return its ? its->size.value_or(PanelSize()) : PanelSize();
}

/// One of images that is linked takes the step of those that are.
PanelRef PanelLayout::addPanel(const SectionRef& section, PanelContent content)
{
    if (content.kind == PanelKind::Images && content.step.linked)
        if (const StepChoice* linked = linkedStep(panels))
            content.step = *linked;
    const PanelRef panel{{}, ++lastOwn};
    PanelEntry& entry = at(panel);
    entry.section = section;
    entry.content = std::move(content);
    return panel;
}

SectionRef PanelLayout::addSection(std::string title)
{
    SectionRef section{false, {}, ++lastOwn};
    at(section).title = std::move(title);
    return section;
}

void PanelLayout::remove(const PanelRef& panel)
{
    for (SectionEntry& section : sections)
        std::erase_if(section.panels, [&](const PanelRef& one) { return panel.isOf(one); });
    if (panel.isOwn())
        std::erase_if(panels, [&](const PanelEntry& entry) { return panel.isOf(entry.panel); });
    else
        at(panel).removed = true;
}

void PanelLayout::remove(const SectionRef& section)
{
    std::erase_if(sections, [&](const SectionEntry& entry) { return entry.section == section; });
    std::erase(order, section);
    std::erase_if(panels, [&](const PanelEntry& entry) { return entry.section == section && entry.panel.isOwn(); });
    for (PanelEntry& entry : panels) {
        if (entry.section == section)
            entry.section.reset();
    }
}

void PanelLayout::place(const PanelRef& part, const SectionRef& section, std::vector<PanelRef> shown, std::size_t place)
{
    const PanelRef panel = part.whole();
    for (SectionEntry& other : sections)
        std::erase(other.panels, panel);
    std::erase(shown, panel);
    shown.insert(shown.begin() + static_cast<std::ptrdiff_t>(std::min(place, shown.size())), panel);
    SectionEntry& into = at(section);
    into.order = PanelOrder::ByHand;
    into.panels = std::move(shown);
    PanelEntry& entry = at(panel);
    entry.removed = false;
    const bool isAtHome = automatic && !panel.isOwn() && sectionOf(panel.metric, prefix) == section;
    entry.section = isAtHome ? std::nullopt : std::optional(section);
}

void PanelLayout::resetArrangement()
{
    std::erase_if(sections,
                  [](const SectionEntry& entry) { return !entry.section.isOwn() && entry.settings.isEmpty(); });
    for (SectionEntry& entry : sections) {
        SectionEntry bare{entry.section};
        bare.settings = std::move(entry.settings);
        if (entry.section.isOwn())
            bare.title = std::move(entry.title);
        entry = std::move(bare);
    }
    order.clear();
    for (PanelEntry& entry : panels) {
        PanelEntry bare{entry.panel};
        bare.settings = std::move(entry.settings);
        if (entry.panel.isOwn()) {
            bare.section = std::move(entry.section);
            bare.title = std::move(entry.title);
            bare.content = std::move(entry.content);
        }
        entry = std::move(bare);
    }
    automatic = true;
    prefix = Prefix::First;
    *this = normalized(std::move(*this));
}

void PanelLayout::shareStep(const PanelRef& panel)
{
    const PanelEntry* from = find(panel);
    if (!from || !from->content || from->content->kind != PanelKind::Images || !from->content->step.linked)
        return;
    const StepChoice step = from->content->step;
    for (PanelEntry& entry : panels)
        if (entry.content && entry.content->kind == PanelKind::Images && entry.content->step.linked)
            entry.content->step = step;
}

SectionRef sectionOf(const MetricRef& metric, PanelLayout::Prefix prefix)
{
    if (metric.system || metric.key.empty())
        return {metric.system, {}};
    // Without its last part a key of one part is what stands before the slash in it, one of more what holds the last.
    const std::string& first = metric.key.front();
    if (prefix == PanelLayout::Prefix::First) {
        const std::size_t slash = first.find('/');
        if (slash != std::string::npos && slash > 0)
            return {false, first.substr(0, slash)};
        return {false, metric.key.size() > 1 ? first : std::string()};
    }
    const std::string whole = displayKey(metric.key);
    const std::size_t slash = whole.rfind('/');
    if (slash != std::string::npos && slash > 0)
        return {false, whole.substr(0, slash)};
    const KeyPath above(metric.key.begin(), metric.key.end() - 1);
    return {false, displayKey(above)};
}

PanelLayout normalized(PanelLayout layout)
{
    std::erase_if(layout.sections, [](const SectionEntry& entry) {
        return !entry.section.isOwn() && entry == SectionEntry{entry.section};
    });
    std::erase_if(layout.panels, [](const PanelEntry& entry) { return entry == PanelEntry{entry.panel}; });
    const auto sort = [](auto& entries, auto name) {
        std::sort(entries.begin(), entries.end(), [name](const auto& a, const auto& b) { return a.*name < b.*name; });
    };
    sort(layout.sections, &SectionEntry::section);
    sort(layout.panels, &PanelEntry::panel);
    return layout;
}

PanelsPart changedPart(const PanelLayout& before, const PanelLayout& after)
{
    const auto isEqualWithout = [&](const auto& leaveOut) {
        return normalized(leaveOut(before)) == normalized(leaveOut(after));
    };
    const auto withoutSettings = [](PanelLayout layout) {
        layout.settings = {};
        for (SectionEntry& entry : layout.sections)
            entry.settings = {};
        for (PanelEntry& entry : layout.panels)
            entry.settings = {};
        return layout;
    };
    const auto withoutSizes = [](PanelLayout layout) {
        for (SectionEntry& entry : layout.sections)
            entry.size.reset();
        for (PanelEntry& entry : layout.panels)
            entry.size.reset();
        return layout;
    };
    const auto inContents = [](const auto& change) {
        return [change](PanelLayout layout) {
            for (PanelEntry& entry : layout.panels)
                if (entry.content)
                    change(*entry.content);
            return layout;
        };
    };
    const auto withoutFilters = inContents([](PanelContent& content) { content.rows.filter = {}; });
    const auto withoutRows = inContents([](PanelContent& content) {
        Filter filter = std::move(content.rows.filter);
        content.rows = {};
        content.rows.filter = std::move(filter);
    });
    const auto withoutMedia = inContents([](PanelContent& content) {
        content.step = {};
        content.overlays = {};
    });
    if (isEqualWithout(withoutFilters))
        return PanelsPart::RowFilter;
    if (isEqualWithout(withoutRows))
        return PanelsPart::Rows;
    if (isEqualWithout(withoutMedia))
        return PanelsPart::Media;
    if (isEqualWithout(withoutSettings))
        return PanelsPart::Settings;
    return isEqualWithout(withoutSizes) ? PanelsPart::Size : PanelsPart::Arrangement;
}

bool isGradual(PanelsPart part)
{
    return part != PanelsPart::Arrangement && part != PanelsPart::Rows;
}

} // namespace runglass
