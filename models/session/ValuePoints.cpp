// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ValuePoints.h"

#include "models/run/Rfc3339Text.h"
#include "models/session/JsonText.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace runglass
{

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kNsPerSecond = 1e9;

bool isTime(const ColumnId& id)
{
    return id.origin == ColumnOrigin::Field && id.field == Field::Created;
}

void placeNumbers(ValuePlaces& axis, const Column& column, const std::vector<std::uint32_t>& rows)
{
    const double unit = isTime(axis.column) ? kNsPerSecond : 1;
    for (std::size_t i = 0; i < rows.size(); ++i)
        axis.places[i] = column.number(rows[i]) / unit;
}

/// Categories in the order the table sorts them in.
void placeOthers(ValuePlaces& axis, const Column& column, const std::vector<std::uint32_t>& rows)
{
    std::vector<std::uint32_t> sorted;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(sorted),
                 [&column](std::uint32_t row) { return column.has(row); });
    column.sort(sorted, false);
    std::map<std::string, double> placeOf;
    for (const std::uint32_t row : sorted) {
        Value value = column.value(row);
        if (placeOf.emplace(jsonOf(value), static_cast<double>(placeOf.size())).second)
            axis.categories.push_back(std::move(value));
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (column.has(rows[i]))
            axis.places[i] = placeOf.at(jsonOf(column.value(rows[i])));
}

ValuePlaces placesOn(const RunTable& table, const ColumnId& id, const std::vector<std::uint32_t>& rows)
{
    ValuePlaces axis{id, std::vector<double>(rows.size(), kNaN), {}, {}};
    const Column* column = table.column(id);
    if (!column)
        return axis;
    if (column->kind() == Column::Kind::Number)
        placeNumbers(axis, *column, rows);
    else
        placeOthers(axis, *column, rows);
    for (const double place : axis.places)
        axis.range.include(place);
    return axis;
}

Filter testOf(const ColumnId& id, FilterOperator op, std::vector<FilterValue> values)
{
    Filter filter;
    filter.kind = Filter::Kind::Test;
    filter.test = {brushColumn(id), op, std::move(values)};
    return filter;
}

/// Rounded outwards, so that the run at the very end stays inside.
FilterValue endOf(const ColumnId& id, double end, bool isLower)
{
    if (!isTime(id))
        return {FilterValue::Kind::Number, end};
    // Doubles of seconds are about 240 ns apart; what is no possible time is the nearest that is.
    constexpr double least = -6e10, most = 9e9, slack = 1e-6;
    const double seconds = std::clamp(end + (isLower ? -slack : slack), least, most);
    const auto whole = static_cast<TimeNs>(std::floor(seconds));
    const auto rest = static_cast<TimeNs>((seconds - std::floor(seconds)) * kNsPerSecond);
    return {FilterValue::Kind::Time, rfc3339Text(whole * static_cast<TimeNs>(kNsPerSecond) + rest)};
}

void addEnds(const ColumnId& id, const AxisLimits& limits, std::vector<Filter>& parts)
{
    if (limits.lo)
        parts.push_back(testOf(id, FilterOperator::GreaterOrEqual, {endOf(id, *limits.lo, true)}));
    if (limits.hi)
        parts.push_back(testOf(id, FilterOperator::LessOrEqual, {endOf(id, *limits.hi, false)}));
}

std::optional<FilterValue> categoryValue(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Bool:
        return FilterValue{FilterValue::Kind::Bool, value};
    case Value::Kind::Integer:
    case Value::Kind::Double:
        return FilterValue{FilterValue::Kind::Number, value};
    case Value::Kind::Text:
        return FilterValue{FilterValue::Kind::Text, value};
    default:
        return std::nullopt;
    }
}

void addCategories(const ValuePlaces& axis, const AxisLimits& limits, std::vector<Filter>& parts)
{
    std::vector<FilterValue> inside;
    for (std::size_t i = 0; i < axis.categories.size(); ++i) {
        const auto place = static_cast<double>(i);
        if ((limits.lo && place < *limits.lo) || (limits.hi && place > *limits.hi))
            continue;
        std::optional<FilterValue> value = categoryValue(axis.categories[i]);
        if (!value)
            return;
        inside.push_back(std::move(*value));
    }
    if (inside.size() == 1) {
        parts.push_back(testOf(axis.column, FilterOperator::Equal, std::move(inside)));
    } else if (!inside.empty()) {
        parts.push_back(testOf(axis.column, FilterOperator::In, std::move(inside)));
    } else {
        // Between two categories lies no run.
        parts.push_back(testOf(axis.column, FilterOperator::Exists, {}));
        parts.push_back(testOf(axis.column, FilterOperator::IsNull, {}));
    }
}

} // namespace

ValuePoints valuePoints(const RunList& list, const std::vector<ColumnId>& columns)
{
    ValuePoints points;
    points.rows.reserve(list.rows.size());
    for (const std::uint32_t row : list.rows)
        points.rows.push_back(row);
    for (const std::uint32_t row : points.rows)
        points.shown.push_back(!list.state.hidden.contains(list.table->ref(row)));
    for (const ColumnId& column : columns)
        points.axes.push_back(placesOn(*list.table, column, points.rows));
    return points;
}

FilterColumn brushColumn(const ColumnId& id)
{
    if (id.origin == ColumnOrigin::Field)
        return {FilterColumn::Origin::Field, {std::string(toName(id.field))}};
    return {id.origin == ColumnOrigin::Config ? FilterColumn::Origin::Config : FilterColumn::Origin::Summary, id.key};
}

Filter brushFilter(const ValuePoints& points, const std::vector<ValueAxis>& axes)
{
    std::vector<Filter> parts;
    for (const ValueAxis& axis : axes) {
        if (axis.limits == AxisLimits())
            continue;
        const auto places = std::find_if(points.axes.begin(), points.axes.end(),
                                         [&axis](const ValuePlaces& its) { return its.column == axis.column; });
        if (places != points.axes.end() && places->isCategorical())
            addCategories(*places, axis.limits, parts);
        else
            addEnds(axis.column, axis.limits, parts);
    }
    if (parts.empty())
        return {};
    if (parts.size() == 1)
        return std::move(parts.front());
    Filter filter;
    filter.kind = Filter::Kind::And;
    filter.parts = std::move(parts);
    return filter;
}

} // namespace runglass
