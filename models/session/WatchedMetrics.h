// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/StoreReader.h"

#include <mutex>
#include <set>
#include <vector>

namespace runglass
{

/// What runs of a source logged of a metric that is watched.
struct MetricNews {
    KeyPath metric;
    bool whole = false;        ///< of all its runs, whatever was told before
    std::vector<RunPath> runs; ///< otherwise of these
    std::vector<MetricSummary> summaries;
};

/// The metrics of which a source is asked what its runs logged, and what of it was told.
class WatchedMetrics
{
public:
    /// @thread any
    void setWanted(std::set<KeyPath> metrics);

    /// What there is to tell after some changes: of a metric that is new all, of the others the runs that changed. What
    /// cannot be read is told as nothing, and asked for again with the next changes.
    /// @thread the source's
    std::vector<MetricNews> news(StoreReader& reader, const StoreChanges& changes);

private:
    std::mutex m_mutex;
    std::set<KeyPath> m_wanted; ///< guarded by m_mutex
    std::set<KeyPath> m_told;   ///< of all runs, and of changes since
};

} // namespace runglass
