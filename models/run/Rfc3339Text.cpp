// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/Rfc3339Text.h"

#include <array>
#include <ctime>

namespace runglass
{

std::string rfc3339Text(TimeNs time)
{
    constexpr TimeNs kSecond = 1'000'000'000;
    constexpr std::size_t kDigits = 9;
    TimeNs seconds = time / kSecond;
    TimeNs nanoseconds = time % kSecond;
    if (nanoseconds < 0) {
        nanoseconds += kSecond;
        --seconds;
    }
    const auto whole = static_cast<std::time_t>(seconds);
    std::tm parts = {};
    ::gmtime_r(&whole, &parts);
    std::array<char, 64> buffer = {};
    std::string text(buffer.data(), std::strftime(buffer.data(), buffer.size(), "%Y-%m-%dT%H:%M:%S", &parts));
    if (nanoseconds != 0) {
        std::string decimals = std::to_string(nanoseconds);
        decimals.insert(0, kDigits - decimals.size(), '0');
        decimals.erase(decimals.find_last_not_of('0') + 1);
        text += '.' + decimals;
    }
    return text + 'Z';
}

} // namespace runglass
