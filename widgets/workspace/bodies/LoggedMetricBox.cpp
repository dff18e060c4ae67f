// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/LoggedMetricBox.h"

#include "models/items/VisibleText.h"
#include "models/run/ValueMember.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr qsizetype kNameLength = 200;
/// Of a column: what it holds is the same in all runs, as good as always.
constexpr std::size_t kMostLooked = 20;

std::string typeOf(const Value& value)
{
    return member(value, "_type").text();
}

} // namespace

std::vector<MetricRef> metricsOfType(const RunList& list, std::initializer_list<std::string_view> types)
{
    std::vector<MetricRef> metrics;
    for (const std::uint32_t place : list.keyColumns) {
        const Column& column = *list.table->columns()[place];
        if (column.id().origin != ColumnOrigin::Summary || column.kind() == Column::Kind::Number)
            continue;
        std::size_t looked = 0;
        for (std::size_t i = 0; i < list.rows.size() && looked < kMostLooked; ++i) {
            if (!column.has(list.rows[i]))
                continue;
            ++looked;
            const std::string type = typeOf(column.value(list.rows[i]));
            if (std::find(types.begin(), types.end(), type) != types.end()) {
                metrics.push_back({false, column.id().key});
                break;
            }
        }
    }
    return metrics;
}

std::vector<std::uint32_t> rowsWithType(const RunList& list, const RunListState& state, const MetricRef& metric,
                                        std::string_view type, std::size_t most)
{
    const Column* column = list.table->column({ColumnOrigin::Summary, Field::Name, metric.key});
    std::vector<std::uint32_t> shown, having;
    for (const std::uint32_t row : list.rows) {
        if (having.size() == most)
            break;
        if (state.hidden.contains(list.table->ref(row)))
            continue;
        if (shown.size() < most)
            shown.push_back(row);
        if (column && column->has(row) && typeOf(column->value(row)) == type)
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

std::optional<MetricRef> LoggedMetricBox::chosen() const
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
