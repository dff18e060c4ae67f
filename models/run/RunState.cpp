// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/RunState.h"

#include <array>
#include <cstddef>

namespace runglass
{

namespace
{
constexpr std::array<std::string_view, 7> kNames = {"running", "finished", "failed", "crashed",
                                                    "killed",  "pending",  "unknown"};
}

std::string_view toName(RunState state)
{
    return kNames.at(static_cast<std::size_t>(state));
}

std::optional<RunState> runStateFromName(std::string_view name)
{
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames.at(i) == name)
            return static_cast<RunState>(i);
    return std::nullopt;
}

bool endedBadly(RunState state)
{
    return state == RunState::Failed || state == RunState::Crashed || state == RunState::Killed;
}

} // namespace runglass
