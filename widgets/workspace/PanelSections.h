// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"
#include "models/session/Session.h"
#include "widgets/workspace/bodies/PanelKinds.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace runglass
{

/// Of a panel or section: keys may be a megabyte long, and each name is laid out many times.
constexpr qsizetype kPanelNameLength = 200;

struct MetricPanel {
    PanelRef id;
    QString key;                    ///< display key of its metric, or its title: names the chart
    QString title;                  ///< what is written on it
    std::vector<MetricRef> metrics; ///< what it draws, in order
    /// Of a panel of another kind than Lines, otherwise null. Apart, as thousands of panels have none and it is large.
    std::shared_ptr<const PanelContent> content = {};

    /// As content; of Lines an empty one.
    PanelContent shownContent() const { return content ? *content : PanelContent(); }
    bool operator==(const MetricPanel& other) const;
};

/// Shared, so that putting hundreds of thousands in order and narrowing them by a search copies none.
using MetricPanels = std::vector<std::shared_ptr<const MetricPanel>>;

/// A part of the computer whose panels the section of the hardware can be narrowed to.
struct PanelDevice {
    QString name; ///< as systemDevice
    QString title;
    std::size_t panels = 0; ///< without the search
    bool chosen = false;

    bool operator==(const PanelDevice&) const = default;
};

struct PanelSection {
    SectionRef id;
    QString title;
    MetricPanels panels;   ///< those that match the search, and are of chosen devices, in the order chosen
    std::size_t total = 0; ///< of all devices, without the search
    bool collapsed = false;
    std::vector<PanelDevice> devices =
        {};                  ///< of the hardware's: what can be chosen, and what is though it is not there
    bool isNarrowed = false; ///< to chosen devices
};

/// The workspace's arrangement: metrics and panels that people made in sections, as the layout says, narrowed by a
/// search.
class PanelSections
{
public:
    /// What becomes of panels that are new among others: in order; or behind those of their section that were there,
    /// which stay where they are while somebody looks at them.
    enum class Place { InOrder, AtTheEnd };

    /// @param metrics  in any order, not null
    void setMetrics(std::shared_ptr<const std::vector<MetricEntry>> metrics, Place newOnes = Place::InOrder);
    void setMetrics(std::vector<MetricEntry> metrics, Place newOnes = Place::InOrder);
    /// Panels of other kinds than Lines that there can be; none without it.
    void setKinds(std::vector<PanelKindInfo> kinds);
    void setLayout(PanelLayout layout);
    const PanelLayout& layout() const { return m_layout; }
    /// Part of a key or title, or a regular expression for them, without regard to case; empty: all.
    /// @return what is wrong with the expression, which then narrows nothing; empty: nothing
    QString setSearch(const QString& search, bool isPattern = false);
    const QString& search() const { return m_search; }

    /// Sections with a matching panel, and without a search also empty ones that a person made or narrowed: train, val
    /// and test first, then A–Z, system metrics last, unless the layout says otherwise.
    const std::vector<PanelSection>& sections() const { return m_sections; }
    /// Which section a panel stands in; unset: there is no such panel.
    std::optional<SectionRef> sectionOf(const PanelRef& panel) const;
    std::size_t panelCount() const { return m_panelCount; }
    std::size_t matchCount() const;
    /// All metrics there are, in order.
    const std::vector<MetricEntry>& metrics() const { return *m_metrics; }

    /// The layout in which a panel stands at a place among the matching panels of a section; unset: it does already, or
    /// there is no such panel.
    std::optional<PanelLayout> withPanelAt(const PanelRef& panel, const SectionRef& into, std::size_t place) const;
    /// The layout in which a section stands so many places lower (negative: higher); unset: that is beyond the ends.
    std::optional<PanelLayout> withSectionMoved(const SectionRef& section, int by) const;

private:
    struct Whole {
        SectionRef id;
        QString title;
        MetricPanels panels;
        std::vector<PanelDevice> devices = {};
        bool isNarrowed = false;
    };
    /// The panels that content of a person makes, kept while neither that nor the metrics are others.
    struct Made {
        PanelContent content;
        std::string title;
        MetricPanels panels;
    };
    using Kept = std::map<PanelRef, std::size_t>;
    void arrange(const Kept& kept = {});
    void addMetricPanels(std::map<SectionRef, MetricPanels>& sections,
                         const std::map<PanelRef, const PanelEntry*>& said);
    void addOwnPanels(std::map<SectionRef, MetricPanels>& sections);
    const MetricPanels& made(const PanelEntry& entry);
    MetricPanels make(const PanelEntry& entry) const;
    std::optional<MetricPanel> wholePanel(const PanelEntry& entry) const;
    static void listDevices(Whole& section, const std::vector<std::string>& chosen);
    void orderPanels(Whole& section, const Kept& kept) const;
    void orderSections();
    void narrow();
    const Whole* whole(const SectionRef& section) const;

    std::shared_ptr<const std::vector<MetricEntry>> m_metrics = std::make_shared<const std::vector<MetricEntry>>();
    /// Made once for a metric and kept while it is there, since layouts change often. In the order of metrics.
    MetricPanels m_plain;
    PanelLayout m_layout;
    std::map<PanelRef, Made> m_made;
    std::vector<PanelKindInfo> m_kinds;
    std::vector<Whole> m_all; ///< without the search, in order
    std::vector<PanelSection> m_sections;
    std::size_t m_panelCount = 0;
    QString m_search;
    bool m_isPattern = false;
};

/// What a section is called when nobody named it.
QString usualTitle(const SectionRef& section);
/// What a metric is called in titles and lists.
QString metricTitle(const MetricRef& metric);
/// The metrics that a panel draws: those it names, then those that its expression matches.
std::vector<MetricRef> metricsOf(const PanelContent& content, const std::vector<MetricEntry>& metrics);

} // namespace runglass
