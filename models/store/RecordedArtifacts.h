// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/Run.h"
#include "models/store/WriteSession.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace runglass
{

class Query;

/// A name that versions of artifacts are kept under.
struct RecordedCollection {
    std::int64_t number = 0; ///< never used again; 0: not written yet
    std::string entity, project, name, type;
    bool isPortfolio = false; ///< holds links to versions of other collections
    TimeNs created = 0, updated = 0;
    std::string doc; ///< JSON text whose form is the recorder's
};

/// One version of an artifact, or one on its way.
struct RecordedArtifact {
    enum class State { Pending = 0, Committed = 1, Deleted = 2 };

    std::int64_t number = 0;     ///< never used again; 0: not written yet
    std::int64_t collection = 0; ///< that it was made in
    std::int64_t version = -1;   ///< there; -1: it has none yet, or no longer
    std::int64_t run = 0;        ///< that made it; 0: none
    State state = State::Pending;
    TimeNs created = 0, updated = 0;
    std::string client; ///< what its client calls it
    std::string digest;
    std::string doc; ///< JSON text whose form is the recorder's
};

/// A place of an artifact in a collection.
struct RecordedVersion {
    std::int64_t collection = 0, version = 0, artifact = 0;
    TimeNs created = 0;
};

struct RecordedAlias {
    std::int64_t collection = 0;
    std::string alias;
};

enum class LineageDirection { Output = 0, Input = 1 };

/// The artifacts in a recorder's store. What a call that writes has returned from is on the disk.
/// @thread  as RecorderStore, which it belongs to
/// @errors  Io, with SQLite's words
class RecordedArtifacts
{
public:
    RecordedArtifacts(Database& database, WriteSession& session)
        : m_database(database)
        , m_session(session)
    {
    }

    Result<std::optional<RecordedCollection>> collection(const std::string& entity, const std::string& project,
                                                         const std::string& name);
    Result<std::optional<RecordedCollection>> collection(std::int64_t number);
    /// Of a project, by name, those without any version left out.
    Result<std::vector<RecordedCollection>> collections(const std::string& entity, const std::string& project);
    /// Makes or changes it; a new one gets its number.
    Status save(RecordedCollection& collection);
    /// Its versions, aliases and artifacts go with it.
    Status remove(const RecordedCollection& collection, TimeNs now);

    Result<std::optional<RecordedArtifact>> artifact(std::int64_t number);
    Result<std::optional<RecordedArtifact>> byClient(const std::string& client);
    /// The newest of a collection that has that content.
    Result<std::optional<RecordedArtifact>> byDigest(std::int64_t collection, const std::string& digest);
    /// Makes or changes it; a new one gets its number. Its version stays.
    Status save(RecordedArtifact& artifact);
    /// Gives it the next version of its collection, the aliases, and its run as the one that logged it.
    Status commit(RecordedArtifact& artifact, const std::vector<std::string>& aliases);
    /// Its versions and aliases go; they are never used again.
    Status remove(RecordedArtifact& artifact);

    /// Brings an artifact into a collection, unless it is there.
    /// @return its version there
    Result<std::int64_t> link(std::int64_t collection, std::int64_t artifact, const std::vector<std::string>& aliases,
                              TimeNs now);
    Status unlink(std::int64_t collection, std::int64_t artifact);
    /// Takes aliases from whatever has them.
    Status setAliases(std::int64_t collection, std::int64_t artifact, const std::vector<std::string>& aliases);
    Status dropAliases(std::int64_t collection, std::int64_t artifact, const std::vector<std::string>& aliases);

    /// Of a collection, the newest first.
    Result<std::vector<RecordedVersion>> versions(std::int64_t collection);
    /// "latest", "v3" or any other alias.
    Result<std::optional<RecordedVersion>> version(std::int64_t collection, const std::string& alias);
    /// Where an artifact is, its own collection first.
    Result<std::vector<RecordedVersion>> places(std::int64_t artifact);
    /// Of an artifact, by collection and name.
    Result<std::vector<RecordedAlias>> aliases(std::int64_t artifact);

    /// Remembers that a run logged or used an artifact.
    Status note(std::int64_t run, std::int64_t artifact, LineageDirection direction);
    /// In the order in which they came.
    Result<std::vector<std::int64_t>> artifactsOf(std::int64_t run, LineageDirection direction);
    Result<std::vector<std::int64_t>> runsOf(std::int64_t artifact, LineageDirection direction);

private:
    /// Whatever way a call ends, its transaction ends with it.
    template <typename Work> auto run(Work&& work) -> decltype(work())
    {
        auto result = guarded(work);
        if (m_session.isOpen())
            m_session.rollback();
        return result;
    }
    void write(RecordedArtifact& artifact);
    void drop(std::int64_t artifact);
    std::int64_t place(std::int64_t collection, std::int64_t artifact, TimeNs now);
    void name(std::int64_t collection, std::int64_t artifact, const std::vector<std::string>& aliases);
    void noteRun(std::int64_t run, std::int64_t artifact, LineageDirection direction);
    /// Of rows of collection, version, artifact, created.
    static std::vector<RecordedVersion> allVersions(Query& query);
    static std::vector<std::int64_t> allNumbers(Query& query);

    Database& m_database;
    WriteSession& m_session;
};

} // namespace runglass
