// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/TimeText.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>

namespace runglass
{

namespace
{

constexpr TimeNs kSecond = 1'000'000'000;

/// Takes pieces off the front of a text; once one is not there, nothing more is.
class Pieces
{
public:
    explicit Pieces(std::string_view text)
        : m_rest(text)
    {
    }

    bool isAtEnd() const { return m_rest.empty(); }
    bool take(char wanted)
    {
        if (m_rest.empty() || m_rest.front() != wanted)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// Exactly so many digits.
    std::optional<int> digits(std::size_t count)
    {
        if (m_rest.size() < count)
            return std::nullopt;
        int number = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (m_rest[i] < '0' || m_rest[i] > '9')
                return std::nullopt;
            number = number * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(count);
        return number;
    }
    /// Decimals of a second as nanoseconds; what is finer is cut off.
    std::optional<TimeNs> decimals()
    {
        TimeNs nanoseconds = 0;
        TimeNs unit = kSecond / 10;
        std::size_t count = 0;
        for (; count < m_rest.size() && m_rest[count] >= '0' && m_rest[count] <= '9'; ++count) {
            nanoseconds += (m_rest[count] - '0') * unit;
            unit /= 10;
        }
        m_rest.remove_prefix(count);
        return count > 0 ? std::optional(nanoseconds) : std::nullopt;
    }

private:
    std::string_view m_rest;
};

struct WallTime {
    std::chrono::year_month_day day = {};
    int hour = 0, minute = 0, second = 0;
    TimeNs nanoseconds = 0;
};

bool readTimeOfDay(Pieces& pieces, WallTime& time)
{
    const std::optional<int> hour = pieces.digits(2);
    if (!hour || *hour > 23 || !pieces.take(':'))
        return false;
    const std::optional<int> minute = pieces.digits(2);
    if (!minute || *minute > 59)
        return false;
    time.hour = *hour;
    time.minute = *minute;
    if (!pieces.take(':'))
        return true;
    const std::optional<int> second = pieces.digits(2);
    if (!second || *second > 59)
        return false;
    time.second = *second;
    if (!pieces.take('.'))
        return true;
    const std::optional<TimeNs> decimals = pieces.decimals();
    time.nanoseconds = decimals.value_or(0);
    return decimals.has_value();
}

/// What follows the time of day: seconds east of UTC. Not ok: something else.
bool readOffset(Pieces& pieces, std::optional<int>& seconds)
{
    if (pieces.take('Z') || pieces.take('z')) {
        seconds = 0;
        return true;
    }
    const bool east = pieces.take('+');
    if (!east && !pieces.take('-'))
        return true;
    const std::optional<int> hours = pieces.digits(2);
    if (!hours || *hours > 23)
        return false;
    int minutes = 0;
    if (pieces.take(':') || !pieces.isAtEnd()) {
        const std::optional<int> given = pieces.digits(2);
        if (!given || *given > 59)
            return false;
        minutes = *given;
    }
    seconds = (east ? 1 : -1) * (*hours * 3600 + minutes * 60);
    return true;
}

std::int64_t secondsOf(const WallTime& time, const std::optional<int>& offset)
{
    if (offset) {
        const auto days = std::chrono::sys_days(time.day).time_since_epoch().count();
        return std::int64_t{days} * 86400 + time.hour * 3600 + time.minute * 60 + time.second - *offset;
    }
    std::tm parts = {};
    parts.tm_year = static_cast<int>(time.day.year()) - 1900;
    parts.tm_mon = static_cast<int>(static_cast<unsigned>(time.day.month())) - 1;
    parts.tm_mday = static_cast<int>(static_cast<unsigned>(time.day.day()));
    parts.tm_hour = time.hour;
    parts.tm_min = time.minute;
    parts.tm_sec = time.second;
    parts.tm_isdst = -1;
    return std::mktime(&parts);
}

} // namespace

std::optional<TimeNs> parseTimestamp(std::string_view text)
{
    Pieces pieces(text);
    const std::optional<int> year = pieces.digits(4);
    if (!year || *year < 1678 || *year > 2261 || !pieces.take('-'))
        return std::nullopt;
    const std::optional<int> month = pieces.digits(2);
    if (!month || !pieces.take('-'))
        return std::nullopt;
    const std::optional<int> day = pieces.digits(2);
    if (!day)
        return std::nullopt;
    WallTime time;
    time.day = {std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                std::chrono::day(static_cast<unsigned>(*day))};
    if (!time.day.ok())
        return std::nullopt;
    std::optional<int> offset;
    if (!pieces.isAtEnd()) {
        const bool separated = pieces.take('T') || pieces.take('t') || pieces.take(' ');
        if (!separated || !readTimeOfDay(pieces, time) || !readOffset(pieces, offset) || !pieces.isAtEnd())
            return std::nullopt;
    }
    return secondsOf(time, offset) * kSecond + time.nanoseconds;
}

std::optional<double> parseDuration(std::string_view text)
{
    struct Unit {
        std::string_view name;
        double seconds;
    };
    static constexpr std::array<Unit, 6> kUnits = {
        {{"ms", 0.001}, {"s", 1}, {"m", 60}, {"h", 3600}, {"d", 86400}, {"w", 604800}}};
    double number = 0;
    if (text.empty() || text.front() == '-')
        return std::nullopt;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || !std::isfinite(number))
        return std::nullopt;
    const std::string_view name = text.substr(static_cast<std::size_t>(end - text.data()));
    for (const Unit& unit : kUnits) {
        // A thousandth is no double: divided, 300ms is the same number as 0.3.
        if (name == unit.name)
            return unit.seconds < 1 ? number / 1000 : number * unit.seconds;
    }
    return std::nullopt;
}

} // namespace runglass
