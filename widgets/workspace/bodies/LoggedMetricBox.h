// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"
#include "models/table/RunList.h"

#include <QComboBox>

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace runglass
{

/// The metrics whose last value in listed runs is an object of one of these types ("histogram", "table-file",
/// "image-file", "images/separated"), in natural order of their keys. By the summary: nothing is read.
std::vector<MetricRef> metricsOfType(const RunList& list, std::initializer_list<std::string_view> types);
/// The runs with an open eye that have such a value under a metric; where no run is known to, all with an open eye.
/// @param most  of them, the first of the list
std::vector<std::uint32_t> rowsWithType(const RunList& list, const RunListState& state, const MetricRef& metric,
                                        std::string_view type, std::size_t most);

/// Chooses one of them.
/// @thread GUI
class LoggedMetricBox : public QComboBox
{
    Q_OBJECT

public:
    LoggedMetricBox(std::vector<MetricRef> metrics, const QString& name, QWidget* parent = nullptr);

    /// Unset: there is none to choose.
    std::optional<MetricRef> chosen() const;
    /// One that is not in the list is added to it.
    void setMetric(const MetricRef& metric);

signals:
    void metricChanged();

private:
    std::vector<MetricRef> m_metrics;
};

} // namespace runglass
