// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace runglass
{

/// The tables of a store. Its text is kept in the store itself, and an index that holds another text is rebuilt empty.
///
/// **meta** (key, value): `schema` this very text · `base` where the change sequence began, the creation time in
/// microseconds since 1970, so that the numbers of a rebuilt store lie above those of the one before it.
///
/// **runs**, one row a run that is or was there. `number` joins the other tables · `entity`, `project`, `id` the path ·
/// `seq` the number of its last change, taken from one counter; 0 while its first data are still being written ·
/// `state` name of the state · `started` nanoseconds since 1970 · `vanished` 1: as Run::vanished · `noted` 1: the run
/// is edited or locked, or has the ID of a deleted one · `doc` the Run (Documents.h). `doc` is NULL in a tombstone, a
/// run that is gone: it keeps its row so that readers hear of it by `seq`.
///
/// **details** (run, doc): the RunDetail, with all segments.
///
/// **segments**, one row a segment and one for each that is being written or waits for removal. `number` never used
/// again, from the store's creation time on as `seq` is, so that it says which points one has · `run`, `ordinal` ·
/// `live` 1: what readers see; 0: staged by a writer, or garbage once `touched` lies a minute back · `writer` a random
/// number that whoever begins to write the segment puts there, so that others notice · `touched` seconds since 1970 of
/// the last staged slice · `log` the log file as opened, empty: to be read anew · `size`, `modified`, `inode`,
/// `position`, `crc`, `changed` the cursor in it · `fragments` how many console fragments are visible.
///
/// **logs**, one row a log that was found, copies included, as LogSighting. `started` NULL: not known.
///
/// **metrics**, one row a key. `system` 1: hardware · `key` JSON array of the components; bytes that are no UTF-8 stand
/// as they are · `runs` how many visible runs logged it · `numeric_runs` how many of them numbers or bools.
///
/// **axes**: rows of (step, time) which the series logged together share. `segment` · `count` rows visible.
/// **axis_chunks** (axis, start, count, steps, times): rows from `start`. `steps` is a byte 0 and i64s, or a byte 1,
/// the first i64 and the i64 distance; `times` f64s. All numbers in blobs are little-endian.
///
/// **series**, one row a series. `segment`, `metric` · `axis` its points are that axis' first `count` rows · `kind` as
/// SeriesKind · `exact` 1 while every integer in it is exact in a double · `count` points visible · `finite` how many
/// of them are finite numbers; `min`, `max`, `mean` of those · `first`, `last` of all. NULL stands for NaN.
/// **chunks** (series, start, count, format, min, max, data): points from `start`; format as ChunkFormat (Chunks.h).
/// A chunk may be of a narrower kind than its series.
///
/// **console** (segment, start, count, size, data): fragments from `start`; `data` is zstd over `size` bytes of CBOR.
///
/// In axis_chunks, chunks and console rows may go on behind what is visible: those are slices of a write that has not
/// ended, or never will. Readers stop at the visible count, writers drop the rest before they append.
extern const char* const kSchema;

/// "Rngl", in the file's header.
inline constexpr std::int32_t kApplicationId = 0x526e676c;
inline constexpr std::int32_t kSchemaVersion = 1;
inline constexpr int kPageSize = 8192;

class Database;

/// Makes the tables in an empty database, and anew in a store whose schema text differs from ours; in one transaction,
/// so that others see the old store or the new one.
/// @throws StoreFailure  Refused when the tables are some other program's, or a recorder's
void makeSchema(Database& database);
/// Makes the tables of an index in a recorder's store where they are missing or of another form; those of the recorder
/// stay. Inside the caller's transaction.
/// @return whether they are new
/// @throws StoreFailure  Refused when the tables are some other program's
bool renewIndexTables(Database& database);
/// @throws StoreFailure  Refused when there is any table
void requireEmpty(Database& database);
/// @throws StoreFailure  NotFound when there are no tables yet · Unsupported when the schema text differs
void requireSchema(Database& database);

/// Points in a full chunk and rows in a full axis chunk.
inline constexpr std::uint64_t kChunkPoints = 4096;

} // namespace runglass
