// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/LayoutText.h"

#include "models/run/ValueMember.h"
#include "models/session/ColumnText.h"

#include <utility>

namespace runglass
{

namespace
{

constexpr std::int64_t kNarrowest = 40, kWidest = 4000;

std::vector<ColumnId> columnsFrom(const Value& value)
{
    std::vector<ColumnId> ids;
    for (const Value& entry : value.array())
        if (auto id = columnFrom(entry))
            ids.push_back(std::move(*id));
    return ids;
}

/// A column that is listed twice is taken once.
std::vector<ColumnId> distinctColumnsFrom(const Value& value)
{
    std::vector<ColumnId> ids = columnsFrom(value);
    ColumnSet met;
    std::erase_if(ids, [&met](const ColumnId& id) { return !met.insert(id).second; });
    return ids;
}

} // namespace

template <typename Ids> Value columnsValue(const Ids& ids)
{
    Value::Array entries;
    for (const ColumnId& id : ids)
        entries.push_back(columnValue(id));
    return entries;
}

template Value columnsValue(const std::vector<ColumnId>& ids);
template Value columnsValue(const ColumnSet& ids);

ColumnSet columnSetFrom(const Value& value)
{
    std::vector<ColumnId> ids = columnsFrom(value);
    return {std::make_move_iterator(ids.begin()), std::make_move_iterator(ids.end())};
}

Value layoutValue(const ColumnLayout& layout)
{
    Value::Object parts;
    const auto put = [&parts](const char* name, const auto& ids) {
        if (!ids.empty())
            parts[name] = columnsValue(ids);
    };
    put("pinned", layout.pinned);
    put("order", layout.order);
    put("shown", layout.shown);
    put("hidden", layout.hidden);
    if (layout.onlyShown)
        parts["onlyShown"] = true;
    if (layout.onlyDiffering)
        parts["onlyDiffering"] = true;
    return parts;
}

ColumnLayout layoutFrom(const Value& value)
{
    ColumnLayout layout;
    layout.pinned = distinctColumnsFrom(member(value, "pinned"));
    layout.order = distinctColumnsFrom(member(value, "order"));
    layout.shown = columnSetFrom(member(value, "shown"));
    layout.hidden = columnSetFrom(member(value, "hidden"));
    layout.onlyShown = member(value, "onlyShown").toBool();
    layout.onlyDiffering = member(value, "onlyDiffering").toBool();
    return layout;
}

Value widthsValue(const std::map<ColumnId, int>& widths)
{
    Value::Array entries;
    for (const auto& [id, width] : widths)
        entries.emplace_back(Value::Array{columnValue(id), width});
    return entries;
}

std::map<ColumnId, int> widthsFrom(const Value& value)
{
    std::map<ColumnId, int> widths;
    for (const Value& entry : value.array()) {
        const Value::Array& parts = entry.array();
        if (parts.size() != 2 || parts[1].kind() != Value::Kind::Integer)
            continue;
        const std::int64_t width = parts[1].toInteger();
        if (auto id = columnFrom(parts[0]); id && width >= kNarrowest && width <= kWidest)
            widths.insert_or_assign(std::move(*id), static_cast<int>(width));
    }
    return widths;
}

} // namespace runglass
