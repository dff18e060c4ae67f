// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "models/items/ShownGroups.h"
#include "models/session/PanelLayout.h"

#include <QObject>

#include <list>
#include <map>
#include <memory>

namespace runglass
{

/// The models of the workspace's metrics: made on demand, shared by the panels that draw them, kept a while after these
/// left the view so that going back is instant, dropped when they hold too many points.
/// @thread GUI
class ChartModels : public QObject
{
    Q_OBJECT

public:
    explicit ChartModels(ChartSource& source)
        : m_source(source)
    {
    }

    /// A metric over an x axis.
    struct Which {
        MetricRef metric;
        XAxisKind kind = XAxisKind::Defined;
        KeyPath xMetric = {}; ///< of kind Metric

        auto operator<=>(const Which&) const = default;
    };

    /// Becomes the most recently used.
    std::shared_ptr<ChartModel> get(const Which& which);
    /// A model is active while anybody holds it so.
    void hold(const Which& which);
    void release(const Which& which);
    void setRuns(std::shared_ptr<const ShownRuns> runs);
    const std::shared_ptr<const ShownRuns>& runs() const { return m_runs; }
    /// Groups of the table; empty: it is not grouped.
    void setGroups(std::shared_ptr<const ShownGroups> groups);
    const std::shared_ptr<const ShownGroups>& groups() const { return m_groups; }
    /// The data of these runs changed: models in use read it again, the others when they are used.
    void invalidate(const RunChanges& changes);
    /// Drops models that nobody else has, least recently used first, until the rest is small enough.
    void trim();

signals:
    void groupsChanged();

private:
    static constexpr std::size_t kMostPoints = 4'000'000;

    ChartSource& m_source;
    std::shared_ptr<const ShownRuns> m_runs = std::make_shared<ShownRuns>();
    std::shared_ptr<const ShownGroups> m_groups = std::make_shared<ShownGroups>();
    std::map<Which, std::shared_ptr<ChartModel>> m_models;
    std::map<Which, int> m_holders;
    std::list<Which> m_recent; ///< most recent first
};

} // namespace runglass
