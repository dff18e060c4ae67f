// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RecorderSchema.h"

#include "models/store/Database.h"
#include "models/store/Query.h"
#include "models/store/RecorderMigrations.h"
#include "models/store/Schema.h"

#include <charconv>
#include <string>

namespace runglass
{

const char* const kRecorderSchema = R"sql(
CREATE TABLE recorder(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE recorded_runs(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL,
  project TEXT NOT NULL,
  id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  derived INTEGER NOT NULL DEFAULT 0,
  open INTEGER NOT NULL DEFAULT 1,
  history INTEGER NOT NULL DEFAULT 0,
  events INTEGER NOT NULL DEFAULT 0,
  output INTEGER NOT NULL DEFAULT 0,
  doc TEXT NOT NULL,
  config TEXT NOT NULL,
  summary TEXT NOT NULL,
  UNIQUE(entity, project, id));
CREATE INDEX recorded_open ON recorded_runs(number) WHERE open = 1;
CREATE INDEX recorded_underived ON recorded_runs(number) WHERE derived = 0;

CREATE TABLE recorded_projects(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL,
  name TEXT NOT NULL,
  created INTEGER NOT NULL,
  UNIQUE(entity, name));

CREATE TABLE recorded_lines(
  run INTEGER NOT NULL,
  file INTEGER NOT NULL,
  start INTEGER NOT NULL,
  count INTEGER NOT NULL,
  size INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY(run, file, start)) WITHOUT ROWID;
)sql";

bool hasRecorderSchema(Database& database)
{
    Query query(database, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'recorder'");
    return query.step() && query.integer(0) != 0;
}

namespace
{

/// Of the tables, 0: they are of no version of ours.
int versionOf(Database& database)
{
    Query query(database, "SELECT value FROM recorder WHERE key = 'version'");
    const std::string text = query.step() ? query.text(0) : std::string();
    int version = 0;
    const std::from_chars_result result = std::from_chars(text.data(), text.data() + text.size(), version);
    return result.ec == std::errc() && result.ptr == text.data() + text.size() ? version : 0;
}

void requireKnownVersion(Database& database)
{
    const int version = versionOf(database);
    if (version < 1 || version > kRecorderVersion)
        throw StoreFailure(
            {Error::Kind::Unsupported, "The store was written by a newer version of Runglass.", database.file()});
}

} // namespace

void requireRecorderSchema(Database& database)
{
    requireSchema(database);
    if (!hasRecorderSchema(database) || versionOf(database) != kRecorderVersion)
        throw StoreFailure({Error::Kind::Unsupported,
                            "The recorder that runs is of another version of Runglass: start it anew first.",
                            database.file()});
}

void makeRecorderSchema(Database& database)
{
    if (hasRecorderSchema(database)) {
        requireKnownVersion(database);
        if (versionOf(database) < kRecorderVersion)
            backUpStore(database, kRecorderVersion);
    }
    Transaction transaction(database, Transaction::Mode::Immediate);
    const bool isNew = !hasRecorderSchema(database);
    if (isNew) {
        requireEmpty(database);
        renewIndexTables(database);
        database.execute(kRecorderSchema);
    } else {
        requireKnownVersion(database);
        if (renewIndexTables(database))
            database.execute("UPDATE recorded_runs SET derived = 0");
    }
    for (int version = isNew ? 1 : versionOf(database); version < kRecorderVersion; ++version)
        migrateRecorder(database, version + 1);
    transaction.commit();
}

} // namespace runglass
