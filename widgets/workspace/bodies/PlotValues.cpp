// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/PlotValues.h"

#include "models/items/ColumnValueText.h"
#include "models/items/Format.h"
#include "models/items/RunColumns.h"
#include "models/items/VisibleText.h"
#include "models/run/Rfc3339Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr qsizetype kNameLength = 300;
constexpr int kBuckets = 8;

bool isField(const ColumnId& column, Field field)
{
    return column.origin == ColumnOrigin::Field && column.field == field;
}

bool isLength(const ColumnId& column)
{
    return isField(column, Field::Runtime) || isField(column, Field::Duration);
}

std::shared_ptr<const ColumnColours> coloursBy(const PlotValues& values, const ColumnId& column)
{
    std::vector<std::uint32_t> shown;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values.points.shown[i])
            shown.push_back(values.points.rows[i]);
    }
    return std::make_shared<const ColumnColours>(
        columnColours(*values.list->table, shown, {column, kBuckets, ColourRamp::Green}));
}

} // namespace

QString PlotValues::name(std::size_t run) const
{
    return visibleExcerpt(list->table->name(points.rows[run]), kNameLength);
}

Value PlotValues::value(std::size_t axis, std::size_t run) const
{
    const Column* column = list->table->column(points.axes[axis].column);
    if (!column || !column->has(points.rows[run]))
        return {};
    Value its = column->value(points.rows[run]);
    const bool isTime = isField(column->id(), Field::Created) && its.kind() == Value::Kind::Integer;
    return isTime ? Value(rfc3339Text(its.toInteger())) : its;
}

QString PlotValues::text(std::size_t axis, std::size_t run) const
{
    const ColumnId& column = points.axes[axis].column;
    const Value its = value(axis, run);
    if (its.isNull())
        return format::missing();
    if (isLength(column)) {
        //: A length of time as people read it, and exactly: "12m 31s (751.25 s)".
        return QCoreApplication::translate("PlotValues", "%1 (%2 s)")
            .arg(columnValueText(column, its), format::exactNumber(its.toDouble()));
    }
    if (isField(column, Field::Created))
        return placeText(points.axes[axis], points.axes[axis].places[run]);
    if (its.kind() == Value::Kind::Double)
        return format::exactNumber(its.toDouble());
    if (its.kind() == Value::Kind::Integer)
        return QString::number(its.toInteger());
    return columnValueText(column, its);
}

PlotLegend PlotValues::legend() const
{
    PlotLegend legend;
    if (!colouredBy || colouredBy->classes.empty())
        return legend;
    const ColumnId& column = colouredBy->rule.column;
    legend.title = columnName(column);
    bool hasMissing = false;
    for (const ColourClass& one : colouredBy->classes) {
        if (one.colour.kind == RunColour::Kind::Missing) {
            hasMissing = true;
            continue;
        }
        legend.isRamp = legend.isRamp || one.colour.kind == RunColour::Kind::Bucket;
        legend.classes.emplace_back(one.colour, one.colour.kind == RunColour::Kind::Other
                                                    ? QCoreApplication::translate("PlotValues", "others")
                                                    : columnValueText(column, one.value));
    }
    if (legend.isRamp) {
        legend.low = columnNumberText(column, colouredBy->classes.front().low);
        legend.high = columnNumberText(column, colouredBy->classes[legend.classes.size() - 1].high);
    } else if (hasMissing) {
        legend.classes.emplace_back(colouredBy->classes.back().colour,
                                    QCoreApplication::translate("PlotValues", "no value"));
    }
    return legend;
}

PlotValues plotValues(std::shared_ptr<const RunList> list, const RunListState& state,
                      const std::vector<ColumnId>& columns, const std::optional<ColumnId>& colour)
{
    PlotValues values;
    values.list = std::move(list);
    values.points = valuePoints(*values.list, columns);
    for (std::size_t i = 0; i < values.size(); ++i)
        values.points.shown[i] = !state.hidden.contains(values.ref(i));
    if (colour)
        values.colouredBy = coloursBy(values, *colour);
    values.colours.reserve(values.size());
    for (const std::uint32_t row : values.points.rows)
        values.colours.push_back(values.colouredBy ? values.colouredBy->colour(row)
                                                   : values.list->colour(row, state.colours));
    return values;
}

AxisMeasure measureOf(const ColumnId& column, bool log)
{
    using Unit = AxisMeasure::Unit;
    if (isField(column, Field::Created))
        return {Unit::Time, false};
    return {isLength(column) ? Unit::Duration : Unit::Number, log};
}

QString axisTitle(const ValueAxis& axis)
{
    return axis.name.empty() ? columnName(axis.column) : visibleExcerpt(axis.name, kNameLength);
}

QString placeText(const ValuePlaces& axis, double value)
{
    if (axis.isCategorical()) {
        const auto at =
            static_cast<std::size_t>(std::clamp(value, 0.0, static_cast<double>(axis.categories.size() - 1)));
        return columnValueText(axis.column, axis.categories[at]);
    }
    constexpr double kNsPerSecond = 1e9;
    return columnNumberText(axis.column, isField(axis.column, Field::Created) ? value * kNsPerSecond : value);
}

Value placeValue(const ValuePlaces& axis, double value)
{
    constexpr double kNsPerSecond = 1e9;
    return isField(axis.column, Field::Created) ? Value(rfc3339Text(std::llround(value * kNsPerSecond))) : Value(value);
}

QStringList categoryNames(const ValuePlaces& axis)
{
    QStringList names;
    for (const Value& category : axis.categories)
        names += columnValueText(axis.column, category);
    return names;
}

} // namespace runglass
