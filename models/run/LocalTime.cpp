// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/LocalTime.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace runglass
{

namespace
{

/// Whether the clocks show this time twice: another moment near it has the same hands.
bool comesTwice(std::time_t seconds, long offset)
{
    constexpr std::array<long, 6> kTurns = {-7200, -3600, -1800, 1800, 3600, 7200};
    return std::any_of(kTurns.begin(), kTurns.end(), [seconds, offset](long turn) {
        const std::time_t other = seconds + turn;
        std::tm parts = {};
        return ::localtime_r(&other, &parts) && parts.tm_gmtoff + turn == offset;
    });
}

} // namespace

std::string localTimeText(TimeNs time)
{
    constexpr TimeNs kSecond = 1'000'000'000;
    const auto seconds = static_cast<std::time_t>(time / kSecond - (time % kSecond < 0 ? 1 : 0));
    std::tm parts = {};
    if (!::localtime_r(&seconds, &parts))
        return {};
    const char* form = comesTwice(seconds, parts.tm_gmtoff) ? "%Y-%m-%d %H:%M:%S %z" : "%Y-%m-%d %H:%M:%S";
    std::array<char, 64> text = {};
    return {text.data(), std::strftime(text.data(), text.size(), form, &parts)};
}

} // namespace runglass
