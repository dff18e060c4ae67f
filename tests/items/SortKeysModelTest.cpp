// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/SortKeysModel.h"

#include "models/items/RunsModel.h"
#include "tests/items/RunListText.h"
#include "tests/support/QtMessages.h"

#include <QPersistentModelIndex>
#include <QSignalSpy>

#include <gmock/gmock.h>
#include <random>

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace runglass::test
{

namespace
{

ColumnId config(const std::string& key)
{
    return {ColumnOrigin::Config, Field::Name, {key}};
}

const ColumnId kName{ColumnOrigin::Field, Field::Name, {}};
const ColumnId kLoss{ColumnOrigin::Summary, Field::Name, {"loss"}};

/// "a+ b-": names, + is ascending.
std::string text(const SortKeysModel& model)
{
    std::string text;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        text += (row > 0 ? " " : "") + index.data().toString().toStdString() +
                (index.data(SortKeysModel::DescendingRole).toBool() ? "-" : "+");
    }
    return text;
}

/// A model that is asked and answered.
class SortKeysModelTest : public ::testing::Test
{
protected:
    SortKeysModelTest()
    {
        QObject::connect(&m_model, &SortKeysModel::keysRequested, &m_model,
                         [this](const std::vector<SortKey>& keys) { m_asked = keys; });
        m_model.setKeys({{config("a"), false}, {kLoss, true}, {kName, false}});
    }

    FailOnQtWarnings m_fail;
    SortKeysModel m_model;
    std::unique_ptr<QAbstractItemModelTester> m_watch = watchModel(&m_model);
    std::vector<SortKey> m_asked;
};

} // namespace

TEST_F(SortKeysModelTest, saysColumnAndDirection)
{
    EXPECT_EQ(text(m_model), "a+ loss- Name+");
    const QModelIndex loss = m_model.index(1);
    EXPECT_EQ(loss.data(SortKeysModel::OriginRole).toString(), QStringLiteral("summary"));
    EXPECT_EQ(loss.data(SortKeysModel::OrderRole).toString(), QStringLiteral("highest first"));
    EXPECT_EQ(loss.data(Qt::AccessibleTextRole).toString(), QStringLiteral("2. loss, highest first"));
    EXPECT_FALSE(loss.data(Qt::EditRole).isValid());
}

TEST_F(SortKeysModelTest, rowsMoveTurnRoundAndGo)
{
    const QPersistentModelIndex loss = m_model.index(1);
    EXPECT_TRUE(m_model.moveRow({}, 1, {}, 0));
    EXPECT_EQ(text(m_model), "loss- a+ Name+");
    EXPECT_EQ(loss.row(), 0);
    EXPECT_THAT(m_asked, ElementsAre(SortKey{kLoss, true}, SortKey{config("a"), false}, SortKey{kName, false}));
    EXPECT_TRUE(m_model.moveRow({}, 0, {}, 3));
    EXPECT_EQ(text(m_model), "a+ Name+ loss-");
    EXPECT_FALSE(m_model.moveRow({}, 0, {}, 1)) << "where it is";
    EXPECT_FALSE(m_model.moveRow({}, 0, {}, 4));
    EXPECT_FALSE(m_model.moveRow({}, -1, {}, 1));
    EXPECT_TRUE(m_model.setData(m_model.index(1), true, SortKeysModel::DescendingRole));
    EXPECT_EQ(text(m_model), "a+ Name- loss-");
    EXPECT_TRUE(m_model.removeRow(0));
    EXPECT_EQ(text(m_model), "Name- loss-");
    EXPECT_FALSE(m_model.removeRow(2));
    m_model.add(config("b"));
    EXPECT_EQ(text(m_model), "Name- loss- b+");
    EXPECT_EQ(m_asked, m_model.keys());
    m_asked.clear();
    m_model.add(kLoss);
    EXPECT_THAT(m_asked, IsEmpty()) << "it is a key already";
}

TEST_F(SortKeysModelTest, aColumnThatComesTwiceCountsOnce)
{
    m_model.setKeys({{kName, true}, {kLoss, false}, {kName, false}});
    EXPECT_EQ(text(m_model), "Name- loss+");
}

/// Keys that stay are the same rows; the model's tester watches each step.
TEST_F(SortKeysModelTest, followsAnyKeys)
{
    const unsigned seed = std::random_device{}();
    std::mt19937 random(seed);
    for (int turn = 0; turn < 200; ++turn) {
        SCOPED_TRACE("seed " + std::to_string(seed) + " turn " + std::to_string(turn));
        std::vector<SortKey> keys;
        for (const char* name : {"a", "b", "c", "d", "e"})
            if (random() % 2 == 0)
                keys.push_back({config(name), random() % 2 == 0});
        std::shuffle(keys.begin(), keys.end(), random);
        std::map<std::string, QPersistentModelIndex> before;
        for (int row = 0; row < m_model.rowCount(); ++row)
            before.emplace(toText(m_model.keys()[static_cast<std::size_t>(row)].column), m_model.index(row));
        m_model.setKeys(keys);
        ASSERT_EQ(m_model.keys(), keys);
        for (int row = 0; row < m_model.rowCount(); ++row) {
            const auto was = before.find(toText(keys[static_cast<std::size_t>(row)].column));
            if (was != before.end()) {
                ASSERT_EQ(was->second.row(), row);
            }
        }
    }
}

TEST(SortColumnsTest, offersFieldsAndKeysThatAreNoSortKeys)
{
    runglass::Run run = namedRun("x", "x", 5);
    run.host = "h";
    setPath(run.config, {"lr"}, 0.5);
    setPath(run.config, {"opt", "name"}, "adam");
    setPath(run.summary, {"loss"}, 1);
    const auto list = listOf({run});
    std::vector<std::string> names;
    std::vector<ColumnId> ids;
    const FilterColumnEntries entries = sortColumns(*list, {{config("lr"), false}, {kName, false}});
    for (const FilterColumnEntry& entry : *entries) {
        names.push_back(entry.name.toStdString());
        ids.push_back(sortColumn(entry));
    }
    EXPECT_THAT(names, ElementsAre("State", "Created", "Host name", "Run ID", "Project", "Entity", "opt.name", "loss"));
    EXPECT_EQ(ids[1], (ColumnId{ColumnOrigin::Field, Field::Created, {}}));
    EXPECT_EQ(ids[6], (ColumnId{ColumnOrigin::Config, Field::Name, {"opt", "name"}}));
    EXPECT_EQ(ids[7], kLoss);
}

TEST(SortColumnsTest, saysTheOrderInWords)
{
    RunListState state;
    EXPECT_EQ(sortedByText(state), QStringLiteral("Newest first"));
    state.sort = {{kLoss, true}};
    EXPECT_EQ(sortedByText(state), QStringLiteral("Sorted by loss, highest first"));
    state.sort.push_back({kName, false});
    EXPECT_EQ(sortedByText(state), QStringLiteral("Sorted by loss (highest first), then Name (lowest first)"));
    state.shownValues = {{kLoss, MetricValue::Min}};
    EXPECT_EQ(sortedByText(state), QStringLiteral("Sorted by loss · min (highest first), then Name (lowest first)"));
}

} // namespace runglass::test
