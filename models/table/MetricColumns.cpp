// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/MetricColumns.h"

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

double valueOf(const MetricSummary& summary, MetricValue value)
{
    switch (value) {
    case MetricValue::Min:
        return summary.min;
    case MetricValue::Max:
        return summary.max;
    default:
        return summary.first;
    }
}

void orderByRow(std::vector<NumberColumn::Patch>& patches)
{
    std::sort(patches.begin(), patches.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
    patches.erase(
        std::unique(patches.begin(), patches.end(), [](const auto& a, const auto& b) { return a.row == b.row; }),
        patches.end());
}

} // namespace

void MetricColumns::keep(const std::set<KeyPath>& metrics)
{
    std::erase_if(m_metrics, [&metrics](const auto& entry) { return !metrics.contains(entry.first); });
    std::erase_if(m_made, [&metrics](const auto& entry) { return !metrics.contains(entry.first.key); });
    for (const KeyPath& metric : metrics)
        m_metrics.try_emplace(metric);
}

void MetricColumns::makeAnew(const KeyPath& metric)
{
    for (auto& [id, made] : m_made) {
        if (id.key == metric)
            made.isStale = true;
    }
}

void MetricColumns::note(const KeyPath& metric, const RunRef& run)
{
    for (auto& [id, made] : m_made) {
        if (id.key == metric && !made.isStale)
            made.changed.push_back(run);
    }
}

void MetricColumns::setAll(SourceId source, const KeyPath& metric, const std::vector<MetricSummary>& summaries)
{
    const auto found = m_metrics.find(metric);
    if (found == m_metrics.end())
        return;
    std::erase_if(found->second.runs, [source](const auto& entry) { return entry.first.source == source; });
    for (const MetricSummary& summary : summaries)
        found->second.runs.insert_or_assign({source, summary.run}, summary);
    found->second.known.insert(source);
    makeAnew(metric);
}

void MetricColumns::set(SourceId source, const KeyPath& metric, const std::vector<RunPath>& runs,
                        const std::vector<MetricSummary>& summaries)
{
    const auto found = m_metrics.find(metric);
    if (found == m_metrics.end())
        return;
    for (const RunPath& path : runs) {
        const RunRef run{source, path};
        note(metric, run);
        found->second.runs.erase(run);
    }
    for (const MetricSummary& summary : summaries)
        found->second.runs.insert_or_assign({source, summary.run}, summary);
}

void MetricColumns::removeSource(SourceId source)
{
    for (auto& [key, metric] : m_metrics) {
        std::erase_if(metric.runs, [source](const auto& entry) { return entry.first.source == source; });
        metric.known.erase(source);
        makeAnew(key);
    }
}

void MetricColumns::refresh(Made& made, const ColumnId& id, MetricValue value, const RunTable& stored,
                            bool sameRows) const
{
    const Metric& metric = m_metrics.at(id.key);
    std::vector<NumberColumn::Patch> patches;
    const auto patch = [&](const RunRef& run, const Value& cell) {
        if (const auto row = stored.rowOf(run))
            patches.push_back({*row, cell});
    };
    if (!sameRows || made.isStale || made.value != value) {
        made.column = std::make_shared<NumberColumn>(id);
        for (const auto& [run, summary] : metric.runs)
            patch(run, valueOf(summary, value));
    } else {
        for (const RunRef& run : made.changed) {
            const auto found = metric.runs.find(run);
            patch(run, found == metric.runs.end() ? Value() : Value(valueOf(found->second, value)));
        }
    }
    made.changed.clear();
    made.isStale = false;
    made.value = value;
    if (patches.empty())
        return;
    orderByRow(patches);
    made.column = made.column->patched(patches, stored.rowCount());
}

std::shared_ptr<const RunTable> MetricColumns::apply(const std::shared_ptr<const RunTable>& stored,
                                                     const ShownValues& shown, const std::set<SourceId>& sources)
{
    const bool sameRows = m_stored && stored->sharesRows(*m_stored);
    std::vector<std::shared_ptr<const Column>> columns;
    std::set<ColumnId> pending;
    std::erase_if(m_made, [&shown](const auto& entry) { return !shown.contains(entry.first); });
    bool isSame = stored == m_stored && m_table;
    std::size_t replaced = 0;
    for (const auto& [id, value] : shown) {
        if (!stored->column(id) || !m_metrics.contains(id.key))
            continue;
        const auto& known = m_metrics.at(id.key).known;
        if (!std::includes(known.begin(), known.end(), sources.begin(), sources.end()))
            pending.insert(id);
        Made& made = m_made[id];
        const auto before = made.column;
        refresh(made, id, value, *stored, sameRows);
        isSame = isSame && made.column == before;
        columns.push_back(made.column);
        ++replaced;
    }
    isSame = isSame && pending == m_pending && replaced == m_replaced;
    if (!isSame)
        m_table = columns.empty() ? stored : RunTable::withColumns(stored, std::move(columns), pending);
    m_stored = stored;
    m_pending = std::move(pending);
    m_replaced = replaced;
    return m_table;
}

} // namespace runglass
