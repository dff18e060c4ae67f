// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of the panels: those that a search matches, and those of chosen devices.
#include "models/items/VisibleText.h"
#include "widgets/workspace/NaturalOrder.h"
#include "widgets/workspace/PanelSections.h"
#include "widgets/workspace/SystemMetricTitle.h"

#include <QCollator>

#include <algorithm>
#include <iterator>

namespace runglass
{

namespace
{

/// Of which devices a panel draws something.
std::set<QString> devicesOf(const MetricPanel& panel)
{
    std::set<QString> result;
    for (const MetricRef& metric : panel.metrics) {
        if (metric.system)
            result.insert(systemDevice(QString::fromStdString(displayKey(metric.key))));
    }
    return result;
}

/// What is of no device, as a note, belongs to any.
bool isOfAny(const MetricPanel& panel, const std::set<QString>& chosen)
{
    const std::set<QString> its = devicesOf(panel);
    return its.empty() ||
           std::any_of(its.begin(), its.end(), [&chosen](const QString& device) { return chosen.contains(device); });
}

} // namespace

/// @param chosen  empty: all
void PanelSections::listDevices(Whole& section, const std::vector<std::string>& chosen)
{
    std::map<QString, std::size_t> counts;
    for (const std::string& device : chosen)
        counts[QString::fromStdString(device)] = 0;
    for (const auto& panel : section.panels) {
        for (const QString& device : devicesOf(*panel))
            ++counts[device];
    }
    section.isNarrowed = !chosen.empty();
    for (const auto& [name, panels] : counts) {
        const bool isChosen = std::find(chosen.begin(), chosen.end(), name.toStdString()) != chosen.end();
        section.devices.push_back(
            {name, visibleExcerpt(systemDeviceTitle(name).toStdString(), kPanelNameLength), panels, isChosen});
    }
    const QCollator collator = panelCollator();
    std::stable_sort(section.devices.begin(), section.devices.end(), [&](const PanelDevice& a, const PanelDevice& b) {
        const int left = systemDeviceRank(a.name), right = systemDeviceRank(b.name);
        return left != right ? left < right : collator.compare(a.title, b.title) < 0;
    });
}

void PanelSections::narrow()
{
    m_sections.clear();
    m_sections.reserve(m_all.size());
    const Result<TextPattern> pattern = searchPattern(m_isPattern ? m_search.toStdString() : std::string());
    const bool all = m_search.isEmpty() || !pattern;
    const auto isMatching = [&](const std::shared_ptr<const MetricPanel>& panel) {
        if (all)
            return true;
        if (m_isPattern)
            return pattern->isIn(panel->key.toStdString()) || pattern->isIn(panel->title.toStdString());
        return panel->key.contains(m_search, Qt::CaseInsensitive) ||
               panel->title.contains(m_search, Qt::CaseInsensitive);
    };
    for (const Whole& whole : m_all) {
        const SectionEntry* entry = m_layout.find(whole.id);
        PanelSection section{whole.id,      whole.title,     {}, whole.panels.size(), entry && entry->collapsed,
                             whole.devices, whole.isNarrowed};
        std::set<QString> chosen;
        for (const PanelDevice& device : whole.devices) {
            if (device.chosen)
                chosen.insert(device.name);
        }
        if (all && chosen.empty())
            section.panels = whole.panels;
        else
            std::copy_if(whole.panels.begin(), whole.panels.end(), std::back_inserter(section.panels),
                         [&](const std::shared_ptr<const MetricPanel>& panel) {
                             return isMatching(panel) && (chosen.empty() || isOfAny(*panel, chosen));
                         });
        // What was narrowed to nothing has to be there to be widened.
        const bool stays = whole.id.isOwn() || (whole.isNarrowed && !whole.panels.empty());
        if (!section.panels.empty() || (stays && all))
            m_sections.push_back(std::move(section));
    }
}

QString PanelSections::setSearch(const QString& search, bool isPattern)
{
    m_search = search.trimmed();
    m_isPattern = isPattern;
    narrow();
    if (!isPattern || m_search.isEmpty())
        return {};
    const Result<TextPattern> pattern = searchPattern(m_search.toStdString());
    return pattern ? QString() : QString::fromStdString(pattern.error().detail);
}

} // namespace runglass
