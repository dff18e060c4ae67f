// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace runglass
{

/// A closed interval of an axis. Empty until something finite was included.
struct Range {
    double lo = 0, hi = -1;

    bool isEmpty() const { return !(lo <= hi); }
    double size() const { return hi - lo; }
    bool contains(double value) const { return value >= lo && value <= hi; }
    /// Grows to hold value; NaN and ±Infinity are passed over.
    void include(double value);
    void include(const Range& other);

    bool operator==(const Range&) const = default;
};

/// A range that can be drawn: never empty, never without extent, bounds within ±1e250. Nothing becomes 0 … 1; a single
/// value gets room on both sides.
Range drawable(const Range& range);

/// The drawable range widened to multiples of a round step (1, 2, 2.5 or 5 × 10ⁿ), about intervals of them.
Range niceRange(const Range& range, int intervals);

/// The smallest of 1, 2, 2.5 and 5 × 10ⁿ that is at least size; 1 for what is not positive and finite.
double niceStep(double size);

} // namespace runglass
