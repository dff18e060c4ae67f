// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"
#include "models/run/Result.h"

namespace runglass
{

/// The filter that a W&B API filter means: the dictionary that wandb.Api().runs(filters=…) takes, as JSON.
/// Its "name" is the run's ID and its "display_name" the name; times without an offset are UTC.
/// @errors InvalidArgument: what cannot be said in ours, with the spelling that comes next to it
Result<Filter> fromApiFilter(const Value& object);

} // namespace runglass
