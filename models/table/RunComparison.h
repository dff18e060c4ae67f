// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunTable.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace runglass
{

/// What some runs have, side by side.
struct RunComparison {
    struct Key {
        std::uint32_t column = 0; ///< place in table->columns()
        bool differs = false;     ///< not all runs have the same, or one lacks it
    };
    std::shared_ptr<const RunTable> table = std::make_shared<RunTable>();
    std::vector<std::uint32_t> rows; ///< of table: the runs, in the order they are compared in
    std::vector<Key> keys;           ///< in the order of the table's columns: those that one of the runs has
};

/// Whether a person would call two values the same: numbers by what they are worth, 1 as 1.0; everything else as
/// logged. NaN is the same as NaN, nothing the same as nothing.
bool isSameValue(const Value& a, const Value& b);

/// Compares the cells of every column but the name's. Cost: a pass over the columns for each run.
RunComparison compareRuns(std::shared_ptr<const RunTable> table, std::vector<std::uint32_t> rows);

} // namespace runglass
