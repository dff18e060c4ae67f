// SPDX-License-Identifier: GPL-3.0-or-later
// Filter, order and groups of logged tables against what a loop over their rows says.
#include "models/items/LoggedTableModel.h"
#include "models/items/RunRoles.h"
#include "models/table/FilterCheck.h"
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

namespace runglass::test
{

namespace
{

/// A row as it was logged.
struct NaiveRow {
    std::string run;
    std::int64_t id = 0;
    std::string label;
    double score = 0;
    bool correct = false;
};

/// The whole tables that the SDK wrote for the runs of tests/fixtures/panels, those of one run under another's name
/// too.
class LoggedRowsTest : public testing::Test
{
protected:
    LoggedRowsTest()
    {
        std::vector<RunLoggedTable> tables;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(fixture("panels/wandb"))) {
            const std::string path = entry.path().string();
            if (path.find("media/table/predictions_") == std::string::npos)
                continue;
            std::ifstream stream(path, std::ios::binary);
            const Result<LoggedTable> table = tableFromJson(std::string{std::istreambuf_iterator<char>(stream), {}});
            if (!table)
                continue; // one is cut off
            const std::string name = "run " + std::to_string(tables.size() % 3);
            tables.push_back({{1, {"team", "panels", std::to_string(tables.size())}},
                              name,
                              0,
                              std::make_shared<const LoggedTable>(*table)});
        }
        for (const RunLoggedTable& table : tables)
            for (const Value::Array& row : table.table->rows)
                m_rows.push_back({table.name, row[0].toInteger(), row[1].text(), row[2].toDouble(), row[3].toBool()});
        m_model.setTables(std::make_shared<const JoinedTables>(joined(std::move(tables))));
        EXPECT_TRUE(waitForMade());
    }
    bool waitForMade()
    {
        QSignalSpy made(&m_model, &LoggedTableModel::made);
        return made.wait(30'000);
    }
    std::vector<std::uint32_t> naive(const std::function<bool(const NaiveRow&)>& matches) const
    {
        std::vector<std::uint32_t> places;
        for (std::uint32_t row = 0; row < m_rows.size(); ++row)
            if (matches(m_rows[row]))
                places.push_back(row);
        return places;
    }
    ColumnId column(const char* name) const { return {ColumnOrigin::Summary, Field::Name, {name}}; }

    std::vector<NaiveRow> m_rows;
    LoggedTableModel m_model;
};

} // namespace

TEST_F(LoggedRowsTest, cellsAreWhatWasLogged)
{
    ASSERT_GT(m_rows.size(), 20U);
    ASSERT_EQ(m_model.rowCount(), static_cast<int>(m_rows.size()));
    const RunTable& table = *m_model.list()->table;
    for (std::uint32_t row = 0; row < m_rows.size(); ++row) {
        EXPECT_EQ(table.name(row), m_rows[row].run);
        EXPECT_EQ(table.column(column("id"))->value(row).toInteger(), m_rows[row].id);
        EXPECT_EQ(table.column(column("label"))->value(row).text(), m_rows[row].label);
        EXPECT_EQ(table.column(column("score"))->value(row).toDouble(), m_rows[row].score);
        EXPECT_EQ(table.column(column("correct"))->value(row).toBool(), m_rows[row].correct);
    }
}

TEST_F(LoggedRowsTest, filtersAgreeWithALoopOverTheRows)
{
    const std::pair<const char*, std::function<bool(const NaiveRow&)>> cases[] = {
        {"score > 0.2", [](const NaiveRow& row) { return row.score > 0.2; }},
        {"label = cat and not correct = true", [](const NaiveRow& row) { return row.label == "cat" && !row.correct; }},
        {"`id` in (0, 3) or label = bird",
         [](const NaiveRow& row) { return row.id == 0 || row.id == 3 || row.label == "bird"; }},
        {"run = 'run 1' and score <= 0.31",
         [](const NaiveRow& row) { return row.run == "run 1" && row.score <= 0.31; }},
        {"label matches '^.o'", [](const NaiveRow& row) { return row.label == "dog"; }},
        {"ir", [](const NaiveRow& row) { return row.label == "bird"; }},
    };
    for (const auto& [words, matches] : cases) {
        const TypedFilter read = readFilter(*m_model.list()->table, words);
        ASSERT_FALSE(read.error) << words;
        m_model.setFilter(read.filter);
        ASSERT_TRUE(waitForMade());
        const auto expected = naive(matches);
        EXPECT_FALSE(expected.empty()) << words;
        EXPECT_EQ(m_model.matchingRows(), expected) << words;
    }
}

TEST_F(LoggedRowsTest, severalKeysSortAsAStableSortDoes)
{
    m_model.sortBy({{column("label"), true}, {column("score"), false}});
    ASSERT_TRUE(waitForMade());
    auto expected = naive([](const NaiveRow&) { return true; });
    std::stable_sort(expected.begin(), expected.end(), [this](std::uint32_t a, std::uint32_t b) {
        const NaiveRow &one = m_rows[a], &other = m_rows[b];
        return one.label != other.label ? one.label > other.label : one.score < other.score;
    });
    EXPECT_EQ(m_model.matchingRows(), expected);
}

TEST_F(LoggedRowsTest, groupsHoldTheRowsOfOneValueAndTheirMean)
{
    m_model.groupBy(column("label"));
    ASSERT_TRUE(waitForMade());
    const auto groups = m_model.list()->groups;
    ASSERT_TRUE(groups);
    ASSERT_EQ(groups->groups.size(), 3U);
    for (std::uint32_t group = 0; group < groups->groups.size(); ++group) {
        const std::string label = groups->groups[group].value.text();
        const auto expected = naive([&label](const NaiveRow& row) { return row.label == label; });
        const auto rows = groups->rowsOf(group);
        EXPECT_EQ(std::vector<std::uint32_t>(rows.begin(), rows.end()), expected) << label;
        const int head = m_model.groupRowOfKey(groups->groups[group].key);
        const QModelIndex cell = m_model.index(head, m_model.columnOf(column("score")));
        ASSERT_TRUE(QTest::qWaitFor([&] { return cell.data(CopyTextRole).toString().size() > 0; }, 30'000));
        double sum = 0;
        for (const std::uint32_t row : expected)
            sum += m_rows[row].score;
        EXPECT_NEAR(cell.data(CopyTextRole).toString().toDouble(), sum / static_cast<double>(expected.size()), 1e-12);
    }
}

} // namespace runglass::test
