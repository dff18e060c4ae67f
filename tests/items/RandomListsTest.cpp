// SPDX-License-Identifier: GPL-3.0-or-later
// The models that follow a list of runs, with Qt's model tester, through lists as they come: runs that come, change
// and go, orders, filters, searches, pins, groups, colours and eyes.
#include "tests/table/RandomLists.h"

#include "models/items/ColourLegendModel.h"
#include "models/items/FilterColumnsModel.h"
#include "models/items/FilterText.h"
#include "models/items/RunSelectorModel.h"
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "models/table/FilterCompletion.h"
#include "tests/support/QtMessages.h"

#include <QPersistentModelIndex>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace runglass
{

namespace
{

using test::RandomLists;
using test::watchModel;

/// What a view holds on to stays on its run, and on its group while there is one.
class Kept
{
public:
    explicit Kept(const RunListModel& model)
        : m_model(model)
    {
    }
    void take()
    {
        m_indexes.clear();
        m_groups.clear();
        for (int row = 0; row < m_model.rowCount(); row += 3) {
            const QPersistentModelIndex index = m_model.index(row, row % m_model.columnCount());
            if (m_model.isGroup(row))
                m_groups[m_model.groupKeyAt(row)] = index;
            else
                m_indexes[m_model.runAt(row)] = index;
        }
    }
    void check() const
    {
        for (const auto& [run, index] : m_indexes) {
            const int row = m_model.rowOf(run);
            ASSERT_TRUE(row >= 0 || !index.isValid()) << "the index of a run that went";
            if (index.isValid()) {
                ASSERT_EQ(index.row(), row);
            }
        }
        for (const auto& [key, index] : m_groups) {
            if (index.isValid()) {
                ASSERT_EQ(index.row(), m_model.groupRowOfKey(key));
            }
        }
    }

private:
    const RunListModel& m_model;
    std::map<RunRef, QPersistentModelIndex> m_indexes;
    std::map<std::string, QPersistentModelIndex> m_groups;
};

void checkRows(const RunListModel& model, const RunList& list)
{
    ASSERT_EQ(model.rowCount(), static_cast<int>(list.lines().size()));
    for (int row = 0; row < model.rowCount(); ++row) {
        const ListLine line = list.lines()[static_cast<std::size_t>(row)];
        ASSERT_EQ(model.isGroup(row), isGroupLine(line));
        if (isGroupLine(line)) {
            const RunGroup& group = list.groups->groups[groupOfLine(line)];
            ASSERT_EQ(model.groupKeyAt(row), group.key);
            ASSERT_EQ(model.groupRowOfKey(group.key), row);
            ASSERT_EQ(model.index(row, 0).data(GroupCountRole).toUInt(), group.count);
        } else {
            ASSERT_EQ(model.runAt(row), list.table->ref(line));
            ASSERT_EQ(model.rowOf(list.table->ref(line)), row);
        }
    }
}

/// Folds or unfolds some group.
void fold(RunListState& state, const RunList& list, RandomLists& random)
{
    if (!list.groups || list.groups->groups.empty())
        return;
    const RunGroup& group = list.groups->groups[random.below(list.groups->groups.size())];
    state.grouping.setFolded(group.key, random.below(2) == 0);
}

} // namespace

TEST(RandomListsTest, everyModelFollows)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const test::FailOnQtWarnings strict;
    RandomLists random(seed);
    RunTableBuilder builder;
    RunListState state;
    auto list = std::make_shared<const RunList>();

    RunTicks ticks;
    RunsModel runs;
    RunSelectorModel selector;
    FilterColumnsModel columns;
    CompletionModel completions;
    ColourLegendModel legend;
    runs.setTicks(&ticks);
    selector.setTicks(&ticks);
    std::vector<std::unique_ptr<QAbstractItemModelTester>> watches;
    for (QAbstractItemModel* model :
         std::initializer_list<QAbstractItemModel*>{&runs, &selector, &columns, &completions, &legend})
        watches.push_back(watchModel(model));
    Kept keptRuns(runs), keptNames(selector);
    const std::vector<QString> searches = {QString(), QStringLiteral("n"), QStringLiteral("rare"),
                                           QStringLiteral("zz")};
    const std::vector<std::string> texts = {"", "config.", "config.text = ", "state in (", "config.number < 1 an"};
    int legends = 0, grouped = 0;
    for (int turn = 0; turn < 200; ++turn) {
        if (random.below(2) == 0)
            random.change(builder);
        random.change(state);
        fold(state, *list, random);
        list = std::make_shared<const RunList>(makeRunList(builder.snapshot(), state, *list, RandomLists::kNow));
        keptRuns.take();
        keptNames.take();
        ticks.setList(list);
        runs.setList(list);
        selector.setList(list);
        legend.setList(list);
        columns.setEntries(filterColumns(*list));
        columns.setSearch(searches[random.below(searches.size())]);
        const std::string& text = texts[random.below(texts.size())];
        completions.setItems(completeFilter(*list->table, text, text.size()).items);
        checkRows(runs, *list);
        checkRows(selector, *list);
        keptRuns.check();
        keptNames.check();
        ASSERT_EQ(legend.rowCount(), list->columnColours ? static_cast<int>(list->columnColours->classes.size()) : 0);
        legends += legend.rowCount() > 0 ? 1 : 0;
        grouped += list->groups ? 1 : 0;
        if (runs.rowCount() > 0)
            ticks.set(runs.runAt(static_cast<int>(random.below(list->lines().size()))), random.below(2) == 0);
        ASSERT_FALSE(testing::Test::HasFailure()) << "turn " << turn;
    }
    EXPECT_GT(legends, 0);
    EXPECT_GT(grouped, 0);
}

} // namespace runglass
