// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/TrainingProcess.h"
#include "models/run/RunCommand.h"

namespace runglass
{

/// What interrupting a script that was proved would mean.
StopPlan planOf(const TrainingProcess& script);

/// Interrupts it as the command says: it alone or its group, and only once for all commands of a request.
/// @errors Refused with the reason: nobody was interrupted
Result<CommandEffect> interruptOnce(const TrainingProcess& script, const RunCommand::Stop& wanted);

} // namespace runglass
