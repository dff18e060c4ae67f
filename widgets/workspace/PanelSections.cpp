// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelSections.h"

#include "models/items/VisibleText.h"
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

QCollator naturalOrder()
{
    // Not the locale of the user: "C" knows no numbers.
    QCollator collator{QLocale(QLocale::English)};
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
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
        const auto found = places.find(panel->id);
        return found == places.end() ? places.size() : found->second;
    };
    std::stable_sort(panels.begin(), panels.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

/// Of a panel or section: keys may be a megabyte long, and each name is laid out many times.
constexpr qsizetype kNameLength = 200;

std::vector<PanelRef> refsOf(const MetricPanels& panels)
{
    std::vector<PanelRef> refs;
    refs.reserve(panels.size());
    for (const auto& panel : panels)
        refs.push_back(panel->id);
    return refs;
}

QString ownTitle(const PanelContent& content, const std::vector<MetricRef>& metrics)
{
    if (metrics.empty())
        return visibleExcerpt(content.pattern, kNameLength);
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

QString usualTitle(const SectionRef& section)
{
    if (section.system)
        return QCoreApplication::translate("PanelSections", "System");
    const QString name = visibleExcerpt(section.name, kNameLength);
    return name.isEmpty() ? QCoreApplication::translate("PanelSections", "Charts") : name;
}

QString metricTitle(const MetricRef& metric)
{
    const QString key = visibleExcerpt(displayKey(metric.key), kNameLength);
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
        const QString key = visibleExcerpt(displayKey(metric.key), kNameLength);
        plain.emplace(ref, std::make_shared<const MetricPanel>(MetricPanel{{ref, 0}, key, metricTitle(ref), {ref}}));
    }
    m_plain = std::move(plain);
    arrange(kept);
}

void PanelSections::setKinds(std::vector<PanelKindInfo> kinds)
{
    m_kinds = std::move(kinds);
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
        MetricPanel panel = *plain;
        if (!its.title.empty())
            panel.title = visibleExcerpt(its.title, kNameLength);
        if (its.content)
            panel.metrics = metricsOf(*its.content, m_metrics);
        sections[its.section.value_or(runglass::sectionOf(metric, m_layout.prefix))].push_back(
            panel == *plain ? plain : std::make_shared<const MetricPanel>(std::move(panel)));
    }
}

/// Unset: there can be none of its kind.
std::optional<MetricPanel> PanelSections::ownPanel(const PanelEntry& entry) const
{
    const PanelContent& content = *entry.content;
    MetricPanel panel{entry.panel, {}, visibleExcerpt(entry.title, kNameLength), {}};
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

void PanelSections::addOwnPanels(std::map<SectionRef, MetricPanels>& sections) const
{
    for (const PanelEntry& entry : m_layout.panels) {
        if (!entry.panel.isOwn() || !entry.content)
            continue;
        if (auto panel = ownPanel(entry))
            sections[entry.section.value_or(SectionRef())].push_back(
                std::make_shared<const MetricPanel>(std::move(*panel)));
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
    std::map<SectionRef, MetricPanels> sections;
    addMetricPanels(sections, said);
    addOwnPanels(sections);
    m_all.clear();
    m_panelCount = 0;
    for (auto& [id, panels] : sections) {
        const SectionEntry* entry = m_layout.find(id);
        const bool isNamed = entry && !entry->title.empty();
        m_panelCount += panels.size();
        m_all.push_back({id, isNamed ? visibleExcerpt(entry->title, kNameLength) : usualTitle(id), std::move(panels)});
        orderPanels(m_all.back(), kept);
    }
    orderSections();
    narrow();
}

void PanelSections::orderPanels(Whole& section, const Kept& kept) const
{
    const SectionEntry* entry = m_layout.find(section.id);
    const PanelOrder order = entry ? entry->order : PanelOrder::Ascending;
    sortNaturally(section.panels, naturalOrder(), order == PanelOrder::Descending);
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
    const QCollator collator = naturalOrder();
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

void PanelSections::narrow()
{
    m_sections.clear();
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
        PanelSection section{whole.id, whole.title, {}, whole.panels.size(), entry && entry->collapsed};
        std::copy_if(whole.panels.begin(), whole.panels.end(), std::back_inserter(section.panels), isMatching);
        if (!section.panels.empty() || (whole.id.isOwn() && all))
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
            if (one->id == panel)
                return section.id;
        }
    }
    return std::nullopt;
}

std::optional<PanelLayout> PanelSections::withPanelAt(const PanelRef& panel, const SectionRef& into,
                                                      std::size_t place) const
{
    const std::optional<SectionRef> from = sectionOf(panel);
    const Whole* section = whole(into);
    const auto shown = std::find_if(m_sections.begin(), m_sections.end(), [&](const auto& s) { return s.id == into; });
    if (!from || !section)
        return std::nullopt;
    // Beside its new neighbour in the whole section, so that panels hidden by the search keep their places.
    std::vector<PanelRef> all = refsOf(section->panels);
    std::vector<PanelRef> matching = shown == m_sections.end() ? std::vector<PanelRef>() : refsOf(shown->panels);
    const std::vector<PanelRef> before = all;
    std::erase(all, panel);
    std::erase(matching, panel);
    std::size_t at = all.size();
    if (place < matching.size())
        at = static_cast<std::size_t>(std::find(all.begin(), all.end(), matching[place]) - all.begin());
    else if (!matching.empty())
        at = static_cast<std::size_t>(std::find(all.begin(), all.end(), matching.back()) - all.begin()) + 1;
    std::vector<PanelRef> after = all;
    after.insert(after.begin() + static_cast<std::ptrdiff_t>(at), panel);
    if (*from == into && after == before)
        return std::nullopt;
    PanelLayout layout = m_layout;
    layout.place(panel, into, before, at);
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
