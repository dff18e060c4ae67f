// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/RunSegments.h"
#include "models/sources/SegmentTail.h"

namespace runglass
{

/// Puts the segments of a run together: name, notes and tags of the last one, config and summary of later ones over
/// earlier ones by top-level key, warnings, artifacts and alerts united. States are not decided.
/// @param readings  one for each of group.segments, in their order; at least one
RunUpdate assembleRun(const RunSegments& group, std::vector<SegmentReading> readings);

} // namespace runglass
