// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/MetricScope.h"

#include "models/items/WhenAnswered.h"

#include <algorithm>

namespace runglass
{

MetricScope::MetricScope(ChartSource& source, QObject* parent)
    : QObject(parent)
    , m_source(source)
{
}

void MetricScope::setRuns(std::vector<RunRef> runs, bool all)
{
    m_all = all || runs.size() > kMostRuns;
    m_runs = m_all ? std::vector<RunRef>() : std::move(runs);
    ask();
}

void MetricScope::invalidate()
{
    ++m_generation;
    ask();
}

bool MetricScope::isKnown() const
{
    return std::all_of(m_runs.begin(), m_runs.end(), [this](const RunRef& run) {
        const auto known = m_known.find(run);
        return known != m_known.end() && known->second.answered;
    });
}

void MetricScope::ask()
{
    for (const RunRef& run : m_runs) {
        Known& known = m_known[run];
        if (known.generation == m_generation)
            continue;
        known.generation = m_generation;
        using Infos = Result<std::shared_ptr<const std::vector<SeriesInfo>>>;
        whenAnswered(
            this, m_source.seriesInfo(run),
            [this, run, generation = m_generation](const Infos& answer) { take(run, generation, answer); }, [] {});
    }
}

void MetricScope::take(const RunRef& run, unsigned generation,
                       const Result<std::shared_ptr<const std::vector<SeriesInfo>>>& answer)
{
    Known& known = m_known[run];
    if (generation != known.generation)
        return;
    std::set<PanelId> metrics;
    if (answer) {
        for (const SeriesInfo& info : **answer) {
            if (info.isNumeric() && info.count > 0)
                metrics.insert({info.id.system, info.id.key});
        }
    }
    const bool same = known.answered && known.metrics == metrics;
    known.answered = true;
    known.metrics = std::move(metrics);
    if (!same && isKnown())
        emit changed();
}

std::vector<MetricEntry> MetricScope::filter(const std::vector<MetricEntry>& metrics) const
{
    if (m_all || !isKnown())
        return metrics;
    std::set<PanelId> wanted;
    for (const RunRef& run : m_runs) {
        const std::set<PanelId>& known = m_known.at(run).metrics;
        wanted.insert(known.begin(), known.end());
    }
    std::vector<MetricEntry> result;
    std::copy_if(metrics.begin(), metrics.end(), std::back_inserter(result), [&](const MetricEntry& metric) {
        return wanted.contains({metric.system, metric.key});
    });
    return result;
}

} // namespace runglass
