// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartSource.h"
#include "models/items/ShownRuns.h"

#include <QFuture>

#include <functional>
#include <map>

namespace runglass::test
{

/// Answers at once with what a test put in, and counts what was asked.
class FakeChartSource : public ChartSource
{
public:
    using Key = std::pair<RunRef, KeyPath>;

    void put(const RunRef& run, const std::string& key, std::vector<std::int64_t> step, std::vector<double> values,
             int segment = 0)
    {
        auto series = std::make_shared<Series>();
        series->id = {segment, false, {key}};
        series->time.resize(step.size());
        for (std::size_t i = 0; i < step.size(); ++i)
            series->time[i] = 1.7e9 + static_cast<double>(i);
        series->step = std::move(step);
        series->values = std::move(values);
        m_series[{run, {key}}].push_back(std::make_shared<const Line>(*series));
    }

    Answer<std::vector<ChartSeries>> chartSeries(const MetricEntry& metric, const XAxis& x,
                                                 std::vector<RunRef> runs) override
    {
        auto result = std::make_shared<std::vector<ChartSeries>>();
        for (const RunRef& run : runs) {
            asked[{run, metric.key}]++;
            const auto found = m_series.find({run, metric.key});
            if (found != m_series.end())
                result->push_back(
                    {run, found->second, x.kind == XAxisKind::Defined ? XAxis{XAxisKind::Step, {}} : x, 0});
        }
        using Ready = Result<std::shared_ptr<const std::vector<ChartSeries>>>;
        return QtFuture::makeReadyFuture(Ready(std::shared_ptr<const std::vector<ChartSeries>>(result)));
    }

    Answer<std::vector<SeriesInfo>> seriesInfo(const RunRef& run) override
    {
        ++infosAsked;
        auto result = std::make_shared<std::vector<SeriesInfo>>();
        for (const auto& [key, segments] : m_series) {
            if (key.first == run)
                result->push_back({{0, false, key.second}, SeriesKind::Double, segments.front()->size()});
        }
        using Ready = Result<std::shared_ptr<const std::vector<SeriesInfo>>>;
        return QtFuture::makeReadyFuture(Ready(std::shared_ptr<const std::vector<SeriesInfo>>(result)));
    }

    /// How many metrics were read for any run.
    std::size_t metricsAsked() const
    {
        std::set<KeyPath> metrics;
        for (const auto& [key, count] : asked)
            metrics.insert(key.second);
        return metrics.size();
    }

    std::map<Key, int> asked;
    int infosAsked = 0;

private:
    std::map<Key, std::vector<std::shared_ptr<const Line>>> m_series;
};

inline RunRef runRef(const std::string& id)
{
    return {1, {"team", "project", id}};
}

inline std::shared_ptr<const ShownRuns> shown(const std::vector<std::string>& ids)
{
    auto result = std::make_shared<ShownRuns>();
    std::uint32_t slot = 0;
    for (const std::string& id : ids)
        result->runs.push_back({runRef(id), QString::fromStdString(id), RunColour::slot(slot++), false});
    return result;
}

} // namespace runglass::test
