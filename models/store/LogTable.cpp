// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/LogTable.h"

#include "models/store/Query.h"

namespace runglass
{

std::map<std::string, LogSighting> readLogs(Database& database)
{
    std::map<std::string, LogSighting> logs;
    Query query(database, "SELECT log, size, modified, changed, inode, entity, project, id, started, described,"
                          " head_size, head_crc FROM logs");
    while (query.step()) {
        LogSighting sighting;
        sighting.log = query.text(0);
        sighting.sizeBytes = query.natural(1);
        sighting.modifiedNs = query.integer(2);
        sighting.changedNs = query.integer(3);
        sighting.inode = query.natural(4);
        sighting.path = {query.text(5), query.text(6), query.text(7)};
        if (!query.isNull(8))
            sighting.startedAt = query.integer(8);
        sighting.isDescribed = query.integer(9) != 0;
        sighting.headBytes = static_cast<std::uint32_t>(query.natural(10));
        sighting.headCrc = static_cast<std::uint32_t>(query.natural(11));
        // Rows come in the order of their key.
        std::string log = sighting.log;
        logs.emplace_hint(logs.end(), std::move(log), std::move(sighting));
    }
    return logs;
}

void writeLogs(WriteSession& session, const std::vector<LogSighting>& sightings)
{
    for (const LogSighting& sighting : sightings) {
        session.open();
        Query query(session.database(), "INSERT OR REPLACE INTO logs(log, size, modified, changed, inode, entity,"
                                        " project, id, started, described, head_size, head_crc)"
                                        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        query.bind(sighting.log)
            .bind(sighting.sizeBytes)
            .bind(sighting.modifiedNs)
            .bind(sighting.changedNs)
            .bind(sighting.inode)
            .bind(sighting.path.entity)
            .bind(sighting.path.project)
            .bind(sighting.path.id);
        if (sighting.startedAt)
            query.bind(*sighting.startedAt);
        else
            query.bindNull();
        query.bind(sighting.isDescribed).bind(sighting.headBytes).bind(sighting.headCrc).run();
        if (session.isSpent())
            session.commit();
    }
}

void removeLogs(WriteSession& session, const std::vector<std::string>& logs)
{
    for (const std::string& log : logs) {
        session.open();
        Query(session.database(), "DELETE FROM logs WHERE log = ?").bind(log).run();
        if (session.isSpent())
            session.commit();
    }
}

} // namespace runglass
