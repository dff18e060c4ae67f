// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/RunKeeper.h"

namespace runglass
{

/// How many lines of the history come before the first one whose step is greater than step.
Result<std::uint64_t> countUpTo(RunKeeper& keeper, const KeptRun& kept, std::int64_t step);

/// Gives a run that has no lines yet the beginning of its parent's history, up to step.
Status copyHistory(RunKeeper& keeper, const KeptRun& parent, std::int64_t step, KeptRun& into);

/// The last line of a file, as a JSON list of one text; "[]" when it has none.
Result<std::string> tailOf(RunKeeper& keeper, const KeptRun& kept, RecordedFile file);

} // namespace runglass
