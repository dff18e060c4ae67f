// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RecorderMigrations.h"

#include "models/store/Database.h"
#include "models/store/Query.h"
#include "models/store/RecorderSchema.h"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace runglass
{

namespace
{

/// By the version that each leads to, from 2 on. What was released is never changed.
constexpr const char* kMigrations[] = {
    R"sql(
CREATE TABLE recorded_collections(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL,
  project TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  portfolio INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  next INTEGER NOT NULL DEFAULT 0,
  doc TEXT NOT NULL,
  UNIQUE(entity, project, name));

CREATE TABLE recorded_artifacts(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  collection INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT -1,
  run INTEGER NOT NULL,
  state INTEGER NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  client TEXT NOT NULL,
  digest TEXT NOT NULL,
  doc TEXT NOT NULL);
CREATE INDEX recorded_artifact_client ON recorded_artifacts(client);
CREATE INDEX recorded_artifact_digest ON recorded_artifacts(collection, digest);

CREATE TABLE recorded_versions(
  collection INTEGER NOT NULL,
  version INTEGER NOT NULL,
  artifact INTEGER NOT NULL,
  created INTEGER NOT NULL,
  PRIMARY KEY(collection, version)) WITHOUT ROWID;
CREATE INDEX recorded_version_artifact ON recorded_versions(artifact);

CREATE TABLE recorded_aliases(
  collection INTEGER NOT NULL,
  alias TEXT NOT NULL,
  artifact INTEGER NOT NULL,
  PRIMARY KEY(collection, alias)) WITHOUT ROWID;
CREATE INDEX recorded_alias_artifact ON recorded_aliases(artifact);

CREATE TABLE recorded_lineage(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  run INTEGER NOT NULL,
  direction INTEGER NOT NULL,
  artifact INTEGER NOT NULL,
  UNIQUE(run, direction, artifact));
CREATE INDEX recorded_lineage_artifact ON recorded_lineage(artifact);

CREATE TABLE recorded_sweeps(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL,
  project TEXT NOT NULL,
  name TEXT NOT NULL,
  doc TEXT NOT NULL,
  UNIQUE(entity, project, name));
)sql",
    // What was deleted before can be restored as well: what was sent of it is still there.
    R"sql(
CREATE TABLE recorded_edits(
  run INTEGER NOT NULL,
  field TEXT NOT NULL,
  value BLOB NOT NULL,
  user TEXT NOT NULL,
  time INTEGER NOT NULL,
  PRIMARY KEY(run, field)) WITHOUT ROWID;

CREATE TABLE recorded_stops(
  run INTEGER PRIMARY KEY,
  way INTEGER NOT NULL,
  user TEXT NOT NULL,
  time INTEGER NOT NULL);

CREATE TABLE recorded_trash(
  run INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  user TEXT NOT NULL,
  folder TEXT NOT NULL,
  doc BLOB);
INSERT INTO recorded_trash SELECT number, 0, '', '', NULL FROM recorded_runs WHERE deleted <> 0;
UPDATE recorded_runs SET derived = 0 WHERE deleted <> 0;
)sql",
};
static_assert(std::size(kMigrations) + 1 == kRecorderVersion);

} // namespace

void migrateRecorder(Database& database, int version)
{
    constexpr int kFirst = 2;
    database.execute(kMigrations[version - kFirst]);
    const std::string text = std::to_string(version);
    Query(database, "INSERT OR REPLACE INTO recorder(key, value) VALUES('version', ?)").bind(text).run();
}

void backUpStore(Database& database, int version)
{
    if (database.file().empty())
        return;
    const std::string file = database.file() + ".before-version-" + std::to_string(version);
    const auto fail = [&file] {
        return StoreFailure({Error::Kind::Io, std::generic_category().message(errno) + '.', file});
    };
    // Of an attempt that was broken off: the store is still as it was.
    if (::unlink(file.c_str()) != 0 && errno != ENOENT)
        throw fail();
    Query(database, "VACUUM INTO ?").bind(file).run();
    const int copy = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isOnDisk = copy >= 0 && ::fsync(copy) == 0;
    if (copy >= 0)
        ::close(copy);
    if (!isOnDisk)
        throw fail();
}

} // namespace runglass
