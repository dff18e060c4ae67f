// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/Run.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// A run that an agent was told to make and that has not ended yet.
struct SweepTrial {
    std::string run;         ///< its ID
    std::uint64_t place = 0; ///< of its parameters in the plan
    std::size_t agent = 0;
    bool isSeen = false;      ///< its agent has said that it goes on
    std::uint64_t lines = 0;  ///< of its history that were looked at
    std::uint64_t values = 0; ///< of the metric in them
    std::optional<double> best;
    std::vector<double> bands; ///< the best value when each band was reached
};

struct SweepAgent {
    std::string host;
    TimeNs createdAt = 0, heardAt = 0;
    std::uint64_t runs = 0; ///< that it was told to make
};

/// What is kept of a sweep: RecordedSweep::doc.
struct SweepRecord {
    std::string config;            ///< YAML as it was sent
    std::string state = "RUNNING"; ///< or PAUSED, FINISHED (nothing new begins) and CANCELED (nothing goes on)
    std::string displayName;
    TimeNs createdAt = 0, updatedAt = 0;
    std::uint64_t seed = 0;
    std::uint64_t next = 0;          ///< the place that was not handed out yet
    std::vector<std::uint64_t> free; ///< places that were, and of which no run came
    std::vector<SweepTrial> trials;
    std::vector<SweepAgent> agents;
    std::vector<std::vector<double>> ended; ///< SweepTrial::bands of runs that have ended
};

std::string encodeSweep(const SweepRecord& record);
/// @errors Corruption
Result<SweepRecord> decodeSweep(std::string_view json);

} // namespace runglass
