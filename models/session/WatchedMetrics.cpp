// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/WatchedMetrics.h"

#include <utility>

namespace runglass
{

namespace
{

/// From here on one question about all runs is quicker than one about each.
constexpr std::size_t kMany = 1000;

} // namespace

void WatchedMetrics::setWanted(std::set<KeyPath> metrics)
{
    const std::lock_guard lock(m_mutex);
    m_wanted = std::move(metrics);
}

std::vector<MetricNews> WatchedMetrics::news(StoreReader& reader, const StoreChanges& changes)
{
    std::set<KeyPath> wanted;
    {
        const std::lock_guard lock(m_mutex);
        wanted = m_wanted;
    }
    std::erase_if(m_told, [&wanted](const KeyPath& metric) { return !wanted.contains(metric); });
    std::vector<RunPath> runs;
    for (const Run& run : changes.changed)
        runs.push_back(run.path);
    std::vector<MetricNews> all;
    for (const KeyPath& metric : wanted) {
        const bool whole = changes.anew || runs.size() >= kMany || !m_told.contains(metric);
        if (!whole && runs.empty())
            continue;
        Result<std::vector<MetricSummary>> found =
            whole ? reader.metricSummaries(metric) : reader.metricSummaries(metric, runs);
        MetricNews& news = all.emplace_back();
        news.metric = metric;
        news.whole = whole;
        if (!whole)
            news.runs = runs;
        if (found)
            news.summaries = std::move(*found);
        if (found)
            m_told.insert(metric);
        else
            m_told.erase(metric);
    }
    return all;
}

} // namespace runglass
