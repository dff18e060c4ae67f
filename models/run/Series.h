// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <variant>

namespace runglass
{

enum class SeriesKind { Integer, Double, Bool, Json };

/// What tells one series of a run from another.
struct SeriesId {
    int segment = 0;     ///< Segment::ordinal
    bool system = false; ///< hardware series; its step is the sample's number, its key one component
    KeyPath key;

    auto operator<=>(const SeriesId&) const = default;
};

/// The values of a series, all of one kind. Numbers that are partly integers are Double when every integer is exact in
/// a double, else Json.
using SeriesValues =
    std::variant<std::vector<std::int64_t>, std::vector<double>, std::vector<std::uint8_t>, std::vector<Value>>;

/// History of one metric as parallel columns of equal length.
struct Series {
    SeriesId id;
    std::vector<std::int64_t> step; ///< non-decreasing inside a segment
    std::vector<double> time;       ///< seconds since 1970 UTC; NaN where none was recorded
    SeriesValues values;

    std::size_t size() const { return step.size(); }
    SeriesKind kind() const { return static_cast<SeriesKind>(values.index()); }
    /// Value i of any kind.
    Value at(std::size_t i) const;
    /// All values as doubles: NaN for what is no number, 0 and 1 for bools.
    std::vector<double> toDoubles() const;
};

/// A series without its points. The extremes are of the finite values, NaN when there is none.
struct SeriesInfo {
    SeriesId id;
    SeriesKind kind = SeriesKind::Double;
    std::uint64_t count = 0;
    double min = 0, max = 0, first = 0, last = 0, mean = 0;
    bool isNumeric() const { return kind != SeriesKind::Json; }
};

} // namespace runglass
