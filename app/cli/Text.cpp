// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Text.h"

#include "models/formats/Json.h"
#include "models/run/LocalTime.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace runglass::cli
{

std::string localText(const std::optional<TimeNs>& time)
{
    return time ? localTimeText(*time) : "–";
}

std::string shortNumber(double value)
{
    std::array<char, 32> text = {};
    const int length = std::snprintf(text.data(), text.size(), "%.4g", value);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string sizeText(std::uint64_t bytes)
{
    if (bytes < 1000)
        return std::to_string(bytes) + " B";
    static constexpr std::array<const char*, 5> kUnits = {"KB", "MB", "GB", "TB", "PB"};
    double size = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    // 999.95 would be shown as 1000.0.
    for (; size >= 999.95 && unit + 1 < kUnits.size(); ++unit)
        size /= 1000;
    std::array<char, 32> text = {};
    const int length = std::snprintf(text.data(), text.size(), "%.1f %s", size, kUnits[unit]);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string valueText(const Value& value)
{
    return value.isText() ? value.text() : toJson(value);
}

} // namespace runglass::cli
