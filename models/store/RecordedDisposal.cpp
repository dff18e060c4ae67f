// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the artifacts of runs that are removed from a recorder's store.
#include "models/store/Query.h"
#include "models/store/RecordedCommands.h"

#include <algorithm>
#include <set>

namespace runglass
{

namespace
{

constexpr TimeNs kDayNs = TimeNs{86'400} * 1'000'000'000;

/// What reads artifacts by a query of their numbers.
std::vector<std::int64_t> allNumbers(Query& query)
{
    std::vector<std::int64_t> numbers;
    while (query.step())
        numbers.push_back(query.integer(0));
    return numbers;
}

} // namespace

Result<MadeArtifacts> RecordedCommands::madeBy(const std::vector<RunPath>& runs)
{
    return run([&]() -> Result<MadeArtifacts> {
        std::set<std::int64_t> numbers;
        for (const RunPath& path : runs)
            if (const std::optional<Found> found = find(path))
                numbers.insert(found->number);
        MadeArtifacts made;
        for (const std::int64_t number : numbers) {
            Query query(m_database, "SELECT number, EXISTS(SELECT 1 FROM recorded_versions WHERE artifact = number"
                                    " AND recorded_versions.collection <> recorded_artifacts.collection)"
                                    " FROM recorded_artifacts WHERE run = ? AND state = 1 ORDER BY number");
            query.bind(number);
            while (query.step()) {
                Query others(m_database, "SELECT run FROM recorded_lineage JOIN recorded_runs"
                                         " ON recorded_runs.number = run WHERE artifact = ? AND deleted <> 2");
                const std::vector<std::int64_t> relatives = allNumbers(others.bind(query.integer(0)));
                const bool isUsed = std::any_of(relatives.begin(), relatives.end(), [&numbers](std::int64_t relative) {
                    return !numbers.contains(relative);
                });
                if (isUsed)
                    ++made.used;
                else if (query.integer(1) != 0)
                    ++made.linked;
                else
                    made.gone.push_back(query.integer(0));
            }
        }
        return made;
    });
}

Result<std::string> RecordedCommands::filesDirectory()
{
    return run([&]() -> Result<std::string> {
        Query query(m_database, "SELECT value FROM recorder WHERE key = 'files'");
        return query.step() ? query.text(0) : std::string();
    });
}

std::vector<std::int64_t> RecordedCommands::numbersOf(RecordedArtifact::State state)
{
    Query query(m_database, "SELECT number FROM recorded_artifacts WHERE state = ? ORDER BY number");
    return allNumbers(query.bind(static_cast<std::int64_t>(state)));
}

Result<std::vector<std::int64_t>> RecordedCommands::artifacts(RecordedArtifact::State state)
{
    return run([&]() -> Result<std::vector<std::int64_t>> { return numbersOf(state); });
}

/// Those that runs made which are removed for good and took them along, and that nothing else needs.
void RecordedCommands::dropArtifacts()
{
    struct Dropped {
        std::int64_t number = 0, collection = 0;
        bool isLatest = false;
    };
    std::vector<Dropped> dropped;
    {
        Query query(m_database,
                    "SELECT number, collection, EXISTS(SELECT 1 FROM recorded_aliases WHERE artifact = made.number"
                    " AND alias = 'latest' AND recorded_aliases.collection = made.collection)"
                    " FROM recorded_artifacts AS made WHERE state = 1"
                    " AND run IN (SELECT run FROM recorded_edits JOIN recorded_runs ON recorded_runs.number = run"
                    " WHERE field = 'artifacts_go' AND deleted = 2)"
                    " AND NOT EXISTS(SELECT 1 FROM recorded_lineage JOIN recorded_runs"
                    " ON recorded_runs.number = recorded_lineage.run WHERE artifact = made.number AND deleted <> 2)"
                    " AND NOT EXISTS(SELECT 1 FROM recorded_versions WHERE artifact = made.number"
                    " AND recorded_versions.collection <> made.collection)");
        while (query.step())
            dropped.push_back({query.integer(0), query.integer(1), query.integer(2) != 0});
    }
    for (const Dropped& one : dropped) {
        Query(m_database, "DELETE FROM recorded_aliases WHERE artifact = ?").bind(one.number).run();
        Query(m_database, "DELETE FROM recorded_versions WHERE artifact = ?").bind(one.number).run();
        Query(m_database, "UPDATE recorded_artifacts SET state = 2, version = -1 WHERE number = ?")
            .bind(one.number)
            .run();
    }
    for (const Dropped& one : dropped)
        if (one.isLatest)
            handOnLatest(one.collection);
}

/// The newest version that stays is the latest one, which its runs show once they are derived anew.
void RecordedCommands::handOnLatest(std::int64_t collection)
{
    std::int64_t artifact = 0;
    {
        Query query(m_database, "SELECT artifact FROM recorded_versions WHERE collection = ?"
                                " ORDER BY version DESC LIMIT 1");
        if (!query.bind(collection).step())
            return;
        artifact = query.integer(0);
    }
    Query(m_database, "INSERT OR IGNORE INTO recorded_aliases(collection, alias, artifact) VALUES(?, 'latest', ?)")
        .bind(collection)
        .bind(artifact)
        .run();
    Query(m_database, "UPDATE recorded_runs SET derived = 0 WHERE deleted = 0"
                      " AND number IN (SELECT run FROM recorded_lineage WHERE artifact = ?)")
        .bind(artifact)
        .run();
}

Result<bool> RecordedCommands::whileStill(const std::vector<std::int64_t>& versions, TimeNs now,
                                          const std::function<void()>& work)
{
    return run([&]() -> Result<bool> {
        m_session.open();
        Query coming(m_database, "SELECT 1 FROM recorded_artifacts WHERE state = 0 AND max(created, updated) > ?");
        if (coming.bind(now - kDayNs).step() || numbersOf(RecordedArtifact::State::Committed) != versions)
            return false;
        work();
        return true;
    });
}

} // namespace runglass
