// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RecordedArtifacts.h"

#include "models/store/Query.h"
#include "models/store/WriteSession.h"

#include <algorithm>
#include <charconv>

namespace runglass
{

namespace
{

RecordedCollection collectionOf(const Query& query)
{
    RecordedCollection collection;
    collection.number = query.integer(0);
    collection.entity = query.text(1);
    collection.project = query.text(2);
    collection.name = query.text(3);
    collection.type = query.text(4);
    collection.isPortfolio = query.integer(5) != 0;
    collection.created = query.integer(6);
    collection.updated = query.integer(7);
    collection.doc = query.text(8);
    return collection;
}

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

std::vector<RecordedVersion> allVersions(Query& query)
{
    std::vector<RecordedVersion> versions;
    while (query.step())
        versions.push_back({query.integer(0), query.integer(1), query.integer(2), query.integer(3)});
    return versions;
}

std::vector<std::int64_t> allNumbers(Query& query)
{
    std::vector<std::int64_t> numbers;
    while (query.step())
        numbers.push_back(query.integer(0));
    return numbers;
}

/// The number of "v3"; nothing when it is another alias.
std::optional<std::int64_t> versionIn(const std::string& alias)
{
    std::int64_t version = 0;
    const char* end = alias.data() + alias.size();
    const std::from_chars_result result = std::from_chars(alias.data() + 1, end, version);
    const bool isVersion = alias.size() > 1 && alias[0] == 'v' && result.ec == std::errc() && result.ptr == end;
    return isVersion ? std::optional(version) : std::nullopt;
}

} // namespace

/// Whatever way a call ends, its transaction ends with it.
template <typename Work> auto RecordedArtifacts::run(Work&& work) -> decltype(work())
{
    auto result = guarded(work);
    if (m_session.isOpen())
        m_session.rollback();
    return result;
}

Result<std::optional<RecordedCollection>>
RecordedArtifacts::collection(const std::string& entity, const std::string& project, const std::string& name)
{
    return run([&]() -> Result<std::optional<RecordedCollection>> {
        Query query(m_database, "SELECT number, entity, project, name, type, portfolio, created, updated, doc"
                                " FROM recorded_collections WHERE entity = ? AND project = ? AND name = ?");
        const bool found = query.bind(entity).bind(project).bind(name).step();
        return found ? std::optional(collectionOf(query)) : std::nullopt;
    });
}

Result<std::optional<RecordedCollection>> RecordedArtifacts::collection(std::int64_t number)
{
    return run([&]() -> Result<std::optional<RecordedCollection>> {
        Query query(m_database, "SELECT number, entity, project, name, type, portfolio, created, updated, doc"
                                " FROM recorded_collections WHERE number = ?");
        return query.bind(number).step() ? std::optional(collectionOf(query)) : std::nullopt;
    });
}

Result<std::vector<RecordedCollection>> RecordedArtifacts::collections(const std::string& entity,
                                                                       const std::string& project)
{
    return run([&]() -> Result<std::vector<RecordedCollection>> {
        std::vector<RecordedCollection> all;
        Query query(m_database, "SELECT number, entity, project, name, type, portfolio, created, updated, doc"
                                " FROM recorded_collections WHERE entity = ? AND project = ? AND EXISTS(SELECT 1 FROM"
                                " recorded_versions WHERE collection = recorded_collections.number) ORDER BY name");
        query.bind(entity).bind(project);
        while (query.step())
            all.push_back(collectionOf(query));
        return all;
    });
}

Status RecordedArtifacts::save(RecordedCollection& collection)
{
    return run([&]() -> Status {
        m_session.open();
        std::int64_t number = collection.number;
        if (number == 0) {
            Query(m_database, "INSERT INTO recorded_collections(entity, project, name, type, portfolio, created,"
                              " updated, doc) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(collection.entity)
                .bind(collection.project)
                .bind(collection.name)
                .bind(collection.type)
                .bind(collection.isPortfolio)
                .bind(collection.created)
                .bind(collection.updated)
                .bind(collection.doc)
                .run();
            number = m_database.lastInsertRowid();
        } else {
            Query(m_database,
                  "UPDATE recorded_collections SET name = ?, type = ?, updated = ?, doc = ? WHERE number = ?")
                .bind(collection.name)
                .bind(collection.type)
                .bind(collection.updated)
                .bind(collection.doc)
                .bind(number)
                .run();
        }
        m_session.commit();
        collection.number = number;
        return Done{};
    });
}

Status RecordedArtifacts::remove(const RecordedCollection& collection, TimeNs now)
{
    return run([&]() -> Status {
        m_session.open();
        Query(m_database, "DELETE FROM recorded_aliases WHERE collection = ?").bind(collection.number).run();
        Query(m_database, "DELETE FROM recorded_versions WHERE collection = ?").bind(collection.number).run();
        std::vector<std::int64_t> made;
        {
            Query query(m_database, "SELECT number FROM recorded_artifacts WHERE collection = ?");
            made = allNumbers(query.bind(collection.number));
        }
        for (const std::int64_t artifact : made)
            drop(artifact);
        Query(m_database, "UPDATE recorded_collections SET updated = ? WHERE number = ?")
            .bind(now)
            .bind(collection.number)
            .run();
        m_session.commit();
        return Done{};
    });
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

Result<std::int64_t> RecordedArtifacts::link(std::int64_t collection, std::int64_t artifact,
                                             const std::vector<std::string>& aliases, TimeNs now)
{
    return run([&]() -> Result<std::int64_t> {
        m_session.open();
        const std::int64_t version = place(collection, artifact, now);
        name(collection, artifact, aliases);
        m_session.commit();
        return version;
    });
}

Status RecordedArtifacts::unlink(std::int64_t collection, std::int64_t artifact)
{
    return run([&]() -> Status {
        m_session.open();
        Query(m_database, "DELETE FROM recorded_aliases WHERE artifact = ? AND collection = ?")
            .bind(artifact)
            .bind(collection)
            .run();
        Query(m_database, "DELETE FROM recorded_versions WHERE artifact = ? AND collection = ?")
            .bind(artifact)
            .bind(collection)
            .run();
        m_session.commit();
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

Result<std::vector<RecordedVersion>> RecordedArtifacts::versions(std::int64_t collection)
{
    return run([&]() -> Result<std::vector<RecordedVersion>> {
        Query query(m_database, "SELECT collection, version, artifact, created FROM recorded_versions"
                                " WHERE collection = ? ORDER BY version DESC");
        return allVersions(query.bind(collection));
    });
}

Result<std::optional<RecordedVersion>> RecordedArtifacts::version(std::int64_t collection, const std::string& alias)
{
    return run([&]() -> Result<std::optional<RecordedVersion>> {
        Query query(m_database, "SELECT collection, version, recorded_versions.artifact, created FROM recorded_aliases"
                                " JOIN recorded_versions USING(collection) WHERE collection = ? AND alias = ?"
                                " AND recorded_versions.artifact = recorded_aliases.artifact");
        std::vector<RecordedVersion> found = allVersions(query.bind(collection).bind(alias));
        if (const std::optional<std::int64_t> number = versionIn(alias); number && found.empty()) {
            Query plain(m_database, "SELECT collection, version, artifact, created FROM recorded_versions"
                                    " WHERE collection = ? AND version = ?");
            found = allVersions(plain.bind(collection).bind(*number));
        }
        return found.empty() ? std::nullopt : std::optional(found.front());
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
