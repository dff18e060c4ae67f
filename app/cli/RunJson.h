// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunDetail.h"
#include "models/session/JsonWriter.h"
#include "models/session/RunObject.h"
#include "models/sources/RunSource.h"

#include <vector>

namespace runglass::cli
{

void writeOverview(JsonWriter& json, const Run& run, const RunDetail& detail);
void writeSegments(JsonWriter& json, const RunDetail& detail);
/// Folders that hold the run or a copy of a part of it.
void writeLocations(JsonWriter& json, const RunDetail& detail);
void writeArtifacts(JsonWriter& json, const std::vector<Artifact>& artifacts, bool internal);
void writeFiles(JsonWriter& json, const std::vector<RunFile>& files);
/// What is to be said of a run for lying in the trash, as a member of its object.
void writeTrashed(JsonWriter& json, const TrashedRun& trashed);
void writeAlerts(JsonWriter& json, const std::vector<Alert>& alerts);

} // namespace runglass::cli
