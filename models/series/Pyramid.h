// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/Range.h"

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace runglass
{

/// What a stretch of values holds: the extremes of its finite values, and which others are among them.
struct Extent {
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();
    bool hasNaN = false, hasPositiveInfinity = false, hasNegativeInfinity = false;

    bool hasFinite() const { return min <= max; }
    bool isAllFinite() const { return hasFinite() && !hasNaN && !hasPositiveInfinity && !hasNegativeInfinity; }
    void add(double value);
    void merge(const Extent& other);
    Range range() const { return hasFinite() ? Range{min, max} : Range{}; }

    bool operator==(const Extent&) const = default;
};

/// The values of a series with the extents of every 16, 256, 4,096 … of them, so that the exact minimum and maximum of
/// any stretch is found in a few dozen steps.
/// @thread any one at a time while appending; const use: any, at once
class Pyramid
{
public:
    static constexpr std::size_t kFactor = 16;

    Pyramid() = default;
    explicit Pyramid(std::vector<double> values);

    void append(std::span<const double> values);
    const std::vector<double>& values() const { return m_values; }
    std::size_t size() const { return m_values.size(); }
    /// Of values [begin, end); begin <= end <= size().
    Extent extent(std::size_t begin, std::size_t end) const;
    Extent extent() const { return extent(0, size()); }

private:
    void grow(std::size_t firstNew);

    std::vector<double> m_values;
    std::vector<std::vector<Extent>> m_levels; ///< m_levels[n][i] is of kFactor^(n+1) values from i times that
};

} // namespace runglass
