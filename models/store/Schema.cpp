// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Schema.h"

#include "models/store/Database.h"
#include "models/store/Query.h"
#include "models/store/RecorderSchema.h"

#include <chrono>
#include <vector>

namespace runglass
{

const char* const kSchema = R"sql(
-- Documents of runs have fields up to 37.
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;

CREATE TABLE runs(
  number INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  project TEXT NOT NULL,
  id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  state TEXT,
  started INTEGER,
  vanished INTEGER NOT NULL DEFAULT 0,
  noted INTEGER NOT NULL DEFAULT 0,
  doc BLOB,
  UNIQUE(entity, project, id));
CREATE INDEX runs_seq ON runs(seq);

CREATE TABLE details(run INTEGER PRIMARY KEY, doc BLOB NOT NULL);

CREATE TABLE segments(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  run INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  live INTEGER NOT NULL,
  writer INTEGER NOT NULL,
  touched INTEGER NOT NULL,
  log TEXT NOT NULL,
  size INTEGER NOT NULL DEFAULT 0,
  modified INTEGER NOT NULL DEFAULT 0,
  inode INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0,
  crc INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  fragments INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX segments_live ON segments(run, ordinal) WHERE live = 1;
CREATE INDEX segments_dead ON segments(touched) WHERE live = 0;

CREATE TABLE logs(
  log TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  inode INTEGER NOT NULL,
  entity TEXT NOT NULL,
  project TEXT NOT NULL,
  id TEXT NOT NULL,
  started INTEGER,
  described INTEGER NOT NULL,
  head_size INTEGER NOT NULL,
  head_crc INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE metrics(
  number INTEGER PRIMARY KEY,
  system INTEGER NOT NULL,
  key TEXT NOT NULL,
  runs INTEGER NOT NULL DEFAULT 0,
  numeric_runs INTEGER NOT NULL DEFAULT 0,
  UNIQUE(system, key));

CREATE TABLE axes(number INTEGER PRIMARY KEY, segment INTEGER NOT NULL, count INTEGER NOT NULL);
CREATE INDEX axes_segment ON axes(segment);
CREATE TABLE axis_chunks(
  axis INTEGER NOT NULL,
  start INTEGER NOT NULL,
  count INTEGER NOT NULL,
  steps BLOB NOT NULL,
  times BLOB NOT NULL,
  PRIMARY KEY(axis, start)) WITHOUT ROWID;

CREATE TABLE series(
  number INTEGER PRIMARY KEY,
  segment INTEGER NOT NULL,
  metric INTEGER NOT NULL,
  axis INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  exact INTEGER NOT NULL,
  count INTEGER NOT NULL,
  finite INTEGER NOT NULL,
  min REAL,
  max REAL,
  mean REAL,
  first REAL,
  last REAL);
CREATE UNIQUE INDEX series_metric ON series(segment, metric);
CREATE TABLE chunks(
  series INTEGER NOT NULL,
  start INTEGER NOT NULL,
  count INTEGER NOT NULL,
  format INTEGER NOT NULL,
  min REAL,
  max REAL,
  data BLOB NOT NULL,
  PRIMARY KEY(series, start)) WITHOUT ROWID;

CREATE TABLE console(
  segment INTEGER NOT NULL,
  start INTEGER NOT NULL,
  count INTEGER NOT NULL,
  size INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY(segment, start)) WITHOUT ROWID;
)sql";

namespace
{

enum class Found { Nothing, Ours, OtherSchema, Foreign };

std::int64_t single(Database& database, const char* sql)
{
    Query query(database, sql);
    return query.step() ? query.integer(0) : 0;
}

bool holdsOurText(Database& database)
{
    if (single(database, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'meta'") == 0)
        return false;
    Query query(database, "SELECT value FROM meta WHERE key = 'schema'");
    return query.step() && query.text(0) == kSchema;
}

Found examine(Database& database)
{
    if (single(database, "SELECT count(*) FROM sqlite_master") == 0)
        return Found::Nothing;
    if (single(database, "PRAGMA application_id") != kApplicationId)
        return Found::Foreign;
    const bool same = single(database, "PRAGMA user_version") == kSchemaVersion && holdsOurText(database);
    return same ? Found::Ours : Found::OtherSchema;
}

std::string quoted(const std::string& name)
{
    std::string text = "\"";
    for (const char byte : name)
        text += byte == '"' ? "\"\"" : std::string(1, byte);
    return text + '"';
}

/// All but a recorder's own.
void dropAll(Database& database)
{
    std::vector<std::string> statements;
    {
        Query query(database, "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view')"
                              " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'recorder'"
                              " AND name NOT LIKE 'recorded\\_%' ESCAPE '\\'");
        while (query.step())
            statements.push_back("DROP " + query.text(0) + " " + quoted(query.text(1)));
    }
    for (const std::string& statement : statements)
        database.execute(statement.c_str());
}

void createAll(Database& database)
{
    using namespace std::chrono;
    database.execute(kSchema);
    database.execute(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    database.execute(("PRAGMA user_version = " + std::to_string(kSchemaVersion)).c_str());
    const std::string text = kSchema;
    const auto now = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
    Query(database, "INSERT INTO meta(key, value) VALUES('schema', ?), ('base', ?)").bind(text).bind(now).run();
    // Numbers of segments begin there too, so that one of this store never meant something in the store before it.
    Query(database, "INSERT INTO sqlite_sequence(name, seq) VALUES('segments', ?)").bind(now).run();
}

Error foreign(const Database& database)
{
    return {Error::Kind::Refused, "This is another program's database, not an index of Runglass.", database.file()};
}

} // namespace

void makeSchema(Database& database)
{
    if (examine(database) == Found::Ours && !hasRecorderSchema(database))
        return;
    Transaction transaction(database, Transaction::Mode::Immediate);
    // Another process may have made it while we waited for the lock.
    const Found found = examine(database);
    if (found == Found::Ours && !hasRecorderSchema(database))
        return;
    if (found == Found::Foreign)
        throw StoreFailure(foreign(database));
    if (hasRecorderSchema(database))
        throw StoreFailure({Error::Kind::Refused, "This is the store of a recorder, not an index.", database.file()});
    if (found == Found::OtherSchema)
        dropAll(database);
    createAll(database);
    transaction.commit();
}

bool renewIndexTables(Database& database)
{
    const Found found = examine(database);
    if (found == Found::Ours)
        return false;
    if (found == Found::Foreign)
        throw StoreFailure(foreign(database));
    dropAll(database);
    createAll(database);
    return true;
}

void requireEmpty(Database& database)
{
    switch (examine(database)) {
    case Found::Nothing:
        return;
    case Found::Foreign:
        throw StoreFailure({Error::Kind::Refused, "This is another program's database, not the store of a recorder.",
                            database.file()});
    default:
        throw StoreFailure({Error::Kind::Refused, "This is an index, not the store of a recorder.", database.file()});
    }
}

void requireSchema(Database& database)
{
    switch (examine(database)) {
    case Found::Ours:
        return;
    case Found::Nothing:
        throw StoreFailure(
            {Error::Kind::NotFound, "The index is empty: nothing has been read into it yet.", database.file()});
    case Found::Foreign:
        throw StoreFailure(foreign(database));
    case Found::OtherSchema:
        throw StoreFailure(
            {Error::Kind::Unsupported, "The index was written by another version of Runglass.", database.file()});
    }
}

} // namespace runglass
