// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ListQuery.h"
#include "app/cli/Text.h"
#include "app/cli/TextTable.h"
#include "models/session/JsonWriter.h"
#include "models/table/Grouping.h"

#include <algorithm>

namespace runglass::cli
{

namespace
{

/// The columns whose numbers are printed of a group: those asked for, else all that hold numbers in these runs.
std::vector<NamedColumn> numberColumns(const ListQuery& query)
{
    std::vector<NamedColumn> columns;
    if (!query.columns().empty()) {
        std::copy_if(query.columns().begin(), query.columns().end(), std::back_inserter(columns),
                     [&query](const NamedColumn& column) { return query.isNumber(column); });
        return columns;
    }
    for (const auto& column : query.table().columns()) {
        const NamedColumn listed{toText(column->id()), {column->id()}};
        const bool any = std::any_of(query.rows().begin(), query.rows().end(),
                                     [&column](std::uint32_t row) { return column->has(row); });
        if (query.isNumber(listed) && any)
            columns.push_back(listed);
    }
    return columns;
}

std::vector<RowGroup> groupsOf(const ListQuery& query)
{
    std::vector<ColumnId> ids;
    for (const NamedColumn& column : query.groups())
        ids.insert(ids.end(), column.ids.begin(), column.ids.end());
    return groupRows(query.table(), query.rows(), ids);
}

void writeNumber(JsonWriter& json, const char* name, const std::optional<double>& number)
{
    json.key(name);
    if (number)
        json.number(*number);
    else
        json.null();
}

void writeSummary(JsonWriter& json, const NumberSummary& summary)
{
    json.beginObject();
    json.key("count");
    json.unsignedInteger(summary.count);
    writeNumber(json, "mean", summary.mean);
    writeNumber(json, "std", summary.std);
    writeNumber(json, "min", summary.min);
    writeNumber(json, "max", summary.max);
    writeNumber(json, "median", summary.median);
    json.key("histogram");
    json.beginObject();
    json.key("edges");
    json.beginRow();
    for (const double edge : summary.histogram.edges)
        json.number(edge);
    json.endArray();
    json.key("counts");
    json.beginRow();
    for (const std::uint64_t count : summary.histogram.counts)
        json.unsignedInteger(count);
    json.endArray();
    json.endObject();
    json.endObject();
}

void writeJson(const ListQuery& query, const std::vector<RowGroup>& groups, Output& output)
{
    const std::vector<NamedColumn> columns = numberColumns(query);
    std::vector<std::optional<NumberRange>> ranges;
    for (const NamedColumn& column : columns)
        ranges.push_back(finiteRange(*query.table().column(column.ids.front()), query.rows()));
    JsonWriter json(output);
    json.beginObject();
    json.key("groups");
    json.beginArray();
    for (const RowGroup& group : groups) {
        json.beginObject();
        json.key("key");
        json.beginObject();
        for (const NamedColumn& column : query.groups()) {
            json.key(column.name);
            json.value(exactCell(query.table(), column, group.rows.front()));
        }
        json.endObject();
        json.key("count");
        json.unsignedInteger(group.rows.size());
        json.key("runs");
        json.beginArray();
        for (const std::uint32_t row : group.rows)
            json.text(toString(query.table().ref(row).path));
        json.endArray();
        json.key("columns");
        json.beginObject();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            json.key(columns[i].name);
            writeSummary(json, summarise(*query.table().column(columns[i].ids.front()), group.rows, ranges[i]));
        }
        json.endObject();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    json.finish();
}

std::string meanText(const NumberSummary& summary)
{
    if (!summary.mean)
        return "–";
    return shortNumber(*summary.mean) + (summary.std ? " ± " + shortNumber(*summary.std) : "");
}

void writeTable(const ListQuery& query, const std::vector<RowGroup>& groups, Output& output)
{
    std::vector<TextTable::Column> titles;
    for (const NamedColumn& column : query.groups())
        titles.push_back({column.name, query.isNumber(column) ? TextTable::Align::Right : TextTable::Align::Left});
    titles.push_back({"RUNS", TextTable::Align::Right});
    const std::vector<NamedColumn> columns =
        query.columns().empty() ? std::vector<NamedColumn>() : numberColumns(query);
    for (const NamedColumn& column : columns)
        titles.push_back({column.name, TextTable::Align::Right});
    TextTable table(titles);
    for (const RowGroup& group : groups) {
        std::vector<std::string> cells;
        for (const NamedColumn& column : query.groups())
            cells.push_back(query.cellText(column, group.rows.front()));
        cells.push_back(std::to_string(group.rows.size()));
        for (const NamedColumn& column : columns)
            cells.push_back(meanText(summarise(*query.table().column(column.ids.front()), group.rows, std::nullopt)));
        table.addRow(std::move(cells));
    }
    table.print(output);
}

} // namespace

void writeGroups(const ListQuery& query, const Options& options, Output& output)
{
    std::vector<RowGroup> groups = groupsOf(query);
    if (options.limit && groups.size() > *options.limit)
        groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(*options.limit), groups.end());
    if (options.json)
        writeJson(query, groups, output);
    else if (!groups.empty())
        writeTable(query, groups, output);
}

} // namespace runglass::cli
