// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/GroupKeysModel.h"

#include "models/items/SortKeysModel.h"
#include "tests/items/RunListText.h"
#include "tests/support/QtMessages.h"

#include <QPersistentModelIndex>

#include <algorithm>
#include <gmock/gmock.h>
#include <random>

namespace runglass::test
{

namespace
{

ColumnId field(Field field)
{
    return {ColumnOrigin::Field, field, {}};
}

} // namespace

TEST(GroupKeysModelTest, keysAreAddedMovedAndTakenOut)
{
    GroupKeysModel model;
    const auto watch = watchModel(&model);
    std::vector<std::vector<ColumnId>> asked;
    QObject::connect(&model, &GroupKeysModel::keysRequested,
                     [&asked](const std::vector<ColumnId>& keys) { asked.push_back(keys); });
    model.add(field(Field::State));
    model.add({ColumnOrigin::Config, Field::Name, {"opt", "lr"}});
    model.add(field(Field::State));
    ASSERT_EQ(asked.size(), 2U) << "a column is a key once";
    EXPECT_EQ(model.index(1).data().toString(), u"opt.lr");
    EXPECT_EQ(model.index(1).data(GroupKeysModel::OriginRole).toString(), u"config");
    EXPECT_EQ(model.index(0).data(Qt::AccessibleTextRole).toString(), u"1. State");
    const QPersistentModelIndex state = model.index(0);
    EXPECT_TRUE(model.moveRow({}, 1, {}, 0));
    EXPECT_EQ(state.row(), 1);
    EXPECT_EQ(asked.back().front().origin, ColumnOrigin::Config);
    EXPECT_FALSE(model.moveRow({}, 0, {}, -1));
    EXPECT_FALSE(model.removeRow(2));
    EXPECT_TRUE(model.removeRow(0));
    EXPECT_EQ(asked.back(), (std::vector<ColumnId>{field(Field::State)}));
}

TEST(GroupKeysModelTest, followsAnyKeysThatCome)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    GroupKeysModel model;
    const auto watch = watchModel(&model);
    for (int turn = 0; turn < 200; ++turn) {
        std::vector<ColumnId> keys = {field(Field::State), field(Field::Group), field(Field::Host), field(Field::Id)};
        std::shuffle(keys.begin(), keys.end(), random);
        keys.resize(random() % 5);
        model.setKeys(keys);
        ASSERT_EQ(model.keys(), keys);
        ASSERT_EQ(model.rowCount(), static_cast<int>(keys.size()));
    }
}

TEST(GroupKeysModelTest, offersWhatIsNoKeyYetAlsoHiddenColumns)
{
    runglass::Run run = namedRun("a", "a");
    run.group = "g";
    setPath(run.config, {"lr"}, 1);
    const auto list = listOf({run});
    const auto offered = [&list](const std::vector<ColumnId>& keys) {
        GroupKeysModel model;
        model.setKeys(keys);
        std::vector<std::string> names;
        const FilterColumnEntries columns = sortColumns(*list, model.chosen());
        for (const FilterColumnEntry& entry : *columns)
            names.push_back(entry.name.toStdString());
        return names;
    };
    EXPECT_THAT(offered({}), testing::IsSupersetOf({"Name", "Group", "Run ID", "lr"}));
    EXPECT_THAT(offered({field(Field::Group)}), testing::Not(testing::Contains("Group")));
}

} // namespace runglass::test
