// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelSections.h"

#include "models/items/VisibleText.h"
#include "widgets/workspace/CapturedPanels.h"
#include "widgets/workspace/NaturalOrder.h"
#include "widgets/workspace/SystemMetricTitle.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <tuple>
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

template <class Items> void reorder(Items& items, const std::vector<std::size_t>& order)
{
    Items ordered;
    ordered.reserve(items.size());
    for (const std::size_t place : order)
        ordered.push_back(std::move(items[place]));
    items = std::move(ordered);
}

void sortNaturally(MetricPanels& panels, bool descending)
{
    std::vector<QStringView> names;
    names.reserve(panels.size());
    for (const auto& panel : panels)
        names.emplace_back(panel->key);
    reorder(panels, naturalOrder(names, descending));
}

QString shownKey(const KeyPath& key)
{
    if (key.size() == 1)
        return visibleExcerpt(key.front(), kPanelNameLength);
    return visibleExcerpt(displayKey(key), kPanelNameLength);
}

/// Whatever it is compared with: nothing is copied, as there may be thousands.
template <class Metric> auto ordering(const Metric& metric)
{
    return std::tie(metric.system, metric.key);
}

std::shared_ptr<const MetricPanel> plainPanel(const MetricEntry& metric)
{
    auto panel = std::make_shared<MetricPanel>();
    panel->id.metric = {metric.system, metric.key};
    panel->key = shownKey(metric.key);
    panel->title = metric.system ? systemMetricTitle(panel->key) : panel->key;
    panel->metrics.assign(1, panel->id.metric);
    return panel;
}

MetricPanels::const_iterator findPlain(const MetricPanels& panels, const auto& metric)
{
    const auto found = std::partition_point(
        panels.begin(), panels.end(), [&](const auto& panel) { return ordering(panel->id.metric) < ordering(metric); });
    return found != panels.end() && ordering((*found)->id.metric) == ordering(metric) ? found : panels.end();
}

/// @param known  those of before, which stay what they are
/// @return one a metric, in the order of metrics
MetricPanels plainPanels(const std::vector<MetricEntry>& metrics, const MetricPanels& known)
{
    MetricPanels panels;
    panels.reserve(metrics.size());
    bool isOrdered = true;
    for (const MetricEntry& metric : metrics) {
        isOrdered = isOrdered && (panels.empty() || ordering(panels.back()->id.metric) < ordering(metric));
        const auto found = findPlain(known, metric);
        panels.push_back(found == known.end() ? plainPanel(metric) : *found);
    }
    if (isOrdered)
        return panels;
    const auto metricOf = [](const auto& panel) { return ordering(panel->id.metric); };
    std::sort(panels.begin(), panels.end(), [&](const auto& a, const auto& b) { return metricOf(a) < metricOf(b); });
    const auto same = [&](const auto& a, const auto& b) { return metricOf(a) == metricOf(b); };
    panels.erase(std::unique(panels.begin(), panels.end(), same), panels.end());
    return panels;
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

bool MetricPanel::operator==(const MetricPanel& other) const
{
    const bool isSameContent = content == other.content || (content && other.content && *content == *other.content);
    return isSameContent && id == other.id && key == other.key && title == other.title && metrics == other.metrics;
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
    const QString key = shownKey(metric.key);
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

void PanelSections::setMetrics(std::vector<MetricEntry> metrics, Place newOnes)
{
    setMetrics(std::make_shared<const std::vector<MetricEntry>>(std::move(metrics)), newOnes);
}

void PanelSections::setMetrics(std::shared_ptr<const std::vector<MetricEntry>> metrics, Place newOnes)
{
    Kept kept;
    for (const Whole& section : newOnes == Place::AtTheEnd ? m_all : std::vector<Whole>()) {
        for (const auto& panel : section.panels)
            kept.emplace(panel->id, kept.size());
    }
    m_metrics = std::move(metrics);
    m_plain = plainPanels(*m_metrics, m_plain);
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
    // Those of a section mostly stand together.
    auto last = sections.end();
    const auto panelsOf = [&](SectionRef section) -> MetricPanels& {
        if (last == sections.end() || last->first != section)
            last = sections.try_emplace(std::move(section)).first;
        return last->second;
    };
    for (const auto& plain : m_plain) {
        const MetricRef& metric = plain->id.metric;
        const auto entry = said.find(plain->id);
        if (entry == said.end()) {
            if (m_layout.automatic)
                panelsOf(runglass::sectionOf(metric, m_layout.prefix)).push_back(plain);
            continue;
        }
        const PanelEntry& its = *entry->second;
        if (its.removed || (!m_layout.automatic && !its.section))
            continue;
        MetricPanels& section = panelsOf(its.section.value_or(runglass::sectionOf(metric, m_layout.prefix)));
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
        const MetricPanel& plain = **findPlain(m_plain, entry.panel.metric);
        panel.key = plain.key;
        panel.metrics = entry.content ? metricsOf(*entry.content, *m_metrics) : plain.metrics;
        if (panel.title.isEmpty())
            panel.title = plain.title;
        return panel;
    }
    const PanelContent& content = *entry.content;
    if (content.kind == PanelKind::Lines) {
        panel.metrics = metricsOf(content, *m_metrics);
        if (panel.title.isEmpty())
            panel.title = ownTitle(content, panel.metrics);
    } else {
        const auto kind = std::find_if(m_kinds.begin(), m_kinds.end(),
                                       [&content](const PanelKindInfo& one) { return one.kind == content.kind; });
        if (kind == m_kinds.end())
            return std::nullopt;
        if (panel.title.isEmpty())
            panel.title = kind->title(content);
        panel.content = std::make_shared<const PanelContent>(content);
    }
    panel.key = panel.title;
    return panel;
}

MetricPanels PanelSections::make(const PanelEntry& entry) const
{
    MetricPanels panels;
    for (CapturedPanel& one :
         entry.content ? capturedPanels(*entry.content, *m_metrics) : std::vector<CapturedPanel>()) {
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
    m_all.reserve(sections.size());
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
    sortNaturally(section.panels, order == PanelOrder::Descending);
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
    const std::vector<SectionRef>& byHand = m_layout.order;
    std::vector<QStringView> titles;
    std::vector<std::pair<std::ptrdiff_t, int>> places;
    for (const Whole& section : m_all) {
        titles.emplace_back(section.title);
        places.emplace_back(std::find(byHand.begin(), byHand.end(), section.id) - byHand.begin(), rankOf(section.id));
    }
    std::vector<std::size_t> order = naturalOrder(titles);
    std::stable_sort(order.begin(), order.end(),
                     [&places](std::size_t a, std::size_t b) { return places[a] < places[b]; });
    reorder(m_all, order);
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
