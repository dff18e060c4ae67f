// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ColumnText.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr const char* kConfig = "config";
constexpr const char* kSummary = "summary";

} // namespace

Value columnValue(const ColumnId& id)
{
    if (id.origin == ColumnOrigin::Field)
        return toName(id.field);
    Value::Array parts{Value(id.origin == ColumnOrigin::Config ? kConfig : kSummary)};
    parts.insert(parts.end(), id.key.begin(), id.key.end());
    return parts;
}

std::optional<ColumnId> columnFrom(const Value& value)
{
    if (value.isText()) {
        const auto field = fieldFromName(value.text());
        return field ? std::optional(ColumnId{ColumnOrigin::Field, *field, {}}) : std::nullopt;
    }
    const Value::Array& parts = value.array();
    if (parts.size() < 2 || !std::all_of(parts.begin(), parts.end(), [](const Value& part) { return part.isText(); }))
        return std::nullopt;
    ColumnId id;
    if (parts.front().text() == kConfig)
        id.origin = ColumnOrigin::Config;
    else if (parts.front().text() == kSummary)
        id.origin = ColumnOrigin::Summary;
    else
        return std::nullopt;
    for (auto part = parts.begin() + 1; part != parts.end(); ++part)
        id.key.push_back(part->text());
    return id;
}

} // namespace runglass
