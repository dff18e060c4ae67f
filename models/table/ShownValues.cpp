// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/ShownValues.h"

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{
constexpr std::array<std::string_view, 4> kNames = {"last", "min", "max", "first"};
} // namespace

std::string_view toName(MetricValue value)
{
    return kNames[static_cast<std::size_t>(value)];
}

std::optional<MetricValue> metricValueFromName(std::string_view name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    return found == kNames.end() ? std::nullopt : std::optional(static_cast<MetricValue>(found - kNames.begin()));
}

std::set<KeyPath> metricsOf(const ShownValues& shown)
{
    std::set<KeyPath> keys;
    for (const auto& [id, value] : shown)
        if (id.origin == ColumnOrigin::Summary)
            keys.insert(id.key);
    return keys;
}

} // namespace runglass
