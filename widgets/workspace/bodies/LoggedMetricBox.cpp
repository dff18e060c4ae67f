// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/LoggedMetricBox.h"

#include "models/items/VisibleText.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr qsizetype kNameLength = 200;
constexpr const char* kType = "_type";

} // namespace

std::vector<MetricRef> metricsOfType(const RunList& list, std::initializer_list<std::string_view> types)
{
    std::vector<MetricRef> metrics;
    for (const std::uint32_t place : list.keyColumns) {
        const Column& column = *list.table->columns()[place];
        const KeyPath& key = column.id().key;
        if (column.id().origin != ColumnOrigin::Summary || key.size() < 2 || key.back() != kType)
            continue;
        const bool isAny = std::any_of(list.rows.begin(), list.rows.end(), [&](std::uint32_t row) {
            return column.has(row) && std::find(types.begin(), types.end(), column.value(row).text()) != types.end();
        });
        if (isAny)
            metrics.push_back({false, KeyPath(key.begin(), key.end() - 1)});
    }
    return metrics;
}

std::vector<std::uint32_t> rowsWithType(const RunList& list, const RunListState& state, const MetricRef& metric,
                                        std::string_view type)
{
    ColumnId id{ColumnOrigin::Summary, Field::Name, metric.key};
    id.key.emplace_back(kType);
    const Column* column = list.table->column(id);
    std::vector<std::uint32_t> shown, having;
    for (const std::uint32_t row : list.rows) {
        if (state.hidden.contains(list.table->ref(row)))
            continue;
        shown.push_back(row);
        if (column && column->has(row) && column->value(row).text() == type)
            having.push_back(row);
    }
    return having.empty() ? shown : having;
}

LoggedMetricBox::LoggedMetricBox(std::vector<MetricRef> metrics, const QString& name, QWidget* parent)
    : QComboBox(parent)
    , m_metrics(std::move(metrics))
{
    setAccessibleName(name);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const MetricRef& metric : m_metrics)
        addItem(visibleExcerpt(displayKey(metric.key), kNameLength));
    connect(this, &QComboBox::currentIndexChanged, this, &LoggedMetricBox::metricChanged);
}

std::optional<MetricRef> LoggedMetricBox::metric() const
{
    const auto at = static_cast<std::size_t>(std::max(0, currentIndex()));
    return currentIndex() >= 0 && at < m_metrics.size() ? std::optional(m_metrics[at]) : std::nullopt;
}

void LoggedMetricBox::setMetric(const MetricRef& metric)
{
    const auto found = std::find(m_metrics.begin(), m_metrics.end(), metric);
    const auto at = static_cast<int>(found - m_metrics.begin());
    if (found == m_metrics.end()) {
        m_metrics.push_back(metric);
        addItem(visibleExcerpt(displayKey(metric.key), kNameLength));
    }
    setCurrentIndex(at);
}

} // namespace runglass
