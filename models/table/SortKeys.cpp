// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/SortKeys.h"

#include <algorithm>

namespace runglass
{

std::optional<std::size_t> sortPlace(const std::vector<SortKey>& keys, const ColumnId& column)
{
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&column](const SortKey& key) { return key.column == column; });
    return found == keys.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - keys.begin()));
}

std::vector<SortKey> sortedAlone(const std::vector<SortKey>& keys, const ColumnId& column)
{
    const auto place = sortPlace(keys, column);
    const bool wasDescending = place && keys[*place].descending;
    return {{column, keys.size() == 1 && place ? !wasDescending : wasDescending}};
}

std::vector<SortKey> sortedAlso(std::vector<SortKey> keys, const ColumnId& column)
{
    const auto place = sortPlace(keys, column);
    if (!place)
        keys.push_back({column, false});
    else if (!keys[*place].descending)
        keys[*place].descending = true;
    else
        keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(*place));
    return keys;
}

} // namespace runglass
