// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/CompareModel.h"

#include "models/table/RunTableBuilder.h"
#include "tests/support/QtMessages.h"
#include "tests/table/TableText.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <gmock/gmock.h>
#include <limits>
#include <random>

namespace runglass::test
{

namespace
{

using testing::ElementsAre;
using testing::IsEmpty;
using Keys = std::vector<std::string>;

/// A model of runs that a test may change.
class CompareModelTest : public testing::Test
{
protected:
    CompareModelTest()
    {
        for (const char* id : {"a", "b", "c"}) {
            runglass::Run run = makeRun(id, std::string("run ") + id, TimeNs{0});
            setPath(run.config, {"lr"}, 0.1);
            setPath(run.config, {"same"}, 1);
            setPath(run.summary, {"loss"}, 0.5);
            m_runs.push_back(run);
        }
        setPath(m_runs[1].config, {"lr"}, 0.10000000000000003);
        setPath(m_runs[2].config, {"same"}, 1.0);
        setPath(m_runs[2].config, {"only", "here"}, "x");
    }

    void show()
    {
        for (const runglass::Run& run : m_runs)
            m_builder.apply(1, {run});
        const std::shared_ptr<const RunTable> table = m_builder.snapshot();
        std::vector<std::uint32_t> rows;
        for (const runglass::Run& run : m_runs)
            rows.push_back(*table->rowOf({1, run.path}));
        m_model.setComparison(compareRuns(table, rows), std::vector<RunColour>(rows.size()));
    }
    Keys keys() const
    {
        Keys keys;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            const bool section = m_model.headerData(row, Qt::Vertical, CompareModel::SectionRole).toBool();
            keys.push_back((section ? "# " : "") + m_model.headerData(row, Qt::Vertical).toString().toStdString());
        }
        return keys;
    }
    int rowOf(const std::string& key) const
    {
        const Keys all = keys();
        const auto found = std::find(all.begin(), all.end(), key);
        EXPECT_NE(found, all.end()) << key;
        return static_cast<int>(found - all.begin());
    }
    QVariant cell(const std::string& key, int column, int role = Qt::DisplayRole) const
    {
        return m_model.index(rowOf(key), column).data(role);
    }

    FailOnQtWarnings m_warnings;
    std::vector<runglass::Run> m_runs;
    RunTableBuilder m_builder;
    CompareModel m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester = watchModel(&m_model);
};

} // namespace

TEST_F(CompareModelTest, ShowsWhatDiffersUnderItsSection)
{
    show();
    EXPECT_THAT(keys(), ElementsAre("# Fields", "Run ID", "# Config", "lr", "only.here"));
    EXPECT_EQ(m_model.columnCount(), 3);
    EXPECT_EQ(m_model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("run b"));
    EXPECT_EQ(m_model.shownKeyCount(), 3);
    EXPECT_EQ(m_model.differingCount(), 3);
    EXPECT_EQ(cell("lr", 1).toString(), QStringLiteral("0.10000000000000003")) << "what differs looks different";
    EXPECT_TRUE(cell("lr", 1, CompareModel::DiffersRole).toBool());
    EXPECT_FALSE(cell("lr", 0, CompareModel::DiffersRole).toBool());
    EXPECT_FALSE(cell("lr", 2, CompareModel::DiffersRole).toBool());
    EXPECT_EQ(cell("lr", 1, Qt::AccessibleDescriptionRole).toString(), QStringLiteral("Other than in run a"));
    EXPECT_EQ(cell("only.here", 0).toString(), QStringLiteral("–"));
    EXPECT_TRUE(cell("only.here", 0, CompareModel::MissingRole).toBool());
    EXPECT_TRUE(cell("only.here", 2, CompareModel::DiffersRole).toBool());
    EXPECT_EQ(cell("only.here", 0, CompareModel::CopyRole).toString(), QString());
    EXPECT_FALSE(m_model.flags(m_model.index(0, 0)).testFlag(Qt::ItemIsSelectable)) << "a section is no value";
}

TEST_F(CompareModelTest, ShowsAllAndFindsKeysInAnyCase)
{
    show();
    m_model.setDifferencesOnly(false);
    EXPECT_EQ(rowOf("same"), rowOf("only.here") + 1);
    EXPECT_FALSE(cell("same", 2, CompareModel::KeyDiffersRole).toBool()) << "1 and 1.0 are the same number";
    m_model.setSearch(QStringLiteral("LO"));
    EXPECT_THAT(keys(), ElementsAre("# Summary", "loss"));
    m_model.setSearch(QStringLiteral("run id"));
    EXPECT_THAT(keys(), ElementsAre("# Fields", "Run ID"));
    m_model.setSearch(QStringLiteral("nothing"));
    EXPECT_THAT(keys(), IsEmpty());
    m_model.setSearch({});
    m_model.setDifferencesOnly(true);
    EXPECT_EQ(m_model.shownKeyCount(), 3);
}

TEST_F(CompareModelTest, RowsStayWhereTheyAreWhileRunsGoOn)
{
    show();
    const QPersistentModelIndex kept = m_model.index(rowOf("only.here"), 2);
    QSignalSpy reset(&m_model, &QAbstractItemModel::modelReset);
    setPath(m_runs[0].summary, {"loss"}, 0.25);
    setPath(m_runs[1].config, {"aaa"}, 1);
    setPath(m_runs[1].config, {"lr"}, 0.1);
    show();
    EXPECT_THAT(keys(), ElementsAre("# Fields", "Run ID", "# Config", "aaa", "only.here", "# Summary", "loss"));
    EXPECT_TRUE(kept.isValid());
    EXPECT_EQ(kept.data().toString(), QStringLiteral("x"));
    EXPECT_EQ(cell("loss", 0).toString(), QStringLiteral("0.25"));
    EXPECT_EQ(reset.count(), 0);
    m_runs.erase(m_runs.begin());
    show();
    EXPECT_EQ(reset.count(), 1);
    EXPECT_EQ(m_model.columnCount(), 2);
    m_model.setComparison({}, {});
    EXPECT_EQ(m_model.rowCount(), 0);
}

TEST_F(CompareModelTest, CopiesKeysWithTheirRuns)
{
    m_runs[0].runtimeSeconds = 1.5;
    show();
    EXPECT_EQ(m_model.text(TableText::Format::Tsv, {0, 1, 2, 3, 4, 5}, {0, 1}),
              QStringLiteral("Key\trun a\trun b\nRuntime (s)\t1.5\t\nRun ID\ta\tb\nlr (config)\t0.1\t"
                             "0.10000000000000003\nonly.here (config)\t\t\n"));
    EXPECT_EQ(m_model.text(TableText::Format::Markdown, {4}, {1}),
              QStringLiteral("| Key | run b |\n| --- | --- |\n| lr (config) | 0.10000000000000003 |\n"));
}

TEST_F(CompareModelTest, AnyChangesLeaveItAsIfMadeAnew)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < 60; ++round) {
        runglass::Run& run = m_runs[random() % m_runs.size()];
        Value& into = random() % 2 == 0 ? run.config : run.summary;
        const KeyPath key = {"k" + std::to_string(random() % 12)};
        if (random() % 3 == 0)
            removePath(into, key);
        else
            setPath(into, key, static_cast<int>(random() % 2));
        const bool only = random() % 2 == 0;
        m_model.setDifferencesOnly(only);
        show();
        CompareModel anew;
        anew.setDifferencesOnly(only);
        anew.setComparison(m_model.comparison(), std::vector<RunColour>(m_runs.size()));
        ASSERT_EQ(m_model.rowCount(), anew.rowCount());
        for (int row = 0; row < anew.rowCount(); ++row) {
            EXPECT_EQ(m_model.headerData(row, Qt::Vertical), anew.headerData(row, Qt::Vertical));
            for (int column = 0; column < anew.columnCount(); ++column)
                EXPECT_EQ(m_model.index(row, column).data(), anew.index(row, column).data());
        }
    }
}

TEST_F(CompareModelTest, AThousandKeysOfTwentyRunsAreQuick)
{
    m_tester.reset();
    m_runs.clear();
    for (int i = 0; i < 20; ++i) {
        runglass::Run run = makeRun("r" + std::to_string(i), "run", TimeNs{0});
        for (int key = 0; key < 1000; ++key)
            setPath(run.config, {"key" + std::to_string(key)}, key % 3 == 0 ? i * key : key);
        m_runs.push_back(std::move(run));
    }
    show();
    EXPECT_EQ(m_model.shownKeyCount(), 334);
    QElapsedTimer clock;
    clock.start();
    m_model.setDifferencesOnly(false);
    m_model.setSearch(QStringLiteral("key1"));
    m_model.setSearch({});
    show();
    // Generous: it takes some tens of milliseconds where nothing else runs, and a quadratic one takes minutes.
    EXPECT_LT(clock.elapsed(), 5000);
    EXPECT_EQ(m_model.shownKeyCount(), 1000 + 5) << "and five fields";
}

TEST(RunComparisonTest, SameIsWhatAPersonWouldCallSo)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(isSameValue(1, 1.0));
    EXPECT_TRUE(isSameValue(nan, nan));
    EXPECT_TRUE(isSameValue(Value(), Value()));
    EXPECT_TRUE(isSameValue(Value(Value::Array{1, 2.0}), Value(Value::Array{1.0, 2})));
    EXPECT_TRUE(isSameValue(Value(Value::Object{{"a", 1}}), Value(Value::Object{{"a", 1.0}})));
    EXPECT_FALSE(isSameValue(1, "1"));
    EXPECT_FALSE(isSameValue(1, true));
    EXPECT_FALSE(isSameValue(0, Value()));
    EXPECT_FALSE(isSameValue(std::int64_t{9007199254740993}, 9007199254740992.0)) << "the same double, another number";
    EXPECT_FALSE(isSameValue(std::numeric_limits<std::int64_t>::max(), 9223372036854775808.0));
    EXPECT_FALSE(isSameValue(Value(Value::Array{1}), Value(Value::Array{1, 2})));
    EXPECT_FALSE(isSameValue(Value(Value::Object{{"a", 1}}), Value(Value::Object{{"b", 1}})));
}

} // namespace runglass::test
