// SPDX-License-Identifier: GPL-3.0-or-later
// The models that follow a list of runs, with Qt's model tester, through lists as they come: runs that come, change
// and go, orders, filters, searches, pins, colours and eyes.
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

/// What a view holds on to stays on its run.
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
        for (int row = 0; row < m_model.rowCount(); row += 3)
            m_indexes[m_model.runAt(row)] = m_model.index(row, row % m_model.columnCount());
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
    }

private:
    const RunListModel& m_model;
    std::map<RunRef, QPersistentModelIndex> m_indexes;
};

void checkRows(const RunListModel& model, const RunList& list)
{
    ASSERT_EQ(model.rowCount(), static_cast<int>(list.rows.size()));
    for (std::size_t place = 0; place < list.rows.size(); ++place) {
        ASSERT_EQ(model.runAt(static_cast<int>(place)), list.ref(place));
        ASSERT_EQ(model.rowOf(list.ref(place)), static_cast<int>(place));
    }
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
         std::initializer_list<QAbstractItemModel*>{&runs, &selector, &columns, &completions})
        watches.push_back(watchModel(model));
    Kept keptRuns(runs), keptNames(selector);
    const std::vector<QString> searches = {QString(), QStringLiteral("n"), QStringLiteral("rare"),
                                           QStringLiteral("zz")};
    const std::vector<std::string> texts = {"", "config.", "config.text = ", "state in (", "config.number < 1 an"};
    int legends = 0;
    for (int turn = 0; turn < 150; ++turn) {
        if (random.below(2) == 0)
            random.change(builder);
        random.change(state);
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
        if (runs.rowCount() > 0)
            ticks.set(runs.runAt(static_cast<int>(random.below(list->rows.size()))), random.below(2) == 0);
        ASSERT_FALSE(testing::Test::HasFailure()) << "turn " << turn;
    }
    EXPECT_GT(legends, 0);
}

} // namespace runglass
