// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RunJson.h"

#include "models/session/Overview.h"

namespace runglass::cli
{

namespace
{

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
    for (const std::string& place : runLocations(detail))
        json.text(place);
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

void writeTrashed(JsonWriter& json, const TrashedRun& trashed)
{
    json.key("trash");
    json.beginObject();
    json.memberOrNull("by", trashed.user);
    json.key("at");
    writeTime(json, trashed.when);
    json.key("size");
    json.unsignedInteger(trashed.sizeBytes);
    json.memberOrNull("folder", trashed.folder);
    json.key("was");
    json.texts(trashed.was);
    json.endObject();
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
