// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"
#include "models/table/RunTableBuilder.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <sstream>

namespace runglass::test
{

inline Run makeRun(const std::string& id, std::string name = {}, std::optional<TimeNs> startedAt = std::nullopt)
{
    Run run;
    run.path = {"team", "proj", id};
    run.name = std::move(name);
    run.startedAt = startedAt;
    run.state = RunState::Finished;
    return run;
}

inline ColumnId configColumn(KeyPath key)
{
    return {ColumnOrigin::Config, Field::Name, std::move(key)};
}

inline ColumnId summaryColumn(KeyPath key)
{
    return {ColumnOrigin::Summary, Field::Name, std::move(key)};
}

/// A value in a form that tells 1 from 1.0 and a text from a number.
inline std::string text(const Value& value)
{
    std::ostringstream out;
    out.precision(17);
    switch (value.kind()) {
    case Value::Kind::Null:
        return "-";
    case Value::Kind::Bool:
        return value.toBool() ? "true" : "false";
    case Value::Kind::Integer:
        out << value.toInteger();
        break;
    case Value::Kind::Double:
        out << value.toDouble() << 'd';
        break;
    case Value::Kind::Text:
        out << '"' << value.text() << '"';
        break;
    case Value::Kind::Array:
        out << '[';
        for (const Value& element : value.array())
            out << text(element) << ' ';
        out << ']';
        break;
    case Value::Kind::Object:
        out << '{';
        for (const auto& [name, member] : value.object())
            out << name << ':' << text(member) << ' ';
        out << '}';
        break;
    }
    return out.str();
}

/// Every cell of a table by run and column, with what is kept beside the columns.
inline std::map<std::string, std::string> cells(const RunTable& table)
{
    std::map<std::string, std::string> all;
    std::uint32_t warned = 0;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
        warned += table.warningCount(row) > 0 ? 1 : 0;
        const std::string run = std::to_string(table.ref(row).source) + ':' + toString(table.ref(row).path);
        for (const auto& column : table.columns()) {
            if (column->has(row) != !column->value(row).isNull())
                ADD_FAILURE() << run << ' ' << toText(column->id()) << " is there and is not";
            if (column->has(row))
                all[run + ' ' + toText(column->id())] = text(column->value(row));
        }
        all[run] = table.name(row) + '|' + table.searchText(row) + '|' + std::to_string(table.colourSlot(row)) + '|' +
                   std::string(toName(table.state(row))) + '|' + std::to_string(table.warningCount(row)) + '|' +
                   std::to_string(table.startedAt(row).value_or(-1));
    }
    EXPECT_EQ(table.warnedRuns(), warned);
    return all;
}

/// Columns in order with their kinds and how many cells they have.
inline std::vector<std::string> columnTexts(const RunTable& table)
{
    std::vector<std::string> texts;
    for (const auto& column : table.columns())
        texts.push_back(toText(column->id()) + ' ' + std::to_string(static_cast<int>(column->kind())) + ' ' +
                        std::to_string(column->presentCount()));
    return texts;
}

/// The rows of a table with one config column "k", a row a value.
inline std::shared_ptr<const RunTable> tableOf(const std::vector<Value>& values)
{
    RunTableBuilder builder;
    std::vector<Run> runs;
    for (std::size_t i = 0; i < values.size(); ++i) {
        Run run = makeRun("r" + std::to_string(i));
        setPath(run.config, {"k"}, values[i]);
        runs.push_back(std::move(run));
    }
    builder.apply(1, std::move(runs));
    return builder.snapshot();
}

/// The values of "k" in the order that its column gives.
inline std::vector<std::string> sortedTexts(const std::vector<Value>& values, bool descending)
{
    const std::shared_ptr<const RunTable> table = tableOf(values);
    const Column* column = table->column(configColumn({"k"}));
    if (!column)
        return {};
    std::vector<std::uint32_t> rows(table->rowCount());
    std::iota(rows.begin(), rows.end(), 0U);
    column->sort(rows, descending);
    std::vector<std::string> texts;
    for (const std::uint32_t row : rows)
        texts.push_back(text(column->value(row)));
    return texts;
}

} // namespace runglass::test
