// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"
#include "models/series/ChartSettings.h"

#include <optional>
#include <string_view>
#include <utility>

namespace runglass
{

/// Settings of one level as they are kept in JSON: those that are set.
Value settingsValue(const ChartSettings& settings);
/// Reads settingsValue(); what is damaged, or of a later version, is unset.
ChartSettings settingsFrom(const Value& value);

/// A key as an array of its parts.
Value keyValue(const KeyPath& key);
/// Reads keyValue(); unset for anything else, as for a key without parts.
std::optional<KeyPath> keyFrom(const Value& value);
Value scaleValue(AxisScale scale);
std::optional<AxisScale> scaleFrom(const Value& value);
/// [0, null]: ends that are set.
Value limitsValue(const AxisLimits& limits);
/// Ends that are no numbers are unset; unset as a whole for anything but two of them.
std::optional<AxisLimits> limitsFrom(const Value& value);

/// A word of a list of enumerators and their names.
template <typename Enum, std::size_t count>
std::optional<Enum> enumFrom(const std::pair<Enum, const char*> (&names)[count], const Value& value)
{
    for (const auto& [enumerator, name] : names)
        if (value.isText() && value.text() == name)
            return enumerator;
    return std::nullopt;
}

template <typename Enum, std::size_t count>
Value enumValue(const std::pair<Enum, const char*> (&names)[count], Enum wanted)
{
    for (const auto& [enumerator, name] : names)
        if (enumerator == wanted)
            return name;
    return {};
}

} // namespace runglass
