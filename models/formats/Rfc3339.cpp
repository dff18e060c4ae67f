// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbMetadataFiles.h"

#include <chrono>

namespace runglass
{

namespace
{

/// Takes count digits off the front; -1 when they are not there.
int takeNumber(std::string_view& text, std::size_t count)
{
    if (text.size() < count)
        return -1;
    int number = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, std::string_view anyOf)
{
    if (text.empty() || anyOf.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

/// ".286623" in nanoseconds; digits beyond the ninth are dropped.
TimeNs takeFraction(std::string_view& text)
{
    TimeNs fraction = 0;
    TimeNs unit = 100'000'000;
    if (!take(text, "."))
        return 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        fraction += unit * (text.front() - '0');
        unit /= 10;
        text.remove_prefix(1);
    }
    return fraction;
}

/// Seconds to subtract; nothing when text is no zone.
std::optional<int> takeZone(std::string_view& text)
{
    if (text.empty() || take(text, "Zz"))
        return 0;
    const bool west = text.front() == '-';
    if (!take(text, "+-"))
        return std::nullopt;
    const int hours = takeNumber(text, 2);
    take(text, ":");
    const int minutes = takeNumber(text, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return (west ? -60 : 60) * (hours * 60 + minutes);
}

} // namespace

std::optional<TimeNs> parseRfc3339(std::string_view text)
{
    using namespace std::chrono;
    const int yearNumber = takeNumber(text, 4);
    const int monthNumber = take(text, "-") ? takeNumber(text, 2) : -1;
    const int dayNumber = take(text, "-") ? takeNumber(text, 2) : -1;
    const int hour = take(text, "Tt ") ? takeNumber(text, 2) : -1;
    const int minute = take(text, ":") ? takeNumber(text, 2) : -1;
    const int second = take(text, ":") ? takeNumber(text, 2) : -1;
    constexpr int kFirstYear = 1678, kLastYear = 2261; // the whole years that TimeNs holds
    const bool inRange = yearNumber >= kFirstYear && yearNumber <= kLastYear && monthNumber > 0 && dayNumber > 0 &&
                         hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
    if (!inRange)
        return std::nullopt;
    const year_month_day date{year(yearNumber), month(static_cast<unsigned>(monthNumber)),
                              day(static_cast<unsigned>(dayNumber))};
    const TimeNs fraction = takeFraction(text);
    const std::optional<int> zone = takeZone(text);
    if (!date.ok() || !zone || !text.empty())
        return std::nullopt;
    const std::int64_t days = sys_days(date).time_since_epoch().count();
    const std::int64_t seconds = days * 86400 + hour * 3600 + minute * 60 + second - *zone;
    return seconds * 1'000'000'000 + fraction;
}

} // namespace runglass
