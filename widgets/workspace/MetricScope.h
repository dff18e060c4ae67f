// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartSource.h"
#include "models/session/PanelLayout.h"

#include <QObject>

#include <map>
#include <memory>
#include <set>

namespace runglass
{

/// Which metrics the listed runs have, so that a project's workspace has no panels of other projects.
/// @thread GUI; reads on workers
class MetricScope : public QObject
{
    Q_OBJECT

public:
    /// Beyond so many listed runs all metrics are shown: asking each run would take longer than it helps.
    static constexpr std::size_t kMostRuns = 500;

    /// Borrows source.
    explicit MetricScope(ChartSource& source, QObject* parent = nullptr);

    /// all: the list holds every run there is, so that nothing needs to be asked.
    void setRuns(std::vector<RunRef> runs, bool all);
    /// These runs changed: what is known of them may not hold any more.
    void invalidate(const RunChanges& changes);
    /// Asks again what may not hold.
    void refresh();
    /// True once every listed run answered.
    bool isKnown() const;
    /// Those that a listed run has, or all of them, as they are, while that is not known. Never null.
    std::shared_ptr<const std::vector<MetricEntry>>
    filter(const std::shared_ptr<const std::vector<MetricEntry>>& metrics) const;

signals:
    /// isKnown() is true now and filter() answers anew.
    void changed();

private:
    struct Known {
        bool isStale = true;
        unsigned asked = 0; ///< which asking its answer must be of
        bool answered = false;
        std::set<MetricRef> metrics;
    };
    void ask(const RunRef& run);
    void take(const RunRef& run, unsigned asked, const Result<std::shared_ptr<const std::vector<SeriesInfo>>>& answer);

    ChartSource& m_source;
    std::vector<RunRef> m_runs;
    bool m_all = true;
    unsigned m_asked = 0;
    std::map<RunRef, Known> m_known; ///< of the listed runs
};

} // namespace runglass
