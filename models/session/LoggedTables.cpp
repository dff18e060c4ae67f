// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/LoggedTables.h"

#include "models/run/ValueMember.h"
#include "models/session/JsonText.h"
#include "models/table/RunTableBuilder.h"

#include <algorithm>
#include <set>
#include <utility>

namespace runglass
{

namespace
{

/// Rows that are handed to the builder at once.
constexpr std::size_t kBatch = 5000;

/// Names as the keys of columns, each once.
std::vector<std::string> keysOf(const std::vector<std::string>& columns)
{
    std::vector<std::string> keys;
    std::set<std::string> taken;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::string name = columns[i].empty() ? "column " + std::to_string(i + 1) : columns[i];
        if (name.front() == '_')
            name.insert(name.begin(), ' ');
        std::string key = name;
        for (int n = 2; !taken.insert(key).second; ++n)
            key = name + " (" + std::to_string(n) + ")";
        keys.push_back(std::move(key));
    }
    return keys;
}

Value cellOf(const Value& value)
{
    return value.isArray() || value.isObject() ? Value(jsonOf(value)) : value;
}

/// What tells a run from all others, whatever they are called.
std::string runKeyOf(const RunRef& run)
{
    return std::to_string(run.source) + '/' + toString(run.path);
}

/// A row as a run that has its cells in the summary.
Run rowOf(const RunLoggedTable& from, const std::vector<std::string>& keys, std::size_t row, std::size_t ofAll)
{
    Run run;
    run.path = from.run.path;
    run.path.id += '#' + std::to_string(row);
    run.name = from.name.empty() ? from.run.path.id : from.name;
    run.sweep = runKeyOf(from.run);
    // A list without a sort order has the newest first.
    run.startedAt = -static_cast<TimeNs>(ofAll);
    Value::Object& cells = run.summary.makeObject();
    for (std::size_t column = 0; column < keys.size(); ++column)
        cells[keys[column]] = cellOf(from.table->rows[row][column]);
    return run;
}

} // namespace

Result<LoggedTable> tableFromJson(std::string_view text)
{
    const Result<Value> read = valueFromJson(text);
    if (!read)
        return read.error();
    const Value& columns = member(*read, "columns");
    const Value& data = member(*read, "data");
    if (!columns.isArray() || !data.isArray())
        return Error{Error::Kind::Corruption, "This is no table that wandb wrote.", {}};
    LoggedTable table;
    for (const Value& name : columns.array())
        table.columns.push_back(name.isText() ? name.text() : jsonOf(name));
    for (const Value& row : data.array()) {
        Value::Array cells = row.array();
        cells.resize(table.columns.size());
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string tablePath(const Value& logged)
{
    const bool isTable = member(logged, "_type").text() == "table-file";
    return isTable ? member(logged, "path").text() : std::string();
}

JoinedTables joined(std::vector<RunLoggedTable> runs)
{
    JoinedTables result;
    result.columns.push_back({ColumnOrigin::Field, Field::Name, {}});
    std::set<std::string> met;
    RunTableBuilder builder;
    builder.setOfLoggedRows();
    for (std::size_t place = 0; place < runs.size(); ++place) {
        const RunLoggedTable& from = runs[place];
        const std::vector<std::string> keys = keysOf(from.table->columns);
        for (const std::string& key : keys)
            if (met.insert(key).second)
                result.columns.push_back({ColumnOrigin::Summary, Field::Name, {key}});
        std::vector<Run> batch;
        for (std::size_t row = 0; row < from.table->rows.size(); ++row) {
            batch.push_back(rowOf(from, keys, row, result.runOf.size()));
            result.runOf.push_back(static_cast<std::uint32_t>(place));
            if (batch.size() == kBatch)
                builder.apply(from.run.source, std::exchange(batch, {}));
        }
        builder.apply(from.run.source, std::move(batch));
    }
    result.table = builder.snapshot();
    result.runs = std::move(runs);
    return result;
}

} // namespace runglass
