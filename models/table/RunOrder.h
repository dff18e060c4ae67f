// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ListedRows.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace runglass
{

class RunTable;
struct RunList;
struct RunListState;

/// The runs of a table that are in scope, in order, whatever search and filter leave of them. Lists that differ in
/// nothing but these share it.
struct RunOrder {
    ListedRows byStart;                ///< newest start first
    ListedRows sorted;                 ///< as RunListState::sort says
    std::vector<std::uint32_t> pinned; ///< those of RunListState::pinned, in the order of the table
    /// Places in RunTable::columns() of the config and summary columns in which a run in scope has a value, in order.
    std::vector<std::uint32_t> keyColumns;
    std::shared_ptr<const std::vector<std::uint64_t>> inScope; ///< byStart as bits; null: all rows of the table
};

/// @param before  takes over of its order what is still right: nothing where it is of other runs
std::shared_ptr<const RunOrder> makeOrder(const RunTable& table, const RunListState& state, const RunList& before);

} // namespace runglass
