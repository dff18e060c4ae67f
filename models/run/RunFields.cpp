// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/RunFields.h"

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

struct TextField {
    const char* name;
    std::string Run::*text;
};

constexpr std::array<TextField, 5> kTexts = {{{"name", &Run::name},
                                              {"notes", &Run::notes},
                                              {"group", &Run::group},
                                              {"job_type", &Run::jobType},
                                              {"state_reason", &Run::stateReason}}};
constexpr const char* kTags = "tags";
constexpr const char* kLocked = "locked";
constexpr const char* kState = "state";

const TextField* textField(const std::string& name)
{
    const auto* const found =
        std::find_if(kTexts.begin(), kTexts.end(), [&name](const TextField& field) { return name == field.name; });
    return found == kTexts.end() ? nullptr : found;
}

bool contains(const std::vector<std::string>& tags, const std::string& tag)
{
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

} // namespace

Value tagsValue(const std::vector<std::string>& tags)
{
    return Value(Value::Array(tags.begin(), tags.end()));
}

std::vector<std::string> tagsOf(const Value& value)
{
    std::vector<std::string> tags;
    for (const Value& tag : value.array())
        tags.push_back(tag.text());
    return tags;
}

void changeTags(std::vector<std::string>& tags, const std::vector<std::string>& before,
                const std::vector<std::string>& after)
{
    std::erase_if(tags, [&](const std::string& tag) { return contains(before, tag) && !contains(after, tag); });
    for (const std::string& tag : after)
        if (!contains(before, tag) && !contains(tags, tag))
            tags.push_back(tag);
}

Value fieldOf(const Run& run, const std::string& field)
{
    if (const TextField* const text = textField(field))
        return Value(run.*(text->text));
    if (field == kTags)
        return tagsValue(run.tags);
    if (field == kState)
        return Value(toName(run.state));
    return field == kLocked ? Value(run.locked) : Value();
}

bool setField(Run& run, const std::string& field, const Value& value)
{
    const TextField* const text = textField(field);
    if (text && value.isText())
        run.*(text->text) = value.text();
    else if (field == kTags && value.isArray())
        run.tags = tagsOf(value);
    else if (field == kLocked && value.kind() == Value::Kind::Bool)
        run.locked = value.toBool();
    else if (const auto state = runStateFromName(value.text()); field == kState && state)
        run.state = *state;
    else
        return false;
    return true;
}

void takeEditsBack(Run& run)
{
    for (const FieldEdit& edit : run.edits)
        setField(run, edit.field, edit.original);
    run.edits.clear();
    run.locked = false;
}

} // namespace runglass
