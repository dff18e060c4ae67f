// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunBatch.h"

namespace runglass
{

/// Everything that one log says, before segments are put together.
struct SegmentData {
    Run run;                  ///< of this segment alone; state is not decided yet
    bool isDescribed = false; ///< a run record was read: name, notes and tags are what it says
    std::vector<Artifact> artifacts;
    std::vector<Alert> alerts;
    std::vector<MetricDefinition> metrics;
    std::vector<AnnouncedFile> announcedFiles;
    std::vector<Series> series;
    std::vector<ConsoleFragment> console;
};

} // namespace runglass
