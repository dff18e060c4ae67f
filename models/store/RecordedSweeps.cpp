// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RecordedSweeps.h"

#include "models/store/Query.h"

namespace runglass
{

namespace
{

RecordedSweep sweepOf(const Query& query)
{
    return {query.integer(0), {query.text(1), query.text(2), query.text(3)}, query.text(4)};
}

} // namespace

std::optional<RecordedSweep> findSweep(Database& database, const RunPath& path)
{
    Query query(database, "SELECT number, entity, project, name, doc FROM recorded_sweeps"
                          " WHERE entity = ? AND project = ? AND name = ?");
    const bool found = query.bind(path.entity).bind(path.project).bind(path.id).step();
    return found ? std::optional(sweepOf(query)) : std::nullopt;
}

std::optional<RecordedSweep> findSweep(Database& database, std::int64_t number)
{
    Query query(database, "SELECT number, entity, project, name, doc FROM recorded_sweeps WHERE number = ?");
    return query.bind(number).step() ? std::optional(sweepOf(query)) : std::nullopt;
}

std::vector<RecordedSweep> sweepsOf(Database& database, const std::string& entity, const std::string& project)
{
    std::vector<RecordedSweep> sweeps;
    Query query(database, "SELECT number, entity, project, name, doc FROM recorded_sweeps"
                          " WHERE entity = ? AND project = ? ORDER BY number");
    query.bind(entity).bind(project);
    while (query.step())
        sweeps.push_back(sweepOf(query));
    return sweeps;
}

void writeSweep(Database& database, RecordedSweep& sweep)
{
    if (sweep.number != 0) {
        Query(database, "UPDATE recorded_sweeps SET doc = ? WHERE number = ?").bind(sweep.doc).bind(sweep.number).run();
        return;
    }
    Query(database, "INSERT INTO recorded_sweeps(entity, project, name, doc) VALUES(?, ?, ?, ?)")
        .bind(sweep.path.entity)
        .bind(sweep.path.project)
        .bind(sweep.path.id)
        .bind(sweep.doc)
        .run();
    sweep.number = database.lastInsertRowid();
}

} // namespace runglass
