// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Text.h"

#include "models/formats/Json.h"
#include "models/run/LocalTime.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace runglass::cli
{

namespace
{

constexpr TimeNs kSecond = 1'000'000'000;

/// Seconds and the nanoseconds after them, also before 1970.
std::pair<std::time_t, long> split(TimeNs time)
{
    TimeNs seconds = time / kSecond;
    TimeNs nanoseconds = time % kSecond;
    if (nanoseconds < 0) {
        nanoseconds += kSecond;
        --seconds;
    }
    return {static_cast<std::time_t>(seconds), static_cast<long>(nanoseconds)};
}

std::string formatted(const std::tm& time, const char* format)
{
    std::array<char, 64> text = {};
    return {text.data(), std::strftime(text.data(), text.size(), format, &time)};
}

} // namespace

std::string utcText(TimeNs time)
{
    const auto [seconds, nanoseconds] = split(time);
    std::tm parts = {};
    ::gmtime_r(&seconds, &parts);
    std::string text = formatted(parts, "%Y-%m-%dT%H:%M:%S");
    if (nanoseconds != 0) {
        std::string decimals = std::to_string(nanoseconds);
        decimals.insert(0, 9 - decimals.size(), '0');
        decimals.erase(decimals.find_last_not_of('0') + 1);
        text += '.' + decimals;
    }
    return text + 'Z';
}

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
