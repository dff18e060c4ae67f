// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/Range.h"
#include "models/session/PanelLayout.h"
#include "models/table/RunList.h"

#include <vector>

namespace runglass
{

/// Where runs lie on one axis of a scatter plot, a bar chart or parallel coordinates.
struct ValuePlaces {
    ColumnId column;
    /// One a run. Of numbers the number, of Created seconds since 1970 UTC; of anything else its place in categories.
    /// NaN where the run has none, or has logged NaN.
    std::vector<double> places;
    /// The different values of a column that is not of numbers, in natural order; empty for one of numbers.
    std::vector<Value> categories;
    Range range; ///< of the finite places

    bool isCategorical() const { return !categories.empty(); }
};

/// Config and summary of the listed runs, as panels over them draw it.
struct ValuePoints {
    std::vector<std::uint32_t> rows; ///< of the list's table, in the order of the list
    std::vector<bool> shown;         ///< one a run: its eye is open
    std::vector<ValuePlaces> axes;   ///< as asked for
};

/// Summary columns are as the table shows them: last, first, least or greatest value.
/// Cost: a pass over the rows for each axis; sorting them where it is not of numbers.
ValuePoints valuePoints(const RunList& list, const std::vector<ColumnId>& columns);

/// How a filter of brushes names a column.
FilterColumn brushColumn(const ColumnId& id);

/// The filter that leaves the runs inside the limits of the axes, as they were brushed: ends are inside. Of kind All
/// where there are none. What cannot be said in the filter language (lists) is left out.
/// @param axes  those of points, with their limits
Filter brushFilter(const ValuePoints& points, const std::vector<ValueAxis>& axes);

} // namespace runglass
