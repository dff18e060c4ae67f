// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RecordedArtifacts.h"

#include "models/store/Query.h"

namespace runglass
{

namespace
{

RecordedArtifact artifactOf(const Query& query)
{
    RecordedArtifact artifact;
    artifact.number = query.integer(0);
    artifact.collection = query.integer(1);
    artifact.version = query.integer(2);
    artifact.run = query.integer(3);
    artifact.state = static_cast<RecordedArtifact::State>(query.integer(4));
    artifact.created = query.integer(5);
    artifact.updated = query.integer(6);
    artifact.client = query.text(7);
    artifact.digest = query.text(8);
    artifact.doc = query.text(9);
    return artifact;
}

std::optional<RecordedArtifact> firstArtifact(Query& query)
{
    return query.step() ? std::optional(artifactOf(query)) : std::nullopt;
}

} // namespace

std::vector<RecordedVersion> RecordedArtifacts::allVersions(Query& query)
{
    std::vector<RecordedVersion> versions;
    while (query.step())
        versions.push_back({query.integer(0), query.integer(1), query.integer(2), query.integer(3)});
    return versions;
}

std::vector<std::int64_t> RecordedArtifacts::allNumbers(Query& query)
{
    std::vector<std::int64_t> numbers;
    while (query.step())
        numbers.push_back(query.integer(0));
    return numbers;
}

Result<std::optional<RecordedArtifact>> RecordedArtifacts::artifact(std::int64_t number)
{
    return run([&]() -> Result<std::optional<RecordedArtifact>> {
        Query query(m_database, "SELECT number, collection, version, run, state, created, updated, client, digest, doc"
                                " FROM recorded_artifacts WHERE number = ?");
        return firstArtifact(query.bind(number));
    });
}

Result<std::optional<RecordedArtifact>> RecordedArtifacts::byClient(const std::string& client)
{
    return run([&]() -> Result<std::optional<RecordedArtifact>> {
        Query query(m_database, "SELECT number, collection, version, run, state, created, updated, client, digest, doc"
                                " FROM recorded_artifacts WHERE client = ? AND client <> '' ORDER BY number DESC");
        return firstArtifact(query.bind(client));
    });
}

Result<std::optional<RecordedArtifact>> RecordedArtifacts::byDigest(std::int64_t collection, const std::string& digest)
{
    return run([&]() -> Result<std::optional<RecordedArtifact>> {
        Query query(m_database, "SELECT number, collection, version, run, state, created, updated, client, digest, doc"
                                " FROM recorded_artifacts WHERE collection = ? AND digest = ? AND state = 1"
                                " ORDER BY version DESC");
        return firstArtifact(query.bind(collection).bind(digest));
    });
}

void RecordedArtifacts::write(RecordedArtifact& artifact)
{
    if (artifact.number == 0) {
        Query(m_database,
              "INSERT INTO recorded_artifacts(collection, run, state, created, updated, client, digest, doc)"
              " VALUES(?, ?, 0, ?, 0, '', '', '')")
            .bind(artifact.collection)
            .bind(artifact.run)
            .bind(artifact.created)
            .run();
        artifact.number = m_database.lastInsertRowid();
    }
    Query(m_database, "UPDATE recorded_artifacts SET version = ?, state = ?, updated = ?, client = ?, digest = ?,"
                      " doc = ? WHERE number = ?")
        .bind(artifact.version)
        .bind(static_cast<std::int64_t>(artifact.state))
        .bind(artifact.updated)
        .bind(artifact.client)
        .bind(artifact.digest)
        .bind(artifact.doc)
        .bind(artifact.number)
        .run();
}

Status RecordedArtifacts::save(RecordedArtifact& artifact)
{
    return run([&]() -> Status {
        RecordedArtifact written = artifact;
        m_session.open();
        write(written);
        m_session.commit();
        artifact = std::move(written);
        return Done{};
    });
}

/// The version that the artifact has in the collection, given now when it is new there.
std::int64_t RecordedArtifacts::place(std::int64_t collection, std::int64_t artifact, TimeNs now)
{
    {
        Query query(m_database, "SELECT version FROM recorded_versions WHERE artifact = ? AND collection = ?");
        if (query.bind(artifact).bind(collection).step())
            return query.integer(0);
    }
    std::int64_t version = 0;
    {
        Query query(m_database, "SELECT next FROM recorded_collections WHERE number = ?");
        if (query.bind(collection).step())
            version = query.integer(0);
    }
    Query(m_database, "UPDATE recorded_collections SET next = ?, updated = ? WHERE number = ?")
        .bind(version + 1)
        .bind(now)
        .bind(collection)
        .run();
    Query(m_database, "INSERT INTO recorded_versions(collection, version, artifact, created) VALUES(?, ?, ?, ?)")
        .bind(collection)
        .bind(version)
        .bind(artifact)
        .bind(now)
        .run();
    return version;
}

void RecordedArtifacts::name(std::int64_t collection, std::int64_t artifact, const std::vector<std::string>& aliases)
{
    for (const std::string& alias : aliases)
        Query(m_database, "INSERT OR REPLACE INTO recorded_aliases(collection, alias, artifact) VALUES(?, ?, ?)")
            .bind(collection)
            .bind(alias)
            .bind(artifact)
            .run();
}

void RecordedArtifacts::noteRun(std::int64_t run, std::int64_t artifact, LineageDirection direction)
{
    Query(m_database, "INSERT OR IGNORE INTO recorded_lineage(run, direction, artifact) VALUES(?, ?, ?)")
        .bind(run)
        .bind(static_cast<std::int64_t>(direction))
        .bind(artifact)
        .run();
}

Status RecordedArtifacts::commit(RecordedArtifact& artifact, const std::vector<std::string>& aliases)
{
    return run([&]() -> Status {
        RecordedArtifact written = artifact;
        m_session.open();
        written.state = RecordedArtifact::State::Committed;
        written.version = place(written.collection, written.number, written.updated);
        write(written);
        name(written.collection, written.number, aliases);
        if (written.run != 0)
            noteRun(written.run, written.number, LineageDirection::Output);
        m_session.commit();
        artifact = std::move(written);
        return Done{};
    });
}

void RecordedArtifacts::drop(std::int64_t artifact)
{
    Query(m_database, "DELETE FROM recorded_aliases WHERE artifact = ?").bind(artifact).run();
    Query(m_database, "DELETE FROM recorded_versions WHERE artifact = ?").bind(artifact).run();
    Query(m_database, "UPDATE recorded_artifacts SET state = 2, version = -1 WHERE number = ?").bind(artifact).run();
}

Status RecordedArtifacts::remove(RecordedArtifact& artifact)
{
    return run([&]() -> Status {
        m_session.open();
        drop(artifact.number);
        m_session.commit();
        artifact.state = RecordedArtifact::State::Deleted;
        artifact.version = -1;
        return Done{};
    });
}

Status RecordedArtifacts::setAliases(std::int64_t collection, std::int64_t artifact,
                                     const std::vector<std::string>& aliases)
{
    return run([&]() -> Status {
        m_session.open();
        name(collection, artifact, aliases);
        m_session.commit();
        return Done{};
    });
}

Status RecordedArtifacts::dropAliases(std::int64_t collection, std::int64_t artifact,
                                      const std::vector<std::string>& aliases)
{
    return run([&]() -> Status {
        m_session.open();
        for (const std::string& alias : aliases)
            Query(m_database, "DELETE FROM recorded_aliases WHERE collection = ? AND alias = ? AND artifact = ?")
                .bind(collection)
                .bind(alias)
                .bind(artifact)
                .run();
        m_session.commit();
        return Done{};
    });
}

Result<std::vector<RecordedVersion>> RecordedArtifacts::places(std::int64_t artifact)
{
    return run([&]() -> Result<std::vector<RecordedVersion>> {
        Query query(m_database, "SELECT collection, version, artifact, created FROM recorded_versions"
                                " WHERE artifact = ? ORDER BY created, collection");
        return allVersions(query.bind(artifact));
    });
}

Result<std::vector<RecordedAlias>> RecordedArtifacts::aliases(std::int64_t artifact)
{
    return run([&]() -> Result<std::vector<RecordedAlias>> {
        std::vector<RecordedAlias> aliases;
        Query query(m_database,
                    "SELECT collection, alias FROM recorded_aliases WHERE artifact = ? ORDER BY collection, alias");
        query.bind(artifact);
        while (query.step())
            aliases.push_back({query.integer(0), query.text(1)});
        return aliases;
    });
}

Status RecordedArtifacts::note(std::int64_t run, std::int64_t artifact, LineageDirection direction)
{
    return this->run([&]() -> Status {
        m_session.open();
        noteRun(run, artifact, direction);
        m_session.commit();
        return Done{};
    });
}

Result<std::vector<std::int64_t>> RecordedArtifacts::artifactsOf(std::int64_t run, LineageDirection direction)
{
    return this->run([&]() -> Result<std::vector<std::int64_t>> {
        Query query(m_database, "SELECT artifact FROM recorded_lineage JOIN recorded_artifacts"
                                " ON recorded_artifacts.number = artifact WHERE recorded_lineage.run = ?"
                                " AND direction = ? AND state = 1 ORDER BY recorded_lineage.number");
        return allNumbers(query.bind(run).bind(static_cast<std::int64_t>(direction)));
    });
}

Result<std::vector<std::int64_t>> RecordedArtifacts::runsOf(std::int64_t artifact, LineageDirection direction)
{
    return run([&]() -> Result<std::vector<std::int64_t>> {
        Query query(m_database,
                    "SELECT run FROM recorded_lineage WHERE artifact = ? AND direction = ? ORDER BY number");
        return allNumbers(query.bind(artifact).bind(static_cast<std::int64_t>(direction)));
    });
}

} // namespace runglass
