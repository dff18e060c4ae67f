// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunTicks.h"

#include "models/items/RunSelectorModel.h"
#include "models/items/RunsModel.h"
#include "tests/items/RunListText.h"
#include "tests/support/QtMessages.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <gmock/gmock.h>
#include <map>
#include <random>

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace runglass::test
{

namespace
{

std::vector<std::string> idsOf(const std::vector<RunRef>& runs)
{
    std::vector<std::string> ids;
    for (const RunRef& run : runs)
        ids.push_back(run.path.id);
    return ids;
}

std::shared_ptr<const RunList> listOfTable(const std::shared_ptr<const RunTable>& table, RunListState state)
{
    return std::make_shared<const RunList>(makeRunList(table, std::move(state)));
}

RunListState searching(std::string text)
{
    RunListState state;
    state.search = std::move(text);
    return state;
}

} // namespace

TEST(RunTicksTest, followTheirRunsWhileTheListChanges)
{
    RunTicks ticks;
    ticks.setList(listNamed({"a", "b", "c", "d"}));
    ticks.set({refOf("id-b"), refOf("id-d")}, true);
    EXPECT_THAT(idsOf(ticks.runs()), ElementsAre("id-b", "id-d"));
    ticks.setList(listNamed({"d", "x", "b"}));
    EXPECT_THAT(idsOf(ticks.runs()), ElementsAre("id-b", "id-d")) << "in the list's order, by name";
    ticks.setList(listNamed({"d", "x"}));
    EXPECT_THAT(idsOf(ticks.runs()), ElementsAre("id-d"));
    ticks.setList(listNamed({"b", "d", "x"}));
    EXPECT_THAT(idsOf(ticks.runs()), ElementsAre("id-d")) << "a run that went took its tick along";
}

TEST(RunTicksTest, whatIsLeftOutKeepsItsTickButDoesNotCount)
{
    RunTableBuilder builder;
    builder.apply(1, {namedRun("a", "apple"), namedRun("b", "birch"), namedRun("c", "apricot")});
    const auto table = builder.snapshot();
    RunTicks ticks;
    ticks.setList(listOfTable(table, {}));
    QSignalSpy changed(&ticks, &RunTicks::changed);
    ticks.setAll(true);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(ticks.all(), Qt::Checked);
    ticks.setList(listOfTable(table, searching("ap")));
    EXPECT_EQ(changed.count(), 2);
    EXPECT_EQ(ticks.listedCount(), 2);
    EXPECT_EQ(ticks.leftOutCount(), 1);
    EXPECT_TRUE(ticks.isTicked(refOf("b")));
    EXPECT_FALSE(ticks.counts(refOf("b")));
    EXPECT_EQ(ticks.runs().size(), 2U);
    ticks.setAll(false);
    EXPECT_THAT(ticks.runs(), IsEmpty());
    EXPECT_EQ(ticks.leftOutCount(), 1) << "only listed runs are unticked";
    ticks.setList(listOfTable(table, {}));
    EXPECT_THAT(idsOf(ticks.runs()), ElementsAre("b"));
    RunListState elsewhere;
    elsewhere.scope.project = "another";
    ticks.setList(listOfTable(table, elsewhere));
    EXPECT_EQ(ticks.leftOutCount(), 0) << "what is ticked in another project is no matter of this one";
    ticks.clear();
    ticks.setList(listOfTable(table, {}));
    EXPECT_EQ(ticks.listedCount(), 0);
}

TEST(RunTicksTest, modelsShareThem)
{
    RunTicks ticks;
    RunsModel table;
    RunSelectorModel selector;
    const auto watchTable = watchModel(&table);
    const auto watchSelector = watchModel(&selector);
    for (RunListModel* model : {static_cast<RunListModel*>(&table), static_cast<RunListModel*>(&selector)}) {
        model->setList(listNamed({"a", "b"}));
        EXPECT_FALSE(model->index(0, 0).data(Qt::CheckStateRole).isValid()) << "no box without ticks";
        model->setTicks(&ticks);
    }
    ticks.setList(table.list());
    QSignalSpy shown(&selector, &QAbstractItemModel::dataChanged);
    EXPECT_TRUE(table.index(1, 0).flags().testFlag(Qt::ItemIsUserCheckable));
    EXPECT_FALSE(table.index(1, 1).flags().testFlag(Qt::ItemIsUserCheckable));
    EXPECT_FALSE(table.setData(table.index(1, 1), Qt::Checked, Qt::CheckStateRole));
    EXPECT_TRUE(table.setData(table.index(1, 0), Qt::Checked, Qt::CheckStateRole));
    EXPECT_EQ(shown.count(), 1);
    EXPECT_EQ(selector.index(1, 0).data(Qt::CheckStateRole).toInt(), Qt::Checked);
    EXPECT_TRUE(selector.index(1, 1).data(TickedRole).toBool());
    EXPECT_FALSE(selector.index(0, 0).data(TickedRole).toBool());
    EXPECT_EQ(table.headerData(0, Qt::Horizontal, Qt::CheckStateRole).toInt(), Qt::PartiallyChecked);
    EXPECT_TRUE(table.setHeaderData(0, Qt::Horizontal, Qt::Checked, Qt::CheckStateRole));
    EXPECT_EQ(table.headerData(0, Qt::Horizontal, Qt::CheckStateRole).toInt(), Qt::Checked);
    EXPECT_EQ(ticks.listedCount(), 2);
    EXPECT_FALSE(table.headerData(1, Qt::Horizontal, Qt::CheckStateRole).isValid());
}

/// Against a plain set, through random ticks, searches, sorts, runs that come, change and go.
TEST(RunTicksTest, agreeWithAPlainSet)
{
    const auto seed = static_cast<unsigned>(::testing::UnitTest::GetInstance()->random_seed());
    SCOPED_TRACE(::testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const auto upTo = [&random](std::size_t most) { return random() % (most + 1); };
    RunTableBuilder builder;
    RunTicks ticks;
    RunsModel model;
    model.setTicks(&ticks);
    const auto watch = watchModel(&model);
    std::map<std::string, bool> expected; ///< run -> ticked
    for (int step = 0; step < 600; ++step) {
        const std::string id = "r" + std::to_string(upTo(150));
        RunListState state = model.state();
        switch (upTo(5)) {
        case 0:
            builder.apply(1, {namedRun(id, id, static_cast<TimeNs>(upTo(1000)))});
            expected.try_emplace(id, false);
            break;
        case 1:
            builder.remove(1, {{"team", "proj", id}});
            expected.erase(id);
            break;
        case 2:
            state.search = upTo(2) == 0 ? std::string() : std::to_string(upTo(9));
            break;
        case 3:
            state.sort = {{{ColumnOrigin::Field, Field::Name, {}}, upTo(1) == 0}};
            break;
        case 4:
            ticks.setAll(upTo(3) != 0);
            for (std::size_t place = 0; place < model.list()->rows.size(); ++place)
                expected[model.list()->ref(place).path.id] = ticks.all() == Qt::Checked;
            break;
        default:
            const bool on = upTo(1) == 0;
            ticks.set(refOf(id), on);
            if (const auto found = expected.find(id); found != expected.end())
                found->second = on;
        }
        const auto list = listOfTable(builder.snapshot(), state);
        ticks.setList(list);
        model.setList(list);
        std::vector<std::string> listed;
        for (std::size_t place = 0; place < list->rows.size(); ++place)
            if (expected[list->ref(place).path.id])
                listed.push_back(list->ref(place).path.id);
        ASSERT_EQ(idsOf(ticks.runs()), listed) << step;
        ASSERT_EQ(ticks.listedCount(), static_cast<int>(listed.size())) << step;
        int all = 0;
        for (const auto& [run, ticked] : expected) {
            ASSERT_EQ(ticks.isTicked(refOf(run)), ticked) << step << ' ' << run;
            all += ticked ? 1 : 0;
        }
        ASSERT_EQ(ticks.leftOutCount(), all - ticks.listedCount()) << step;
    }
}

/// Nobody waits for a hundred thousand boxes.
TEST(RunTicksTest, areQuickWithManyRuns)
{
    constexpr std::size_t kRuns = 100'000;
    std::vector<runglass::Run> runs;
    for (std::size_t i = 0; i < kRuns; ++i)
        runs.push_back(namedRun("r" + std::to_string(i), {}));
    RunTableBuilder builder;
    builder.apply(1, std::move(runs));
    RunTicks ticks;
    const auto list = listOfTable(builder.snapshot(), {});
    ticks.setList(list);
    QElapsedTimer timer;
    timer.start();
    ticks.setAll(true);
    for (int i = 0; i < 100; ++i)
        ticks.set(refOf("r" + std::to_string(i)), false);
    EXPECT_EQ(ticks.listedCount(), static_cast<int>(kRuns) - 100);
    EXPECT_LT(timer.restart(), 50);
    builder.apply(1, {namedRun("new", {})});
    ticks.setList(listOfTable(builder.snapshot(), {}));
    EXPECT_EQ(ticks.listedCount(), static_cast<int>(kRuns) - 100);
}

} // namespace runglass::test
