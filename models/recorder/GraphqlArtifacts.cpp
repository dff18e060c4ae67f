// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/GraphqlArtifacts.h"

#include "models/recorder/Base64.h"
#include "models/recorder/Members.h"
#include "models/run/UtcTime.h"

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

std::string versionName(std::int64_t version)
{
    return "v" + std::to_string(version);
}

std::shared_ptr<GraphqlObject> aliasObject(std::int64_t collection, const std::string& alias)
{
    auto object = std::make_shared<GraphqlObject>("ArtifactAlias");
    object->set("id", encodedBase64("ArtifactAlias:" + std::to_string(collection) + ':' + alias));
    object->set("alias", alias);
    return object;
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

void GraphqlArtifacts::addProject(GraphqlObject& object, const RecordedCollection& collection) const
{
    object.add("project", [keeper = m_keeper, collection](const GraphqlArguments&) -> Answer {
        const Result<GraphqlObjectPtr> project =
            GraphqlRuns(keeper->keeper()).project(collection.entity, collection.project);
        return project ? Answer(GraphqlNode(*project)) : Answer(project.error());
    });
}

GraphqlObjectPtr GraphqlArtifacts::collection(const RecordedCollection& collection) const
{
    const CollectionRecord record = decodeCollection(collection.doc);
    const GraphqlArtifacts own = *this;
    const std::int64_t number = collection.number;
    auto object = std::make_shared<GraphqlObject>(collection.isPortfolio ? "ArtifactPortfolio" : "ArtifactSequence");
    object->set("id", collectionId(number));
    object->set("name", collection.name);
    object->set("description", textOrNull(record.description));
    object->set("createdAt", utcText(collection.created));
    object->set("updatedAt", utcText(collection.updated));
    object->set("state", "READY");
    object->link("defaultArtifactType", named("ArtifactType", collection.type));
    std::vector<GraphqlObjectPtr> tags = tagObjects(record.tags);
    const std::uint64_t count = tags.size();
    object->link("tags", connectionOf({std::move(tags), 0, count}));
    addProject(*object, collection);
    const auto at = [own, number](const std::string& alias) -> Result<std::optional<RecordedVersion>> {
        return own.keeper().store().version(number, alias.empty() ? "latest" : alias);
    };
    object->add("artifactMembership", [own, at](const GraphqlArguments& arguments) -> Answer {
        const Result<std::optional<RecordedVersion>> found = at(arguments.text("aliasName"));
        return found ? own.membership(*found) : Answer(found.error());
    });
    object->add("latestArtifact", [own, at](const GraphqlArguments&) -> Answer {
        const Result<std::optional<RecordedVersion>> found = at("latest");
        if (!found)
            return found.error();
        return *found ? own.artifact((*found)->artifact) : Answer(nothing());
    });
    object->add("artifacts",
                [own, number](const GraphqlArguments& arguments) { return own.versions(number, arguments); });
    object->add("aliases", [own, number](const GraphqlArguments& arguments) -> Answer {
        const Result<std::vector<RecordedVersion>> all = own.keeper().store().versions(number);
        if (!all)
            return all.error();
        std::vector<GraphqlObjectPtr> aliases;
        for (const RecordedVersion& version : *all)
            for (GraphqlObjectPtr& alias : own.aliasesIn(version))
                aliases.push_back(std::move(alias));
        return pageOf(aliases, arguments, [](const GraphqlObjectPtr& alias) { return Answer(GraphqlNode(alias)); });
    });
    return object;
}

Answer GraphqlArtifacts::collection(std::int64_t number) const
{
    const Result<std::optional<RecordedCollection>> found = m_keeper->store().collection(number);
    if (!found)
        return found.error();
    return *found ? GraphqlNode(collection(**found)) : nothing();
}

/// The newest first, unless they are asked for the other way round.
Answer GraphqlArtifacts::versions(std::int64_t collection, const GraphqlArguments& arguments) const
{
    Result<std::vector<RecordedVersion>> all = m_keeper->store().versions(collection);
    if (!all)
        return all.error();
    const std::string& order = arguments.text("order");
    if (!order.empty() && !order.starts_with('-'))
        std::reverse(all->begin(), all->end());
    GraphqlPage page;
    constexpr std::uint64_t kUsual = 50;
    page.all = all->size();
    page.first = std::min<std::uint64_t>(placeAfter(arguments.text("after")), page.all);
    const std::uint64_t end = page.first + std::min(countOf(arguments, kUsual), page.all - page.first);
    for (std::uint64_t i = page.first; i < end; ++i) {
        const RecordedVersion& version = (*all)[static_cast<std::size_t>(i)];
        Answer node = artifact(version.artifact);
        if (!node)
            return node.error();
        page.nodes.push_back(std::get<GraphqlObjectPtr>(*node));
        page.versions.push_back(versionName(version.version));
    }
    return GraphqlNode(connectionOf(std::move(page)));
}

/// Those of one collection, its version among them.
std::vector<GraphqlObjectPtr> GraphqlArtifacts::aliasesIn(const RecordedVersion& version) const
{
    std::vector<GraphqlObjectPtr> objects;
    if (const Result<std::vector<RecordedAlias>> all = m_keeper->store().aliases(version.artifact))
        for (const RecordedAlias& alias : *all)
            if (alias.collection == version.collection)
                objects.push_back(aliasObject(alias.collection, alias.alias));
    objects.push_back(aliasObject(version.collection, versionName(version.version)));
    return objects;
}

/// Those of all collections that the artifact is in.
Answer GraphqlArtifacts::aliases(std::int64_t artifact) const
{
    const Result<std::vector<RecordedAlias>> all = m_keeper->store().aliases(artifact);
    const Result<std::vector<RecordedVersion>> places = m_keeper->store().places(artifact);
    if (!all || !places)
        return all ? places.error() : all.error();
    std::vector<GraphqlObjectPtr> objects;
    const auto add = [&](std::int64_t collection, const std::string& name) {
        auto object = aliasObject(collection, name);
        object->add("artifactCollection",
                    [own = *this, collection](const GraphqlArguments&) { return own.collection(collection); });
        objects.push_back(std::move(object));
    };
    for (const RecordedAlias& alias : *all)
        add(alias.collection, alias.alias);
    for (const RecordedVersion& place : *places)
        add(place.collection, versionName(place.version));
    return GraphqlNode(std::move(objects));
}

Answer GraphqlArtifacts::membership(const std::optional<RecordedVersion>& version) const
{
    if (!version)
        return nothing();
    const GraphqlArtifacts own = *this;
    const RecordedVersion place = *version;
    auto object = std::make_shared<GraphqlObject>("ArtifactCollectionMembership");
    object->set("id", encodedBase64("ArtifactCollectionMembership:" + std::to_string(place.collection) + ':' +
                                    std::to_string(place.version)));
    object->set("versionIndex", place.version);
    object->set("createdAt", utcText(place.created));
    object->link("aliases", aliasesIn(place));
    object->add("artifactCollection",
                [own, place](const GraphqlArguments&) { return own.collection(place.collection); });
    object->add("artifact", [own, place](const GraphqlArguments&) { return own.artifact(place.artifact); });
    object->add("files",
                [own, place](const GraphqlArguments& arguments) { return own.files(place.artifact, arguments); });
    return GraphqlNode(GraphqlObjectPtr(object));
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
        if (const ManifestEntry* entry = (*manifest)->find(name.isText() ? name.text() : memberOf(name, "name").text()))
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
            if (GraphqlObjectPtr& one = std::get<GraphqlObjectPtr>(*user))
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
