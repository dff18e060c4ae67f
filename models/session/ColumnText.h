// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"
#include "models/table/ColumnId.h"

#include <optional>

namespace runglass
{

/// A column as it is kept in JSON: the name of a field ("created"), or ["config", "optimizer", "lr"].
Value columnValue(const ColumnId& id);
/// Reads columnValue(); unset for anything else, as for a field that this version does not have.
std::optional<ColumnId> columnFrom(const Value& value);

} // namespace runglass
