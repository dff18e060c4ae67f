// SPDX-License-Identifier: GPL-3.0-or-later
// Of the artifacts in a recorder's store: collections, and what they hold.
#include "models/store/Query.h"
#include "models/store/RecordedArtifacts.h"

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

} // namespace runglass
