// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace runglass
{

/// Which panel: the metric without how often it was logged.
struct PanelId {
    bool system = false;
    KeyPath key;

    auto operator<=>(const PanelId&) const = default;
};

/// Which section: metrics of runs by the first part of their key, or the hardware series.
struct SectionId {
    bool system = false;
    QString name; ///< empty: keys without a part; of the system section

    friend bool operator==(const SectionId&, const SectionId&) = default;
    friend bool operator<(const SectionId& a, const SectionId& b)
    {
        return std::tie(a.system, a.name) < std::tie(b.system, b.name);
    }
};

struct MetricPanel {
    PanelId id;
    QString key;   ///< display key, which names the chart
    QString title; ///< what is written on it
};

/// Shared, so that putting hundreds of thousands in order and narrowing them by a search copies none.
using MetricPanels = std::vector<std::shared_ptr<const MetricPanel>>;

struct PanelSection {
    SectionId id;
    QString title;
    MetricPanels panels;   ///< those that match the search, in the order chosen
    std::size_t total = 0; ///< without the search
    bool collapsed = false;
};

/// The workspace's arrangement: metrics in sections, narrowed by a search, in an order that people may change.
class PanelSections
{
public:
    /// What becomes of panels that are new among others: in order; or behind those of their section that were there,
    /// which stay where they are while somebody looks at them.
    enum class Place { InOrder, AtTheEnd };

    void setMetrics(const std::vector<MetricEntry>& metrics, Place newOnes = Place::InOrder);
    /// Part of a key or title, without regard to case; empty: all.
    void setSearch(const QString& search);
    const QString& search() const { return m_search; }

    /// Sections with a matching panel: train, val and test first, then A–Z, system metrics last.
    const std::vector<PanelSection>& sections() const { return m_sections; }
    std::size_t panelCount() const { return m_panelCount; }
    std::size_t matchCount() const;

    void setCollapsed(const SectionId& section, bool collapsed);
    void setAllCollapsed(bool collapsed);
    /// Puts a panel at a place among the matching panels of its section.
    /// @return false when it is there already or there is no such panel
    bool movePanel(const PanelId& panel, std::size_t to);
    /// Forgets the order that was chosen in a section.
    void sortSection(const SectionId& section);

    /// Order and collapsed sections, for settings.
    QByteArray saveState() const;
    /// @return false when state is none of ours; then nothing changes
    bool restoreState(const QByteArray& state);

private:
    struct Whole {
        SectionId id;
        MetricPanels panels;
    };
    void arrange(const std::map<PanelId, std::size_t>& kept = {});
    void narrow();

    std::vector<Whole> m_all; ///< without the search, in order
    std::vector<PanelSection> m_sections;
    std::size_t m_panelCount = 0;
    QString m_search;
    std::set<SectionId> m_collapsed;
    std::map<SectionId, std::vector<PanelId>> m_order; ///< of sections whose order was changed
};

/// The section a metric belongs to.
SectionId sectionOf(const PanelId& panel);

} // namespace runglass
