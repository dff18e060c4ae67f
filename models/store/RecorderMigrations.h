// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace runglass
{

class Database;

/// Brings the tables of a recorder from the version before to version, without touching what they hold. A new store is
/// made of the first version's and goes the same way, so that both are the same. Inside the caller's transaction.
void migrateRecorder(Database& database, int version);

/// Keeps the store as it is beside itself, as FILE.before-version-N, unless it is in memory. Outside of transactions.
/// @throws StoreFailure  Io
void backUpStore(Database& database, int version);

} // namespace runglass
