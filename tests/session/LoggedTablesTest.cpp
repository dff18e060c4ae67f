// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/LoggedTables.h"

#include "tests/table/TableText.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

RunLoggedTable logged(const std::string& id, const std::string& json)
{
    Result<LoggedTable> table = tableFromJson(json);
    EXPECT_TRUE(table);
    return {{1, {"team", "proj", id}}, "Run " + id, 3, std::make_shared<const LoggedTable>(std::move(*table))};
}

/// The cell of a column of one component.
std::string cell(const JoinedTables& joined, const std::string& column, std::uint32_t row)
{
    const Column* found = joined.table->column(summaryColumn({column}));
    return found ? text(found->value(row)) : "no column";
}

} // namespace

TEST(LoggedTables, areReadAsTheSdkWritesThem)
{
    const auto table = tableFromJson(R"({"columns": ["id", 7, "x"], "data": [[0, "a", NaN], [1], [2, "b", 3, 4]],
                                         "ncols": 3})");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->columns, (std::vector<std::string>{"id", "7", "x"}));
    ASSERT_EQ(table->rows.size(), 3U);
    EXPECT_EQ(text(table->rows[1]), "[1 - - ]") << "cells that are not there are null";
    EXPECT_EQ(text(table->rows[2]), "[2 \"b\" 3 ]");
    EXPECT_FALSE(tableFromJson("{"));
    EXPECT_FALSE(tableFromJson("[]"));
    EXPECT_FALSE(tableFromJson(R"({"columns": 3, "data": []})"));
    EXPECT_EQ(tablePath(Value::Object{{"_type", "table-file"}, {"path", "media/t.json"}}), "media/t.json");
    EXPECT_EQ(tablePath(Value::Object{{"_type", "image-file"}, {"path", "media/t.png"}}), "");
    EXPECT_EQ(tablePath(0.5), "");
}

TEST(LoggedTables, rowsOfRunsStandBehindOneAnother)
{
    const JoinedTables joined =
        runglass::joined({logged("a", R"({"columns": ["x", "y"], "data": [[1, "p"], [2, "q"]]})"),
                          logged("b", R"({"columns": ["y", "z"], "data": [["r", 0.5]]})")});
    ASSERT_EQ(joined.table->rowCount(), 3U);
    EXPECT_EQ(joined.runOf, (std::vector<std::uint32_t>{0, 0, 1}));
    EXPECT_EQ(joined.runs.size(), 2U);
    const std::vector<ColumnId> columns = {
        {ColumnOrigin::Field, Field::Name, {}}, summaryColumn({"x"}), summaryColumn({"y"}), summaryColumn({"z"})};
    EXPECT_EQ(joined.columns, columns);
    EXPECT_EQ(joined.table->name(0), "Run a");
    EXPECT_EQ(joined.table->name(2), "Run b");
    EXPECT_EQ(cell(joined, "x", 1), "2");
    EXPECT_EQ(cell(joined, "x", 2), "-");
    EXPECT_EQ(cell(joined, "y", 2), "\"r\"");
    EXPECT_EQ(cell(joined, "z", 2), "0.5d");
}

TEST(LoggedTables, canBeFilteredSortedAndGroupedAsRuns)
{
    const JoinedTables joined = runglass::joined({logged("a", R"({"columns": ["x"], "data": [[1], [3], [2]]})"),
                                                  logged("b", R"({"columns": ["x"], "data": [[5], [4]]})")});
    RunListState state;
    const RunList all = makeRunList(joined.table, state, 0);
    const auto rows = [](const RunList& list) {
        std::vector<std::uint32_t> result;
        for (const std::uint32_t row : list.rows)
            result.push_back(row);
        return result;
    };
    EXPECT_EQ(rows(all), (std::vector<std::uint32_t>{0, 1, 2, 3, 4})) << "as they were logged";
    state.sort = {{summaryColumn({"x"}), true}};
    EXPECT_EQ(rows(makeRunList(joined.table, state, 0)), (std::vector<std::uint32_t>{3, 4, 1, 2, 0}));
    state.grouping.setColumns({{ColumnOrigin::Field, Field::Name, {}}});
    const RunList grouped = makeRunList(joined.table, state, 0);
    ASSERT_TRUE(grouped.groups);
    EXPECT_EQ(grouped.groups->outermostCount(), 2U);
}

TEST(LoggedTables, columnsOfAnyNameHaveAPlaceOfTheirOwn)
{
    const JoinedTables joined = runglass::joined(
        {logged("a", R"j({"columns": ["x", "x", "", "_y", "a.b", "x (2)"], "data": [[1, 2, 3, 4, 5, 6]]})j")});
    EXPECT_EQ(joined.columns.size(), 7U);
    EXPECT_EQ(cell(joined, "x", 0), "1");
    EXPECT_EQ(cell(joined, "x (2)", 0), "2");
    EXPECT_EQ(cell(joined, "column 3", 0), "3");
    EXPECT_EQ(cell(joined, " _y", 0), "4");
    EXPECT_EQ(cell(joined, "a.b", 0), "5");
    EXPECT_EQ(cell(joined, "x (2) (2)", 0), "6");
}

TEST(LoggedTables, whatIsInACellStaysThere)
{
    const JoinedTables joined = runglass::joined(
        {logged("a", R"({"columns": ["x"], "data": [[{"_type": "image-file", "path": "p"}], [[1, 2]], [null]]})")});
    EXPECT_EQ(joined.columns.size(), 2U);
    EXPECT_EQ(cell(joined, "x", 0), R"("{"_type":"image-file","path":"p"}")");
    EXPECT_EQ(cell(joined, "x", 1), "\"[1,2]\"");
    EXPECT_EQ(cell(joined, "x", 2), "-");
}

TEST(LoggedTables, manyRowsStayInTheirOrder)
{
    std::string json = R"({"columns": ["x"], "data": [[0])";
    for (int i = 1; i < 12'345; ++i)
        json += ",[" + std::to_string(i) + "]";
    const JoinedTables joined = runglass::joined({logged("a", json + "]}")});
    ASSERT_EQ(joined.table->rowCount(), 12'345U);
    const Column* x = joined.table->column(summaryColumn({"x"}));
    for (std::uint32_t row = 0; row < joined.table->rowCount(); ++row)
        ASSERT_EQ(x->number(row), row);
    const JoinedTables none = runglass::joined({});
    EXPECT_EQ(none.table->rowCount(), 0U);
    EXPECT_EQ(none.columns.size(), 1U);
}

} // namespace runglass::test
