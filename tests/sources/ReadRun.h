// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunBatch.h"
#include "models/sources/PosixFileSystem.h"
#include "models/sources/RunSegments.h"

#include <filesystem>

namespace runglass::test
{

/// Long after every fixture was written.
inline constexpr TimeNs kLongAfter = TimeNs{1'900'000'000} * 1'000'000'000;

/// Run folders below location, put together as runs.
std::vector<RunSegments> findRuns(const std::filesystem::path& location, const FileSystem& files = PosixFileSystem());

/// A run of findRuns, read without a store at a given time.
RunUpdate readGroup(const RunSegments& group, TimeNs now = kLongAfter, const FileSystem& files = PosixFileSystem());

/// The one run below location. Throws when there is another number of them.
RunUpdate readRun(const std::filesystem::path& location, TimeNs now = kLongAfter);

/// The series of a key, or null.
const Series* findSeries(const RunUpdate& run, const KeyPath& key, bool system = false, int segment = 0);

/// What a stream printed, as one text.
std::string consoleText(const RunUpdate& run, ConsoleStream stream);

} // namespace runglass::test
