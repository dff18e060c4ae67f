// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/ArtifactFiles.h"
#include "models/recorder/ArtifactRecords.h"
#include "models/recorder/RunKeeper.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace runglass
{

/// Artifacts in the recorder's store: their versions and names there, their files beside it. What changes is shown by
/// the runs that logged or used them at once.
/// @thread  any one at a time
class ArtifactKeeper
{
public:
    /// @param directory  of all files
    ArtifactKeeper(RunKeeper& keeper, std::string directory)
        : m_keeper(keeper)
        , m_files(std::move(directory))
    {
    }

    RecordedArtifacts& store() { return m_keeper.store().artifacts(); }
    RunKeeper& keeper() { return m_keeper; }
    ArtifactFiles& files() { return m_files; }

    /// What createArtifact asks for: a new version on its way, or the one that has these contents already.
    /// @errors InvalidArgument · Io
    Result<KeptArtifact> create(const Value& input);
    /// From now on it is a version, whose files are all there.
    /// @errors NotFound · InvalidArgument: a file is missing, or the manifest
    Result<KeptArtifact> commit(std::int64_t number);
    /// @errors NotFound
    Result<KeptArtifact> find(std::int64_t number);
    /// Writes its record.
    Status save(KeptArtifact& kept);
    /// The newest version that stays becomes the latest one if it was that.
    Status remove(KeptArtifact& kept);
    /// Writes a collection's record, its name and type.
    Status save(RecordedCollection& collection);
    /// All versions go with it.
    Status remove(const RecordedCollection& collection);
    /// Remembers that a run uses it.
    Status use(std::int64_t run, std::int64_t artifact);
    /// A portfolio of that name gets it.
    Result<RecordedVersion> link(const KeptArtifact& kept, const Value& input);
    /// Takes aliases from whoever has them in the collection.
    Status setAliases(std::int64_t collection, std::int64_t artifact, const std::vector<std::string>& aliases);
    Status dropAliases(std::int64_t collection, std::int64_t artifact, const std::vector<std::string>& aliases);

    /// What a run logged and used, as readers of the store see it.
    std::vector<Artifact> ofRun(std::int64_t run);

private:
    Result<RecordedCollection> collectionFor(const Value& input);
    Result<std::optional<KeptArtifact>> existing(const RecordedCollection& collection, const Value& input);
    std::set<std::int64_t> relatives(std::int64_t artifact);
    std::set<std::int64_t> holders(std::int64_t collection, const std::vector<std::string>& aliases);
    Result<std::set<std::int64_t>> relativesOfAll(std::int64_t collection);
    Status showIn(const std::set<std::int64_t>& runs);
    std::optional<Artifact> shown(std::int64_t run, std::int64_t number, Artifact::Direction direction,
                                  std::size_t& members);

    RunKeeper& m_keeper;
    ArtifactFiles m_files;
    std::map<std::int64_t, std::vector<Artifact>> m_shown; ///< by run, some
    std::size_t m_shownMembers = 0;                        ///< of those
};

} // namespace runglass
