// SPDX-License-Identifier: GPL-3.0-or-later
// The trash of a recorder's store.
#include "models/store/Documents.h"
#include "models/store/Garbage.h"
#include "models/store/Query.h"
#include "models/store/RecordedCommands.h"
#include "models/store/RunWriter.h"

#include <algorithm>

namespace runglass
{

namespace
{

Error refused(const char* why)
{
    return {Error::Kind::Refused, why, {}};
}

Error notInTrash()
{
    return refused("It is not in the trash.");
}

bool isLocked(const std::vector<RecordedEdit>& edits)
{
    return std::any_of(edits.begin(), edits.end(),
                       [](const RecordedEdit& edit) { return edit.field == "locked" && edit.value.toBool(); });
}

std::uint64_t sum(Query&& query)
{
    return query.step() ? query.natural(0) : 0;
}

} // namespace

/// Also of a run that readers do not see.
RunDetail RecordedCommands::detailOf(const RunPath& path)
{
    Query query(m_database, "SELECT details.doc FROM runs JOIN details ON details.run = runs.number"
                            " WHERE entity = ? AND project = ? AND id = ?");
    const bool found = query.bind(path.entity).bind(path.project).bind(path.id).step();
    Result<RunDetail> detail = found ? decodeDetail(query.blob(0)) : RunDetail();
    if (!detail || detail->segments.empty()) {
        detail = RunDetail();
        detail->segments.emplace_back();
    }
    return std::move(detail).value();
}

std::string RecordedCommands::folderOf(const RunPath& path)
{
    return detailOf(path).segments.front().folder;
}

Status RecordedCommands::moveToTrash(const RunPath& path, const Asker& asker, Living living, Artifacts artifacts)
{
    return run([&]() -> Status {
        m_session.open();
        const std::optional<Found> found = find(path);
        if (!found || found->place == Place::Purged)
            return Error{Error::Kind::NotFound, "There is no such run.", {}};
        if (found->place == Place::Trash)
            return refused("It is in the trash already.");
        if (isLocked(editsOf(m_database, found->number)))
            return refused("It is locked: unlock it first.");
        const std::optional<Run> run = shown(path);
        if (living == Living::Refused && run && run->state == RunState::Running)
            return refused("It is running: stop it first.");
        const std::string folder = folderOf(path), doc = run ? encodeRun(*run) : std::string();
        Query(m_database, "INSERT OR REPLACE INTO recorded_trash(run, time, user, folder, doc) VALUES(?, ?, ?, ?, ?)")
            .bind(found->number)
            .bind(asker.when)
            .bind(asker.user)
            .bind(folder)
            .bindBlob(doc)
            .run();
        writeEdit(m_database, found->number, kArtifactsGo,
                  artifacts == Artifacts::Go ? std::optional(Value(true)) : std::nullopt, asker.user, asker.when);
        Query(m_database, "UPDATE recorded_runs SET deleted = 1 WHERE number = ?").bind(found->number).run();
        RunWriter(m_session).hide(path);
        m_session.commit();
        return Done{};
    });
}

Result<bool> RecordedCommands::restore(const RunPath& path)
{
    return run([&]() -> Result<bool> {
        m_session.open();
        const std::optional<Found> found = find(path);
        if (found && found->place == Place::Purged)
            return refused("It was removed for good.");
        if (!found || found->place != Place::Trash)
            return notInTrash();
        std::string doc;
        {
            Query query(m_database, "SELECT doc FROM recorded_trash WHERE run = ?");
            if (query.bind(found->number).step())
                doc = std::string(query.blob(0));
        }
        const bool isShown = !doc.empty() && RunWriter(m_session).show(path, doc);
        Query(m_database, "UPDATE recorded_runs SET deleted = 0, derived = derived AND ? WHERE number = ?")
            .bind(isShown)
            .bind(found->number)
            .run();
        Query(m_database, "DELETE FROM recorded_trash WHERE run = ?").bind(found->number).run();
        writeEdit(m_database, found->number, kArtifactsGo, std::nullopt, {}, 0);
        m_session.commit();
        return isShown;
    });
}

Result<std::vector<RecordedTrash>> RecordedCommands::trash()
{
    return run([&]() -> Result<std::vector<RecordedTrash>> {
        std::vector<RecordedTrash> all;
        std::vector<std::int64_t> numbers;
        {
            Query query(m_database,
                        "SELECT number, entity, project, id, time, user, folder, recorded_trash.doc,"
                        " EXISTS(SELECT 1 FROM recorded_edits WHERE run = number AND field = 'artifacts_go')"
                        " FROM recorded_trash JOIN recorded_runs ON number = run WHERE deleted = 1"
                        " ORDER BY time DESC, number DESC");
            while (query.step()) {
                RecordedTrash& trashed = all.emplace_back();
                Result<Run> run = query.blob(7).empty() ? Result<Run>(Run()) : decodeRun(query.blob(7));
                trashed.stored.run = run ? std::move(run).value() : Run();
                trashed.stored.run.path = {query.text(1), query.text(2), query.text(3)};
                trashed.when = query.integer(4);
                trashed.user = query.text(5);
                trashed.folder = query.text(6);
                trashed.artifactsGo = query.integer(8) != 0;
                numbers.push_back(query.integer(0));
            }
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            const RunPath& path = all[i].stored.run.path;
            all[i].stored.detail = detailOf(path);
            all[i].sizeBytes = bytesOf(numbers[i], path);
        }
        return all;
    });
}

std::uint64_t RecordedCommands::bytesOf(std::int64_t number, const RunPath& path)
{
    std::uint64_t bytes = sum(std::move(
        Query(m_database, "SELECT coalesce(sum(length(data)), 0) FROM recorded_lines WHERE run = ?").bind(number)));
    bytes += sum(std::move(Query(m_database, "SELECT length(doc) + length(config) + length(summary) FROM recorded_runs"
                                             " WHERE number = ?")
                               .bind(number)));
    std::vector<std::int64_t> segments;
    {
        Query query(m_database, "SELECT segments.number FROM runs JOIN segments ON segments.run = runs.number"
                                " WHERE entity = ? AND project = ? AND id = ?");
        query.bind(path.entity).bind(path.project).bind(path.id);
        while (query.step())
            segments.push_back(query.integer(0));
    }
    for (const std::int64_t segment : segments) {
        bytes += sum(std::move(Query(m_database, "SELECT coalesce(sum(length(data)), 0) FROM series JOIN chunks"
                                                 " ON chunks.series = series.number WHERE segment = ?")
                                   .bind(segment)));
        bytes += sum(std::move(Query(m_database, "SELECT coalesce(sum(length(steps) + length(times)), 0) FROM axes"
                                                 " JOIN axis_chunks ON axis = axes.number WHERE segment = ?")
                                   .bind(segment)));
        bytes += sum(std::move(
            Query(m_database, "SELECT coalesce(sum(length(data)), 0) FROM console WHERE segment = ?").bind(segment)));
    }
    return bytes;
}

Result<std::uint64_t> RecordedCommands::sizeOf(const RunPath& path)
{
    return run([&]() -> Result<std::uint64_t> {
        const std::optional<Found> found = find(path);
        return found ? bytesOf(found->number, path) : 0;
    });
}

Result<PurgedRun> RecordedCommands::beginPurge(const RunPath& path)
{
    return run([&]() -> Result<PurgedRun> {
        m_session.open();
        const std::optional<Found> found = find(path);
        if (!found || found->place != Place::Trash)
            return notInTrash();
        PurgedRun purged{found->number, folderOf(path)};
        // Its path stays, which is refused for good.
        Query(m_database, "UPDATE recorded_runs SET deleted = 2, derived = 1, open = 0, history = 0, events = 0,"
                          " output = 0, doc = '{}', config = '', summary = '' WHERE number = ?")
            .bind(found->number)
            .run();
        Query(m_database, "UPDATE recorded_trash SET doc = NULL, folder = iif(? = '', folder, ?) WHERE run = ?")
            .bind(purged.folder)
            .bind(purged.folder)
            .bind(found->number)
            .run();
        // What it made may be needed by another run for now, and go with that one.
        Query(m_database, "DELETE FROM recorded_edits WHERE run = ? AND field <> 'artifacts_go'")
            .bind(found->number)
            .run();
        dropArtifacts();
        writeStop(m_database, found->number, std::nullopt);
        RunWriter(m_session).remove(path);
        if (purged.folder.empty()) {
            Query query(m_database, "SELECT folder FROM recorded_trash WHERE run = ?");
            purged.folder = query.bind(found->number).step() ? query.text(0) : std::string();
        }
        m_session.commit();
        return purged;
    });
}

Status RecordedCommands::removeSent(const PurgedRun& purged)
{
    return run([&]() -> Status {
        for (bool isMore = true; isMore;) {
            m_session.open();
            while (isMore && !m_session.isSpent()) {
                Query(m_database, "DELETE FROM recorded_lines WHERE run = ? AND (file, start) IN"
                                  " (SELECT file, start FROM recorded_lines WHERE run = ? LIMIT 16)")
                    .bind(purged.number)
                    .bind(purged.number)
                    .run();
                Query left(m_database, "SELECT 1 FROM recorded_lines WHERE run = ? LIMIT 1");
                isMore = left.bind(purged.number).step();
            }
            m_session.commit();
        }
        collectGarbage(m_session);
        return Done{};
    });
}

Status RecordedCommands::endPurge(const PurgedRun& purged)
{
    return run([&]() -> Status {
        m_session.open();
        Query(m_database, "DELETE FROM recorded_trash WHERE run = ?").bind(purged.number).run();
        m_session.commit();
        return Done{};
    });
}

Result<std::vector<PurgedRun>> RecordedCommands::begun()
{
    return run([&]() -> Result<std::vector<PurgedRun>> {
        std::vector<PurgedRun> all;
        Query query(m_database, "SELECT number, folder FROM recorded_trash JOIN recorded_runs ON number = run"
                                " WHERE deleted = 2");
        while (query.step())
            all.push_back({query.integer(0), query.text(1)});
        return all;
    });
}

Result<std::string> RecordedCommands::place()
{
    return run([&]() -> Result<std::string> {
        Query query(m_database, "SELECT value FROM recorder WHERE key = 'place'");
        return query.step() ? query.text(0) : std::string();
    });
}

Status RecordedCommands::giveBackRoom()
{
    return run([&]() -> Status {
        const auto free = [this] { return sum(Query(m_database, "PRAGMA freelist_count")); };
        // Some megabytes at a time, so that others come in between.
        for (std::uint64_t left = free(), before = left + 1; left > 0 && left < before; left = free()) {
            before = left;
            m_database.execute("PRAGMA incremental_vacuum(1024)");
        }
        return Done{};
    });
}

} // namespace runglass
