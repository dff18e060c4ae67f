// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/Brushes.h"

#include "models/expression/TimeText.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr double kNsPerSecond = 1e9;

std::vector<Filter> partsOf(const Filter& filter)
{
    if (filter.kind == Filter::Kind::All)
        return {};
    return filter.kind == Filter::Kind::And ? filter.parts : std::vector{filter};
}

Filter joined(std::vector<Filter> parts)
{
    if (parts.empty())
        return {};
    if (parts.size() == 1)
        return std::move(parts.front());
    Filter filter;
    filter.kind = Filter::Kind::And;
    filter.parts = std::move(parts);
    return filter;
}

std::optional<double> numberOf(const FilterValue& value)
{
    if (value.kind == FilterValue::Kind::Number)
        return value.value.toDouble();
    if (value.kind != FilterValue::Kind::Time)
        return std::nullopt;
    const std::optional<TimeNs> time = parseTimestamp(value.value.text());
    return time ? std::optional(static_cast<double>(*time) / kNsPerSecond) : std::nullopt;
}

bool takeEnd(const FilterTest& test, AxisLimits& limits)
{
    const std::optional<double> end = test.values.size() == 1 ? numberOf(test.values.front()) : std::nullopt;
    if (!end)
        return false;
    if (test.op == FilterOperator::GreaterOrEqual && !limits.lo)
        limits.lo = end;
    else if (test.op == FilterOperator::LessOrEqual && !limits.hi)
        limits.hi = end;
    else
        return false;
    return true;
}

/// Only categories that stand one beside the other are an interval.
bool takeCategories(const FilterTest& test, const ValuePlaces& axis, AxisLimits& limits)
{
    if ((test.op != FilterOperator::Equal && test.op != FilterOperator::In) || limits != AxisLimits())
        return false;
    Range places;
    std::size_t found = 0;
    for (std::size_t i = 0; i < axis.categories.size(); ++i) {
        const bool isIn = std::any_of(test.values.begin(), test.values.end(),
                                      [&](const FilterValue& value) { return value.value == axis.categories[i]; });
        if (isIn) {
            places.include(static_cast<double>(i));
            ++found;
        }
    }
    if (found == 0 || places.size() + 1 != static_cast<double>(found) || found != test.values.size())
        return false;
    limits = {places.lo, places.hi};
    return true;
}

} // namespace

bool Brushes::isEmpty() const
{
    return std::all_of(limits.begin(), limits.end(), [](const AxisLimits& one) { return one == AxisLimits(); });
}

Brushes brushesOf(const Filter& filter, const ValuePoints& points)
{
    Brushes brushes;
    brushes.limits.resize(points.axes.size());
    std::vector<Filter> rest;
    for (Filter& part : partsOf(filter)) {
        bool isTaken = false;
        for (std::size_t i = 0; i < points.axes.size() && part.kind == Filter::Kind::Test && !isTaken; ++i) {
            const ValuePlaces& axis = points.axes[i];
            if (part.test.column != brushColumn(axis.column))
                continue;
            isTaken = axis.isCategorical() ? takeCategories(part.test, axis, brushes.limits[i])
                                           : takeEnd(part.test, brushes.limits[i]);
        }
        if (!isTaken)
            rest.push_back(std::move(part));
    }
    brushes.rest = joined(std::move(rest));
    return brushes;
}

Filter filterOf(const Brushes& brushes, const ValuePoints& points, std::vector<ValueAxis> axes)
{
    for (std::size_t i = 0; i < axes.size(); ++i)
        axes[i].limits = i < brushes.limits.size() ? brushes.limits[i] : AxisLimits();
    std::vector<Filter> parts = partsOf(brushes.rest);
    for (Filter& part : partsOf(brushFilter(points, axes)))
        parts.push_back(std::move(part));
    return joined(std::move(parts));
}

} // namespace runglass
