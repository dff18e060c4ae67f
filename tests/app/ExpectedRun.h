// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace runglass::test
{

using Points = std::vector<std::pair<std::int64_t, nlohmann::json>>;

/// What the history of a run must hold, worked out from its log calls by the SDK's rules: a row is closed by the next
/// call, unless `commit=False` or a `step=` keeps it open; nested objects become keys of several components.
std::map<std::vector<std::string>, Points> expectedSeries(const nlohmann::json& logCalls);

/// Whether a value read is the value logged. {"$f": "nan"} stands for a float that JSON has no number for. Integers
/// must be exact; an integral double and the integer of the same value are the same, since the SDK drops the point.
bool agrees(const nlohmann::json& logged, const nlohmann::json& read);

/// What comes out of config for what went in: NaN is written as null, and empty objects inside objects are dropped.
nlohmann::json expectedConfig(nlohmann::json config);

/// Without empty objects below the top level.
nlohmann::json withoutEmptyObjects(nlohmann::json config);

} // namespace runglass::test
