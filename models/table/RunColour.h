// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"
#include "models/table/ColumnId.h"

#include <cstdint>
#include <map>
#include <optional>

namespace runglass
{

/// Which colours the buckets of a column run through.
enum class ColourRamp : std::uint8_t { Green /**< yellow to dark green */, Magenta /**< light blue to magenta */ };

/// The colour of a run, for whoever knows the theme's tables.
struct RunColour {
    enum class Kind : std::uint8_t {
        Slot,    ///< index: slot 0–19 of the palette
        Rgb,     ///< index: 0xRRGGBB, chosen by hand
        Bucket,  ///< index: 0 up to count - 1 along the ramp, lowest values first
        Other,   ///< one of the values for which there is no slot left
        Missing, ///< the run lacks the value that gives the colour
    };
    Kind kind = Kind::Slot;
    ColourRamp ramp = ColourRamp::Green; ///< of a bucket
    std::uint8_t count = 0;              ///< of a bucket: how many there are, 1–8
    std::uint32_t index = 0;

    static RunColour slot(std::uint32_t slot) { return {Kind::Slot, ColourRamp::Green, 0, slot}; }
    static RunColour rgb(std::uint32_t rgb) { return {Kind::Rgb, ColourRamp::Green, 0, rgb & 0xffffffU}; }

    bool operator==(const RunColour&) const = default;
};

inline constexpr int kLeastBuckets = 2, kMostBuckets = 8;

/// Runs take their colour from a column: numbers from as many buckets of equal width, anything else a slot a value.
struct ColourByColumn {
    ColumnId column;
    int buckets = 5; ///< 2–8
    ColourRamp ramp = ColourRamp::Green;

    bool operator==(const ColourByColumn&) const = default;
};

/// What gives runs their colours. A run that nothing is said of has the slot that follows from its path.
struct ColourRule {
    std::map<RunPath, RunColour> byHand;    ///< slots and RGB colours
    std::optional<ColourByColumn> byColumn; ///< while it is there, colours by hand wait
    /// Deals the slots anew: another number, other colours, told apart as well as before; 0: as the paths say.
    std::uint32_t shuffle = 0;

    bool operator==(const ColourRule&) const = default;
};

} // namespace runglass
