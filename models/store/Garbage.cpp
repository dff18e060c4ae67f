// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Garbage.h"

#include "models/store/Query.h"

#include <ctime>
#include <vector>

namespace runglass
{

namespace
{

/// A staged segment is touched with every slice; one this old has lost its writer.
constexpr std::int64_t kStaleSeconds = 60;
constexpr std::int64_t kManyFreePages = 2048;
constexpr int kVacuumRounds = 20;

std::int64_t nextSegment(Database& database)
{
    Query query(database, "SELECT number FROM segments WHERE live = 0 AND touched < ? ORDER BY touched LIMIT 1");
    return query.bind(std::time(nullptr) - kStaleSeconds).step() ? query.integer(0) : 0;
}

std::vector<std::int64_t> numbers(Database& database, const char* sql, std::int64_t segment)
{
    std::vector<std::int64_t> found;
    Query query(database, sql);
    query.bind(segment);
    while (query.step())
        found.push_back(query.integer(0));
    return found;
}

/// Deletes the segment as far as the transaction's time goes; true when nothing is left.
bool collectSegment(WriteSession& session, std::int64_t segment)
{
    Database& database = session.database();
    for (const std::int64_t series : numbers(database, "SELECT number FROM series WHERE segment = ?", segment)) {
        Query(database, "DELETE FROM chunks WHERE series = ?").bind(series).run();
        Query(database, "DELETE FROM series WHERE number = ?").bind(series).run();
        if (session.isSpent())
            return false;
    }
    for (const std::int64_t axis : numbers(database, "SELECT number FROM axes WHERE segment = ?", segment)) {
        Query(database, "DELETE FROM axis_chunks WHERE axis = ?").bind(axis).run();
        Query(database, "DELETE FROM axes WHERE number = ?").bind(axis).run();
        if (session.isSpent())
            return false;
    }
    Query(database, "DELETE FROM console WHERE segment = ?").bind(segment).run();
    Query(database, "DELETE FROM segments WHERE number = ?").bind(segment).run();
    return !session.isSpent();
}

std::int64_t single(Database& database, const char* sql)
{
    Query query(database, sql);
    return query.step() ? query.integer(0) : 0;
}

void giveBackPages(Database& database)
{
    for (int round = 0; round < kVacuumRounds; ++round) {
        const std::int64_t free = single(database, "PRAGMA freelist_count");
        if (free < kManyFreePages || free < single(database, "PRAGMA page_count") / 4)
            return;
        database.execute("PRAGMA incremental_vacuum(1024)");
    }
}

} // namespace

void collectGarbage(WriteSession& session)
{
    Database& database = session.database();
    if (nextSegment(database) == 0)
        return;
    session.open();
    while (const std::int64_t segment = nextSegment(database)) {
        if (collectSegment(session, segment))
            continue;
        session.commit();
        session.open();
    }
    session.commit();
    giveBackPages(database);
}

} // namespace runglass
