// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/JsonWriter.h"
#include "models/run/RunDetail.h"
#include "models/sources/RunSource.h"

#include <vector>

namespace runglass::cli
{

/// Writes the members of the run object into an object that is open; what `show` adds comes after it.
/// @param internal  config and summary with the keys that begin with "_"
void writeRunMembers(JsonWriter& json, const Run& run, const RunSource& source, bool internal);

void writeOverview(JsonWriter& json, const Run& run, const RunDetail& detail);
void writeSegments(JsonWriter& json, const RunDetail& detail);
/// Folders that hold the run or a copy of a part of it.
void writeLocations(JsonWriter& json, const RunDetail& detail);
void writeArtifacts(JsonWriter& json, const std::vector<Artifact>& artifacts, bool internal);
void writeFiles(JsonWriter& json, const std::vector<RunFile>& files);
void writeAlerts(JsonWriter& json, const std::vector<Alert>& alerts);
/// RFC 3339, or null.
void writeTime(JsonWriter& json, const std::optional<TimeNs>& time);

} // namespace runglass::cli
