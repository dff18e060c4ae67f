// SPDX-License-Identifier: GPL-3.0-or-later
// Of the keeper of artifacts: what runs show of them.
#include "models/recorder/ArtifactKeeper.h"

namespace runglass
{

namespace
{

/// What is remembered so that it need not be read again.
constexpr std::size_t kMostShown = 1000, kMostShownMembers = 200'000;

} // namespace

/// Of all versions of a collection.
Result<std::set<std::int64_t>> ArtifactKeeper::relativesOfAll(std::int64_t collection)
{
    const Result<std::vector<RecordedVersion>> versions = store().versions(collection);
    if (!versions)
        return versions.error();
    std::set<std::int64_t> runs;
    for (const RecordedVersion& version : *versions)
        runs.merge(relatives(version.artifact));
    return runs;
}

/// Runs that logged or used it.
std::set<std::int64_t> ArtifactKeeper::relatives(std::int64_t artifact)
{
    std::set<std::int64_t> runs;
    for (const LineageDirection direction : {LineageDirection::Output, LineageDirection::Input})
        if (const Result<std::vector<std::int64_t>> found = store().runsOf(artifact, direction))
            runs.insert(found->begin(), found->end());
    return runs;
}

/// Runs of the artifacts that have the aliases now.
std::set<std::int64_t> ArtifactKeeper::holders(std::int64_t collection, const std::vector<std::string>& aliases)
{
    std::set<std::int64_t> runs;
    for (const std::string& alias : aliases)
        if (const Result<std::optional<RecordedVersion>> found = store().version(collection, alias); found && *found)
            runs.merge(relatives((*found)->artifact));
    return runs;
}

Status ArtifactKeeper::showIn(const std::set<std::int64_t>& runs)
{
    for (const std::int64_t number : runs) {
        m_shown.erase(number);
        Result<std::optional<KeptRun>> kept = m_keeper.find(number);
        if (!kept)
            return kept.error();
        if (!*kept || (*kept)->run.isDeleted)
            continue;
        if (Status saved = m_keeper.save(**kept); !saved)
            return saved;
    }
    return Done{};
}

std::optional<Artifact> ArtifactKeeper::shown(std::int64_t run, std::int64_t number, Artifact::Direction direction,
                                              std::size_t& members)
{
    const Result<KeptArtifact> kept = find(number);
    const Result<std::optional<RecordedCollection>> collection =
        kept ? store().collection(kept->artifact.collection) : Result<std::optional<RecordedCollection>>(std::nullopt);
    const Result<std::shared_ptr<const ArtifactManifest>> manifest = m_files.manifest(number);
    if (!kept || !collection || !*collection || !manifest)
        return std::nullopt;
    const Result<std::optional<KeptRun>> user = m_keeper.find(run);
    const bool isHere = user && *user && (*user)->run.path.entity == (*collection)->entity &&
                        (*user)->run.path.project == (*collection)->project;
    Artifact artifact = describeArtifact(*kept);
    artifact.direction = direction;
    artifact.type = (*collection)->type;
    artifact.name =
        isHere ? (*collection)->name : (*collection)->entity + '/' + (*collection)->project + '/' + (*collection)->name;
    if (const Result<std::vector<RecordedAlias>> aliases = store().aliases(number))
        for (const RecordedAlias& alias : *aliases)
            if (alias.collection == kept->artifact.collection)
                artifact.aliases.push_back(alias.alias);
    for (const ManifestEntry& entry : (*manifest)->entries) {
        if (members == 0)
            break;
        --members;
        const bool isStored = entry.reference.empty();
        artifact.members.push_back({entry.path, isStored ? entry.size : std::nullopt, entry.digest, entry.reference,
                                    isStored ? m_files.blobPath(entry.blob()) : std::string()});
    }
    return artifact;
}

std::vector<Artifact> ArtifactKeeper::ofRun(std::int64_t run)
{
    constexpr std::size_t kMostMembers = 20'000;
    if (const auto known = m_shown.find(run); known != m_shown.end())
        return known->second;
    std::vector<Artifact> artifacts;
    std::size_t members = kMostMembers;
    for (const LineageDirection direction : {LineageDirection::Output, LineageDirection::Input}) {
        const Result<std::vector<std::int64_t>> numbers = store().artifactsOf(run, direction);
        if (!numbers)
            return artifacts;
        const bool isOutput = direction == LineageDirection::Output;
        for (const std::int64_t number : *numbers)
            if (std::optional<Artifact> artifact =
                    shown(run, number, isOutput ? Artifact::Direction::Output : Artifact::Direction::Input, members))
                artifacts.push_back(std::move(*artifact));
    }
    if (m_shown.size() >= kMostShown || m_shownMembers > kMostShownMembers) {
        m_shown.clear();
        m_shownMembers = 0;
    }
    m_shownMembers += kMostMembers - members;
    m_shown[run] = artifacts;
    return artifacts;
}

} // namespace runglass
