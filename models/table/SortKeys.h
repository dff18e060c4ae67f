// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"

#include <optional>
#include <vector>

namespace runglass
{

/// Place of a column among the keys; none: it is no key.
std::optional<std::size_t> sortPlace(const std::vector<SortKey>& keys, const ColumnId& column);

/// What a click on the head of a column makes of the keys: that column alone, in the direction it had or else
/// ascending; where it was alone already, the other way round.
std::vector<SortKey> sortedAlone(const std::vector<SortKey>& keys, const ColumnId& column);

/// What a click that keeps the other keys makes of them: the column comes last and ascending; where it was ascending
/// it turns round in its place, where it was descending it goes.
std::vector<SortKey> sortedAlso(std::vector<SortKey> keys, const ColumnId& column);

} // namespace runglass
