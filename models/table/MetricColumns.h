// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/NumberColumn.h"
#include "models/table/RunTable.h"
#include "models/table/RunTableBuilder.h"
#include "models/table/ShownValues.h"

#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <vector>

namespace runglass
{

/// What runs logged of the metrics whose columns show another value than the last, and the columns that come of it. One
/// that changes costs its cell in each, and a copy of the column.
/// @thread any one at a time
class MetricColumns
{
public:
    /// Forgets all other metrics.
    void keep(const std::set<KeyPath>& metrics);
    /// What all runs of a source logged of a metric: the others have nothing of it.
    void setAll(SourceId source, const KeyPath& metric, const std::vector<MetricSummary>& summaries);
    /// What some runs of a source logged of a metric now, nothing for those that have no summary; of other runs the
    /// same as before.
    void set(SourceId source, const KeyPath& metric, const std::vector<RunPath>& runs,
             const std::vector<MetricSummary>& summaries);
    void removeSource(SourceId source);

    /// A table in which summary columns hold what is to be shown. A column of which not every one of these sources has
    /// said what it knows is pending: RunTable::isPending(). The same table as the last time when nothing is other.
    std::shared_ptr<const RunTable> apply(const std::shared_ptr<const RunTable>& stored, const ShownValues& shown,
                                          const std::set<SourceId>& sources);

private:
    struct RefHash {
        std::size_t operator()(const RunRef& ref) const { return hashOf(ref); }
    };
    struct Metric {
        std::unordered_map<RunRef, MetricSummary, RefHash> runs;
        std::set<SourceId> known; ///< sources that said what they know
    };
    /// A column as it was made last.
    struct Made {
        std::shared_ptr<const NumberColumn> column;
        MetricValue value = MetricValue::Last;
        bool isStale = true; ///< what it is made of is no longer the same
        std::vector<RunRef> changed;
    };

    void note(const KeyPath& metric, const RunRef& run);
    void makeAnew(const KeyPath& metric);
    void refresh(Made& made, const ColumnId& id, MetricValue value, const RunTable& stored, bool sameRows) const;

    std::map<KeyPath, Metric> m_metrics;
    std::map<ColumnId, Made> m_made;
    std::shared_ptr<const RunTable> m_stored, m_table; ///< of the last time
    std::set<ColumnId> m_pending;                      ///< then
    std::size_t m_replaced = 0;                        ///< columns of m_stored that m_table has others for
};

} // namespace runglass
