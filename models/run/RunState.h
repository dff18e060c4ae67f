// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace runglass
{

enum class RunState { Running, Finished, Failed, Crashed, Killed, Pending, Unknown };

/// The name in JSON and in stores: "running", "finished", …
std::string_view toName(RunState state);
std::optional<RunState> runStateFromName(std::string_view name);
/// Failed, Crashed or Killed: the last traceback may say why. One that a run prints and survives says nothing.
bool endedBadly(RunState state);

} // namespace runglass
