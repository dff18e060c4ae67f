// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelSections.h"

#include "models/items/VisibleText.h"
#include "widgets/workspace/SystemMetricTitle.h"

#include <QCollator>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kStateVersion = 1;

QString sectionTitle(const SectionId& id)
{
    if (id.system)
        return QCoreApplication::translate("PanelSections", "System");
    return id.name.isEmpty() ? QCoreApplication::translate("PanelSections", "Charts") : id.name;
}

int rankOf(const SectionId& id)
{
    if (id.system)
        return 5;
    const QString name = id.name.toLower();
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
void sortNaturally(MetricPanels& panels, const QCollator& collator)
{
    std::vector<std::pair<QCollatorSortKey, std::size_t>> order;
    order.reserve(panels.size());
    for (std::size_t i = 0; i < panels.size(); ++i)
        order.emplace_back(collator.sortKey(panels[i]->key), i);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    MetricPanels sorted;
    sorted.reserve(panels.size());
    for (const auto& [key, place] : order)
        sorted.push_back(std::move(panels[place]));
    panels = std::move(sorted);
}

/// Those that have a place in its order, the others behind them as they were.
void orderBy(MetricPanels& panels, const std::map<PanelId, std::size_t>& places)
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

QJsonArray toJson(const std::vector<PanelId>& panels)
{
    QJsonArray result;
    for (const PanelId& panel : panels) {
        QJsonArray key;
        for (const std::string& part : panel.key)
            key.append(QString::fromStdString(part));
        result.append(key);
    }
    return result;
}

std::vector<PanelId> panelsFromJson(const QJsonArray& array, bool system)
{
    std::vector<PanelId> result;
    for (const QJsonValue& entry : array) {
        PanelId panel{system, {}};
        for (const QJsonValue& part : entry.toArray())
            panel.key.push_back(part.toString().toStdString());
        result.push_back(std::move(panel));
    }
    return result;
}

} // namespace

SectionId sectionOf(const PanelId& panel)
{
    if (panel.system || panel.key.empty())
        return {panel.system, {}};
    const QString first = visibleExcerpt(panel.key.front(), kNameLength);
    const qsizetype slash = first.indexOf(u'/');
    if (slash > 0)
        return {false, first.left(slash)};
    return {false, panel.key.size() > 1 ? first : QString()};
}

void PanelSections::setMetrics(const std::vector<MetricEntry>& metrics, Place newOnes)
{
    std::map<PanelId, std::size_t> kept;
    for (const Whole& section : newOnes == Place::AtTheEnd ? m_all : std::vector<Whole>()) {
        for (const auto& panel : section.panels)
            kept.emplace(panel->id, kept.size());
    }
    std::map<SectionId, MetricPanels> sections;
    for (const MetricEntry& metric : metrics) {
        PanelId id{metric.system, metric.key};
        const QString key = visibleExcerpt(displayKey(metric.key), kNameLength);
        MetricPanels& panels = sections[sectionOf(id)];
        panels.push_back(std::make_shared<const MetricPanel>(
            MetricPanel{std::move(id), key, metric.system ? systemMetricTitle(key) : key}));
    }
    m_all.clear();
    m_panelCount = metrics.size();
    for (auto& [id, panels] : sections)
        m_all.push_back({id, std::move(panels)});
    const QCollator collator = naturalOrder();
    std::stable_sort(m_all.begin(), m_all.end(), [&](const Whole& a, const Whole& b) {
        const int left = rankOf(a.id), right = rankOf(b.id);
        return left != right ? left < right : collator.compare(a.id.name, b.id.name) < 0;
    });
    arrange(kept);
}

/// @param kept  panels that come first in their sections, with their order
void PanelSections::arrange(const std::map<PanelId, std::size_t>& kept)
{
    const QCollator collator = naturalOrder();
    for (Whole& section : m_all) {
        sortNaturally(section.panels, collator);
        if (const auto order = m_order.find(section.id); order != m_order.end()) {
            std::map<PanelId, std::size_t> places;
            for (const PanelId& panel : order->second)
                places.emplace(panel, places.size());
            orderBy(section.panels, places);
        }
        orderBy(section.panels, kept);
    }
    narrow();
}

void PanelSections::narrow()
{
    m_sections.clear();
    for (const Whole& whole : m_all) {
        PanelSection section{whole.id, sectionTitle(whole.id), {}, whole.panels.size(), m_collapsed.contains(whole.id)};
        const auto isMatching = [this](const std::shared_ptr<const MetricPanel>& panel) {
            return m_search.isEmpty() || panel->key.contains(m_search, Qt::CaseInsensitive) ||
                   panel->title.contains(m_search, Qt::CaseInsensitive);
        };
        std::copy_if(whole.panels.begin(), whole.panels.end(), std::back_inserter(section.panels), isMatching);
        if (!section.panels.empty())
            m_sections.push_back(std::move(section));
    }
}

void PanelSections::setSearch(const QString& search)
{
    m_search = search.trimmed();
    narrow();
}

std::size_t PanelSections::matchCount() const
{
    std::size_t result = 0;
    for (const PanelSection& section : m_sections)
        result += section.panels.size();
    return result;
}

void PanelSections::setCollapsed(const SectionId& section, bool collapsed)
{
    if (collapsed)
        m_collapsed.insert(section);
    else
        m_collapsed.erase(section);
    narrow();
}

void PanelSections::setAllCollapsed(bool collapsed)
{
    m_collapsed.clear();
    for (const Whole& section : m_all) {
        if (collapsed)
            m_collapsed.insert(section.id);
    }
    narrow();
}

bool PanelSections::movePanel(const PanelId& panel, std::size_t to)
{
    const SectionId id = sectionOf(panel);
    const auto shown = std::find_if(m_sections.begin(), m_sections.end(), [&](const auto& s) { return s.id == id; });
    const auto whole = std::find_if(m_all.begin(), m_all.end(), [&](const auto& s) { return s.id == id; });
    if (shown == m_sections.end() || to >= shown->panels.size())
        return false;
    const auto isIt = [&](const auto& p) { return p->id == panel; };
    const auto from = std::find_if(shown->panels.begin(), shown->panels.end(), isIt);
    const PanelId target = shown->panels[to]->id;
    if (from == shown->panels.end() || target == panel)
        return false;
    const bool forward = static_cast<std::size_t>(from - shown->panels.begin()) < to;
    // Beside its new neighbour in the whole section, so that panels hidden by the search keep their places.
    const auto source = std::find_if(whole->panels.begin(), whole->panels.end(), isIt);
    const std::shared_ptr<const MetricPanel> moved = *source;
    whole->panels.erase(source);
    const auto isTarget = [&](const auto& p) { return p->id == target; };
    const auto place = std::find_if(whole->panels.begin(), whole->panels.end(), isTarget);
    whole->panels.insert(forward ? place + 1 : place, moved);
    std::vector<PanelId>& order = m_order[id];
    order.clear();
    for (const auto& p : whole->panels)
        order.push_back(p->id);
    narrow();
    return true;
}

void PanelSections::sortSection(const SectionId& section)
{
    m_order.erase(section);
    arrange();
}

QByteArray PanelSections::saveState() const
{
    const auto section = [](const SectionId& id) {
        return QJsonObject{{QStringLiteral("system"), id.system}, {QStringLiteral("name"), id.name}};
    };
    QJsonArray collapsed, order;
    for (const SectionId& id : m_collapsed)
        collapsed.append(section(id));
    for (const auto& [id, panels] : m_order) {
        QJsonObject entry = section(id);
        entry.insert(QStringLiteral("panels"), toJson(panels));
        order.append(entry);
    }
    const QJsonObject state{{QStringLiteral("version"), kStateVersion},
                            {QStringLiteral("collapsed"), collapsed},
                            {QStringLiteral("order"), order}};
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

bool PanelSections::restoreState(const QByteArray& state)
{
    const QJsonObject object = QJsonDocument::fromJson(state).object();
    if (object.value(QLatin1String("version")).toInt() != kStateVersion)
        return false;
    const auto section = [](const QJsonObject& entry) {
        return SectionId{entry.value(QLatin1String("system")).toBool(), entry.value(QLatin1String("name")).toString()};
    };
    m_collapsed.clear();
    m_order.clear();
    for (const QJsonValue& entry : object.value(QLatin1String("collapsed")).toArray())
        m_collapsed.insert(section(entry.toObject()));
    for (const QJsonValue& entry : object.value(QLatin1String("order")).toArray()) {
        const SectionId id = section(entry.toObject());
        m_order[id] = panelsFromJson(entry.toObject().value(QLatin1String("panels")).toArray(), id.system);
    }
    arrange();
    return true;
}

} // namespace runglass
