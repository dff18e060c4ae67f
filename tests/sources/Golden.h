// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunBatch.h"

#include <map>
#include <ostream>
#include <string>
#include <vector>

namespace runglass::test
{

/// One entry of the fixtures' expected.json: what the script that made a run had logged.
struct ExpectedRun {
    std::string path; ///< of the run folder, relative to the fixtures
    Value entry;      ///< non-finite floats are doubles

    const Value& at(const char* key) const;
    bool has(const char* key) const { return !at(key).isNull(); }
    bool wasKilled() const { return has("signal"); }
};

/// All entries. Throws when the file cannot be read.
const std::vector<ExpectedRun>& expectedRuns();

using Points = std::vector<std::pair<std::int64_t, Value>>;

/// The rows that the logged calls make: a call with a step holds its row open, commit=False merges into the next.
std::vector<std::pair<std::int64_t, Value>> expectedRows(const Value& calls);
/// Points of every leaf of those rows.
std::map<KeyPath, Points> expectedSeries(const Value& calls);
/// Same value: numbers by value, everything else exactly.
bool isSameValue(const Value& logged, const Value& read);

/// Test output names the run.
inline void PrintTo(const ExpectedRun& expected, std::ostream* out)
{
    *out << expected.path;
}

/// Compares a run that was read with what was logged. Failures are added to the running test.
void compareWithExpected(const ExpectedRun& expected, const RunUpdate& run);

} // namespace runglass::test
