// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/RunKeeper.h"

#include <random>

namespace runglass
{

/// What the mutation upsertBucket left behind.
struct UpsertedRun {
    KeptRun kept;
    bool isInserted = false;
};

/// Makes or changes a run. Members of input that are null or missing leave what is there.
/// @errors Refused: the run was deleted · InvalidArgument · Io
Result<UpsertedRun> upsertBucket(RunKeeper& keeper, std::mt19937_64& random, const Value& input);

/// Eight letters and digits, as IDs of runs are.
std::string randomId(std::mt19937_64& random);

/// entity/project/id of a mutation's input, with what stands for names that are not given.
RunPath pathOfInput(const Value& input, std::string_view projectKey, std::string_view idKey);

} // namespace runglass
