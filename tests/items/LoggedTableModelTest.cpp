// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/LoggedTableModel.h"

#include "models/items/RowsCsv.h"
#include "models/items/RunRoles.h"
#include "models/table/FilterCheck.h"
#include "models/table/FilterCompletion.h"
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace runglass::test
{

namespace
{

RunRef ref(const std::string& id)
{
    return {1, {"team", "proj", id}};
}

RunLoggedTable logged(const std::string& id, const std::string& json)
{
    Result<LoggedTable> table = tableFromJson(json);
    EXPECT_TRUE(table);
    return {ref(id), "Run " + id, 3, std::make_shared<const LoggedTable>(std::move(*table))};
}

std::shared_ptr<const JoinedTables> twoTables()
{
    return std::make_shared<const JoinedTables>(
        joined({logged("a", R"({"columns": ["label", "score"], "data": [["cat", 0.5], ["dog", 0.25], ["cat", 1]]})"),
                logged("b", R"({"columns": ["label", "score", "x"], "data": [["dog", 0.75, "=1+1"]]})")}));
}

class LoggedTableModelTest : public testing::Test
{
protected:
    LoggedTableModelTest()
    {
        m_model.setTables(twoTables());
        EXPECT_TRUE(waitForMade());
    }
    bool waitForMade()
    {
        QSignalSpy made(&m_model, &LoggedTableModel::made);
        return made.wait(30'000);
    }
    std::string text() const
    {
        std::string text;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            for (int column = 0; column < m_model.columnCount(); ++column)
                text += m_model.index(row, column).data().toString().toStdString() + '|';
            text += '\n';
        }
        return text;
    }
    void filter(const std::string& words)
    {
        const TypedFilter read = readFilter(*m_model.list()->table, words);
        ASSERT_FALSE(read.error);
        m_model.setFilter(read.filter);
        ASSERT_TRUE(waitForMade());
    }

    LoggedTableModel m_model;
    QAbstractItemModelTester m_tester{&m_model};
};

} // namespace

TEST_F(LoggedTableModelTest, theRunStandsInFrontOfItsRows)
{
    EXPECT_EQ(text(), "Run a|cat|0.5|–|\nRun a|dog|0.25|–|\nRun a|cat|1|–|\nRun b|dog|0.75|=1+1|\n");
    EXPECT_EQ(m_model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("Run"));
    EXPECT_EQ(m_model.headerData(2, Qt::Horizontal).toString(), QStringLiteral("score"));
    EXPECT_EQ(m_model.loggedBy(3), ref("b"));
    const auto aligned = [this](int column) {
        return m_model.index(0, column).data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    };
    EXPECT_TRUE(aligned(2).testFlag(Qt::AlignRight)) << "numbers";
    EXPECT_TRUE(aligned(1).testFlag(Qt::AlignLeft)) << "texts";
    EXPECT_TRUE(m_model.index(2, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("row 3")));
}

TEST_F(LoggedTableModelTest, rowsHaveTheColourOfTheirRunAndNoEye)
{
    ShownRuns runs;
    runs.runs = {{ref("a"), {}, RunColour::slot(1), false}, {ref("b"), {}, RunColour::slot(7), false}};
    m_model.setColours(runs);
    EXPECT_EQ(m_model.index(2, 0).data(ColourRole).value<RunColour>(), RunColour::slot(1));
    EXPECT_EQ(m_model.index(3, 0).data(ColourRole).value<RunColour>(), RunColour::slot(7));
    EXPECT_FALSE(m_model.index(0, 0).data(ShownRole).isValid());
    EXPECT_FALSE(m_model.setData(m_model.index(0, 0), false, ShownRole));
}

TEST_F(LoggedTableModelTest, areFilteredAndSortedAsRunsAre)
{
    filter("score >= 0.5 and label = cat");
    EXPECT_EQ(text(), "Run a|cat|0.5|–|\nRun a|cat|1|–|\n");
    EXPECT_EQ(m_model.matchingRows(), (std::vector<std::uint32_t>{0, 2}));
    m_model.setFilter({});
    ASSERT_TRUE(waitForMade());
    m_model.sortAlone(2);
    ASSERT_TRUE(waitForMade());
    m_model.sortAlone(2);
    ASSERT_TRUE(waitForMade());
    EXPECT_EQ(m_model.matchingRows(), (std::vector<std::uint32_t>{2, 3, 0, 1})) << "descending, after two clicks";
}

TEST_F(LoggedTableModelTest, groupsFoldAndTellWhatTheyHold)
{
    m_model.groupBy(m_model.columnId(1));
    ASSERT_TRUE(waitForMade());
    ASSERT_EQ(m_model.rowCount(), 6) << "two heads";
    EXPECT_TRUE(m_model.isGroup(0));
    EXPECT_EQ(m_model.index(0, 0).data(GroupCountRole).toInt(), 2);
    EXPECT_TRUE(m_model.index(0, 0).data().toString().startsWith(QStringLiteral("cat, 2 row")));
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_model.index(0, 2).data(GroupCellRole).isValid(); }, 30'000))
        << "histograms are made";
    EXPECT_TRUE(m_model.setData(m_model.index(0, 0), true, FoldedRole));
    ASSERT_TRUE(waitForMade());
    EXPECT_EQ(m_model.rowCount(), 4);
    EXPECT_EQ(m_model.tableRows({0}), (std::vector<std::uint32_t>{0, 2})) << "the rows in the folded group";
    m_model.groupBy(std::nullopt);
    ASSERT_TRUE(waitForMade());
    EXPECT_EQ(m_model.rowCount(), 4);
}

TEST_F(LoggedTableModelTest, columnsMoveAndHideAndStaySoWhenRowsCome)
{
    m_model.moveColumn(1, 2);
    ASSERT_TRUE(waitForMade());
    EXPECT_EQ(m_model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("score"));
    m_model.hideColumn(m_model.columnId(3));
    ASSERT_TRUE(waitForMade());
    EXPECT_EQ(m_model.columnCount(), 3);
    m_model.setTables(std::make_shared<const JoinedTables>(
        joined({logged("b", R"({"columns": ["label", "score", "x", "y"], "data": [["dog", 0.75, 2, 3]]})")})));
    ASSERT_TRUE(waitForMade());
    EXPECT_EQ(text(), "Run b|0.75|dog|3|\n");
    m_model.showAllColumns();
    ASSERT_TRUE(waitForMade());
    EXPECT_EQ(m_model.columnCount(), 5);
}

TEST_F(LoggedTableModelTest, runsOfOneNameAreGroupsOfTheirOwn)
{
    const std::string rows = R"({"columns": ["score"], "data": [[1], [2]]})";
    std::vector<RunLoggedTable> tables = {logged("a", rows), logged("b", rows), logged("c", rows)};
    tables[0].name = tables[2].name = "twin";
    m_model.setTables(std::make_shared<const JoinedTables>(joined(std::move(tables))));
    ASSERT_TRUE(waitForMade());
    m_model.groupBy(m_model.columnId(0));
    ASSERT_TRUE(waitForMade());
    ASSERT_EQ(m_model.rowCount(), 9) << "three heads";
    EXPECT_TRUE(m_model.index(0, 0).data().toString().startsWith(QStringLiteral("twin (a), 2 row")));
    EXPECT_TRUE(m_model.index(3, 0).data().toString().startsWith(QStringLiteral("Run b, 2 row")));
    EXPECT_TRUE(m_model.index(6, 0).data().toString().startsWith(QStringLiteral("twin (c), 2 row")));
    EXPECT_EQ(m_model.index(0, 0).data(GroupValueRole).toString(), QStringLiteral("twin (a)"));
    EXPECT_EQ(m_model.index(0, 0).data(GroupColumnRole).toString(), QStringLiteral("Run"));
    EXPECT_EQ(m_model.view().grouping.columns.front(), m_model.columnId(0)) << "kept as a person chose it";
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_model.index(0, 1).data(GroupCellRole).isValid(); }, 30'000));
    const QString tip = m_model.index(0, 1).data(Qt::ToolTipRole).toString();
    EXPECT_TRUE(tip.contains(QStringLiteral("Rows with a value"))) << tip.toStdString();
    EXPECT_TRUE(tip.contains(QStringLiteral("twin (a)"))) << tip.toStdString();
    EXPECT_FALSE(tip.contains(QStringLiteral("uns"))) << tip.toStdString();
}

TEST_F(LoggedTableModelTest, plainNamesAreColumnsAndRunIsTheRun)
{
    m_model.setTables(std::make_shared<const JoinedTables>(
        joined({logged("a", R"({"columns": ["name", "id", "state"], "data": [["x", 7, "ok"], ["y", 8, "bad"]]})"),
                logged("b", R"({"columns": ["name", "id", "state"], "data": [["x", 9, "ok"]]})")})));
    ASSERT_TRUE(waitForMade());
    const auto matching = [this](const std::string& words) {
        filter(words);
        return m_model.matchingRows();
    };
    using Rows = std::vector<std::uint32_t>;
    EXPECT_EQ(matching("name = x"), (Rows{0, 2}));
    EXPECT_EQ(matching("id >= 8"), (Rows{1, 2}));
    EXPECT_EQ(matching("state = ok and run = 'Run b'"), (Rows{2}));
    EXPECT_EQ(matching("bad"), (Rows{1})) << "a word is searched for in the texts of the row";
    EXPECT_EQ(matching("'Run a'"), (Rows{0, 1})) << "and in the name of the run";
    const RunTable& table = *m_model.list()->table;
    EXPECT_TRUE(readFilter(table, "created exists").error) << "a row has no fields of a run";
    std::vector<std::string> offered;
    for (const CompletionItem& item : completeFilter(table, "", 0).items)
        if (item.kind == CompletionItem::Kind::Column)
            offered.push_back(item.text);
    EXPECT_EQ(offered, (std::vector<std::string>{"run", "`id`", "`name`", "`state`"}));
    for (const std::string& column : offered)
        EXPECT_FALSE(readFilter(table, column + " exists").error) << column;
}

TEST_F(LoggedTableModelTest, aViewIsKeptAndTakenBack)
{
    QSignalSpy changed(&m_model, &LoggedTableModel::viewChanged);
    filter("label = cat");
    m_model.sortBy({{m_model.columnId(2), true}});
    m_model.groupBy(m_model.columnId(1));
    m_model.hideColumn(m_model.columnId(3));
    m_model.setWidth(m_model.columnId(1), 99);
    ASSERT_TRUE(waitForMade());
    EXPECT_EQ(changed.size(), 5);
    const RunView kept = m_model.view();
    const std::string shown = text();
    EXPECT_EQ(kept.widths.begin()->second, 99);
    m_model.setView({});
    ASSERT_TRUE(waitForMade());
    EXPECT_EQ(m_model.rowCount(), 4);
    m_model.setView(kept);
    ASSERT_TRUE(waitForMade());
    EXPECT_EQ(text(), shown);
    EXPECT_EQ(changed.size(), 5) << "what was kept is no change of a person";
    m_model.setFilter(kept.filter);
    EXPECT_EQ(changed.size(), 5) << "nor is what is so already";
}

TEST_F(LoggedTableModelTest, cellsOfEveryKindAreShown)
{
    m_model.setTables(std::make_shared<const JoinedTables>(
        joined({logged("a", R"({"columns": ["n", "t", "mixed"], "data": [[1, "text", true], [NaN, "two\nlines", [1, 2]],
                [-Infinity, "", {"a": {"b": null}}], [null, null, 12345678901234567], [2.5, "x", "y"]]})")})));
    ASSERT_TRUE(waitForMade());
    const auto cell = [this](int row, int column) { return m_model.index(row, column).data().toString(); };
    EXPECT_EQ(cell(0, 1), QStringLiteral("1"));
    EXPECT_EQ(cell(1, 1), QStringLiteral("NaN"));
    EXPECT_EQ(cell(2, 1), QStringLiteral("-inf"));
    EXPECT_EQ(cell(3, 1), QStringLiteral("–")) << "null";
    EXPECT_EQ(cell(4, 1), QStringLiteral("2.5"));
    EXPECT_FALSE(cell(1, 2).contains(u'\n')) << "a cell is one line";
    EXPECT_EQ(cell(3, 2), QStringLiteral("–"));
    EXPECT_EQ(cell(0, 3), QStringLiteral("true"));
    EXPECT_EQ(cell(1, 3), QStringLiteral("[1,2]")) << "a list is its JSON";
    EXPECT_EQ(cell(2, 3), QStringLiteral(R"({"a":{"b":null}})"));
    EXPECT_EQ(cell(3, 3), QStringLiteral("12345678901234567"));
    EXPECT_EQ(m_model.index(3, 1).data(Qt::ToolTipRole).toString(), QStringLiteral("There is no value in this row."));
}

TEST_F(LoggedTableModelTest, picturesAreFoundByWhatTheCellSays)
{
    m_model.setTables(std::make_shared<const JoinedTables>(joined({logged(
        "a", R"({"columns": ["p"], "data": [[{"_type": "image-file", "path": "media/images/x.png", "caption": "a cat"}],
                [{"_type": "audio-file", "path": "media/a.wav"}], ["{\"_type\": 3}"], ["plain"], [null]]})")})));
    ASSERT_TRUE(waitForMade());
    const auto picture = m_model.picture(m_model.index(0, 1));
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->path, "media/images/x.png");
    EXPECT_EQ(picture->run, ref("a"));
    EXPECT_EQ(m_model.file(m_model.index(1, 1)), "media/a.wav");
    EXPECT_EQ(m_model.file(m_model.index(3, 1)), "");
    EXPECT_EQ(text(), "Run a|a cat|\nRun a|a.wav|\nRun a|{\"_type\": 3}|\nRun a|plain|\nRun a|–|\n");
    for (const int row : {1, 2, 3, 4})
        EXPECT_FALSE(m_model.picture(m_model.index(row, 1))) << row;
    EXPECT_FALSE(m_model.picture(m_model.index(0, 0)));
}

TEST_F(LoggedTableModelTest, whatIsWrittenReadsBack)
{
    const TemporaryDirectory home;
    const std::string path = (home.path() / "rows.csv").string();
    ASSERT_TRUE(saveAsCsv(m_model.copied(m_model.matchingRows()), path).ok());
    std::ifstream stream(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_EQ(bytes,
              "Run,label,score,x\r\nRun a,cat,0.5,\r\nRun a,dog,0.25,\r\nRun a,cat,1,\r\nRun b,dog,0.75,'=1+1\r\n");
    EXPECT_FALSE(saveAsCsv(m_model.copied({0}), (home.path() / "no" / "such" / "place").string()).ok());
}

} // namespace runglass::test
