// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Base64.h"
#include "models/recorder/GraphqlArtifactPayloads.h"
#include "models/recorder/UpsertBucket.h"
#include "models/run/ValueMember.h"

namespace runglass
{

namespace
{

using Answer = Result<GraphqlNode>;

Result<KeptArtifact> artifactOf(const GraphqlArtifacts& artifacts, const Value& input)
{
    return artifacts.keeper().find(numberOfId("Artifact", member(input, "artifactID").text()));
}

Answer create(const GraphqlArtifacts& artifacts, const Value& input)
{
    const Result<KeptArtifact> kept = artifacts.keeper().create(input);
    return kept ? artifactPayload("artifact", artifacts.artifact(*kept)) : Answer(kept.error());
}

/// The manifest of an artifact, of which this says what it is to be.
Answer createManifest(const GraphqlArtifacts& artifacts, const Value& input)
{
    Result<KeptArtifact> kept = artifactOf(artifacts, input);
    if (!kept)
        return kept.error();
    const std::string& type = member(input, "type").text();
    kept->record.base = numberOfId("Artifact", member(input, "baseArtifactID").text());
    kept->record.isAddition = type == "INCREMENTAL" || type == "PATCH";
    if (kept->artifact.state == RecordedArtifact::State::Pending)
        if (Status saved = artifacts.keeper().save(*kept); !saved)
            return saved.error();
    return artifactPayload("artifactManifest", artifacts.manifest(kept->artifact.number));
}

Answer updateManifest(const GraphqlArtifacts& artifacts, const Value& input)
{
    const std::int64_t number = numberOfId("ArtifactManifest", member(input, "artifactManifestID").text());
    const Result<KeptArtifact> kept = artifacts.keeper().find(number);
    return kept ? artifactPayload("artifactManifest", artifacts.manifest(number)) : Answer(kept.error());
}

/// One edge for each file, in their order: the client matches them by it.
Answer createFiles(const GraphqlArtifacts& artifacts, const Value& input)
{
    std::vector<GraphqlObjectPtr> nodes;
    for (const Value& wish : member(input, "artifactFiles").array()) {
        const StoredFile blob{StoredFile::Kind::Blob, 0, hexOf(decodedBase64(member(wish, "md5").text()))};
        if (blob.path().empty())
            return Error{Error::Kind::InvalidArgument, "A file of an artifact needs its MD5 sum.", {}};
        auto artifact = std::make_shared<GraphqlObject>("Artifact");
        artifact->set("id", member(wish, "artifactID"));
        auto node = std::make_shared<GraphqlObject>("File");
        node->set("name", member(wish, "name"));
        node->set("displayName", member(wish, "name"));
        node->set("storagePath", blob.path());
        node->set("uploadUrl",
                  artifacts.keeper().files().hasBlob(blob.name) ? Value() : artifacts.place().uploadUrl(blob));
        node->set("uploadHeaders", Value(Value::Array()));
        node->set("uploadMultipartUrls", Value());
        node->link("artifact", GraphqlObjectPtr(artifact));
        nodes.push_back(std::move(node));
    }
    const std::uint64_t count = nodes.size();
    return artifactPayload("files", connectionOf({std::move(nodes), 0, count}));
}

Answer commit(const GraphqlArtifacts& artifacts, const Value& input)
{
    const std::int64_t number = numberOfId("Artifact", member(input, "artifactID").text());
    const Result<KeptArtifact> kept = artifacts.keeper().commit(number);
    return kept ? artifactPayload("artifact", artifacts.artifact(*kept)) : Answer(kept.error());
}

Answer use(const GraphqlArtifacts& artifacts, const Value& input)
{
    const Result<KeptArtifact> kept = artifactOf(artifacts, input);
    if (!kept)
        return kept.error();
    const Result<std::optional<KeptRun>> run =
        artifacts.keeper().keeper().find(pathOfInput(input, "projectName", "runName"));
    if (!run)
        return run.error();
    if (!*run || (*run)->run.isDeleted)
        return Error{Error::Kind::NotFound, "There is no such run.", {}};
    const Status used = artifacts.keeper().use((*run)->run.number, kept->artifact.number);
    return used ? artifactPayload("artifact", artifacts.artifact(*kept)) : Answer(used.error());
}

/// Makes the aliases of its own collection those that are given.
Status replaceAliases(ArtifactKeeper& keeper, const RecordedArtifact& artifact, const std::vector<std::string>& wanted)
{
    const Result<std::vector<RecordedAlias>> there = keeper.store().aliases(artifact.number);
    if (!there)
        return there.error();
    std::vector<std::string> gone;
    for (const RecordedAlias& alias : *there)
        if (alias.collection == artifact.collection &&
            std::find(wanted.begin(), wanted.end(), alias.alias) == wanted.end())
            gone.push_back(alias.alias);
    if (Status dropped = keeper.dropAliases(artifact.collection, artifact.number, gone); !dropped)
        return dropped;
    return keeper.setAliases(artifact.collection, artifact.number, wanted);
}

Answer update(const GraphqlArtifacts& artifacts, const Value& input)
{
    Result<KeptArtifact> kept = artifactOf(artifacts, input);
    if (!kept)
        return kept.error();
    if (const Value& description = member(input, "description"); description.isText())
        kept->record.description = description.text();
    if (const Value& metadata = member(input, "metadata"); metadata.isText())
        kept->record.metadata = metadata.text();
    changeTags(kept->record.tags, member(input, "tagsToAdd"), member(input, "tagsToDelete"));
    if (Status saved = artifacts.keeper().save(*kept); !saved)
        return saved.error();
    if (member(input, "aliases").isArray())
        if (Status named = replaceAliases(artifacts.keeper(), kept->artifact, aliasesOf(input)); !named)
            return named.error();
    return artifactPayload("artifact", artifacts.artifact(*kept));
}

/// Aliases come with the collection that they are meant for.
Answer changeAliases(const GraphqlArtifacts& artifacts, const Value& input, bool isAdded)
{
    const Result<KeptArtifact> kept = artifactOf(artifacts, input);
    if (!kept)
        return kept.error();
    ArtifactKeeper& keeper = artifacts.keeper();
    for (const Value& alias : member(input, "aliases").array()) {
        const RunPath path = pathOfInput(alias, "projectName", "artifactCollectionName");
        const Result<std::optional<RecordedCollection>> collection =
            keeper.store().collection(path.entity, path.project, path.id);
        if (!collection)
            return collection.error();
        if (!*collection)
            return Error{Error::Kind::NotFound, "There are no artifacts of that name.", {}};
        const std::vector<std::string> names = {member(alias, "alias").text()};
        const Status changed = isAdded ? keeper.setAliases((*collection)->number, kept->artifact.number, names)
                                       : keeper.dropAliases((*collection)->number, kept->artifact.number, names);
        if (!changed)
            return changed.error();
    }
    return successPayload(Done{});
}

Answer remove(const GraphqlArtifacts& artifacts, const Value& input)
{
    Result<KeptArtifact> kept = artifactOf(artifacts, input);
    if (!kept)
        return kept.error();
    const Result<std::vector<RecordedAlias>> aliases = artifacts.keeper().store().aliases(kept->artifact.number);
    if (!aliases)
        return aliases.error();
    const bool isNamed = std::any_of(aliases->begin(), aliases->end(),
                                     [](const RecordedAlias& alias) { return alias.alias != "latest"; });
    if (isNamed && !member(input, "deleteAliases").toBool())
        return Error{Error::Kind::InvalidArgument, "The artifact has aliases: they must be deleted with it.", {}};
    const Status removed = artifacts.keeper().remove(*kept);
    return removed ? artifactPayload("artifact", artifacts.artifact(*kept)) : Answer(removed.error());
}

Answer link(const GraphqlArtifacts& artifacts, const Value& input)
{
    std::int64_t number = numberOfId("Artifact", member(input, "artifactID").text());
    if (const std::string& client = member(input, "clientID").text(); number == 0 && !client.empty()) {
        const Result<std::optional<RecordedArtifact>> found = artifacts.keeper().store().byClient(client);
        number = found && *found ? (*found)->number : 0;
    }
    const Result<KeptArtifact> kept = artifacts.keeper().find(number);
    if (!kept)
        return kept.error();
    const Result<RecordedVersion> version = artifacts.keeper().link(*kept, input);
    if (!version)
        return version.error();
    const Answer membership = artifacts.membership(*version);
    if (!membership)
        return membership.error();
    auto object = std::make_shared<GraphqlObject>("LinkArtifactPayload");
    object->set("versionIndex", version->version);
    object->link("artifactMembership", *membership);
    return GraphqlNode(GraphqlObjectPtr(object));
}

Answer unlink(const GraphqlArtifacts& artifacts, const Value& input)
{
    const Result<KeptArtifact> kept = artifactOf(artifacts, input);
    if (!kept)
        return kept.error();
    const std::int64_t portfolio = numberOfId("ArtifactCollection", member(input, "artifactPortfolioID").text());
    return successPayload(artifacts.keeper().store().unlink(portfolio, kept->artifact.number));
}

/// What a run made goes with it where that is asked for.
Status removeMadeBy(const GraphqlArtifacts& artifacts, std::int64_t run)
{
    const Result<std::vector<std::int64_t>> made =
        artifacts.keeper().store().artifactsOf(run, LineageDirection::Output);
    if (!made)
        return made.error();
    for (const std::int64_t number : *made) {
        Result<KeptArtifact> kept = artifacts.keeper().find(number);
        if (!kept)
            return kept.error();
        if (Status removed = artifacts.keeper().remove(*kept); !removed)
            return removed;
    }
    return Done{};
}

} // namespace

void addArtifactMutations(GraphqlObject& root, const GraphqlArtifacts& artifacts)
{
    using Work = Answer (*)(const GraphqlArtifacts&, const Value&);
    const auto add = [&](const char* name, Work work) {
        root.add(name, [artifacts, work](const GraphqlArguments& arguments) {
            return work(artifacts, arguments.value("input"));
        });
    };
    using Change = Answer (*)(const GraphqlArtifacts&, const Value&, bool);
    const auto addChange = [&](const char* name, Change change, bool isAdded) {
        root.add(name, [artifacts, change, isAdded](const GraphqlArguments& arguments) {
            return change(artifacts, arguments.value("input"), isAdded);
        });
    };
    add("createArtifact", create);
    add("createArtifactManifest", createManifest);
    add("updateArtifactManifest", updateManifest);
    add("createArtifactFiles", createFiles);
    add("commitArtifact", commit);
    add("useArtifact", use);
    add("updateArtifact", update);
    add("deleteArtifact", remove);
    addChange("addAliases", changeAliases, true);
    addChange("deleteAliases", changeAliases, false);
    add("linkArtifact", link);
    add("unlinkArtifact", unlink);
    addCollectionMutations(root, artifacts);
    if (const GraphqlObject::Resolver* plain = root.find("deleteRun"))
        root.add("deleteRun", [artifacts, plain = *plain](const GraphqlArguments& arguments) -> Answer {
            const Value& input = arguments.value("input");
            const std::int64_t run = numberOfStorageId(member(input, "id").text());
            // Which may be refused: then its artifacts stay too.
            Answer deleted = plain(arguments);
            if (deleted && member(input, "deleteArtifacts").toBool())
                if (Status removed = removeMadeBy(artifacts, run); !removed)
                    return removed.error();
            return deleted;
        });
}

} // namespace runglass
