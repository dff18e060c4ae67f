// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"
#include "models/table/RunRef.h"

#include <cstdint>
#include <vector>

namespace runglass
{

/// Slots of the palette; the first ring holds those that are easiest to tell apart.
inline constexpr std::uint8_t kColourSlots = 20, kFirstRing = 8;

/// FNV-1a, 64 bits.
std::uint64_t fnv1a64(std::string_view bytes);

/// A run as colours are given.
struct ColouredRun {
    const RunRef* ref = nullptr;
    std::optional<TimeNs> startedAt;
};

/// Slot of each run, 0–19. The runs of a project of a source take theirs in order of (start time, ID), those without a
/// start time last: from the first ring while it has a free one, beginning where the hash of the path says, then from
/// the second; after 20 runs a new round begins. A later run changes no slot of an earlier one.
std::vector<std::uint8_t> colourSlots(const std::vector<ColouredRun>& runs);

/// The slot that a run has instead of its own after dealing anew. Each number gives a permutation within each ring; 0
/// leaves all as they are.
std::uint8_t shuffledSlot(std::uint8_t slot, std::uint32_t shuffle);

} // namespace runglass
