// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <cstddef>
#include <random>
#include <vector>

namespace runglass::benchmark
{

/// Runs of a project with a thousand config and summary keys: of twenty all runs have a value, of the others eight of a
/// hundred. Most values are reals, some integers, some one of fifty texts. The same numbers always give the same runs.
class WideRuns
{
public:
    static constexpr std::size_t kKeys = 1000, kDense = 20, kTexts = 50;

    /// The number'th run.
    Run run(std::size_t number);
    /// The key of a column, the dense ones first, and whether it is in the config: else it is in the summary.
    static KeyPath keyOf(std::size_t column);
    static bool isConfig(std::size_t column);
    /// What all values of a column are.
    enum class Kind { Real, Integer, Text };
    static Kind kindOf(std::size_t column);

private:
    Value valueOf(std::size_t column, std::mt19937_64& random) const;
};

} // namespace runglass::benchmark
