// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/NamedColumn.h"

#include "models/run/Rfc3339Text.h"
#include "models/table/Cells.h"

namespace runglass
{

namespace
{

bool isField(const ColumnId& id, Field field)
{
    return id.origin == ColumnOrigin::Field && id.field == field;
}

} // namespace

NamedColumn namedColumn(const ColumnId& id)
{
    return {toText(id), {id}};
}

NamedColumn pathColumn()
{
    NamedColumn column{"path", {}};
    for (const Field field : {Field::Entity, Field::Project, Field::Id})
        column.ids.push_back({ColumnOrigin::Field, field, {}});
    return column;
}

std::vector<NamedColumn> everyColumn(const RunTable& table, const std::vector<std::uint32_t>& rows)
{
    RowBits bits;
    for (const std::uint32_t row : rows)
        setBit(bits, row, true);
    std::vector<NamedColumn> columns = {pathColumn()};
    for (const auto& column : table.columns()) {
        if (column->id().origin == ColumnOrigin::Field || column->hasAny(bits))
            columns.push_back(namedColumn(column->id()));
    }
    return columns;
}

Value exactCell(const RunTable& table, const NamedColumn& column, std::uint32_t row)
{
    if (column.ids.size() > 1)
        return toString(table.ref(row).path);
    if (column.ids.empty())
        return {};
    const ColumnId& id = column.ids.front();
    const Column* found = table.column(id);
    if (!found || (isField(id, Field::Name) && table.isNameFromId(row)))
        return {};
    Value value = found->value(row);
    return isField(id, Field::Created) && !value.isNull() ? Value(rfc3339Text(value.toInteger())) : value;
}

} // namespace runglass
