// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/ColumnId.h"

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

constexpr std::array<std::string_view, static_cast<std::size_t>(Field::Count)> kFieldNames = {
    "name",     "state", "notes", "tags",    "created", "runtime", "group",   "job_type",  "author",
    "duration", "host",  "id",    "project", "entity",  "sweep",   "program", "exit_code", "source"};

/// Whether the filter language reads a component of a path without backticks.
bool isPlain(std::string_view component)
{
    const auto plain = [](char character) {
        const bool letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
        return letter || (character >= '0' && character <= '9') || character == '_' ||
               static_cast<unsigned char>(character) >= 0x80;
    };
    return !component.empty() && std::all_of(component.begin(), component.end(), plain);
}

} // namespace

std::string_view toName(Field field)
{
    const auto place = static_cast<std::size_t>(field);
    return place < kFieldNames.size() ? kFieldNames[place] : std::string_view();
}

std::optional<Field> fieldFromName(std::string_view name)
{
    const auto found = std::find(kFieldNames.begin(), kFieldNames.end(), name);
    if (found == kFieldNames.end())
        return std::nullopt;
    return static_cast<Field>(found - kFieldNames.begin());
}

std::string toText(const ColumnId& id)
{
    if (id.origin == ColumnOrigin::Field)
        return std::string(toName(id.field));
    std::string text = id.origin == ColumnOrigin::Config ? "config" : "summary";
    for (const std::string& component : id.key) {
        text += '.';
        if (isPlain(component)) {
            text += component;
            continue;
        }
        text += '`';
        for (const char character : component)
            text.append(character == '`' ? 2 : 1, character);
        text += '`';
    }
    return text;
}

} // namespace runglass
