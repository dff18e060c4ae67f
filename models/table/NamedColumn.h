// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunTable.h"

#include <string>
#include <vector>

namespace runglass
{

/// A column of what is printed, copied to a file or compared: a field or a key, or the path, which is three fields.
struct NamedColumn {
    std::string name;          ///< as the filter language writes it
    std::vector<ColumnId> ids; ///< several for the path, none when no run has it

    bool operator==(const NamedColumn&) const = default;
};

NamedColumn namedColumn(const ColumnId& id);
/// "path": entity/project/ID as one text.
NamedColumn pathColumn();
/// The path, every field, and every config and summary key of which one of the rows has a value.
std::vector<NamedColumn> everyColumn(const RunTable& table, const std::vector<std::uint32_t>& rows);

/// The cell for a program: values as logged, times as RFC 3339, the path as one text; null where it is missing, as a
/// name is where the run's ID stands for it.
Value exactCell(const RunTable& table, const NamedColumn& column, std::uint32_t row);

} // namespace runglass
