// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/PackedNumbers.h"
#include "models/series/Range.h"

#include <limits>
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
    void add(std::span<const double> values);
    void merge(const Extent& other);
    Range range() const { return hasFinite() ? Range{min, max} : Range{}; }

    bool operator==(const Extent&) const = default;
};

/// Values that are appended to, with the extents of every 64, 1,024, 16,384 … of them, so that the exact minimum and
/// maximum of any stretch is found in a few dozen steps. Appending costs what is new. Copies as GrowingArray.
/// @thread as GrowingArray
class Pyramid
{
public:
    static constexpr std::size_t kLeaf = 64, kFactor = 16;

    explicit Pyramid(PackedNumbers::Type type = PackedNumbers::Type::Double)
        : m_values(type)
    {
    }

    /// Makes room for so many in all, where that is known.
    void reserve(std::size_t count);
    void append(std::span<const double> values);
    void append(std::span<const std::int64_t> values);
    const PackedNumbers& values() const { return m_values; }
    std::size_t size() const { return m_values.size(); }
    /// Of values [begin, end); begin <= end <= size().
    Extent extent(std::size_t begin, std::size_t end) const;
    Extent extent() const;

    /// Of the memory this copy keeps alive.
    std::size_t bytes() const;

private:
    struct Level {
        GrowingArray<Extent> whole;
        Extent begun; ///< of those that do not make one of the next level yet
    };
    void measure(std::span<const double> values, std::size_t before);
    void close(std::size_t level, const Extent& extent);
    void addValues(Extent& extent, std::size_t begin, std::size_t end) const;

    PackedNumbers m_values;
    Extent m_leaf; ///< of the values behind the last whole leaf
    Extent m_whole;
    std::vector<Level> m_levels; ///< level n: of kLeaf × kFactor^n values each
};

} // namespace runglass
