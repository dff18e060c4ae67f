// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace runglass
{

/// Run::stateReason in the language of the window, its time in the local time zone. What is not known here, as from a
/// later version's index, stays as it is.
/// @source decideState of models/sources/RunStateRule.h, VanishedRuns
/// @thread any
std::string stateReasonText(const std::string& reason);

/// Whether a source says by Run::stateReason that a run that goes on shall stop: somebody asked it to, here or
/// elsewhere.
/// @source models/store/RecordedEdits.h
bool saysStopping(const std::string& reason);

} // namespace runglass
