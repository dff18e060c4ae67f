// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace runglass
{

class Database;

/// The tables that a recorder's store has beside those of an index. They hold what was sent and are never dropped; the
/// tables of Schema.h are derived from them and are filled anew where their form is another one.
///
/// **recorder** (key, value): `version` of these tables · settings of the recorder, as `port`.
///
/// **recorded_runs**, one row a run that was ever acknowledged. `number` never used again · `entity`, `project`, `id`
/// the path · `deleted` 1: its ID is refused for good · `derived` 0: the other tables do not yet say what this one
/// says · `open` 1: its state may still change by itself · `history`, `events`, `output` how many lines each file has ·
/// `doc`, `config`, `summary` JSON texts whose form is models/recorder's.
///
/// **recorded_projects**, one row a project: `number` never used again · `created` nanoseconds since 1970.
///
/// **recorded_sweeps**, one row a sweep: `number` never used again · `entity`, `project`, `name` as it is asked for ·
/// `doc` JSON text whose form is models/recorder's.
///
/// **recorded_lines** (run, file, start, count, size, data): lines from `start` of a file (RecordedFile); `data` is
/// zstd over `size` bytes, each line behind its length as u32, little-endian. At most 256 lines or about 256 KB a row.
extern const char* const kRecorderSchema;

/// Version of the tables above.
inline constexpr int kRecorderVersion = 1;

/// Makes all tables of a recorder's store in an empty database, and those of the index anew where their form differs.
/// @throws StoreFailure  Refused: the tables are some other program's, or an index · Unsupported: those of a newer
///                       version
void makeRecorderSchema(Database& database);
/// Whether the database is a recorder's store.
bool hasRecorderSchema(Database& database);

} // namespace runglass
