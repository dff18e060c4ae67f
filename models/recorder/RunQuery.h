// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/RunKeeper.h"

namespace runglass
{

/// Whether a run is what a filter of wandb.Api().runs() asks for. Operators that are not known hold for no run.
/// @source wandb 0.31: the filter goes to the server as it was written, in MongoDB's words
bool matchesApiFilter(const KeptRun& kept, const Value& filter);

/// Brings runs into the order that wandb.Api().runs() asks for: "-created_at", "+summary_metrics.loss", several with
/// commas. Runs that lack the value come last.
void sortByApiOrder(std::vector<KeptRun>& runs, const std::string& order);

} // namespace runglass
