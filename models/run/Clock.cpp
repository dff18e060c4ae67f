// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/Clock.h"

#include <chrono>

namespace runglass
{

TimeNs SystemClock::now() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(sinceEpoch).count();
}

} // namespace runglass
