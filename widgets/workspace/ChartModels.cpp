// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ChartModels.h"

namespace runglass
{

std::shared_ptr<ChartModel> ChartModels::get(const PanelId& panel)
{
    m_recent.remove(panel);
    m_recent.push_front(panel);
    std::shared_ptr<ChartModel>& model = m_models[panel];
    if (!model) {
        model = std::make_shared<ChartModel>(MetricEntry{panel.system, panel.key, 0}, m_source);
        model->setRuns(m_runs);
    }
    return model;
}

void ChartModels::setRuns(std::shared_ptr<const ShownRuns> runs)
{
    if (*runs == *m_runs)
        return;
    m_runs = std::move(runs);
    for (const auto& [id, model] : m_models)
        model->setRuns(m_runs);
}

void ChartModels::invalidate(const RunChanges& changes)
{
    for (const auto& [id, model] : m_models)
        model->invalidate(changes);
}

void ChartModels::trim()
{
    std::size_t points = 0;
    for (const auto& [id, model] : m_models)
        points += model->pointCount();
    for (auto at = m_recent.end(); points > kMostPoints && at != m_recent.begin();) {
        --at;
        const auto model = m_models.find(*at);
        if (model == m_models.end() || model->second.use_count() > 1)
            continue;
        points -= model->second->pointCount();
        m_models.erase(model);
        at = m_recent.erase(at);
    }
}

} // namespace runglass
