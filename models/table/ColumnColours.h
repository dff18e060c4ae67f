// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunColour.h"
#include "models/table/RunTable.h"

#include <span>
#include <vector>

namespace runglass
{

/// Runs that have one colour by a column's values.
struct ColourClass {
    RunColour colour;
    double low = 0, high = 0; ///< of a bucket: the values from low up to, for the last bucket with, high
    Value value;              ///< of a slot: the value
    std::uint32_t runs = 0;
};

/// The colours that a column gives, and their legend.
struct ColumnColours {
    ColourByColumn rule;
    /// Buckets from low to high, or values in natural order; then Other and Missing, where there are such runs.
    std::vector<ColourClass> classes;
    std::vector<std::uint8_t> classOf; ///< by row of the table: place in classes; kNoClass for rows not asked for

    static constexpr std::uint8_t kNoClass = 0xff;
    RunColour colour(std::uint32_t row) const;
};

/// Numbers: the range from the smallest to the largest finite number in these rows is divided in buckets of equal
/// width; -inf counts as the lowest and inf as the highest, NaN as missing. Anything else: each value has a slot of the
/// palette, in the order in which runs with it were started first, so that a later value changes none before it; values
/// beyond the palette share one colour. The order of rows means nothing.
/// Cost: two passes over the column, one over the start times where it holds no numbers.
ColumnColours columnColours(const RunTable& table, std::span<const std::uint32_t> rows, const ColourByColumn& rule);

/// Colour of a row under a rule.
/// @param columnColours  what rule.byColumn gives; null while that is not made: colours by hand and slots hold
RunColour runColour(const RunTable& table, std::uint32_t row, const ColumnColours* columnColours,
                    const ColourRule& rule);

/// Lower edge of bucket i of n over a range, the upper end for i = n; also where high - low would be infinite.
double bucketEdge(double low, double high, int i, int n);

} // namespace runglass
