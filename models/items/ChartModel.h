// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartSource.h"
#include "models/items/ShownRuns.h"
#include "models/series/Line.h"

#include <QObject>

#include <map>
#include <optional>

namespace runglass
{

/// One run's line of a chart: a stroke a segment, all in the run's colour.
struct ChartLine {
    using Segments = std::vector<std::shared_ptr<const Line>>;

    ShownRun run;
    Segments segments; ///< in order, none empty
    /// Which metric of the panel it is of, and what tells it from the run's other lines there; empty where there are
    /// none.
    int part = 0;
    QString partName = {};
    Segments originals = {}; ///< before they were smoothed, a stroke each; empty: segments are as they were logged
    Segments lower = {}, upper = {};           ///< the edges of a group's band, as many of each
    std::optional<std::size_t> groupSize = {}; ///< it stands for a group of so many runs
    XAxis x = {XAxisKind::Step, {}};           ///< what it is over; no Defined
    std::size_t unplaced = 0;                  ///< points that have no place on that axis
    /// Of a group: the values of its runs that are NaN or infinite, one line of them or none. segments are of the
    /// others.
    Segments strange = {};

    /// What the chart calls it.
    QString name() const;
    /// What is said of a value of strange, where the group is called so: "lr 0.1, one of its runs".
    static QString nameOfStrange(const QString& group);
    /// A value of it, or of the group's runs, is NaN or infinite.
    bool hasStrange() const;
    std::size_t pointCount() const;
    /// The last point's value; NaN when there is none.
    double lastValue() const;

    bool operator==(const ChartLine&) const = default;
};

/// The lines of one metric, read when it becomes active, and again only of runs that changed.
/// @thread GUI; series are read on workers
class ChartModel : public QObject
{
    Q_OBJECT

public:
    /// Borrows source.
    ChartModel(MetricEntry metric, XAxis x, ChartSource& source, QObject* parent = nullptr);

    const MetricEntry& metric() const { return m_metric; }
    const XAxis& x() const { return m_x; }
    /// A model that is not active reads nothing.
    void setActive(bool active);
    void setRuns(std::shared_ptr<const ShownRuns> runs);
    const ShownRuns& runs() const { return *m_runs; }
    /// The data of these runs changed: they are read again, the old lines stay until the new ones are there.
    void invalidate(const RunChanges& changes);

    /// Lines of the shown runs that have points, in the order of the runs. A segment without news stays the same line.
    const std::vector<ChartLine>& lines() const { return m_lines; }
    /// True until everything asked for was answered.
    bool isLoading() const { return m_pending > 0 || !m_everLoaded; }
    /// There are lines, and each has one point only.
    bool isLoggedOnce() const;
    std::size_t pointCount() const;
    /// Why the last read failed; empty when it did not.
    const QString& error() const { return m_error; }

signals:
    /// lines(), runs() or error() is different, or what was loading for the first time is there.
    void changed();

private:
    using SeriesAnswer = Result<std::shared_ptr<const std::vector<ChartSeries>>>;
    using Segments = std::vector<std::shared_ptr<const Line>>;
    struct Loaded {
        bool isStale = true;
        bool isAsked = false; ///< the answer is on its way
        Segments segments;
        XAxis x;
        std::size_t unplaced = 0;
    };
    /// Of a run that is hidden: there as long as somebody keeps them anyway, so that showing it again is instant.
    struct Hidden {
        std::vector<std::weak_ptr<const Line>> segments;
        XAxis x;
        std::size_t unplaced = 0;
    };

    void hide(const RunRef& run, const Loaded& loaded);
    Loaded show(const RunRef& run);
    void load();
    void ask(const std::vector<RunRef>& runs);
    void take(const SeriesAnswer& answer, const std::vector<RunRef>& asked);
    bool assemble();

    MetricEntry m_metric;
    XAxis m_x; ///< as it was chosen
    ChartSource& m_source;
    std::shared_ptr<const ShownRuns> m_runs = std::make_shared<ShownRuns>();
    std::map<RunRef, Loaded> m_loaded; ///< of the shown runs
    std::map<RunRef, Hidden> m_hidden; ///< of runs that were shown before
    std::vector<ChartLine> m_lines;
    QString m_error;
    int m_pending = 0;
    bool m_active = false;
    bool m_everLoaded = false;
};

} // namespace runglass
