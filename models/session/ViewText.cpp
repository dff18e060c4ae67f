// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ViewText.h"

#include "models/run/ValueMember.h"
#include "models/session/JsonText.h"
#include "models/session/LayoutText.h"
#include "models/session/PanelLayoutText.h"
#include "models/session/RunViewText.h"

namespace runglass
{

namespace
{

Value textOrNull(const std::optional<std::string>& text)
{
    return text ? Value(*text) : Value();
}

Value knownValue(const KnownColumns& known)
{
    Value::Array locations;
    for (const std::string& location : known.locations)
        locations.emplace_back(location);
    return Value::Object{{"locations", std::move(locations)}, {"columns", columnsValue(*known.columns)}};
}

} // namespace

std::string keyOf(const ViewPlace& place)
{
    return jsonOf(Value::Array{place.location, textOrNull(place.entity), textOrNull(place.project)});
}

std::string textOf(const KeptView& kept)
{
    Value::Object parts = viewParts(kept.view);
    if (kept.known.columns)
        parts["known"] = knownValue(kept.known);
    if (kept.panels && *kept.panels != PanelLayout())
        parts["panels"] = panelsValue(*kept.panels);
    return jsonOf(parts);
}

RunView viewFromText(std::string_view text)
{
    const Result<Value> read = valueFromJson(text);
    return read ? viewFrom(*read) : RunView();
}

KnownColumns knownFromText(std::string_view text)
{
    KnownColumns known;
    const Result<Value> read = valueFromJson(text);
    const Value& part = read ? member(*read, "known") : member({}, {});
    for (const Value& location : member(part, "locations").array())
        if (location.isText())
            known.locations.insert(location.text());
    if (!known.locations.empty())
        known.columns = std::make_shared<const ColumnSet>(columnSetFrom(member(part, "columns")));
    return known;
}

PanelLayout panelsFromText(std::string_view text)
{
    const Result<Value> read = valueFromJson(text);
    return read ? panelsFrom(member(*read, "panels")) : PanelLayout();
}

} // namespace runglass
