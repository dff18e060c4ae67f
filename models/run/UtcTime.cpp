// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/UtcTime.h"

#include <array>
#include <ctime>

namespace runglass
{

std::string utcText(TimeNs time)
{
    constexpr TimeNs kNsPerSecond = 1'000'000'000;
    const std::time_t seconds = time / kNsPerSecond - (time % kNsPerSecond < 0 ? 1 : 0);
    std::tm parts = {};
    std::array<char, 64> text = {};
    if (!::gmtime_r(&seconds, &parts))
        return {};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), length};
}

} // namespace runglass
