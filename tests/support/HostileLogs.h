// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace runglass::test
{

/// What a log holds that no SDK would write, and what must become of it.
struct HostileLog {
    std::string id;                  ///< of the run; its folder and log are named by it
    std::string bytes;               ///< of the .wandb file
    std::vector<std::string> causes; ///< parts of warnings that the run must carry, in any order
    std::string state = "Finished";  ///< that it must be shown in
    std::optional<std::size_t> points =
        {}; ///< of the metric "loss", which holds step + 0.5 everywhere; unset: any number
};

/// Every kind of damage and malice that fits in a log of a few megabytes. The records are framed by WandbLogBuilder, so
/// that all but the frames under test are sound.
std::vector<HostileLog> hostileLogs();

/// A sound log of a run called id, with 3 points of "loss": the neighbour that must come out untouched.
std::string soundLog(const std::string& id);

/// JSON in which levels arrays lie in one another.
std::string deepJson(std::size_t levels);

} // namespace runglass::test
