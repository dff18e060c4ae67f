// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/GraphqlExecutor.h"
#include "models/recorder/Sweeps.h"

namespace runglass
{

/// Adds to a project what is read of its sweeps: totalSweeps, sweeps and sweep.
void addSweeps(GraphqlObject& project, RunKeeper& keeper, const std::string& entity, const std::string& name);

/// Adds to mutations what sweeps are made and run by: upsertSweep, createAgent and agentHeartbeat.
void addSweepMutations(GraphqlObject& root, RunKeeper& keeper, std::mt19937_64& random);

} // namespace runglass
