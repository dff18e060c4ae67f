// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/ChartSettings.h"
#include "models/session/Session.h"

namespace runglass
{

/// Where charts get their series from: the seam between panels and the session.
/// @thread GUI
class ChartSource
{
public:
    virtual ~ChartSource() = default;
    /// Series of one metric of these runs over an x axis; runs without it are left out.
    virtual Answer<std::vector<ChartSeries>> chartSeries(const MetricEntry& metric, const XAxis& x,
                                                         std::vector<RunRef> runs) = 0;
    /// Which series a run has.
    virtual Answer<std::vector<SeriesInfo>> seriesInfo(const RunRef& run) = 0;
};

/// The session as it is. Borrows it.
class SessionChartSource : public ChartSource
{
public:
    explicit SessionChartSource(Session& session)
        : m_session(session)
    {
    }
    Answer<std::vector<ChartSeries>> chartSeries(const MetricEntry& metric, const XAxis& x,
                                                 std::vector<RunRef> runs) override
    {
        return m_session.chartSeries(metric, x, std::move(runs));
    }
    Answer<std::vector<SeriesInfo>> seriesInfo(const RunRef& run) override { return m_session.seriesInfo(run); }

private:
    Session& m_session;
};

} // namespace runglass
