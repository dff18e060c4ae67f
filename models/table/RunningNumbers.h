// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/NumberBars.h"
#include "models/table/NumberPasses.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

namespace runglass
{

/// Adds up numbers as they come, two at once or one after the other. The squares are those of distances from one of the
/// numbers: as that is one of them, what they say of the distances from the mean is lost in rounding at most by as much
/// as there are numbers.
struct RunningNumbers {
    static constexpr double kInfinity = std::numeric_limits<double>::infinity();

    Two sum = {}, squares = {};
    Two min = {kInfinity, kInfinity}, max = {-kInfinity, -kInfinity};
    double from = 0;                                   ///< one of the numbers
    bool isStarted = false;                            ///< from is known
    std::uint32_t blanks = 0;                          ///< how many in tallies are no numbers
    std::uint32_t present = 0;                         ///< rows that have a value, NaN included
    std::uint32_t tallies[2][NumberBars::kSlots] = {}; // without the bounds check of each access

    void add(double number, const NumberBars& bars)
    {
        ++present;
        // Asked as a question of its own, since hardly any number is NaN.
        if (number != number)
            return;
        if (!isStarted && std::isfinite(number)) {
            from = number;
            isStarted = true;
        }
        const double away = number - from;
        sum[0] += away;
        squares[0] += away * away;
        min[0] = std::min(min[0], number);
        max[0] = std::max(max[0], number);
        ++tallies[0][bars.slotOf(number)];
    }

    /// Whether the squares are of a size that numbers can have.
    bool isSound() const
    {
        constexpr double kLeast = 1e-280;
        const double all = squares[0] + squares[1];
        return std::isfinite(all) && (all > kLeast || std::min(min[0], min[1]) == std::max(max[0], max[1]));
    }

    NumberSums sums() const
    {
        NumberSums result;
        std::uint32_t all[NumberBars::kSlots];
        for (std::size_t slot = 0; slot < NumberBars::kSlots; ++slot)
            all[slot] = tallies[0][slot] + tallies[1][slot];
        result.count = std::accumulate(std::begin(all), std::end(all), 0U) - blanks;
        if (result.count == 0)
            return result;
        const auto count = static_cast<long double>(result.count);
        const long double away = sum[0] + sum[1];
        result.sum = count * from + away;
        result.squares = std::max(0.0L, squares[0] + squares[1] - away * away / count);
        result.min = std::min(min[0], min[1]);
        result.max = std::max(max[0], max[1]);
        std::copy_n(all + 1, kHistogramBars, result.bars.begin());
        return result;
    }
};

} // namespace runglass
