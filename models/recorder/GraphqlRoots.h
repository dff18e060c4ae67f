// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/GraphqlFiles.h"
#include "models/recorder/GraphqlRuns.h"

#include <random>

namespace runglass
{

/// What queries are answered from.
GraphqlObject queryRoot(RunKeeper& keeper, const GraphqlExtras& extras);
/// What mutations are carried out by. Both must not outlive what they are given.
GraphqlObject mutationRoot(RunKeeper& keeper, std::mt19937_64& random, const FilePlace& place);

} // namespace runglass
