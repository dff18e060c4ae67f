// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/MetricSummary.h"
#include "models/table/ColumnId.h"

#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace runglass
{

/// Which of its values the summary column of a logged metric shows. Last is what the run says in its summary.
enum class MetricValue { Last, Min, Max, First };

/// "last", "min", "max", "first": for settings.
std::string_view toName(MetricValue value);
std::optional<MetricValue> metricValueFromName(std::string_view name);

/// Summary columns that show another value than the last; Last is never in it.
using ShownValues = std::map<ColumnId, MetricValue>;

/// Keys of the metrics whose values have to be known.
std::set<KeyPath> metricsOf(const ShownValues& shown);

} // namespace runglass
