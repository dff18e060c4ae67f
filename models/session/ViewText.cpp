// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ViewText.h"

#include "models/expression/FilterParser.h"
#include "models/session/ColumnText.h"
#include "models/session/JsonText.h"

namespace runglass
{

namespace
{

const Value& member(const Value& object, std::string_view name)
{
    static const Value none;
    const auto found = object.object().find(name);
    return found == object.object().end() ? none : found->second;
}

Value textOrNull(const std::optional<std::string>& text)
{
    return text ? Value(*text) : Value();
}

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

} // namespace

std::string keyOf(const ViewPlace& place)
{
    return jsonOf(Value::Array{place.location, textOrNull(place.entity), textOrNull(place.project)});
}

std::string textOf(const RunView& view)
{
    Value::Object parts;
    if (!view.sort.empty())
        parts["sort"] = sortValue(view.sort);
    if (view.filter.kind != Filter::Kind::All)
        parts["filter"] = toText(view.filter);
    return jsonOf(parts);
}

RunView viewFromText(std::string_view text)
{
    RunView view;
    const Result<Value> read = valueFromJson(text);
    if (!read)
        return view;
    view.sort = sortFrom(member(*read, "sort"));
    view.filter = filterFrom(member(*read, "filter"));
    return view;
}

} // namespace runglass
