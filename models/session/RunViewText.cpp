// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RunViewText.h"

#include "models/expression/FilterParser.h"
#include "models/run/ValueMember.h"
#include "models/session/ColumnText.h"
#include "models/session/LayoutText.h"
#include "models/table/RunColours.h"

#include <limits>
#include <utility>

namespace runglass
{

namespace
{

Value sortValue(const std::vector<SortKey>& sort)
{
    Value::Array keys;
    for (const SortKey& key : sort)
        keys.emplace_back(Value::Object{{"column", columnValue(key.column)}, {"descending", key.descending}});
    return keys;
}

std::vector<SortKey> sortFrom(const Value& value)
{
    std::vector<SortKey> sort;
    for (const Value& entry : value.array())
        if (auto column = columnFrom(member(entry, "column")))
            sort.push_back({std::move(*column), member(entry, "descending").toBool()});
    return sort;
}

Filter filterFrom(const Value& value)
{
    FilterParse parse = parseFilter(value.text());
    return parse.error ? Filter() : std::move(parse.filter);
}

Value pathValue(const RunPath& path)
{
    return Value::Array{path.entity, path.project, path.id};
}

std::optional<RunPath> pathFrom(const Value& value)
{
    const Value::Array& parts = value.array();
    if (parts.size() != 3 || parts[2].text().empty())
        return std::nullopt;
    return RunPath{parts[0].text(), parts[1].text(), parts[2].text()};
}

Value pinnedValue(const std::set<RunPath>& pinned)
{
    Value::Array paths;
    for (const RunPath& path : pinned)
        paths.push_back(pathValue(path));
    return paths;
}

std::set<RunPath> pinnedFrom(const Value& value)
{
    std::set<RunPath> pinned;
    for (const Value& entry : value.array())
        if (auto path = pathFrom(entry))
            pinned.insert(std::move(*path));
    return pinned;
}

Value shownValue(const ShownValues& shown)
{
    Value::Array columns;
    for (const auto& [column, value] : shown)
        columns.emplace_back(Value::Object{{"column", columnValue(column)}, {"value", toName(value)}});
    return columns;
}

ShownValues shownFrom(const Value& value)
{
    ShownValues shown;
    for (const Value& entry : value.array()) {
        auto column = columnFrom(member(entry, "column"));
        const auto which = metricValueFromName(member(entry, "value").text());
        if (column && column->origin == ColumnOrigin::Summary && which && *which != MetricValue::Last)
            shown.insert_or_assign(std::move(*column), *which);
    }
    return shown;
}

constexpr const char* kRamps[] = {"green", "magenta"};

Value coloursValue(const ColourRule& rule)
{
    Value::Object parts;
    if (rule.byColumn)
        parts["byColumn"] = Value::Object{{"column", columnValue(rule.byColumn->column)},
                                          {"steps", rule.byColumn->buckets},
                                          {"ramp", kRamps[static_cast<std::size_t>(rule.byColumn->ramp)]}};
    if (rule.shuffle != 0)
        parts["shuffle"] = static_cast<std::int64_t>(rule.shuffle);
    Value::Array byHand;
    for (const auto& [path, colour] : rule.byHand)
        byHand.emplace_back(Value::Object{
            {"run", pathValue(path)},
            {colour.kind == RunColour::Kind::Rgb ? "rgb" : "slot", static_cast<std::int64_t>(colour.index)}});
    if (!byHand.empty())
        parts["byHand"] = std::move(byHand);
    return parts;
}

std::optional<RunColour> handColourFrom(const Value& entry)
{
    if (const Value& rgb = member(entry, "rgb"); rgb.kind() == Value::Kind::Integer)
        return RunColour::rgb(static_cast<std::uint32_t>(rgb.toInteger()));
    const Value& slot = member(entry, "slot");
    if (slot.kind() != Value::Kind::Integer || slot.toInteger() < 0 || slot.toInteger() >= kColourSlots)
        return std::nullopt;
    return RunColour::slot(static_cast<std::uint32_t>(slot.toInteger()));
}

ColourRule coloursFrom(const Value& value)
{
    ColourRule rule;
    const Value& byColumn = member(value, "byColumn");
    const std::int64_t steps = member(byColumn, "steps").toInteger();
    if (auto column = columnFrom(member(byColumn, "column")); column && steps >= kLeastBuckets && steps <= kMostBuckets)
        rule.byColumn = {std::move(*column), static_cast<int>(steps),
                         member(byColumn, "ramp").text() == kRamps[1] ? ColourRamp::Magenta : ColourRamp::Green};
    if (const std::int64_t shuffle = member(value, "shuffle").toInteger();
        shuffle > 0 && shuffle <= std::numeric_limits<std::uint32_t>::max())
        rule.shuffle = static_cast<std::uint32_t>(shuffle);
    for (const Value& entry : member(value, "byHand").array()) {
        auto path = pathFrom(member(entry, "run"));
        if (const auto colour = handColourFrom(entry); path && colour)
            rule.byHand.insert_or_assign(std::move(*path), *colour);
    }
    return rule;
}

Value groupingValue(const RunGrouping& grouping)
{
    Value::Array columns;
    for (const ColumnId& column : grouping.columns)
        columns.push_back(columnValue(column));
    Value::Object parts{{"columns", std::move(columns)}};
    if (grouping.allFolded)
        parts["allFolded"] = true;
    Value::Array exceptions;
    for (const std::string& key : grouping.exceptions)
        exceptions.emplace_back(key);
    if (!exceptions.empty())
        parts["exceptions"] = std::move(exceptions);
    return parts;
}

RunGrouping groupingFrom(const Value& value)
{
    RunGrouping grouping;
    for (const Value& entry : member(value, "columns").array())
        if (auto column = columnFrom(entry))
            grouping.columns.push_back(std::move(*column));
    // What is folded is said of groups by all of the columns.
    if (grouping.columns.empty() || grouping.columns.size() != member(value, "columns").array().size())
        return grouping;
    grouping.allFolded = member(value, "allFolded").toBool();
    for (const Value& key : member(value, "exceptions").array())
        if (key.isText())
            grouping.exceptions.insert(key.text());
    return grouping;
}

} // namespace

Value::Object viewParts(const RunView& view)
{
    Value::Object parts;
    if (!view.sort.empty())
        parts["sort"] = sortValue(view.sort);
    if (view.filter.kind != Filter::Kind::All)
        parts["filter"] = toText(view.filter);
    if (view.colours != ColourRule())
        parts["colours"] = coloursValue(view.colours);
    if (!view.pinned.empty())
        parts["pinned"] = pinnedValue(view.pinned);
    if (view.columns != ColumnLayout())
        parts["columns"] = layoutValue(view.columns);
    if (!view.widths.empty())
        parts["widths"] = widthsValue(view.widths);
    if (!view.grouping.columns.empty())
        parts["grouping"] = groupingValue(view.grouping);
    if (!view.shownValues.empty())
        parts["shownValues"] = shownValue(view.shownValues);
    if (view.baseline)
        parts["baseline"] = pathValue(*view.baseline);
    return parts;
}

RunView viewFrom(const Value& value)
{
    RunView view;
    view.sort = sortFrom(member(value, "sort"));
    view.filter = filterFrom(member(value, "filter"));
    view.colours = coloursFrom(member(value, "colours"));
    view.pinned = pinnedFrom(member(value, "pinned"));
    view.columns = layoutFrom(member(value, "columns"));
    view.widths = widthsFrom(member(value, "widths"));
    view.grouping = groupingFrom(member(value, "grouping"));
    view.shownValues = shownFrom(member(value, "shownValues"));
    view.baseline = pathFrom(member(value, "baseline"));
    return view;
}

} // namespace runglass
