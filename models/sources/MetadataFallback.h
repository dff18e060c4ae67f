// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/FileSystem.h"
#include "models/sources/LogProblems.h"
#include "models/sources/SegmentData.h"

namespace runglass
{

/// Fills what the log left open from the files that online runs and `wandb sync` write beside it:
/// wandb-metadata.json, config.yaml and wandb-summary.json in files/. What the log says is never changed.
/// What is wrong with these files is told, also where files/output.log of an unfinished run cannot be read.
/// @param folder  the run folder
void completeFromFiles(const FileSystem& files, const std::string& folder, SegmentData& data, LogProblems& problems);

} // namespace runglass
