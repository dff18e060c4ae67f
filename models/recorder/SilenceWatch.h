// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>

namespace runglass
{

/// How long the computer has been up: while it was awake, and while it slept.
struct Uptime {
    std::chrono::nanoseconds awake{0}, asleep{0};
};

/// @source CLOCK_MONOTONIC, and what CLOCK_BOOTTIME has more
Uptime systemUptime();

/// Tells whose writers have been silent for too long. Only such time counts in which they could be heard: the recorder
/// was at work and the computer awake. What the time of day is does not matter.
/// @thread any one at a time
class SilenceWatch
{
public:
    /// How long a writer may be silent.
    static constexpr std::chrono::minutes kSilence{5};

    /// What time it is now. To be called every second or so: who did not, did not listen either, and all begins anew.
    void advance(const Uptime& now);
    /// The writer of a run was heard.
    void hear(std::int64_t run) { m_quietSince.erase(run); }
    /// Whether it was not, for kSilence. Its time begins with the first question.
    bool isSilent(std::int64_t run);

private:
    Uptime m_now;
    std::map<std::int64_t, std::chrono::nanoseconds> m_quietSince; ///< Uptime::awake, by run
};

} // namespace runglass
