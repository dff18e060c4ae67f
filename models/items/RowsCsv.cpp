// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RowsCsv.h"

#include "models/session/CsvWriter.h"
#include "models/session/FileSink.h"

#include <vector>

namespace runglass
{

Status saveAsCsv(const CopiedRuns& rows, const std::string& destination)
{
    FileSink file(destination);
    CsvWriter csv(file);
    std::vector<const Column*> columns;
    for (const CopiedRuns::Column& column : rows.columns) {
        csv.text(column.title.toStdString());
        columns.push_back(rows.table->column(column.id));
    }
    csv.endLine();
    for (const std::uint32_t row : rows.rows) {
        if (file.isClosed())
            break;
        for (const Column* column : columns)
            csv.value(column ? column->value(row) : Value());
        csv.endLine();
    }
    return file.commit();
}

} // namespace runglass
