// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunsText.h"

#include "models/items/Format.h"
#include "models/session/JsonWriter.h"

#include <QCoreApplication>

#include <string>

namespace runglass
{

namespace
{

class TextSink : public ByteSink
{
public:
    void write(std::string_view bytes) override { text += bytes; }
    bool isClosed() const override { return false; }

    std::string text;
};

bool isField(const ColumnId& id, Field field)
{
    return id.origin == ColumnOrigin::Field && id.field == field;
}

bool isSeconds(const ColumnId& id)
{
    return isField(id, Field::Runtime) || isField(id, Field::Duration);
}

QString titleOf(const CopiedRuns::Column& column)
{
    //: the head of a copied column of lengths of time, which stand there as seconds; %1 is the column
    return isSeconds(column.id) ? QCoreApplication::translate("RunsText", "%1 (s)").arg(column.title) : column.title;
}

} // namespace

QString valueForCopy(const Value& value)
{
    if (value.isText())
        return QString::fromStdString(value.text());
    if (value.kind() == Value::Kind::Double)
        return format::exactNumber(value.toDouble());
    return value.isNull() ? QString() : format::value(value);
}

QString cellForCopy(const RunTable& table, const ColumnId& id, std::uint32_t row)
{
    if (isField(id, Field::Name))
        return QString::fromStdString(table.name(row));
    if (isField(id, Field::State))
        return format::state(table.state(row));
    if (isField(id, Field::Created)) {
        const auto started = table.startedAt(row);
        return started ? format::exactTime(*started) : QString();
    }
    const Column* column = table.column(id);
    if (!column)
        return {};
    const Value value = column->value(row);
    if (!isField(id, Field::Tags))
        return valueForCopy(value);
    QStringList tags;
    for (const Value& tag : value.array())
        tags.append(QString::fromStdString(tag.text()));
    return tags.join(QStringLiteral(", "));
}

QString runsAsTable(const CopiedRuns& runs, TableText::Format format)
{
    std::vector<TableText::Head> heads;
    for (const CopiedRuns::Column& column : runs.columns) {
        const Column* cells = runs.table->column(column.id);
        const bool isNumber = cells && cells->kind() == Column::Kind::Number && !isField(column.id, Field::Created);
        heads.push_back({titleOf(column), isNumber});
    }
    TableText text(format, heads);
    for (const std::uint32_t row : runs.rows) {
        QStringList cells;
        for (const CopiedRuns::Column& column : runs.columns)
            cells.append(cellForCopy(*runs.table, column.id, row));
        text.addRow(cells);
    }
    return text.text();
}

QString runsAsJson(const CopiedRuns& runs)
{
    std::vector<NamedColumn> columns = {pathColumn()};
    for (const CopiedRuns::Column& column : runs.columns) {
        columns.push_back(namedColumn(column.id));
        columns.back().name += column.value;
    }
    TextSink sink;
    JsonWriter json(sink);
    json.beginArray();
    for (const std::uint32_t row : runs.rows) {
        json.beginObject();
        for (const NamedColumn& column : columns) {
            json.key(column.name);
            json.value(exactCell(*runs.table, column, row));
        }
        json.endObject();
    }
    json.endArray();
    json.finish();
    return QString::fromStdString(sink.text);
}

} // namespace runglass
