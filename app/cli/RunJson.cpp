// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RunJson.h"

#include "app/cli/Text.h"
#include "models/session/Overview.h"

namespace runglass::cli
{

namespace
{

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

void writeMember(JsonWriter& json, const ArtifactMember& member)
{
    json.beginObject();
    json.member("path", member.path);
    json.key("size");
    if (member.sizeBytes)
        json.unsignedInteger(*member.sizeBytes);
    else
        json.null();
    json.memberOrNull("digest", member.digest);
    json.memberOrNull("reference", member.reference);
    json.endObject();
}

void writeArtifact(JsonWriter& json, const Artifact& artifact)
{
    json.beginObject();
    json.member("direction", artifact.direction == Artifact::Direction::Input ? "input" : "output");
    json.memberOrNull("name", artifact.name);
    json.memberOrNull("type", artifact.type);
    json.memberOrNull("version", artifact.version);
    json.key("aliases");
    json.texts(artifact.aliases);
    json.key("tags");
    json.texts(artifact.tags);
    json.memberOrNull("description", artifact.description);
    json.memberOrNull("digest", artifact.digest);
    json.key("size");
    json.unsignedInteger(artifact.sizeBytes());
    writeTree(json, "metadata", artifact.metadata, true);
    json.key("members");
    json.beginArray();
    for (const ArtifactMember& member : artifact.members)
        writeMember(json, member);
    json.endArray();
    json.endObject();
}

} // namespace

void writeTime(JsonWriter& json, const std::optional<TimeNs>& time)
{
    if (time)
        json.text(utcText(*time));
    else
        json.null();
}

void writeRunMembers(JsonWriter& json, const Run& run, const RunSource& source, bool internal)
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
    json.member("kind", source.kind());
    json.member("location", source.location());
    json.endObject();
    json.key("edited");
    json.texts(run.edited);
    writeWarnings(json, run.warnings);
}

void writeOverview(JsonWriter& json, const Run& run, const RunDetail& detail)
{
    json.beginObject();
    for (const OverviewField& field : overviewFields(run, detail))
        json.member(field.label, field.text);
    json.endObject();
}

void writeSegments(JsonWriter& json, const RunDetail& detail)
{
    json.beginArray();
    for (const Segment& segment : detail.segments) {
        json.beginObject();
        json.key("segment");
        json.integer(segment.ordinal);
        json.memberOrNull("folder", segment.folder);
        json.memberOrNull("log", segment.log);
        json.memberOrNull("name", segment.name);
        json.member("state", toName(segment.state));
        writeOptional(json, "exit_code", segment.exitCode);
        json.key("started_at");
        writeTime(json, segment.startedAt);
        writeOptional(json, "duration_seconds", segment.durationSeconds);
        json.endObject();
    }
    json.endArray();
}

void writeLocations(JsonWriter& json, const RunDetail& detail)
{
    json.beginArray();
    for (const Segment& segment : detail.segments) {
        json.text(segment.folder);
        for (const std::string& copy : segment.copies)
            json.text(copy);
    }
    json.endArray();
}

void writeArtifacts(JsonWriter& json, const std::vector<Artifact>& artifacts, bool internal)
{
    json.beginArray();
    for (const Artifact& artifact : artifacts) {
        if (internal || !artifact.isInternal())
            writeArtifact(json, artifact);
    }
    json.endArray();
}

void writeFiles(JsonWriter& json, const std::vector<RunFile>& files)
{
    json.beginArray();
    for (const RunFile& file : files) {
        json.beginObject();
        json.member("path", file.path);
        json.key("size");
        json.unsignedInteger(file.sizeBytes);
        json.key("modified");
        writeTime(json, file.modified);
        json.member("kind", toName(file.kind));
        json.key("segment");
        json.integer(file.segment);
        json.memberOrNull("link_target", file.linkTarget);
        json.endObject();
    }
    json.endArray();
}

void writeAlerts(JsonWriter& json, const std::vector<Alert>& alerts)
{
    json.beginArray();
    for (const Alert& alert : alerts) {
        json.beginObject();
        json.memberOrNull("title", alert.title);
        json.memberOrNull("text", alert.text);
        json.memberOrNull("level", alert.level);
        json.key("time");
        writeTime(json, alert.time);
        json.endObject();
    }
    json.endArray();
}

} // namespace runglass::cli
