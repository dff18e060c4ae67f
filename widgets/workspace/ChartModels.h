// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "widgets/workspace/PanelSections.h"

#include <list>
#include <map>
#include <memory>

namespace runglass
{

/// The models of the workspace's panels: made on demand, kept a while after their panel left the view so that going
/// back is instant, dropped when they hold too many points.
/// @thread GUI
class ChartModels
{
public:
    explicit ChartModels(ChartSource& source)
        : m_source(source)
    {
    }

    /// Becomes the most recently used.
    std::shared_ptr<ChartModel> get(const PanelId& panel);
    void setRuns(std::shared_ptr<const ShownRuns> runs);
    /// The data of these runs changed: models in use read it again, the others when they are used.
    void invalidate(const RunChanges& changes);
    /// Drops models that nobody else holds, least recently used first, until the rest is small enough.
    void trim();

private:
    static constexpr std::size_t kMostPoints = 4'000'000;

    ChartSource& m_source;
    std::shared_ptr<const ShownRuns> m_runs = std::make_shared<ShownRuns>();
    std::map<PanelId, std::shared_ptr<ChartModel>> m_models;
    std::list<PanelId> m_recent; ///< most recent first
};

} // namespace runglass
