// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/Http.h"
#include "models/recorder/Sweeps.h"

namespace runglass
{

/// The page at a run's address, which the SDK prints: what the run is, and how to see more of it. Plain, without
/// scripts, and it changes nothing.
HttpResponse runPage(const KeptRun& kept, const std::string& storeFile, const std::string& server);

/// The page at a project's address: its runs, the newest first.
HttpResponse projectPage(const std::string& entity, const std::string& project, const std::vector<KeptRun>& runs);

/// The page at a sweep's address: what it tries, and its runs.
HttpResponse sweepPage(const KeptSweep& kept, const std::vector<KeptRun>& runs);

/// The page at an address where there is nothing.
HttpResponse missingPage(const std::string& what);

} // namespace runglass
