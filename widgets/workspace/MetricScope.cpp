// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/MetricScope.h"

#include "models/session/WhenAnswered.h"

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
    const std::set<RunRef> listed(m_runs.begin(), m_runs.end());
    std::erase_if(m_known, [&listed](const auto& known) { return !listed.contains(known.first); });
    for (const RunRef& run : m_runs) {
        if (!m_known.contains(run))
            ask(run);
    }
}

void MetricScope::invalidate(const RunChanges& changes)
{
    for (auto& [run, known] : m_known)
        known.isStale = known.isStale || changes.concern(run);
}

void MetricScope::refresh()
{
    for (const auto& [run, known] : m_known) {
        if (known.isStale)
            ask(run);
    }
}

bool MetricScope::isKnown() const
{
    return std::all_of(m_runs.begin(), m_runs.end(), [this](const RunRef& run) {
        const auto known = m_known.find(run);
        return known != m_known.end() && known->second.answered;
    });
}

void MetricScope::ask(const RunRef& run)
{
    Known& its = m_known[run];
    its.isStale = false;
    its.asked = ++m_asked;
    using Infos = Result<std::shared_ptr<const std::vector<SeriesInfo>>>;
    whenAnswered(
        this, m_source.seriesInfo(run),
        [this, run, asked = its.asked](const Infos& answer) { take(run, asked, answer); }, [] {});
}

void MetricScope::take(const RunRef& run, unsigned asked,
                       const Result<std::shared_ptr<const std::vector<SeriesInfo>>>& answer)
{
    const auto listed = m_known.find(run);
    if (listed == m_known.end() || listed->second.asked != asked)
        return;
    Known& known = listed->second;
    std::set<MetricRef> metrics;
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

std::shared_ptr<const std::vector<MetricEntry>>
MetricScope::filter(const std::shared_ptr<const std::vector<MetricEntry>>& metrics) const
{
    if (m_all || !isKnown())
        return metrics;
    std::set<MetricRef> wanted;
    for (const RunRef& run : m_runs) {
        const std::set<MetricRef>& known = m_known.at(run).metrics;
        wanted.insert(known.begin(), known.end());
    }
    auto result = std::make_shared<std::vector<MetricEntry>>();
    std::copy_if(metrics->begin(), metrics->end(), std::back_inserter(*result), [&](const MetricEntry& metric) {
        return wanted.contains({metric.system, metric.key});
    });
    return result;
}

} // namespace runglass
