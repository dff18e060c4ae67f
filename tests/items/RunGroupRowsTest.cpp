// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/GroupText.h"
#include "models/items/RunSelectorModel.h"
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "models/session/Session.h"
#include "tests/items/ModelText.h"
#include "tests/items/RunListText.h"
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <gmock/gmock.h>
#include <random>

using ::testing::ElementsAre;

namespace runglass::test
{

namespace
{

const ColumnId kGroup{ColumnOrigin::Field, Field::Group, {}};

ColumnId configOf(const std::string& key)
{
    return {ColumnOrigin::Config, Field::Name, {key}};
}

runglass::Run groupedRun(const std::string& id, const std::string& group,
                         const std::vector<std::pair<std::string, Value>>& config = {})
{
    runglass::Run run = namedRun(id, id);
    run.group = group;
    for (const auto& [key, value] : config)
        setPath(run.config, {key}, value);
    return run;
}

RunListState groupedBy(std::vector<ColumnId> columns)
{
    RunListState state;
    state.sort = {{{ColumnOrigin::Field, Field::Name, {}}, false}};
    state.grouping.setColumns(std::move(columns));
    return state;
}

/// The first column, two spaces a depth.
std::vector<std::string> rowTexts(const RunListModel& model)
{
    std::vector<std::string> texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        texts.push_back(std::string(2 * static_cast<std::size_t>(index.data(DepthRole).toInt()), ' ') +
                        index.data().toString().toStdString());
    }
    return texts;
}

/// Waits until the cell is known.
QString cellText(RunsModel& model, int row, const ColumnId& column, int role = Qt::DisplayRole)
{
    const QModelIndex index = model.index(row, model.columnOf(column));
    EXPECT_TRUE(QTest::qWaitFor([&] { return index.data(GroupCellRole).isValid(); }, 60'000));
    return index.data(role).toString();
}

} // namespace

TEST(RunGroupRowsTest, headsOfGroupsStandForTheirRuns)
{
    RunTicks ticks;
    RunsModel model;
    RunSelectorModel selector;
    const auto watch = watchModel(&model);
    const auto watchSelector = watchModel(&selector);
    const auto list = listOf({groupedRun("a", "x"), groupedRun("b", "y"), groupedRun("c", "x"), groupedRun("d", "")},
                             groupedBy({kGroup}));
    for (RunListModel* each : {static_cast<RunListModel*>(&model), static_cast<RunListModel*>(&selector)}) {
        each->setList(list);
        each->setTicks(&ticks);
        EXPECT_THAT(rowTexts(*each),
                    ElementsAre("x, 2 run(s)", "  a", "  c", "y, 1 run(s)", "  b", "(none), 1 run(s)", "  d"));
    }
    ticks.setList(list);
    EXPECT_TRUE(model.isGroup(0));
    EXPECT_FALSE(model.isGroup(1));
    EXPECT_TRUE(model.index(0, 3).data(GroupRole).toBool());
    EXPECT_FALSE(model.index(1, 3).data(GroupRole).toBool());
    EXPECT_EQ(model.index(0, 0).data(GroupValueRole).toString(), u"x");
    EXPECT_EQ(model.index(0, 0).data(GroupCountRole).toInt(), 2);
    EXPECT_EQ(model.index(0, 0).data(GroupColumnRole).toString(), u"Group");
    EXPECT_EQ(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Group: x, 2 run(s), expanded");
    EXPECT_EQ(model.rowOf(refOf("c")), 2);
    EXPECT_EQ(model.groupRowAbove(2), 0);
    EXPECT_EQ(model.groupRowAbove(0), -1);
    EXPECT_EQ(model.groupRowOf(refOf("b")), 3);
    EXPECT_THAT(model.runsAt(0), ElementsAre(refOf("a"), refOf("c")));
    EXPECT_THAT(model.runsAt(4), ElementsAre(refOf("b")));

    EXPECT_TRUE(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    EXPECT_THAT(ticks.runs(), ElementsAre(refOf("a"), refOf("c")));
    EXPECT_EQ(selector.index(0, 0).data(Qt::CheckStateRole).toInt(), Qt::Checked);
    EXPECT_TRUE(selector.index(1, 0).data(TickedRole).toBool());
    ticks.set(refOf("a"), false);
    EXPECT_EQ(model.index(0, 0).data(Qt::CheckStateRole).toInt(), Qt::PartiallyChecked);
    EXPECT_FALSE(model.index(0, 0).data(TickedRole).toBool());
    EXPECT_EQ(model.index(3, 0).data(Qt::CheckStateRole).toInt(), Qt::Unchecked);
    EXPECT_TRUE(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    EXPECT_EQ(ticks.listedCount(), 0);

    QSignalSpy eyes(&model, &RunListModel::allShownRequested);
    EXPECT_TRUE(model.index(0, 0).data(ShownRole).toBool());
    EXPECT_TRUE(model.setData(model.index(1, 0), false, ShownRole));
    EXPECT_TRUE(model.index(0, 0).data(ShownRole).toBool()) << "one of two";
    EXPECT_TRUE(model.setData(model.index(0, 0), false, ShownRole));
    EXPECT_EQ(eyes.size(), 1);
    EXPECT_FALSE(model.index(0, 0).data(ShownRole).toBool());
    EXPECT_FALSE(model.index(2, 0).data(ShownRole).toBool());
    EXPECT_TRUE(model.index(3, 0).data(ShownRole).toBool());
}

TEST(RunGroupRowsTest, foldedGroupsKeepRunsAndTicks)
{
    RunTicks ticks;
    RunsModel model;
    const auto watch = watchModel(&model);
    RunListState state = groupedBy({kGroup});
    const auto list = listOf({groupedRun("a", "x"), groupedRun("b", "y"), groupedRun("c", "x")}, state);
    model.setTicks(&ticks);
    model.setList(list);
    ticks.setList(list);
    std::vector<std::pair<std::string, bool>> asked;
    QObject::connect(&model, &RunListModel::foldRequested,
                     [&asked](const std::string& key, bool folded) { asked.emplace_back(key, folded); });
    const QPersistentModelIndex y = model.index(3, 0);
    EXPECT_TRUE(model.setData(model.index(0, 0), true, FoldedRole));
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_TRUE(model.index(0, 0).data(FoldedRole).toBool()) << "at once, before the list follows";
    state.grouping.setFolded(asked[0].first, asked[0].second);
    const auto folded = std::make_shared<const RunList>(withState(*list, state));
    model.setList(folded);
    ticks.setList(folded);
    EXPECT_THAT(rowTexts(model), ElementsAre("x, 2 run(s)", "y, 1 run(s)", "  b"));
    EXPECT_EQ(y.row(), 1);
    EXPECT_EQ(model.rowOf(refOf("a")), -1);
    EXPECT_EQ(model.groupRowOf(refOf("a")), 0);
    EXPECT_EQ(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Group: x, 2 run(s), collapsed");
    model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole);
    EXPECT_EQ(ticks.listedCount(), 2);
    EXPECT_FALSE(model.setData(model.index(2, 0), true, FoldedRole)) << "a run cannot be folded";
}

TEST(RunGroupRowsTest, cellsTellWhatAllRunsOfTheGroupHold)
{
    RunsModel model;
    const auto watch = watchModel(&model);
    std::vector<runglass::Run> runs = {
        groupedRun("a", "x", {{"n", 1.5}, {"t", "adam"}}),
        groupedRun("b", "x", {{"n", std::numeric_limits<double>::quiet_NaN()}, {"t", "sgd"}}),
        groupedRun("c", "x", {{"n", 2.5}, {"t", "adam"}}), groupedRun("d", "y", {{"n", 11.5}, {"t", "adam"}}),
        groupedRun("e", "z")};
    runs[0].runtimeSeconds = 60;
    runs[2].runtimeSeconds = 180;
    RunListState state = groupedBy({kGroup});
    state.grouping.setAllFolded(true);
    model.setList(listOf(runs, state));
    const ColumnId numbers = configOf("n"), texts = configOf("t");
    EXPECT_EQ(model.index(0, model.columnOf(numbers)).data().toString(), QString()) << "nothing until it is known";
    EXPECT_EQ(cellText(model, 0, numbers), u"2 ± 0.7071");
    EXPECT_EQ(cellText(model, 0, numbers, Qt::ToolTipRole),
              u"n of “x”\nRuns with a value: 3 of 3\nMean ± std: 2 ± 0.7071\nMedian: 2\nMin: 1.5\nMax: 2.5\n"
              "NaN: 1 run(s)\nBars: 1.5 – 11.5");
    EXPECT_EQ(cellText(model, 0, numbers, Qt::AccessibleDescriptionRole), cellText(model, 0, numbers, Qt::ToolTipRole));
    EXPECT_EQ(cellText(model, 0, numbers, CopyTextRole), u"2");
    EXPECT_EQ(cellText(model, 1, numbers), u"11.5");
    EXPECT_EQ(cellText(model, 2, numbers), u"–");
    const auto cell = model.index(0, model.columnOf(numbers)).data(GroupCellRole).value<GroupCellText>();
    EXPECT_TRUE(cell.hasBars);
    EXPECT_EQ(cell.bars[0], 1U);
    EXPECT_EQ(cell.bars[2], 1U) << "20 bars over the range of all groups";
    EXPECT_EQ(cell.detail, u"± 0.7071");
    EXPECT_EQ(cellText(model, 0, texts), u"2 value(s): adam – sgd");
    EXPECT_EQ(cellText(model, 0, texts, Qt::ToolTipRole),
              u"t of “x”\nRuns with a value: 3 of 3\nadam: 2 run(s)\nsgd: 1 run(s)");
    EXPECT_EQ(cellText(model, 1, texts), u"adam");
    EXPECT_EQ(cellText(model, 2, texts), u"–");
    EXPECT_EQ(cellText(model, 0, {ColumnOrigin::Field, Field::Runtime, {}}), u"2m 00s ± 1m 25s");
    EXPECT_EQ(cellText(model, 0, {ColumnOrigin::Field, Field::State, {}}), u"Finished");
}

/// Cells are those of the list that is shown, also when lists come faster than cells.
TEST(RunGroupRowsTest, cellsFollowTheList)
{
    RunsModel model;
    const ColumnId numbers = configOf("n");
    for (int turn = 0; turn < 20; ++turn) {
        RunListState state = groupedBy({kGroup});
        std::vector<runglass::Run> runs;
        for (int run = 0; run <= turn; ++run)
            runs.push_back(groupedRun("r" + std::to_string(run), "x", {{"n", run * 2}}));
        model.setList(listOf(runs, state));
        model.index(0, model.columnOf(numbers)).data(GroupCellRole);
        if (turn % 3 == 0)
            QTest::qWait(0);
    }
    const QModelIndex index = model.index(0, model.columnOf(numbers));
    EXPECT_TRUE(QTest::qWaitFor([&] { return index.data(CopyTextRole).toString() == u"19"; }, 60'000));
    EXPECT_TRUE(index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("20 of 20")));
}

/// Any grouping, folding, search, pin and change of runs after any other.
TEST(RunGroupRowsTest, followsAnyGroupingThatComes)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    RunTableBuilder builder;
    RunTicks ticks;
    RunsModel model;
    RunSelectorModel selector;
    const auto watch = watchModel(&model);
    const auto watchSelector = watchModel(&selector);
    model.setTicks(&ticks);
    selector.setTicks(&ticks);
    std::vector<std::pair<QPersistentModelIndex, RunRef>> indexes;
    RunListState state;
    for (int turn = 0; turn < 150; ++turn) {
        std::vector<runglass::Run> changed;
        std::vector<RunPath> gone;
        for (std::uint32_t i = 0; i < random() % 6; ++i) {
            runglass::Run run = namedRun("r" + std::to_string(random() % 30), "n" + std::to_string(random() % 30),
                                         static_cast<TimeNs>(random() % 100));
            if (random() % 3 == 0)
                gone.push_back(run.path);
            for (const char* key : {"a", "b"})
                setPath(run.config, {key}, random() % 3 == 0 ? Value("t") : Value(static_cast<int>(random() % 4)));
            changed.push_back(std::move(run));
        }
        builder.apply(1, changed);
        builder.remove(1, gone);
        if (random() % 3 == 0) {
            std::vector<ColumnId> columns = {configOf("a"), configOf("b"), kGroup};
            std::shuffle(columns.begin(), columns.end(), random);
            columns.resize(random() % 4);
            state.grouping.setColumns(columns);
        }
        state.search = random() % 3 == 0 ? std::to_string(random() % 10) : "";
        state.sort.clear();
        if (random() % 2 == 0)
            state.sort = {{configOf("a"), random() % 2 == 0}};
        if (random() % 4 == 0)
            state.pinned = {{"team", "proj", "r" + std::to_string(random() % 30)}};
        if (random() % 5 == 0)
            state.grouping.setAllFolded(!state.grouping.columns.empty() && random() % 2 == 0);
        if (const auto& groups = model.list()->groups; groups && !groups->groups.empty() && random() % 2 == 0)
            state.grouping.setFolded(groups->groups[random() % groups->groups.size()].key, random() % 2 == 0);
        const auto list = std::make_shared<const RunList>(makeRunList(builder.snapshot(), state));
        ticks.setList(list);
        model.setList(list);
        selector.setList(list);
        ASSERT_EQ(model.rowCount(), static_cast<int>(list->lines().size()));
        ASSERT_EQ(rowTexts(selector), rowTexts(model));
        std::size_t inGroups = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const ListLine line = list->lines()[static_cast<std::size_t>(row)];
            ASSERT_EQ(model.isGroup(row), isGroupLine(line));
            if (isGroupLine(line)) {
                const RunGroup& group = list->groups->groups[groupOfLine(line)];
                ASSERT_EQ(model.runsAt(row).size(), group.count);
                inGroups += group.depth == 0 ? group.count : 0;
                if (random() % 20 == 0)
                    model.setData(model.index(row, 0), random() % 2 == 0 ? Qt::Checked : Qt::Unchecked,
                                  Qt::CheckStateRole);
                const auto runs = model.runsAt(row);
                const auto ticked = static_cast<std::size_t>(std::count_if(
                    runs.begin(), runs.end(), [&ticks](const RunRef& run) { return ticks.isTicked(run); }));
                ASSERT_EQ(model.index(row, 0).data(Qt::CheckStateRole).toInt(), ticked == 0 ? Qt::Unchecked
                                                                                : ticked == runs.size()
                                                                                    ? Qt::Checked
                                                                                    : Qt::PartiallyChecked);
            } else {
                ASSERT_EQ(model.runAt(row), list->table->ref(line));
                ASSERT_EQ(model.rowOf(model.runAt(row)), row);
            }
            const int head = model.groupRowAbove(row);
            ASSERT_LT(head, row);
            if (head >= 0) {
                ASSERT_LT(model.index(head, 0).data(DepthRole).toInt(), model.index(row, 0).data(DepthRole).toInt());
            }
        }
        if (list->groups) {
            ASSERT_EQ(inGroups, list->matching) << "each run is in a group, folded or not";
        }
        for (const auto& [index, run] : indexes) {
            const int row = model.rowOf(run);
            ASSERT_EQ(index.isValid() ? index.row() : -1, row);
        }
        indexes.clear();
        for (int row = 0; row < model.rowCount(); ++row)
            if (!model.isGroup(row))
                indexes.emplace_back(model.index(row, 0), model.runAt(row));
    }
}

TEST(RunGroupRowsTest, aSessionFoldsAndHides)
{
    const TemporaryDirectory home;
    Places places;
    places.cacheDirectory = (home.path() / "cache").string();
    Session session(places);
    RunsModel model;
    const auto watch = watchModel(&model);
    model.follow(session);
    session.open(fixture("wandb/small").string());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !session.isBusy(); }, 60'000));
    RunListState state = session.state();
    state.grouping.setColumns({{ColumnOrigin::Field, Field::State, {}}});
    session.setState(state);
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() > 8; }, 60'000));
    const int rows = model.rowCount();
    const int inside = model.index(0, 0).data(GroupCountRole).toInt();
    EXPECT_TRUE(model.setData(model.index(0, 0), true, FoldedRole));
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() == rows - inside; }, 60'000));
    EXPECT_EQ(session.state().grouping.exceptions.size(), 1U);
    EXPECT_TRUE(model.setData(model.index(0, 0), false, ShownRole));
    EXPECT_EQ(session.state().hidden.size(), static_cast<std::size_t>(inside));
    EXPECT_TRUE(model.setData(model.index(0, 0), false, FoldedRole));
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() == rows; }, 60'000));
}

} // namespace runglass::test
