// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/Grouping.h"

#include "models/table/RowCodes.h"

#include <unordered_map>

namespace runglass
{

std::vector<RowGroup> groupRows(const RunTable& table, std::span<const std::uint32_t> rows,
                                const std::vector<ColumnId>& columns)
{
    // Column by column each row has the number of the group it is in so far.
    std::vector<std::uint32_t> groupOf(rows.size());
    std::uint32_t count = rows.empty() ? 0 : 1;
    for (const ColumnId& id : columns) {
        const RowCodes codes = rowCodes(table, table.column(id), rows);
        std::unordered_map<std::uint64_t, std::uint32_t> numbers;
        for (std::size_t place = 0; place < rows.size(); ++place) {
            const std::uint64_t both = std::uint64_t{groupOf[place]} << 32 | codes.codes[place];
            groupOf[place] = numbers.try_emplace(both, static_cast<std::uint32_t>(numbers.size())).first->second;
        }
        count = static_cast<std::uint32_t>(numbers.size());
    }
    std::vector<RowGroup> groups(count);
    for (std::size_t place = 0; place < rows.size(); ++place) {
        RowGroup& group = groups[groupOf[place]];
        if (group.rows.empty())
            for (const ColumnId& id : columns)
                group.key.push_back(groupedValue(table, table.column(id), rows[place]));
        group.rows.push_back(rows[place]);
    }
    return groups;
}

} // namespace runglass
