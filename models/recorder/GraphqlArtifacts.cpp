// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/GraphqlArtifacts.h"

#include "models/recorder/Base64.h"
#include "models/run/UtcTime.h"
#include "models/run/ValueMember.h"

#include <charconv>

namespace runglass
{

namespace
{

using Answer = Result<GraphqlNode>;

GraphqlNode nothing()
{
    return GraphqlNode(GraphqlObjectPtr());
}

std::string idOf(const std::string& kind, std::int64_t number)
{
    return encodedBase64(kind + ':' + std::to_string(number));
}

const char* wordOf(RecordedArtifact::State state)
{
    switch (state) {
    case RecordedArtifact::State::Pending:
        return "PENDING";
    case RecordedArtifact::State::Committed:
        return "COMMITTED";
    case RecordedArtifact::State::Deleted:
        break;
    }
    return "DELETED";
}

GraphqlObjectPtr named(const char* type, const std::string& name)
{
    auto object = std::make_shared<GraphqlObject>(type);
    object->set("name", name);
    return object;
}

} // namespace

std::string artifactId(std::int64_t number)
{
    return idOf("Artifact", number);
}

std::string manifestId(std::int64_t artifact)
{
    return idOf("ArtifactManifest", artifact);
}

std::string collectionId(std::int64_t number)
{
    return idOf("ArtifactCollection", number);
}

std::int64_t numberOfId(std::string_view kind, const std::string& id)
{
    const std::string text = decodedBase64(id);
    std::int64_t number = 0;
    if (!text.starts_with(kind) || text.size() <= kind.size() || text[kind.size()] != ':')
        return 0;
    const char* end = text.data() + text.size();
    const std::from_chars_result result = std::from_chars(text.data() + kind.size() + 1, end, number);
    return result.ec == std::errc() && result.ptr == end ? number : 0;
}

std::vector<GraphqlObjectPtr> tagObjects(const std::vector<std::string>& names)
{
    std::vector<GraphqlObjectPtr> tags;
    for (const std::string& name : names) {
        auto tag = std::make_shared<GraphqlObject>("Tag");
        tag->set("id", encodedBase64("Tag:" + name));
        tag->set("name", name);
        tags.push_back(std::move(tag));
    }
    return tags;
}

GraphqlObjectPtr GraphqlArtifacts::manifest(std::int64_t artifact) const
{
    const StoredFile draft{StoredFile::Kind::Draft, artifact, {}};
    const StoredFile whole{StoredFile::Kind::Manifest, artifact, {}};
    auto file = std::make_shared<GraphqlObject>("File");
    file->set("id", manifestId(artifact));
    file->set("name", "wandb_manifest.json");
    file->set("directUrl", m_place.downloadUrl(whole));
    file->set("url", m_place.downloadUrl(whole));
    file->set("uploadUrl", m_place.uploadUrl(draft));
    file->set("uploadHeaders", Value(Value::Array()));
    auto object = std::make_shared<GraphqlObject>("ArtifactManifest");
    object->set("id", manifestId(artifact));
    object->set("type", "FULL");
    object->link("file", GraphqlObjectPtr(file));
    return object;
}

GraphqlObjectPtr GraphqlArtifacts::file(const KeptArtifact& kept, const ManifestEntry& entry) const
{
    const StoredFile blob{StoredFile::Kind::Blob, 0, entry.blob()};
    const std::string url = entry.reference.empty()
                                ? m_place.downloadUrl(blob, entry.path.substr(entry.path.rfind('/') + 1))
                                : entry.reference;
    auto object = std::make_shared<GraphqlObject>("File");
    object->set("id", encodedBase64("ArtifactFile:" + std::to_string(kept.artifact.number) + '/' + entry.path));
    object->set("name", entry.path);
    object->set("displayName", entry.path);
    object->set("url", url);
    object->set("directUrl", url);
    object->set("sizeBytes", static_cast<std::int64_t>(entry.size.value_or(0)));
    object->set("storagePath", entry.reference.empty() ? Value(blob.path()) : Value());
    object->set("mimetype", "application/octet-stream");
    object->set("updatedAt", utcText(kept.artifact.updated));
    object->set("digest", entry.digest);
    object->set("md5", entry.digest);
    return object;
}

Answer GraphqlArtifacts::files(std::int64_t artifact, const GraphqlArguments& arguments) const
{
    const Result<KeptArtifact> kept = m_keeper->find(artifact);
    if (!kept)
        return kept.error();
    const Result<std::shared_ptr<const ArtifactManifest>> manifest = m_keeper->files().manifest(artifact);
    if (!manifest)
        return manifest.error();
    const auto make = [&](const ManifestEntry& entry) { return Answer(GraphqlNode(file(*kept, entry))); };
    // Entries of a download are asked for one by one, too.
    const Value::Array& names = arguments.value("names").array();
    const Value::Array& wanted = names.empty() ? arguments.value("entries").array() : names;
    if (wanted.empty())
        return pageOf((*manifest)->entries, arguments, make);
    std::vector<ManifestEntry> found;
    for (const Value& name : wanted)
        if (const ManifestEntry* entry = (*manifest)->find(name.isText() ? name.text() : member(name, "name").text()))
            found.push_back(*entry);
    return pageOf(found, arguments, make);
}

void GraphqlArtifacts::addContents(GraphqlObject& object, const KeptArtifact& kept) const
{
    const GraphqlArtifacts own = *this;
    const std::int64_t number = kept.artifact.number;
    const auto listed = [own, number](const GraphqlArguments& arguments) { return own.files(number, arguments); };
    object.add("files", listed);
    object.add("filesByManifestEntries", listed);
    object.set("size", static_cast<std::int64_t>(kept.record.sizeBytes));
    object.set("fileCount", static_cast<std::int64_t>(kept.record.fileCount));
    const bool isThere = kept.artifact.state == RecordedArtifact::State::Committed;
    object.link("currentManifest", isThere ? manifest(number) : GraphqlObjectPtr());
}

void GraphqlArtifacts::addLineage(GraphqlObject& object, const KeptArtifact& kept) const
{
    const GraphqlArtifacts own = *this;
    const std::int64_t number = kept.artifact.number;
    const auto runObject = [own](std::int64_t run) -> Answer {
        Result<std::optional<KeptRun>> found = own.keeper().keeper().find(run);
        if (!found)
            return found.error();
        if (!*found || (*found)->run.isDeleted)
            return nothing();
        Result<GraphqlObjectPtr> made = GraphqlRuns(own.keeper().keeper()).run(std::move(**found));
        return made ? Answer(GraphqlNode(*made)) : Answer(made.error());
    };
    object.add("createdBy", [runObject, run = kept.artifact.run](const GraphqlArguments&) { return runObject(run); });
    object.add("usedBy", [own, runObject, number](const GraphqlArguments& arguments) -> Answer {
        const Result<std::vector<std::int64_t>> runs = own.keeper().store().runsOf(number, LineageDirection::Input);
        if (!runs)
            return runs.error();
        std::vector<GraphqlObjectPtr> users;
        for (const std::int64_t run : *runs) {
            Answer user = runObject(run);
            if (!user)
                return user.error();
            if (auto& one = std::get<GraphqlObjectPtr>(*user))
                users.push_back(std::move(one));
        }
        return pageOf(users, arguments, [](const GraphqlObjectPtr& user) { return Answer(GraphqlNode(user)); });
    });
    object.add("artifactMemberships", [own, number](const GraphqlArguments& arguments) -> Answer {
        const Result<std::vector<RecordedVersion>> places = own.keeper().store().places(number);
        if (!places)
            return places.error();
        return pageOf(*places, arguments, [&own](const RecordedVersion& place) { return own.membership(place); });
    });
}

GraphqlObjectPtr GraphqlArtifacts::artifact(const KeptArtifact& kept) const
{
    const RecordedArtifact& row = kept.artifact;
    const GraphqlArtifacts own = *this;
    auto object = std::make_shared<GraphqlObject>("Artifact");
    object->set("id", artifactId(row.number));
    object->set("state", wordOf(row.state));
    object->set("digest", row.digest);
    object->set("digestAlgorithm", "MANIFEST_MD5");
    object->set("versionIndex", row.version < 0 ? Value() : Value(row.version));
    object->set("description", textOrNull(kept.record.description));
    object->set("metadata", textOrNull(kept.record.metadata));
    object->link("tags", tagObjects(kept.record.tags));
    object->set("historyStep", kept.record.historyStep ? Value(*kept.record.historyStep) : Value());
    object->set("commitHash", Value());
    // Nothing is ever deleted by its age.
    constexpr int kNoLifetime = -2;
    object->set("ttlDurationSeconds", kNoLifetime);
    object->set("ttlIsInherited", true);
    object->set("createdAt", utcText(row.created));
    object->set("updatedAt", utcText(row.updated));
    object->add("artifactSequence",
                [own, collection = row.collection](const GraphqlArguments&) { return own.collection(collection); });
    object->add("artifactType", [own, collection = row.collection](const GraphqlArguments&) -> Answer {
        const Result<std::optional<RecordedCollection>> found = own.keeper().store().collection(collection);
        if (!found)
            return found.error();
        return *found ? GraphqlNode(named("ArtifactType", (*found)->type)) : nothing();
    });
    object->add("aliases", [own, number = row.number](const GraphqlArguments&) { return own.aliases(number); });
    addContents(*object, kept);
    addLineage(*object, kept);
    return object;
}

Answer GraphqlArtifacts::artifact(std::int64_t number) const
{
    const Result<KeptArtifact> kept = m_keeper->find(number);
    if (!kept)
        return kept.error().kind == Error::Kind::NotFound ? Answer(nothing()) : Answer(kept.error());
    return GraphqlNode(artifact(*kept));
}

} // namespace runglass
