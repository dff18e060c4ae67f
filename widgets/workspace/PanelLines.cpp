// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelLines.h"

#include "models/session/WhenAnswered.h"
#include "widgets/workspace/LookText.h"
#include "widgets/workspace/PanelSections.h"

#include <QtConcurrent>

#include <algorithm>
#include <set>
#include <utility>

namespace runglass
{

PanelLines::PanelLines(ChartModels& models, QObject* parent)
    : QObject(parent)
    , m_models(models)
{
    connect(&models, &ChartModels::groupsChanged, this, &PanelLines::renew);
}

PanelLines::~PanelLines()
{
    m_cancel.cancel();
    setActive(false);
}

void PanelLines::setMetrics(const std::vector<MetricRef>& metrics)
{
    if (metrics == m_metrics)
        return;
    m_metrics = metrics;
    takeSources();
    renew();
}

void PanelLines::setLook(const ChartLook& look)
{
    if (look == m_look)
        return;
    m_look = look;
    takeSources();
    renew();
}

std::vector<ChartModels::Which> PanelLines::wanted() const
{
    std::vector<ChartModels::Which> result;
    for (const MetricRef& metric : m_metrics)
        result.push_back({metric, m_look.x.kind, m_look.x.metric});
    return result;
}

/// Those of before are let go of only when the new ones are held: what both need is not read again.
void PanelLines::takeSources()
{
    const std::vector<ChartModels::Which> wanted = this->wanted();
    if (wanted == m_held)
        return;
    const bool wasActive = m_active;
    const std::vector<std::shared_ptr<ChartModel>> before = std::move(m_sources);
    for (const auto& source : before)
        disconnect(source.get(), nullptr, this, nullptr);
    m_sources.clear();
    for (const ChartModels::Which& which : wanted) {
        m_sources.push_back(m_models.get(which));
        connect(m_sources.back().get(), &ChartModel::changed, this, &PanelLines::renew);
        if (wasActive)
            m_models.hold(which);
    }
    for (const ChartModels::Which& which : m_held) {
        if (wasActive)
            m_models.release(which);
    }
    m_held = wanted;
}

void PanelLines::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    for (const ChartModels::Which& which : m_held) {
        if (active)
            m_models.hold(which);
        else
            m_models.release(which);
    }
}

bool PanelLines::isLoading() const
{
    return m_isWorking ||
           std::any_of(m_sources.begin(), m_sources.end(), [](const auto& source) { return source->isLoading(); });
}

bool PanelLines::isLoggedOnce() const
{
    return !m_lines.empty() &&
           std::all_of(m_lines.begin(), m_lines.end(), [](const ChartLine& line) { return line.pointCount() == 1; });
}

bool PanelLines::areGroups() const
{
    return std::any_of(m_lines.begin(), m_lines.end(),
                       [](const ChartLine& line) { return line.groupSize.has_value(); });
}

std::size_t PanelLines::runCount() const
{
    return m_models.runs()->runs.size() + m_models.runs()->leftOut;
}

std::size_t PanelLines::leftOut() const
{
    const auto most = static_cast<std::size_t>(std::max(1, m_look.mostLines));
    const std::size_t there = m_models.runs()->runs.size();
    return m_models.runs()->leftOut + (there > most ? there - most : 0);
}

std::size_t PanelLines::unplaced() const
{
    std::size_t result = 0;
    for (const auto& source : m_sources) {
        for (const ChartLine& line : source->lines())
            result += line.unplaced;
    }
    return result;
}

QString PanelLines::error() const
{
    for (const auto& source : m_sources) {
        if (!source->error().isEmpty())
            return source->error();
    }
    return {};
}

/// The lines as they were logged, of as many runs as the look says.
std::vector<ChartLine> PanelLines::readLines() const
{
    const auto most = static_cast<std::size_t>(std::max(1, m_look.mostLines));
    const std::vector<ShownRun>& runs = m_models.runs()->runs;
    std::set<RunRef> first;
    if (runs.size() > most) {
        for (std::size_t i = 0; i < most; ++i)
            first.insert(runs[i].ref);
    }
    std::vector<ChartLine> lines;
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        for (ChartLine line : m_sources[i]->lines()) {
            if (runs.size() > most && !first.contains(line.run.ref))
                continue;
            line.part = static_cast<int>(i);
            if (m_sources.size() > 1)
                line.partName = metricTitle(m_metrics[i]);
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

ChartAxes PanelLines::axesFor(const std::vector<ChartLine>& lines) const
{
    using Unit = AxisMeasure::Unit;
    // What nobody has drawn yet is most likely over the step.
    XAxis x = m_look.x.kind == XAxisKind::Defined ? XAxis{XAxisKind::Step, {}} : m_look.x;
    if (!lines.empty())
        x = lines.front().x;
    ChartAxes axes;
    switch (x.kind) {
    case XAxisKind::Defined:
    case XAxisKind::Step:
        axes.x.unit = Unit::Step;
        break;
    case XAxisKind::RelativeWall:
    case XAxisKind::RelativeProcess:
        axes.x.unit = Unit::Duration;
        axes.xName = xAxisText(x);
        break;
    case XAxisKind::WallTime:
        axes.x.unit = Unit::Time;
        axes.xName = xAxisText(x);
        break;
    case XAxisKind::Metric:
        axes.x.unit = Unit::Number;
        axes.xName = xAxisText(x);
        break;
    }
    axes.x.log = m_look.xScale == AxisScale::Log && axes.x.unit != Unit::Time;
    axes.y.log = m_look.yScale == AxisScale::Log;
    axes.xLimits = m_look.xLimits;
    axes.yLimits = m_look.yLimits;
    return axes;
}

void PanelLines::renew()
{
    LinesWanted wanted{readLines(), m_look, nullptr, nullptr};
    if (m_look.followGroups && !m_models.groups()->empty())
        wanted.groups = m_models.groups();
    if (m_madeLook == m_look)
        wanted.before = m_made;
    if (!needsWork(wanted)) {
        m_cancel.cancel();
        ++m_generation;
        m_isWorking = m_isStale = false;
        m_made.reset();
        take({std::move(wanted.lines), std::nullopt, nullptr});
        return;
    }
    // News wait for what is under way, so that no stream of them can starve the screen; who pulls a slider does not.
    if (m_isWorking && m_workLook == m_look) {
        m_isStale = true;
        return;
    }
    work(wanted);
}

void PanelLines::work(const LinesWanted& wanted)
{
    m_cancel.cancel();
    m_cancel = {};
    m_isWorking = true;
    m_isStale = false;
    m_workLook = m_look;
    const unsigned generation = ++m_generation;
    const auto job = [wanted, cancel = m_cancel] { return makeLines(wanted, cancel); };
    whenAnswered(this, QtConcurrent::run(job), [this, generation](const LinesMade& made) {
        if (generation != m_generation)
            return;
        m_isWorking = false;
        m_made = made.made;
        m_madeLook = m_workLook;
        take(made);
        if (std::exchange(m_isStale, false))
            renew();
    });
}

void PanelLines::take(const LinesMade& made)
{
    m_lines = made.lines;
    m_axes = axesFor(m_lines);
    m_axes.yUsual = made.yUsual;
    emit changed();
}

} // namespace runglass
