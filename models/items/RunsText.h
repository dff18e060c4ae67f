// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/TableText.h"
#include "models/table/NamedColumn.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace runglass
{

/// Runs to put on the clipboard, and what of them.
struct CopiedRuns {
    struct Column {
        ColumnId id;
        QString title;
        std::string value = {}; ///< ":min" where the column shows that in the place of the last value
    };
    std::shared_ptr<const RunTable> table;
    std::vector<std::uint32_t> rows; ///< of table, in order
    std::vector<Column> columns;

    std::size_t cellCount() const { return rows.size() * columns.size(); }
};

/// A line a run under the titles, values with every digit, in the language of the program. Lengths of time are seconds,
/// which the title says; what is missing is empty.
/// @thread any
QString runsAsTable(const CopiedRuns& runs, TableText::Format format);

/// A JSON array of objects, one a run: its path, then the columns as the filter language names them; values as
/// `runglass list --columns` prints them.
/// @thread any
QString runsAsJson(const CopiedRuns& runs);

/// A cell as runsAsTable() has it.
QString cellForCopy(const RunTable& table, const ColumnId& id, std::uint32_t row);
/// A value with every digit, texts as they are, everything else as JSON; null is empty.
QString valueForCopy(const Value& value);

} // namespace runglass
