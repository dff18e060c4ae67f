// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/ArtifactKeeper.h"

#include "models/recorder/UpsertBucket.h"
#include "models/run/ValueMember.h"

#include <utility>

namespace runglass
{

namespace
{

using State = RecordedArtifact::State;

Error missing()
{
    return {Error::Kind::NotFound, "There is no such artifact.", {}};
}

} // namespace

Result<RecordedCollection> ArtifactKeeper::collectionFor(const Value& input)
{
    const RunPath path = pathOfInput(input, "projectName", "runName");
    const Value& names = member(input, "artifactCollectionNames");
    const std::string& name =
        names.array().empty() ? member(input, "artifactCollectionName").text() : names.array().front().text();
    const std::string& type = member(input, "artifactTypeName").text();
    if (name.empty() || type.empty())
        return Error{Error::Kind::InvalidArgument, "An artifact needs a name and a type.", {}};
    Result<std::optional<RecordedCollection>> found = store().collection(path.entity, path.project, name);
    if (!found)
        return found.error();
    RecordedCollection collection;
    if (*found)
        collection = **found;
    if (*found && collection.type == type && !collection.isPortfolio)
        return collection;
    const Result<std::vector<RecordedVersion>> versions = store().versions(collection.number);
    if (!versions)
        return versions.error();
    if (*found && !versions->empty())
        return Error{Error::Kind::InvalidArgument,
                     "There are artifacts named " + name + " already, of the type " + collection.type + '.',
                     {}};
    collection.entity = path.entity;
    collection.project = path.project;
    collection.name = name;
    collection.type = type;
    collection.created = collection.updated = m_keeper.now();
    if (const auto project = m_keeper.store().project(path.entity, path.project, m_keeper.now()); !project)
        return project.error();
    const Status saved = store().save(collection);
    return saved ? Result<RecordedCollection>(collection) : saved.error();
}

/// One that has the contents, or that the same request made before.
Result<std::optional<KeptArtifact>> ArtifactKeeper::existing(const RecordedCollection& collection, const Value& input)
{
    Result<std::optional<RecordedArtifact>> found = store().byClient(member(input, "clientID").text());
    if (!found)
        return found.error();
    const bool isOwn = *found && (*found)->collection == collection.number && (*found)->state != State::Deleted;
    if (!isOwn) {
        if (!member(input, "enableDigestDeduplication").toBool())
            return std::optional<KeptArtifact>();
        found = store().byDigest(collection.number, member(input, "digest").text());
        if (!found || !*found)
            return found ? Result<std::optional<KeptArtifact>>(std::nullopt) : found.error();
    }
    KeptArtifact kept{**found, decodeArtifact((*found)->doc)};
    return std::optional(std::move(kept));
}

Result<KeptArtifact> ArtifactKeeper::create(const Value& input)
{
    const Result<RecordedCollection> collection = collectionFor(input);
    if (!collection)
        return collection.error();
    Result<std::optional<KeptRun>> run = m_keeper.find(pathOfInput(input, "projectName", "runName"));
    if (!run)
        return run.error();
    const std::int64_t runNumber = *run && !(*run)->run.isDeleted ? (*run)->run.number : 0;
    const ArtifactRecord record = recordOf(input);
    Result<std::optional<KeptArtifact>> there = existing(*collection, input);
    if (!there)
        return there.error();
    if (*there) {
        KeptArtifact& kept = **there;
        if (kept.artifact.state != State::Committed)
            return std::move(kept);
        if (Status named = setAliases(collection->number, kept.artifact.number, record.aliases); !named)
            return named.error();
        if (runNumber != 0)
            if (Status noted = store().note(runNumber, kept.artifact.number, LineageDirection::Output); !noted)
                return noted.error();
        const Status shown = showIn({runNumber});
        return shown ? Result<KeptArtifact>(std::move(kept)) : shown.error();
    }
    KeptArtifact kept;
    kept.record = record;
    kept.artifact.collection = collection->number;
    kept.artifact.run = runNumber;
    kept.artifact.created = m_keeper.now();
    kept.artifact.client = member(input, "clientID").text();
    kept.artifact.digest = member(input, "digest").text();
    const Status saved = save(kept);
    return saved ? Result<KeptArtifact>(std::move(kept)) : saved.error();
}

Result<KeptArtifact> ArtifactKeeper::commit(std::int64_t number)
{
    Result<KeptArtifact> kept = find(number);
    if (!kept || kept->artifact.state == State::Committed)
        return kept;
    const Result<std::shared_ptr<const ArtifactManifest>> manifest =
        m_files.complete(number, kept->record.isAddition ? kept->record.base : 0);
    if (!manifest)
        return manifest.error();
    ArtifactRecord& record = kept->record;
    std::vector<std::string> aliases = std::exchange(record.aliases, {});
    aliases.emplace_back("latest");
    record.sizeBytes = (*manifest)->sizeBytes();
    record.fileCount = (*manifest)->entries.size();
    kept->artifact.doc = encodeArtifact(record);
    kept->artifact.updated = m_keeper.now();
    std::set<std::int64_t> runs = holders(kept->artifact.collection, aliases);
    if (Status committed = store().commit(kept->artifact, aliases); !committed)
        return committed.error();
    runs.merge(relatives(number));
    const Status shown = showIn(runs);
    return shown ? kept : shown.error();
}

Result<KeptArtifact> ArtifactKeeper::find(std::int64_t number)
{
    Result<std::optional<RecordedArtifact>> found = store().artifact(number);
    if (!found)
        return found.error();
    if (!*found || (*found)->state == State::Deleted)
        return missing();
    ArtifactRecord record = decodeArtifact((*found)->doc);
    return KeptArtifact{std::move(**found), std::move(record)};
}

Status ArtifactKeeper::save(KeptArtifact& kept)
{
    kept.artifact.doc = encodeArtifact(kept.record);
    kept.artifact.updated = m_keeper.now();
    if (Status saved = store().save(kept.artifact); !saved)
        return saved;
    return showIn(relatives(kept.artifact.number));
}

Status ArtifactKeeper::remove(KeptArtifact& kept)
{
    const std::int64_t collection = kept.artifact.collection;
    const std::set<std::int64_t> runs = relatives(kept.artifact.number);
    if (Status removed = store().remove(kept.artifact); !removed)
        return removed;
    const Result<std::vector<RecordedVersion>> left = store().versions(collection);
    const Result<std::optional<RecordedVersion>> latest = store().version(collection, "latest");
    if (!left || !latest)
        return left ? latest.error() : left.error();
    if (!*latest && !left->empty())
        if (Status named = setAliases(collection, left->front().artifact, {"latest"}); !named)
            return named;
    return showIn(runs);
}

Status ArtifactKeeper::save(RecordedCollection& collection)
{
    collection.updated = m_keeper.now();
    const Result<std::set<std::int64_t>> runs = relativesOfAll(collection.number);
    if (!runs)
        return runs.error();
    if (Status saved = store().save(collection); !saved)
        return saved;
    return showIn(*runs);
}

Status ArtifactKeeper::remove(const RecordedCollection& collection)
{
    const Result<std::set<std::int64_t>> runs = relativesOfAll(collection.number);
    if (!runs)
        return runs.error();
    if (Status removed = store().remove(collection, m_keeper.now()); !removed)
        return removed;
    return showIn(*runs);
}

Status ArtifactKeeper::use(std::int64_t run, std::int64_t artifact)
{
    if (Status noted = store().note(run, artifact, LineageDirection::Input); !noted)
        return noted;
    return showIn({run});
}

Result<RecordedVersion> ArtifactKeeper::link(const KeptArtifact& kept, const Value& input)
{
    const RunPath path = pathOfInput(input, "projectName", "runName");
    const std::string& name = member(input, "artifactPortfolioName").text();
    const Result<std::optional<RecordedCollection>> found = store().collection(path.entity, path.project, name);
    const Result<std::optional<RecordedCollection>> own = store().collection(kept.artifact.collection);
    if (!found || !own)
        return found ? own.error() : found.error();
    if (name.empty() || !*own || (*found && (*found)->type != (*own)->type))
        return Error{Error::Kind::InvalidArgument, "An artifact is linked to a collection of its own type.", {}};
    RecordedCollection collection;
    if (*found) {
        collection = **found;
    } else {
        collection = {0, path.entity, path.project, name, (*own)->type, true, m_keeper.now(), m_keeper.now(), {}};
        if (const auto project = m_keeper.store().project(path.entity, path.project, m_keeper.now()); !project)
            return project.error();
        if (Status saved = store().save(collection); !saved)
            return saved.error();
    }
    std::vector<std::string> aliases = aliasesOf(input);
    aliases.emplace_back("latest");
    const Result<std::int64_t> version = store().link(collection.number, kept.artifact.number, aliases, m_keeper.now());
    if (!version)
        return version.error();
    return RecordedVersion{collection.number, *version, kept.artifact.number, m_keeper.now()};
}

Status ArtifactKeeper::setAliases(std::int64_t collection, std::int64_t artifact,
                                  const std::vector<std::string>& aliases)
{
    std::set<std::int64_t> runs = holders(collection, aliases);
    if (Status named = store().setAliases(collection, artifact, aliases); !named)
        return named;
    runs.merge(relatives(artifact));
    return showIn(runs);
}

Status ArtifactKeeper::dropAliases(std::int64_t collection, std::int64_t artifact,
                                   const std::vector<std::string>& aliases)
{
    if (Status dropped = store().dropAliases(collection, artifact, aliases); !dropped)
        return dropped;
    return showIn(relatives(artifact));
}

} // namespace runglass
