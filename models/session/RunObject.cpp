// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RunObject.h"

#include "models/run/Rfc3339Text.h"

namespace runglass
{

namespace
{

void writeWarnings(JsonWriter& json, const std::vector<Warning>& warnings)
{
    json.key("warnings");
    json.beginArray();
    for (const Warning& warning : warnings) {
        json.beginObject();
        json.memberOrNull("file", warning.file);
        json.key("offset");
        if (warning.offset)
            json.unsignedInteger(*warning.offset);
        else
            json.null();
        json.member("cause", warning.cause);
        json.endObject();
    }
    json.endArray();
}

void writeEdits(JsonWriter& json, const Run& run)
{
    json.key("edited");
    std::vector<std::string> fields;
    for (const FieldEdit& edit : run.edits)
        fields.push_back(edit.field);
    json.texts(fields);
    json.key("original");
    json.beginObject();
    for (const FieldEdit& edit : run.edits) {
        json.key(edit.field);
        if (edit.original.isText())
            json.textOrNull(edit.original.text());
        else
            json.value(edit.original);
    }
    json.endObject();
    json.key("locked");
    json.boolean(run.locked);
}

void writeIdentity(JsonWriter& json, const Run& run)
{
    json.member("path", toString(run.path));
    json.memberOrNull("entity", run.path.entity);
    json.memberOrNull("project", run.path.project);
    json.member("id", run.path.id);
    json.memberOrNull("name", run.name);
    json.member("state", toName(run.state));
    json.memberOrNull("state_reason", run.stateReason);
    writeOptional(json, "exit_code", run.exitCode);
    json.memberOrNull("notes", run.notes);
    json.key("tags");
    json.texts(run.tags);
    json.memberOrNull("group", run.group);
    json.memberOrNull("job_type", run.jobType);
    json.memberOrNull("sweep", run.sweep);
    json.memberOrNull("author", run.author);
    json.memberOrNull("host", run.host);
}

void writeOrigin(JsonWriter& json, const Run& run)
{
    json.key("git");
    json.beginObject();
    json.memberOrNull("remote", run.git.remote);
    json.memberOrNull("commit", run.git.commit);
    json.memberOrNull("branch", run.git.branch);
    json.endObject();
    json.memberOrNull("program", run.program);
    json.key("args");
    json.texts(run.args);
    json.memberOrNull("executable", run.executable);
    json.memberOrNull("python", run.python);
    json.memberOrNull("os", run.os);
    json.memberOrNull("cli_version", run.cliVersion);
}

} // namespace

void writeOptional(JsonWriter& json, std::string_view name, const std::optional<double>& number)
{
    json.key(name);
    if (number)
        json.number(*number);
    else
        json.null();
}

void writeOptional(JsonWriter& json, std::string_view name, const std::optional<int>& number)
{
    json.key(name);
    if (number)
        json.integer(*number);
    else
        json.null();
}

void writeTree(JsonWriter& json, std::string_view name, const Value& tree, bool internal)
{
    json.key(name);
    json.beginObject();
    for (const auto& [key, value] : tree.object()) {
        if (internal || !key.starts_with('_')) {
            json.key(key);
            json.value(value);
        }
    }
    json.endObject();
}

void writeTime(JsonWriter& json, const std::optional<TimeNs>& time)
{
    if (time)
        json.text(rfc3339Text(*time));
    else
        json.null();
}

void writeRunMembers(JsonWriter& json, const Run& run, const RunOrigin& origin, bool internal)
{
    writeIdentity(json, run);
    json.key("started_at");
    writeTime(json, run.startedAt);
    json.memberOrNull("started_at_local", run.startedAt ? std::string_view() : std::string_view(run.startedAtLocal));
    writeOptional(json, "runtime_seconds", run.runtimeSeconds);
    writeOptional(json, "duration_seconds", run.durationSeconds);
    writeTree(json, "config", run.config, internal);
    writeTree(json, "summary", run.summary, internal);
    writeOrigin(json, run);
    json.key("source");
    json.beginObject();
    json.member("kind", origin.kind);
    json.member("location", origin.location);
    json.endObject();
    writeEdits(json, run);
    writeWarnings(json, run.warnings);
}

} // namespace runglass
