// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartSource.h"
#include "models/items/ShownRuns.h"
#include "models/series/Line.h"

#include <QObject>

#include <map>

namespace runglass
{

/// One run's line of a chart: a stroke a segment, all in the run's colour.
struct ChartLine {
    ShownRun run;
    std::vector<std::shared_ptr<const Line>> segments; ///< in order, none empty

    std::size_t pointCount() const;
    /// The last point's value; NaN when there is none.
    double lastValue() const;
};

/// The lines of one metric, read when it becomes active and only for runs that were not read before.
/// @thread GUI; series are read and prepared on workers
class ChartModel : public QObject
{
    Q_OBJECT

public:
    /// Borrows source.
    ChartModel(MetricEntry metric, ChartSource& source, QObject* parent = nullptr);

    const MetricEntry& metric() const { return m_metric; }
    /// A model that is not active reads nothing.
    void setActive(bool active);
    void setRuns(std::shared_ptr<const ShownRuns> runs);
    const ShownRuns& runs() const { return *m_runs; }
    /// The data changed: every run is read again, the old lines stay until the new ones are there.
    void invalidate();

    /// Lines of the shown runs that have points, in the order of the runs.
    const std::vector<ChartLine>& lines() const { return m_lines; }
    /// True until everything asked for was answered.
    bool isLoading() const { return m_pending > 0 || !m_everLoaded; }
    /// There are lines, and each has one point only.
    bool isLoggedOnce() const;
    std::size_t pointCount() const;
    /// Why the last read failed; empty when it did not.
    const QString& error() const { return m_error; }

signals:
    /// lines(), isLoading() or error() is different.
    void changed();

private:
    using Segments = std::vector<std::shared_ptr<const Line>>;
    struct Loaded {
        unsigned generation = 0; ///< of the data last asked for
        Segments segments;
    };
    struct Prepared {
        std::map<RunRef, Segments> lines;
        std::optional<Error> error;
    };

    using SeriesAnswer = Result<std::shared_ptr<const std::vector<ChartSeries>>>;
    static Prepared prepare(const SeriesAnswer& answer);
    void load();
    void take(Prepared prepared, const std::vector<RunRef>& asked, unsigned generation);
    void assemble();

    MetricEntry m_metric;
    ChartSource& m_source;
    std::shared_ptr<const ShownRuns> m_runs = std::make_shared<ShownRuns>();
    std::map<RunRef, Loaded> m_loaded;
    std::vector<ChartLine> m_lines;
    QString m_error;
    unsigned m_generation = 1; ///< moves with the data; an answer of another one is late
    int m_pending = 0;
    bool m_active = false;
    bool m_everLoaded = false;
};

} // namespace runglass
