// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/FilterKeywords.h"

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

constexpr std::array<std::string_view, 15> kKeywords = {"",         "and",     "or",     "not",    "in",
                                                        "is",       "null",    "exists", "within", "last",
                                                        "contains", "matches", "true",   "false",  "nan"};

constexpr std::array<std::string_view, 22> kFields = {
    "name",    "id",        "path",     "project", "entity",   "state",   "notes",  "tags",
    "created", "runtime",   "duration", "group",   "job_type", "sweep",   "author", "host",
    "program", "exit_code", "source",   "pinned",  "edited",   "warnings"};

bool isUpperOf(std::string_view word, std::string_view lower)
{
    return std::equal(word.begin(), word.end(), lower.begin(), lower.end(),
                      [](char upper, char letter) { return upper == static_cast<char>(letter - 'a' + 'A'); });
}

} // namespace

FilterKeyword filterKeyword(std::string_view word)
{
    for (std::size_t i = 1; i < kKeywords.size(); ++i) {
        if (word == kKeywords[i] || isUpperOf(word, kKeywords[i]))
            return static_cast<FilterKeyword>(i);
    }
    return FilterKeyword::None;
}

std::string_view toText(FilterKeyword keyword)
{
    return kKeywords[static_cast<std::size_t>(keyword)];
}

std::span<const std::string_view> filterFields()
{
    return kFields;
}

std::string_view filterField(std::string_view name)
{
    if (name == "started")
        return "created";
    const auto found = std::find(kFields.begin(), kFields.end(), name);
    return found != kFields.end() ? *found : std::string_view();
}

bool isPlainComponent(std::string_view component)
{
    const auto plain = [](char character) {
        const bool letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
        return letter || (character >= '0' && character <= '9') || character == '_';
    };
    return !component.empty() && std::all_of(component.begin(), component.end(), plain);
}

} // namespace runglass
