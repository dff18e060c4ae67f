// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ChartModel.h"

#include "models/items/WhenAnswered.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace runglass
{

std::size_t ChartLine::pointCount() const
{
    return std::accumulate(segments.begin(), segments.end(), std::size_t{0},
                           [](std::size_t sum, const auto& line) { return sum + line->size(); });
}

double ChartLine::lastValue() const
{
    return segments.empty() ? std::numeric_limits<double>::quiet_NaN() : segments.back()->values().back();
}

ChartModel::ChartModel(MetricEntry metric, ChartSource& source, QObject* parent)
    : QObject(parent)
    , m_metric(std::move(metric))
    , m_source(source)
{
}

void ChartModel::setActive(bool active)
{
    m_active = active;
    load();
}

void ChartModel::setRuns(std::shared_ptr<const ShownRuns> runs)
{
    m_runs = std::move(runs);
    assemble();
    load();
    emit changed();
}

void ChartModel::invalidate()
{
    ++m_generation;
    load();
}

bool ChartModel::isLoggedOnce() const
{
    return !m_lines.empty() &&
           std::all_of(m_lines.begin(), m_lines.end(), [](const ChartLine& line) { return line.pointCount() == 1; });
}

std::size_t ChartModel::pointCount() const
{
    return std::accumulate(m_lines.begin(), m_lines.end(), std::size_t{0},
                           [](std::size_t sum, const ChartLine& line) { return sum + line.pointCount(); });
}

ChartModel::Prepared ChartModel::prepare(const SeriesAnswer& answer)
{
    if (!answer)
        return {{}, answer.error()};
    Prepared result;
    for (const ChartSeries& series : **answer) {
        Segments& segments = result.lines[series.run];
        for (const auto& segment : series.segments) {
            if (segment && segment->size() > 0)
                segments.push_back(std::make_shared<const Line>(segment));
        }
    }
    return result;
}

void ChartModel::load()
{
    if (!m_active)
        return;
    std::vector<RunRef> missing;
    for (const ShownRun& run : m_runs->runs) {
        Loaded& loaded = m_loaded[run.ref];
        if (loaded.generation != m_generation)
            missing.push_back(run.ref);
        loaded.generation = m_generation;
    }
    if (missing.empty()) {
        m_everLoaded = true;
        return;
    }
    ++m_pending;
    QFuture<Prepared> prepared =
        m_source.chartSeries(m_metric, missing).then(QtFuture::Launch::Async, [](const SeriesAnswer& answer) {
            return prepare(answer);
        });
    whenAnswered(
        this, prepared,
        [this, missing, generation = m_generation](const Prepared& result) { take(result, missing, generation); },
        [this] {
            --m_pending;
            emit changed();
        });
}

void ChartModel::take(Prepared prepared, const std::vector<RunRef>& asked, unsigned generation)
{
    --m_pending;
    m_everLoaded = true;
    if (generation == m_generation) {
        m_error = prepared.error ? QString::fromStdString(describe(*prepared.error)) : QString();
        for (const RunRef& run : asked)
            m_loaded[run].segments = std::move(prepared.lines[run]);
        assemble();
    }
    emit changed();
}

void ChartModel::assemble()
{
    m_lines.clear();
    for (const ShownRun& run : m_runs->runs) {
        const auto loaded = m_loaded.find(run.ref);
        if (loaded != m_loaded.end() && !loaded->second.segments.empty())
            m_lines.push_back({run, loaded->second.segments});
    }
}

} // namespace runglass
