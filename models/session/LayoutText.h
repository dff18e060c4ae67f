// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"
#include "models/table/ColumnLayout.h"

#include <map>

namespace runglass
{

/// A layout as it is kept in JSON; what is as in a new project is left out.
Value layoutValue(const ColumnLayout& layout);
/// Reads layoutValue(); columns that this version does not have are left out.
ColumnLayout layoutFrom(const Value& value);

/// Widths as they are kept: [column, pixels] of each.
Value widthsValue(const std::map<ColumnId, int>& widths);
/// Reads widthsValue(); what is no possible width is left out.
std::map<ColumnId, int> widthsFrom(const Value& value);

/// IDs in their order, which for a set is its own.
template <typename Ids> Value columnsValue(const Ids& ids);
ColumnSet columnSetFrom(const Value& value);

} // namespace runglass
