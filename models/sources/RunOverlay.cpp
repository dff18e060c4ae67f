// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunOverlay.h"

#include "models/formats/Json.h"
#include "models/formats/WandbMetadataFiles.h"
#include "models/run/Rfc3339Text.h"
#include "models/run/RunFields.h"
#include "models/run/StateMark.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace runglass
{

namespace
{

struct TextField {
    const char* name;
    std::string Run::*text;
    std::optional<std::string> RunCommand::Edit::*wanted;
};

constexpr std::array<TextField, 4> kTexts = {{
    {"name", &Run::name, &RunCommand::Edit::name},
    {"notes", &Run::notes, &RunCommand::Edit::notes},
    {"group", &Run::group, &RunCommand::Edit::group},
    {"job_type", &Run::jobType, &RunCommand::Edit::jobType},
}};
constexpr const char* kTags = "tags";
constexpr const char* kLocked = "locked";
constexpr const char* kMark = "state_mark";

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

bool isOfField(const FieldChange& change)
{
    const auto bothAre = [&change](bool (*is)(const Value&)) { return is(change.before) && is(change.after); };
    if (change.field == kTags)
        return bothAre([](const Value& value) {
            return value.isArray() && std::all_of(value.array().begin(), value.array().end(),
                                                  [](const Value& tag) { return tag.isText(); });
        });
    if (change.field == kLocked)
        return bothAre([](const Value& value) { return value.kind() == Value::Kind::Bool; });
    if (change.field == kMark)
        return bothAre([](const Value& value) { return value.isNull() || markOf(value); });
    return textField(change.field) && bothAre([](const Value& value) { return value.isText(); });
}

FieldEdit& editOf(Run& run, const std::string& field, Value original)
{
    const auto found = std::find_if(run.edits.begin(), run.edits.end(),
                                    [&field](const FieldEdit& edit) { return edit.field == field; });
    if (found != run.edits.end())
        return *found;
    run.edits.push_back({field, std::move(original), {}, {}});
    return run.edits.back();
}

void apply(Run& run, const EditLine& line, const FieldChange& change)
{
    if (change.field == kLocked) {
        run.locked = change.after.toBool();
        return;
    }
    if (change.field == kMark) {
        takeMarkBack(run);
        if (const std::optional<StateMark> mark = markOf(change.after))
            applyMark(run, *mark, line.user, line.when);
        return;
    }
    FieldEdit& edit = editOf(run, change.field, fieldOf(run, change.field));
    edit.user = line.user;
    edit.when = line.when;
    if (change.field == kTags)
        changeTags(run.tags, tagsOf(change.before), tagsOf(change.after));
    else
        setField(run, change.field, change.after);
}

void addTagChange(std::vector<FieldChange>& changes, const Run& run, const std::vector<std::string>& added,
                  const std::vector<std::string>& removed)
{
    std::vector<std::string> tags = run.tags;
    std::erase_if(tags, [&removed](const std::string& tag) { return contains(removed, tag); });
    for (const std::string& tag : added)
        if (!tag.empty() && !contains(tags, tag))
            tags.push_back(tag);
    if (tags != run.tags)
        changes.push_back({kTags, tagsValue(run.tags), tagsValue(tags)});
}

/// What a run is marked as from now on; nothing: as its source says.
void addMarkChange(std::vector<FieldChange>& changes, const Run& run, std::optional<StateMark> mark)
{
    const std::optional<StateMark> shown = markOf(markOf(run));
    if (shown == mark || (shown && mark && shown->state == mark->state && shown->reason == mark->reason))
        return;
    if (mark) {
        mark->reason = validUtf8(mark->reason);
        mark->lastSign = run.lastSign;
        mark->exitCode = run.exitCode;
    }
    changes.push_back({kMark, markOf(run), mark ? markValue(*mark) : Value()});
}

/// Of a mark that stands, what somebody said counts, not what the run had said by then.
bool isSameMark(const Value& a, const Value& b)
{
    return member(a, "state") == member(b, "state") && member(a, "reason") == member(b, "reason");
}

/// The inverse of a change, where the value is still what it left.
void addRevert(std::vector<FieldChange>& changes, const Run& run, const FieldChange& made)
{
    if (made.field == kTags) {
        std::vector<std::string> tags = run.tags;
        changeTags(tags, tagsOf(made.after), tagsOf(made.before));
        if (tags != run.tags)
            changes.push_back({kTags, tagsValue(run.tags), tagsValue(tags)});
    } else if (made.field == kMark) {
        if (isSameMark(markOf(run), made.after))
            addMarkChange(changes, run, markOf(made.before));
    } else if (isOfField(made) && fieldOf(run, made.field) == made.after && made.before != made.after) {
        changes.push_back({made.field, made.after, made.before});
    }
}

} // namespace

Value pathValue(const RunPath& path)
{
    return Value(Value::Array{Value(path.entity), Value(path.project), Value(path.id)});
}

std::optional<RunPath> pathOf(const Value& value)
{
    const Value::Array& parts = value.array();
    if (parts.size() != 3 || parts[2].text().empty())
        return std::nullopt;
    return RunPath{parts[0].text(), parts[1].text(), parts[2].text()};
}

std::string toLine(const EditLine& line)
{
    Value::Array changes;
    for (const FieldChange& change : line.changes)
        changes.emplace_back(
            Value::Object{{"field", Value(change.field)}, {"before", change.before}, {"after", change.after}});
    return toJson(Value(Value::Object{{"run", pathValue(line.run)},
                                      {"time", Value(rfc3339Text(line.when))},
                                      {"user", Value(line.user)},
                                      {"host", Value(line.host)},
                                      {"changes", Value(std::move(changes))}}));
}

std::optional<EditLine> parseEditLine(std::string_view text)
{
    const Result<Value> value = parseJson(text);
    if (!value)
        return std::nullopt;
    const std::optional<RunPath> path = pathOf(member(*value, "run"));
    const std::optional<TimeNs> when = parseRfc3339(member(*value, "time").text());
    if (!path || !when)
        return std::nullopt;
    EditLine line{*path, *when, member(*value, "user").text(), member(*value, "host").text(), {}};
    for (const Value& entry : member(*value, "changes").array()) {
        FieldChange change{member(entry, "field").text(), member(entry, "before"), member(entry, "after")};
        if (isOfField(change))
            line.changes.push_back(std::move(change));
    }
    return line;
}

void RunOverlay::add(EditLine line)
{
    const auto key = [](const EditLine& of) { return std::tie(of.when, of.user, of.host); };
    const auto place = std::upper_bound(m_lines.begin(), m_lines.end(), line,
                                        [&key](const EditLine& a, const EditLine& b) { return key(a) < key(b); });
    if (std::find(m_lines.begin(), place, line) == place)
        m_lines.insert(place, std::move(line));
}

void RunOverlay::applyTo(Run& run) const
{
    for (const EditLine& line : m_lines)
        for (const FieldChange& change : line.changes)
            apply(run, line, change);
    std::erase_if(run.edits, [&run](const FieldEdit& edit) { return edit.original == fieldOf(run, edit.field); });
    std::sort(run.edits.begin(), run.edits.end(),
              [](const FieldEdit& a, const FieldEdit& b) { return a.field < b.field; });
}

Result<std::vector<FieldChange>> changesOf(const RunCommand& command, const Run& run)
{
    std::vector<FieldChange> changes;
    if (command.kind != RunCommand::Kind::Edit) {
        const bool locks = command.kind == RunCommand::Kind::Lock;
        if (locks != run.locked)
            changes.push_back({kLocked, Value(run.locked), Value(locks)});
        return changes;
    }
    const RunCommand::Edit& edit = command.edit;
    std::size_t bytes = 0;
    for (const TextField& field : kTexts) {
        const std::optional<std::string>& wanted = edit.*(field.wanted);
        if (wanted && *wanted != run.*(field.text)) {
            changes.push_back({field.name, Value(run.*(field.text)), Value(validUtf8(*wanted))});
            bytes += wanted->size();
        }
    }
    if (edit.mark && !isMarkable(edit.mark->state))
        return Error{Error::Kind::InvalidArgument, "a run can be marked as finished, failed, crashed or killed", {}};
    if (edit.mark)
        bytes += edit.mark->reason.size();
    constexpr std::size_t kMostBytes = std::size_t{1} << 20;
    if (bytes > kMostBytes)
        return Error{Error::Kind::InvalidArgument, "a text of more than 1 MB cannot be kept", {}};
    addTagChange(changes, run, edit.addTags, edit.removeTags);
    if (edit.mark || edit.takesMarkBack)
        addMarkChange(changes, run, edit.mark);
    for (const FieldChange& made : edit.reverts)
        addRevert(changes, run, made);
    return changes;
}

} // namespace runglass
