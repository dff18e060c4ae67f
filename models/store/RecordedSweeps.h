// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/RecorderStore.h"
#include "models/store/WriteSession.h"

namespace runglass
{

/// The sweeps of a recorder's store. All throw StoreFailure; what is written is written inside the open transaction.
std::optional<RecordedSweep> findSweep(Database& database, const RunPath& path);
std::optional<RecordedSweep> findSweep(Database& database, std::int64_t number);
std::vector<RecordedSweep> sweepsOf(Database& database, const std::string& entity, const std::string& project);
void writeSweep(Database& database, RecordedSweep& sweep);

} // namespace runglass
