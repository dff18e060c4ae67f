// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RecordedEdits.h"

#include "models/run/RunFields.h"
#include "models/run/StateMark.h"
#include "models/store/Cbor.h"
#include "models/store/Query.h"

namespace runglass
{

namespace
{

constexpr const char* kMark = "state_mark";

} // namespace

std::string_view reasonOf(RecordedStop::Way way)
{
    return way == RecordedStop::Way::Asked ? "asked to stop" : "interrupted, and not ended yet";
}

std::vector<RecordedEdit> editsOf(Database& database, std::int64_t run)
{
    std::vector<RecordedEdit> edits;
    Query query(database, "SELECT field, value, user, time FROM recorded_edits WHERE run = ? ORDER BY field");
    query.bind(run);
    while (query.step()) {
        CborReader reader(query.blob(1));
        RecordedEdit edit{query.text(0), reader.value(), query.text(2), query.integer(3)};
        if (!reader.failed())
            edits.push_back(std::move(edit));
    }
    return edits;
}

void writeEdit(Database& database, std::int64_t run, const std::string& field, const std::optional<Value>& value,
               const std::string& user, TimeNs when)
{
    if (!value) {
        Query(database, "DELETE FROM recorded_edits WHERE run = ? AND field = ?").bind(run).bind(field).run();
        return;
    }
    CborWriter writer;
    writer.value(*value);
    Query(database, "INSERT OR REPLACE INTO recorded_edits(run, field, value, user, time) VALUES(?, ?, ?, ?, ?)")
        .bind(run)
        .bind(field)
        .bindBlob(writer.bytes())
        .bind(user)
        .bind(when)
        .run();
}

std::optional<RecordedStop> stopOf(Database& database, std::int64_t run)
{
    Query query(database, "SELECT way, user, time FROM recorded_stops WHERE run = ?");
    if (!query.bind(run).step())
        return std::nullopt;
    return RecordedStop{static_cast<RecordedStop::Way>(query.integer(0)), query.text(1), query.integer(2)};
}

void writeStop(Database& database, std::int64_t run, const std::optional<RecordedStop>& stop)
{
    if (!stop) {
        Query(database, "DELETE FROM recorded_stops WHERE run = ?").bind(run).run();
        return;
    }
    Query(database, "INSERT OR REPLACE INTO recorded_stops(run, way, user, time) VALUES(?, ?, ?, ?)")
        .bind(run)
        .bind(static_cast<int>(stop->way))
        .bind(stop->user)
        .bind(stop->when)
        .run();
}

void applyEdits(Run& run, const std::vector<RecordedEdit>& edits)
{
    for (const RecordedEdit& edit : edits) {
        if (const std::optional<StateMark> mark = edit.field == kMark ? markOf(edit.value) : std::nullopt)
            applyMark(run, *mark, edit.user, edit.when);
        Value original = fieldOf(run, edit.field);
        if (original == edit.value || !setField(run, edit.field, edit.value))
            continue;
        if (edit.field != "locked")
            run.edits.push_back({edit.field, std::move(original), edit.user, edit.when});
    }
}

} // namespace runglass
