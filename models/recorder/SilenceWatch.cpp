// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/SilenceWatch.h"

#include <ctime>

namespace runglass
{

namespace
{

std::chrono::nanoseconds timeOf(clockid_t clock)
{
    timespec time = {};
    ::clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

Uptime systemUptime()
{
    const std::chrono::nanoseconds awake = timeOf(CLOCK_MONOTONIC);
    return {awake, timeOf(CLOCK_BOOTTIME) - awake};
}

void SilenceWatch::advance(const Uptime& now)
{
    // The two clocks are read one after the other.
    constexpr std::chrono::seconds kNap{1};
    // A recorder that was stopped for so long did not listen, though the computer was awake.
    constexpr std::chrono::seconds kStill{30};
    if (now.asleep - m_now.asleep > kNap || now.awake - m_now.awake > kStill)
        m_quietSince.clear();
    m_now = now;
}

bool SilenceWatch::isSilent(std::int64_t run)
{
    const auto since = m_quietSince.try_emplace(run, m_now.awake).first;
    return m_now.awake - since->second >= kSilence;
}

} // namespace runglass
