// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/RunKeeper.h"
#include "models/recorder/SweepPlan.h"
#include "models/recorder/SweepRecord.h"

namespace runglass
{

/// Looks at what a trial has logged since, and says whether it does worse than it may: at the last band that it has
/// reached, its best value so far is not among the best part of those that reached it (Hyperband).
/// @source docs.wandb.ai, "early_terminate"
Result<bool> shallEndEarly(RunKeeper& keeper, const KeptRun& run, const SweepPlan& plan, const SweepRecord& sweep,
                           SweepTrial& trial);

} // namespace runglass
