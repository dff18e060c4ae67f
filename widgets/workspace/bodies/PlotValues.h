// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/ChartSettings.h"
#include "models/session/ValuePoints.h"
#include "models/table/ColumnColours.h"
#include "widgets/workspace/bodies/PlotDrawing.h"

#include <memory>

namespace runglass
{

/// The listed runs with their places on axes, their names and colours: what plots over config and summary draw.
/// @thread any
struct PlotValues {
    std::shared_ptr<const RunList> list;
    ValuePoints points;
    std::vector<RunColour> colours;                  ///< one a run
    std::shared_ptr<const ColumnColours> colouredBy; ///< what a column gave the colours; null: they are the runs' own

    std::size_t size() const { return points.rows.size(); }
    const RunRef& ref(std::size_t run) const { return list->table->ref(points.rows[run]); }
    QString name(std::size_t run) const;
    /// What a run has on an axis, a time as RFC 3339 says it; null where nothing.
    Value value(std::size_t axis, std::size_t run) const;
    /// The same as people read it, exact.
    QString text(std::size_t axis, std::size_t run) const;
    PlotLegend legend() const;
};

/// @param state   which eyes are open and what gives colours; may be newer than the list's own
/// @param colour  what gives colours instead
/// Cost: as valuePoints().
PlotValues plotValues(std::shared_ptr<const RunList> list, const RunListState& state,
                      const std::vector<ColumnId>& columns, const std::optional<ColumnId>& colour);

/// What an axis of a column counts.
AxisMeasure measureOf(const ColumnId& column, bool log);
QString axisTitle(const ValueAxis& axis);
/// What is at a place of an axis that is not logarithmic any more: a number as the column shows numbers.
QString placeText(const ValuePlaces& axis, double value);
/// The same as a value, a time as RFC 3339 says it. Only of an axis of numbers.
Value placeValue(const ValuePlaces& axis, double value);
/// The categories of an axis; none of one of numbers.
QStringList categoryNames(const ValuePlaces& axis);

} // namespace runglass
