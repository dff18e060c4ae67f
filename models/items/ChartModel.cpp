// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ChartModel.h"

#include "models/session/WhenAnswered.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace runglass
{

QString ChartLine::name() const
{
    //: A line of a chart with several metrics; %1 is the run, %2 the metric.
    return partName.isEmpty() ? run.name : ChartModel::tr("%1 · %2").arg(run.name, partName);
}

QString ChartLine::nameOfStrange(const QString& group)
{
    //: Of a value that a group's line leaves out; %1 is the group.
    return ChartModel::tr("%1, one of its runs").arg(group);
}

bool ChartLine::hasStrange() const
{
    return !strange.empty() || std::any_of(segments.begin(), segments.end(),
                                           [](const auto& line) { return !line->extent().isAllFinite(); });
}

std::size_t ChartLine::pointCount() const
{
    return std::accumulate(segments.begin(), segments.end(), std::size_t{0},
                           [](std::size_t sum, const auto& line) { return sum + line->size(); });
}

double ChartLine::lastValue() const
{
    return segments.empty() ? std::numeric_limits<double>::quiet_NaN() : segments.back()->lastValue();
}

ChartModel::ChartModel(MetricEntry metric, XAxis x, ChartSource& source, QObject* parent)
    : QObject(parent)
    , m_metric(std::move(metric))
    , m_x(std::move(x))
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
    std::map<RunRef, Loaded> shown;
    for (const ShownRun& run : m_runs->runs) {
        auto known = m_loaded.extract(run.ref);
        if (known.empty())
            shown.emplace(run.ref, show(run.ref));
        else
            shown.insert(std::move(known));
    }
    for (const auto& [run, loaded] : m_loaded)
        hide(run, loaded);
    m_loaded = std::move(shown);
    assemble();
    load();
    emit changed();
}

void ChartModel::hide(const RunRef& run, const Loaded& loaded)
{
    if (!loaded.isStale && !loaded.isAsked)
        m_hidden.insert_or_assign(run,
                                  Hidden{{loaded.segments.begin(), loaded.segments.end()}, loaded.x, loaded.unplaced});
}

ChartModel::Loaded ChartModel::show(const RunRef& run)
{
    Loaded loaded;
    const auto hidden = m_hidden.extract(run);
    if (hidden.empty())
        return loaded;
    loaded.x = hidden.mapped().x;
    loaded.unplaced = hidden.mapped().unplaced;
    for (const std::weak_ptr<const Line>& segment : hidden.mapped().segments) {
        if (std::shared_ptr<const Line> line = segment.lock())
            loaded.segments.push_back(std::move(line));
    }
    loaded.isStale = loaded.segments.size() < hidden.mapped().segments.size();
    if (loaded.isStale)
        loaded.segments.clear();
    return loaded;
}

void ChartModel::invalidate(const RunChanges& changes)
{
    std::erase_if(m_hidden, [&changes](const auto& hidden) { return changes.concern(hidden.first); });
    for (auto& [run, loaded] : m_loaded)
        loaded.isStale = loaded.isStale || changes.concern(run);
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

void ChartModel::load()
{
    if (!m_active)
        return;
    std::vector<RunRef> wanted;
    for (auto& [run, loaded] : m_loaded) {
        // What changes while its answer is on its way is asked for again when that is there: never two at a time, and
        // no answer is dropped because another is coming.
        if (!loaded.isStale || loaded.isAsked)
            continue;
        loaded.isStale = false;
        loaded.isAsked = true;
        wanted.push_back(run);
    }
    if (!wanted.empty())
        ask(wanted);
    else if (m_pending == 0)
        m_everLoaded = true;
}

void ChartModel::ask(const std::vector<RunRef>& runs)
{
    ++m_pending;
    const QFuture<SeriesAnswer> answer = m_source.chartSeries(m_metric, m_x, runs);
    const auto canceled = [this, runs] { take(Error{Error::Kind::Canceled, {}, {}}, runs); };
    whenAnswered(
        this, answer, [this, runs](const SeriesAnswer& result) { take(result, runs); }, canceled);
}

void ChartModel::take(const SeriesAnswer& answer, const std::vector<RunRef>& asked)
{
    --m_pending;
    const bool wasFirst = !m_everLoaded;
    m_everLoaded = true;
    const bool isCanceled = !answer && answer.error().kind == Error::Kind::Canceled;
    const QString error = answer || isCanceled ? QString() : QString::fromStdString(describe(answer.error()));
    const bool isOther = error != m_error;
    m_error = error;
    for (const RunRef& run : asked) {
        // Hidden runs are forgotten, also while their answer is on its way.
        if (const auto loaded = m_loaded.find(run); loaded != m_loaded.end()) {
            loaded->second.isAsked = false;
            if (answer)
                loaded->second.segments.clear();
        }
    }
    if (answer) {
        for (const ChartSeries& series : **answer) {
            if (const auto loaded = m_loaded.find(series.run); loaded != m_loaded.end()) {
                loaded->second.segments = series.segments;
                loaded->second.x = series.x;
                loaded->second.unplaced = series.unplaced;
            }
        }
    }
    if (assemble() || isOther || wasFirst || m_lines.empty())
        emit changed();
    load();
}

/// True when lines() is different.
bool ChartModel::assemble()
{
    std::vector<ChartLine> lines;
    for (const ShownRun& run : m_runs->runs) {
        const auto loaded = m_loaded.find(run.ref);
        if (loaded == m_loaded.end() || loaded->second.segments.empty())
            continue;
        ChartLine line{run, loaded->second.segments};
        line.x = loaded->second.x;
        line.unplaced = loaded->second.unplaced;
        lines.push_back(std::move(line));
    }
    if (lines == m_lines)
        return false;
    m_lines = std::move(lines);
    return true;
}

} // namespace runglass
