// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ColumnLayout.h"
#include "models/table/RunTable.h"

#include <cstdint>
#include <span>
#include <vector>

namespace runglass
{

/// The columns of a RunTable as a layout arranges them. All numbers are places in RunTable::columns().
/// @thread any, at once
struct ColumnArrangement {
    std::vector<std::uint32_t> shown;   ///< what the table shows: the name, then pinned ones, then the others
    std::uint32_t pinned = 0;           ///< how many of shown, from the first, stay in sight; the name is one of them
    std::vector<std::uint32_t> visible; ///< shown and between them those in which the listed runs are all the same
    std::vector<std::uint32_t> hidden;  ///< the others, those that came after the project was looked at first in front
    std::uint32_t waiting = 0;          ///< how many of hidden, from the first, came later
    std::vector<std::uint32_t> order;   ///< all of them, as if nothing were pinned, the name first

    bool operator==(const ColumnArrangement&) const = default;
};

/// What there is to arrange: the fields and those config and summary columns.
/// @param rows   listed runs; asked only for layout.onlyDiffering
/// @param known  as for isShownByItself
ColumnArrangement arrangeColumns(const RunTable& table, const std::vector<std::uint32_t>& keyColumns,
                                 const ColumnLayout& layout, const ColumnSet* known,
                                 std::span<const std::uint32_t> rows);

/// Those of a table without runs.
ColumnArrangement usualColumns();

/// IDs of columns by their places.
std::vector<ColumnId> columnIds(const RunTable& table, const std::vector<std::uint32_t>& places);

/// The layout after one of the visible columns was put in another place among them.
/// @param from, to  places in arrangement.visible, before and after; 0 is the name, which moves nowhere. Among the
///                  pinned ones it is pinned, behind them it is not; right behind the last of them it stays what it
///                  was.
ColumnLayout movedColumn(const RunTable& table, const ColumnArrangement& arrangement, ColumnLayout layout,
                         std::size_t from, std::size_t to);

} // namespace runglass
