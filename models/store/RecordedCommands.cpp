// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RecordedCommands.h"

#include "models/run/RunFields.h"
#include "models/run/StateMark.h"
#include "models/store/Documents.h"
#include "models/store/Query.h"

#include <algorithm>

namespace runglass
{

namespace
{

Error noRun()
{
    return {Error::Kind::NotFound, "There is no such run.", {}};
}

} // namespace

std::optional<RecordedCommands::Found> RecordedCommands::find(const RunPath& path)
{
    Query query(m_database, "SELECT number, deleted FROM recorded_runs WHERE entity = ? AND project = ? AND id = ?");
    if (!query.bind(path.entity).bind(path.project).bind(path.id).step())
        return std::nullopt;
    return Found{query.integer(0), static_cast<Place>(query.integer(1))};
}

/// As readers see it; nothing when they do not.
std::optional<Run> RecordedCommands::shown(const RunPath& path)
{
    Query query(m_database, "SELECT doc FROM runs WHERE entity = ? AND project = ? AND id = ? AND doc IS NOT NULL");
    if (!query.bind(path.entity).bind(path.project).bind(path.id).step())
        return std::nullopt;
    Result<Run> run = decodeRun(query.blob(0));
    if (!run)
        throw StoreFailure(run.error());
    run->path = path;
    return std::move(run).value();
}

/// Lets readers see the run so.
void RecordedCommands::show(const Run& run)
{
    const std::string doc = encodeRun(run);
    Query(m_database, "UPDATE runs SET seq = ?, noted = ?, doc = ? WHERE entity = ? AND project = ? AND id = ?")
        .bind(m_session.nextSequence())
        .bind(isNoted(run))
        .bindBlob(doc)
        .bind(run.path.entity)
        .bind(run.path.project)
        .bind(run.path.id)
        .run();
}

Result<std::vector<FieldChange>> RecordedCommands::edit(const RunPath& path, const Asker& asker, const Decide& decide)
{
    return run([&]() -> Result<std::vector<FieldChange>> {
        m_session.open();
        const std::optional<Found> found = find(path);
        std::optional<Run> run = found && found->place == Place::There ? shown(path) : std::nullopt;
        if (!run)
            return noRun();
        Result<std::vector<FieldChange>> changes = decide(*run);
        if (!changes || changes->empty())
            return changes;
        takeEditsBack(*run);
        for (const FieldChange& change : *changes) {
            const bool isAsSent = change.after == fieldOf(*run, change.field);
            writeEdit(m_database, found->number, change.field, isAsSent ? std::nullopt : std::optional(change.after),
                      asker.user, asker.when);
        }
        applyEdits(*run, editsOf(m_database, found->number));
        show(*run);
        m_session.commit();
        return changes;
    });
}

Result<std::optional<RecordedStop>> RecordedCommands::stop(const RunPath& path)
{
    return run([&]() -> Result<std::optional<RecordedStop>> {
        const std::optional<Found> found = find(path);
        return found ? stopOf(m_database, found->number) : std::nullopt;
    });
}

Status RecordedCommands::setStop(const RunPath& path, const std::optional<RecordedStop>& stop)
{
    return run([&]() -> Status {
        m_session.open();
        const std::optional<Found> found = find(path);
        if (!found || found->place != Place::There)
            return noRun();
        writeStop(m_database, found->number, stop);
        if (std::optional<Run> run = shown(path); run && ownState(*run) == RunState::Running) {
            setOwnState(*run, RunState::Running, stop ? std::string(reasonOf(stop->way)) : std::string());
            show(*run);
        }
        m_session.commit();
        return Done{};
    });
}

} // namespace runglass
