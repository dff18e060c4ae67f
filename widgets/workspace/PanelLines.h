// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/ChartSettings.h"
#include "widgets/workspace/ChartModels.h"
#include "widgets/workspace/LineMaker.h"
#include "widgets/workspace/charts/ChartView.h"

#include <QObject>

#include <memory>
#include <vector>

namespace runglass
{

/// The lines of a panel: those of its metrics, as its look says.
/// @thread GUI
class PanelLines : public QObject
{
    Q_OBJECT

public:
    /// Borrows models.
    explicit PanelLines(ChartModels& models, QObject* parent = nullptr);
    ~PanelLines() override;

    void setMetrics(const std::vector<MetricRef>& metrics);
    const std::vector<MetricRef>& metrics() const { return m_metrics; }
    void setLook(const ChartLook& look);
    const ChartLook& look() const { return m_look; }
    /// One that is not active reads nothing.
    void setActive(bool active);

    const std::vector<ChartLine>& lines() const { return m_lines; }
    /// What the chart's axes count and where they end.
    const ChartAxes& axes() const { return m_axes; }
    /// True until everything asked for was answered.
    bool isLoading() const;
    /// There are lines, and each has one point only.
    bool isLoggedOnce() const;
    /// Each line stands for a group of runs.
    bool areGroups() const;
    /// Runs with an open eye, and how many of them are left out of the chart.
    std::size_t runCount() const;
    std::size_t leftOut() const;
    /// Points that have no place on the x axis: without a time, or where its metric was not logged.
    std::size_t unplaced() const;
    /// Why the last read failed; empty when it did not.
    QString error() const;

signals:
    /// Something of it is different.
    void changed();

private:
    std::vector<ChartModels::Which> wanted() const;
    void takeSources();
    void renew();
    std::vector<ChartLine> readLines() const;
    ChartAxes axesFor(const std::vector<ChartLine>& lines) const;
    void work(const LinesWanted& wanted);
    void take(const LinesMade& made);

    ChartModels& m_models;
    std::vector<MetricRef> m_metrics;
    std::vector<ChartModels::Which> m_held;             ///< what m_sources are
    std::vector<std::shared_ptr<ChartModel>> m_sources; ///< of m_metrics
    ChartLook m_look;
    std::vector<ChartLine> m_lines;
    ChartAxes m_axes;
    std::shared_ptr<const MadeLines> m_made; ///< under m_madeLook
    ChartLook m_madeLook, m_workLook;
    CancelToken m_cancel;
    unsigned m_generation = 0;
    bool m_isWorking = false;
    bool m_isStale = false; ///< there is news for the work under way
    bool m_active = false;
};

} // namespace runglass
