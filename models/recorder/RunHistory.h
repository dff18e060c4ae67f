// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/RunKeeper.h"

#include <functional>

namespace runglass
{

/// Hands the lines of a file to take, in order; take gives false to hear no more.
Status readLines(RunKeeper& keeper, const KeptRun& kept, RecordedFile file,
                 const std::function<bool(const std::string& line)>& take);

/// Lines of a file as they were sent, with steps from minStep up to before maxStep; not more than samples of them,
/// evenly spread.
struct HistoryQuery {
    std::optional<std::int64_t> minStep, maxStep;
    std::uint64_t samples = 500;
};
Result<Value> historyLines(RunKeeper& keeper, const KeptRun& kept, RecordedFile file, const HistoryQuery& query);

/// Rows that have all of the keys, with these only, as {"keys","samples","minStep","maxStep"} asks for; maxStep is
/// inclusive. NaN and ±Infinity are texts.
Result<Value> sampledRows(RunKeeper& keeper, const KeptRun& kept, const Value& spec);

/// What keys the history has: {"lastStep","sets","keys":{KEY:{"typeCounts","monotonic","previousValue"}}}.
Result<Value> historyKeys(RunKeeper& keeper, const KeptRun& kept);

/// The value with NaN and ±Infinity as texts: raw JSON in an answer must be JSON.
Value withoutSpecialFloats(Value value);

} // namespace runglass
