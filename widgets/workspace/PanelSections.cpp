// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelSections.h"

#include "models/items/VisibleText.h"
#include "widgets/workspace/CapturedPanels.h"
#include "widgets/workspace/SystemMetricTitle.h"

#include <QCollator>
#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <utility>

namespace runglass
{

namespace
{

int rankOf(const SectionRef& id)
{
    if (id.system)
        return 5;
    if (id.isOwn())
        return 4;
    const QString name = QString::fromStdString(id.name).toLower();
    if (name == u"train" || name == u"training")
        return 0;
    if (name == u"val" || name == u"valid" || name == u"validation" || name == u"eval")
        return 1;
    if (name == u"test")
        return 2;
    return name.isEmpty() ? 3 : 4;
}

/// With keys made once: there may be thousands of panels.
void sortNaturally(MetricPanels& panels, const QCollator& collator, bool descending)
{
    std::vector<std::pair<QCollatorSortKey, std::size_t>> order;
    order.reserve(panels.size());
    for (std::size_t i = 0; i < panels.size(); ++i)
        order.emplace_back(collator.sortKey(panels[i]->key), i);
    std::stable_sort(order.begin(), order.end(), [descending](const auto& a, const auto& b) {
        return descending ? b.first < a.first : a.first < b.first;
    });
    MetricPanels sorted;
    sorted.reserve(panels.size());
    for (const auto& [key, place] : order)
        sorted.push_back(std::move(panels[place]));
    panels = std::move(sorted);
}

/// Those that have a place in its order, the others behind them as they were.
void orderBy(MetricPanels& panels, const std::map<PanelRef, std::size_t>& places)
{
    if (places.empty())
        return;
    const auto place = [&](const std::shared_ptr<const MetricPanel>& panel) {
        auto found = places.find(panel->id);
        if (found == places.end() && !panel->id.part.empty())
            found = places.find(panel->id.whole());
        return found == places.end() ? places.size() : found->second;
    };
    std::stable_sort(panels.begin(), panels.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

QString ownTitle(const PanelContent& content, const std::vector<MetricRef>& metrics)
{
    if (metrics.empty())
        return visibleExcerpt(content.pattern, kPanelNameLength);
    QStringList titles;
    for (const MetricRef& metric : metrics) {
        if (titles.size() == 3) {
            titles += QStringLiteral("…");
            break;
        }
        titles += metricTitle(metric);
    }
    return titles.join(QStringLiteral(", "));
}

} // namespace

QCollator panelCollator()
{
    // Not the locale of the user: "C" knows no numbers.
    QCollator collator{QLocale(QLocale::English)};
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

QString usualTitle(const SectionRef& section)
{
    if (section.system)
        return QCoreApplication::translate("PanelSections", "System");
    const QString name = visibleExcerpt(section.name, kPanelNameLength);
    return name.isEmpty() ? QCoreApplication::translate("PanelSections", "Charts") : name;
}

QString metricTitle(const MetricRef& metric)
{
    const QString key = visibleExcerpt(displayKey(metric.key), kPanelNameLength);
    return metric.system ? systemMetricTitle(key) : key;
}

std::vector<MetricRef> metricsOf(const PanelContent& content, const std::vector<MetricEntry>& metrics)
{
    std::vector<MetricRef> result = content.metrics;
    if (content.pattern.empty())
        return result;
    const Result<TextPattern> pattern = searchPattern(content.pattern);
    for (const MetricEntry& metric : metrics) {
        const MetricRef ref{metric.system, metric.key};
        if (pattern && pattern->isIn(displayKey(metric.key)) &&
            std::find(content.metrics.begin(), content.metrics.end(), ref) == content.metrics.end())
            result.push_back(ref);
    }
    return result;
}

void PanelSections::setMetrics(const std::vector<MetricEntry>& metrics, Place newOnes)
{
    Kept kept;
    for (const Whole& section : newOnes == Place::AtTheEnd ? m_all : std::vector<Whole>()) {
        for (const auto& panel : section.panels)
            kept.emplace(panel->id, kept.size());
    }
    m_metrics = metrics;
    decltype(m_plain) plain;
    for (const MetricEntry& metric : metrics) {
        const MetricRef ref{metric.system, metric.key};
        if (auto known = m_plain.extract(ref); !known.empty()) {
            plain.insert(std::move(known));
            continue;
        }
        const QString key = visibleExcerpt(displayKey(metric.key), kPanelNameLength);
        plain.emplace(ref, std::make_shared<const MetricPanel>(MetricPanel{{ref, 0}, key, metricTitle(ref), {ref}}));
    }
    m_plain = std::move(plain);
    m_made.clear();
    arrange(kept);
}

void PanelSections::setKinds(std::vector<PanelKindInfo> kinds)
{
    m_kinds = std::move(kinds);
    m_made.clear();
    arrange();
}

void PanelSections::setLayout(PanelLayout layout)
{
    if (layout == m_layout)
        return;
    m_layout = std::move(layout);
    arrange();
}

void PanelSections::addMetricPanels(std::map<SectionRef, MetricPanels>& sections,
                                    const std::map<PanelRef, const PanelEntry*>& said)
{
    for (const auto& [metric, plain] : m_plain) {
        const auto entry = said.find(plain->id);
        if (entry == said.end()) {
            if (m_layout.automatic)
                sections[runglass::sectionOf(metric, m_layout.prefix)].push_back(plain);
            continue;
        }
        const PanelEntry& its = *entry->second;
        if (its.removed || (!m_layout.automatic && !its.section))
            continue;
        MetricPanels& section = sections[its.section.value_or(runglass::sectionOf(metric, m_layout.prefix))];
        if (!its.content && its.title.empty()) {
            section.push_back(plain);
            continue;
        }
        const MetricPanels& panels = made(its);
        std::copy(panels.begin(), panels.end(), std::back_inserter(section));
    }
}

/// Unset: there can be none of its kind.
std::optional<MetricPanel> PanelSections::wholePanel(const PanelEntry& entry) const
{
    MetricPanel panel{entry.panel, {}, visibleExcerpt(entry.title, kPanelNameLength), {}};
    if (!entry.panel.isOwn()) {
        const MetricPanel& plain = *m_plain.at(entry.panel.metric);
        panel.key = plain.key;
        panel.metrics = entry.content ? metricsOf(*entry.content, m_metrics) : plain.metrics;
        if (panel.title.isEmpty())
            panel.title = plain.title;
        return panel;
    }
    const PanelContent& content = *entry.content;
    if (content.kind == PanelKind::Lines) {
        panel.metrics = metricsOf(content, m_metrics);
        if (panel.title.isEmpty())
            panel.title = ownTitle(content, panel.metrics);
    } else {
        const auto kind = std::find_if(m_kinds.begin(), m_kinds.end(),
                                       [&content](const PanelKindInfo& one) { return one.kind == content.kind; });
        if (kind == m_kinds.end())
            return std::nullopt;
        if (panel.title.isEmpty())
            panel.title = kind->title(content);
        panel.content = content;
    }
    panel.key = panel.title;
    return panel;
}

MetricPanels PanelSections::make(const PanelEntry& entry) const
{
    MetricPanels panels;
    for (CapturedPanel& one :
         entry.content ? capturedPanels(*entry.content, m_metrics) : std::vector<CapturedPanel>()) {
        MetricPanel panel{entry.panel, {}, one.title, std::move(one.metrics)};
        panel.id.part = std::move(one.part);
        if (!entry.title.empty())
            panel.title = QStringLiteral("%1 · %2").arg(visibleExcerpt(entry.title, kPanelNameLength), one.title);
        panel.key = panel.title;
        panels.push_back(std::make_shared<const MetricPanel>(std::move(panel)));
    }
    if (!panels.empty())
        return panels;
    if (auto whole = wholePanel(entry))
        panels.push_back(std::make_shared<const MetricPanel>(std::move(*whole)));
    return panels;
}

const MetricPanels& PanelSections::made(const PanelEntry& entry)
{
    Made& its = m_made[entry.panel];
    const PanelContent content = entry.content.value_or(PanelContent());
    if (its.panels.empty() || its.content != content || its.title != entry.title)
        its = {content, entry.title, make(entry)};
    return its.panels;
}

void PanelSections::addOwnPanels(std::map<SectionRef, MetricPanels>& sections)
{
    for (const PanelEntry& entry : m_layout.panels) {
        if (!entry.panel.isOwn() || !entry.content)
            continue;
        const MetricPanels& panels = made(entry);
        if (!panels.empty())
            std::copy(panels.begin(), panels.end(), std::back_inserter(sections[entry.section.value_or(SectionRef())]));
    }
    for (const SectionEntry& entry : m_layout.sections) {
        if (entry.section.isOwn())
            sections.try_emplace(entry.section);
    }
}

/// @param kept  panels that come first in their sections, with their order
void PanelSections::arrange(const Kept& kept)
{
    std::map<PanelRef, const PanelEntry*> said;
    for (const PanelEntry& entry : m_layout.panels)
        said.emplace(entry.panel, &entry);
    std::erase_if(m_made, [&said](const auto& made) { return !said.contains(made.first); });
    std::map<SectionRef, MetricPanels> sections;
    addMetricPanels(sections, said);
    addOwnPanels(sections);
    m_all.clear();
    m_panelCount = 0;
    for (auto& [id, panels] : sections) {
        const SectionEntry* entry = m_layout.find(id);
        const bool isNamed = entry && !entry->title.empty();
        m_panelCount += panels.size();
        m_all.push_back(
            {id, isNamed ? visibleExcerpt(entry->title, kPanelNameLength) : usualTitle(id), std::move(panels)});
        orderPanels(m_all.back(), kept);
        if (id.system)
            listDevices(m_all.back(), entry ? entry->devices : std::vector<std::string>());
    }
    orderSections();
    narrow();
}

void PanelSections::orderPanels(Whole& section, const Kept& kept) const
{
    const SectionEntry* entry = m_layout.find(section.id);
    const PanelOrder order = entry ? entry->order : PanelOrder::Ascending;
    sortNaturally(section.panels, panelCollator(), order == PanelOrder::Descending);
    if (order == PanelOrder::ByHand) {
        Kept places;
        for (const PanelRef& panel : entry->panels)
            places.emplace(panel, places.size());
        orderBy(section.panels, places);
    }
    orderBy(section.panels, kept);
}

void PanelSections::orderSections()
{
    const QCollator collator = panelCollator();
    const std::vector<SectionRef>& byHand = m_layout.order;
    const auto place = [&](const Whole& section) {
        return std::find(byHand.begin(), byHand.end(), section.id) - byHand.begin();
    };
    std::stable_sort(m_all.begin(), m_all.end(), [&](const Whole& a, const Whole& b) {
        if (const auto left = place(a), right = place(b); left != right)
            return left < right;
        const int left = rankOf(a.id), right = rankOf(b.id);
        return left != right ? left < right : collator.compare(a.title, b.title) < 0;
    });
}

std::size_t PanelSections::matchCount() const
{
    std::size_t result = 0;
    for (const PanelSection& section : m_sections)
        result += section.panels.size();
    return result;
}

const PanelSections::Whole* PanelSections::whole(const SectionRef& section) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Whole& one) { return one.id == section; });
    return found == m_all.end() ? nullptr : &*found;
}

std::optional<SectionRef> PanelSections::sectionOf(const PanelRef& panel) const
{
    for (const Whole& section : m_all) {
        for (const auto& one : section.panels) {
            if (one->id.isOf(panel))
                return section.id;
        }
    }
    return std::nullopt;
}

} // namespace runglass
