// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ChartModels.h"

namespace runglass
{

std::shared_ptr<ChartModel> ChartModels::get(const Which& which)
{
    m_recent.remove(which);
    m_recent.push_front(which);
    std::shared_ptr<ChartModel>& model = m_models[which];
    if (!model) {
        model = std::make_shared<ChartModel>(MetricEntry{which.metric.system, which.metric.key, 0},
                                             XAxis{which.kind, which.xMetric}, m_source);
        model->setRuns(m_runs);
        model->setActive(m_holders.contains(which));
    }
    return model;
}

void ChartModels::hold(const Which& which)
{
    if (++m_holders[which] > 1)
        return;
    if (const auto model = m_models.find(which); model != m_models.end())
        model->second->setActive(true);
}

void ChartModels::release(const Which& which)
{
    const auto held = m_holders.find(which);
    if (held == m_holders.end() || --held->second > 0)
        return;
    m_holders.erase(held);
    if (const auto model = m_models.find(which); model != m_models.end())
        model->second->setActive(false);
}

void ChartModels::setRuns(std::shared_ptr<const ShownRuns> runs)
{
    if (*runs == *m_runs)
        return;
    m_runs = std::move(runs);
    for (const auto& [id, model] : m_models)
        model->setRuns(m_runs);
}

void ChartModels::setGroups(std::shared_ptr<const ShownGroups> groups)
{
    if (*groups == *m_groups)
        return;
    m_groups = std::move(groups);
    emit groupsChanged();
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
