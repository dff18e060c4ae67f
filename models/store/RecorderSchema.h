// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace runglass
{

class Database;

/// The tables that a recorder's store has beside those of an index. They hold what was sent and are never dropped; the
/// tables of Schema.h are derived from them and are filled anew where their form is another one.
///
/// **recorder** (key, value): `version` of these tables · settings of the recorder, as `port` and
/// `place`, where the store was when it was recorded last, `files`, where its recorder keeps its files.
///
/// **recorded_runs**, one row a run that was ever acknowledged. `number` never used again · `entity`, `project`, `id`
/// the path · `deleted` 1: it lies in the trash, 2: it was removed for good, and with both its ID is refused ·
/// `derived` 0: the other tables do not yet say what this one says · `open` 1: its state may still change by itself ·
/// `history`, `events`, `output` how many lines each file has · `doc`, `config`, `summary` JSON texts whose form is
/// models/recorder's.
///
/// **recorded_projects**, one row a project: `number` never used again · `created` nanoseconds since 1970.
///
/// **recorded_sweeps**, one row a sweep: `number` never used again · `entity`, `project`, `name` as it is asked for ·
/// `doc` JSON text whose form is models/recorder's.
///
/// **recorded_lines** (run, file, start, count, size, data): lines from `start` of a file (RecordedFile); `data` is
/// zstd over `size` bytes, each line behind its length as u32, little-endian. At most 256 lines or about 256 KB a row.
///
/// **recorded_collections**, one row a name that artifacts are kept under. `number` never used again · `portfolio` 1:
/// it links to versions of others · `next` the version that the next one gets · `doc` JSON text.
///
/// **recorded_artifacts**, one row a version, or one on its way. `number` never used again · `collection` that it was
/// made in · `version` there, -1: none · `run` that made it, 0: none · `state` as RecordedArtifact::State · `client`
/// what its client calls it · `digest` of its contents · `doc` JSON text. Which files it has says its manifest, a file.
///
/// **recorded_versions** (collection, version, artifact, created): what a collection holds, links of portfolios too.
/// **recorded_aliases** (collection, alias, artifact).
/// **recorded_lineage** (run, direction, artifact): what runs logged (0) and used (1), in order of `number`.
///
/// **recorded_edits**, one row a field that shows what a user made of it. `run` its number · `field` as in RunFields.h,
/// "state_mark" (StateMark.h), or "artifacts_go" of a run in the trash whose artifacts are to be removed with it ·
/// `value` CBOR · `user`, `time` of the edit. The recorder never writes over them by what it is sent; it drops one
/// when the run's writer sends something new for the field.
///
/// **recorded_stops**, one row a run that shall stop: `way` as RecordedStop::Way · `user`, `time` of that.
///
/// **recorded_trash**, one row a run that lies in the trash, or whose removal for good has not ended (`deleted` 2).
/// `time`, `user` of its deletion, 0 and empty: not known · `folder` of its files, empty: none · `doc` the Run as it
/// was shown (Documents.h), empty: it is derived anew when it is restored.
///
/// kRecorderSchema makes the tables of version 1, RecorderMigrations.h those that came later.
extern const char* const kRecorderSchema;

/// Version of the tables above.
inline constexpr int kRecorderVersion = 3;

/// Makes all tables of a recorder's store in an empty database. In one that is there those of the index are made anew
/// where their form differs; those of the recorder are brought to our version, behind a copy of the store as it was.
/// @throws StoreFailure  Refused: the tables are some other program's, or an index · Unsupported: those of a newer
///                       version
void makeRecorderSchema(Database& database);
/// @throws StoreFailure  Unsupported: the tables are not just ours, which only a recorder may change
void requireRecorderSchema(Database& database);
/// Whether the database is a recorder's store.
bool hasRecorderSchema(Database& database);

} // namespace runglass
