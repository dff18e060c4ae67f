// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunsModel.h"

#include "models/items/RunSelectorModel.h"
#include "models/session/Session.h"
#include "models/table/NumberColumn.h"
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

std::vector<std::string> names(const QAbstractItemModel& model)
{
    std::vector<std::string> names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.push_back(model.index(row, 0).data().toString().toStdString());
    return names;
}

std::vector<std::string> headers(const QAbstractItemModel& model)
{
    std::vector<std::string> headers;
    for (int column = 0; column < model.columnCount(); ++column)
        headers.push_back(model.headerData(column, Qt::Horizontal).toString().toStdString());
    return headers;
}

Run fullRun()
{
    Run run = namedRun("full", "", 1'000'000'000);
    run.notes = "\n first line\nsecond";
    run.tags = {"a", "b"};
    run.runtimeSeconds = 751.25;
    run.group = "g";
    run.exitCode = 1;
    run.state = RunState::Failed;
    run.warnings.resize(2);
    setPath(run.config, {"opt", "lr"}, 0.0123456);
    setPath(run.config, {"text"}, "two\nlines");
    setPath(run.summary, {"loss"}, std::numeric_limits<double>::quiet_NaN());
    setPath(run.summary, {"big"}, std::int64_t{9007199254740993});
    return run;
}

void arrangeSomehow(ColumnLayout& layout, std::mt19937& random)
{
    const auto some = [&random]() -> ColumnId {
        if (random() % 2 == 0)
            return {ColumnOrigin::Config, Field::Name, {"k" + std::to_string(random() % 12)}};
        return {ColumnOrigin::Field, static_cast<Field>(random() % static_cast<unsigned>(Field::Count)), {}};
    };
    switch (random() % 6) {
    case 0:
        return layout.pin(some());
    case 1:
        return layout.hide(some());
    case 2:
        return layout.show(some());
    case 3:
        return layout.unpin(some());
    case 4:
        std::shuffle(layout.order.begin(), layout.order.end(), random);
        layout.order.push_back(some());
        return;
    default:
        if (random() % 4 == 0)
            layout = {};
    }
}

} // namespace

TEST(RunsModelTest, hasFieldsThenConfigThenSummary)
{
    RunsModel model;
    const auto watch = watchModel(&model);
    EXPECT_EQ(model.columnCount(), 9);
    model.setList(listOf({fullRun(), namedRun("bare", "bare")}));
    EXPECT_THAT(headers(model), ElementsAre("Name", "State", "Notes", "Tags", "Created", "Runtime", "Group", "Job type",
                                            "Author", "opt.lr", "text", "big", "loss"));
    EXPECT_EQ(model.headerData(9, Qt::Horizontal, RunsModel::OriginRole).toString(), u"config");
    EXPECT_EQ(model.headerData(12, Qt::Horizontal, RunsModel::OriginRole).toString(), u"summary");
    EXPECT_EQ(model.headerData(9, Qt::Horizontal, Qt::ToolTipRole).toString(), u"opt.lr (config)");
    EXPECT_EQ(model.headerData(9, Qt::Horizontal, RunsModel::ColumnTextRole).toString(), u"config.opt.lr");
    EXPECT_EQ(model.headerData(9, Qt::Horizontal, RunsModel::PathRole).toStringList(),
              (QStringList{QStringLiteral("opt"), QStringLiteral("lr")}));
    EXPECT_TRUE(model.headerData(0, Qt::Horizontal, RunsModel::PinnedRole).toBool());
    model.setList(listOf({namedRun("bare", "bare")}));
    EXPECT_EQ(model.columnCount(), 9) << "keys of no run that is in scope";
}

TEST(RunsModelTest, answersEveryCell)
{
    FakeClock clock(1'000'000'000 + 120'000'000'000);
    RunsModel model(&clock);
    model.setList(listOf({namedRun("bare", "bare"), fullRun()}));
    EXPECT_EQ(toText(model),
              "bare | Finished | – | – | 2 min ago | – | – | – | – | – | – | – | –\n"
              "full | Failed | first line … | a, b | 2 min ago | 12m 31s | g | – | – | 0.01235 | two↵lines | "
              "9007199254740993 | NaN\n");
    const auto cell = [&model](int column, int role) { return model.index(1, column).data(role); };
    EXPECT_EQ(cell(0, Qt::ToolTipRole).toString(),
              u"full\nThis run has no name. Its ID is shown.\nFailed\nteam/proj/full\n2 problem(s) met while reading\n"
              "Exit code 1");
    EXPECT_EQ(cell(1, Qt::ToolTipRole).toString(), u"Failed\nExit code 1");
    EXPECT_EQ(cell(5, Qt::ToolTipRole).toString(), u"751.25 s");
    EXPECT_EQ(cell(7, Qt::ToolTipRole).toString(), u"This run did not record it.");
    EXPECT_EQ(cell(9, Qt::ToolTipRole).toString(), u"0.0123456");
    EXPECT_EQ(cell(10, Qt::ToolTipRole).toString(), u"two\nlines");
    EXPECT_EQ(cell(9, CellKindRole).toInt(), static_cast<int>(CellKind::Number));
    EXPECT_EQ(cell(10, CellKindRole).toInt(), static_cast<int>(CellKind::Text));
    EXPECT_TRUE(cell(9, Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
    EXPECT_TRUE(cell(10, Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignLeft));
    EXPECT_EQ(cell(3, TagsRole).toStringList(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    EXPECT_EQ(cell(0, RunRefRole).value<RunRef>(), refOf("full"));
    EXPECT_EQ(cell(4, RunStateRole).toInt(), static_cast<int>(RunState::Failed));
    EXPECT_TRUE(cell(0, NameFromIdRole).toBool());
    EXPECT_EQ(cell(0, WarningCountRole).toInt(), 2);
    EXPECT_EQ(cell(0, Qt::AccessibleTextRole).toString(), u"full");
    EXPECT_EQ(cell(2, CopyTextRole).toString(), u"\n first line\nsecond");
    EXPECT_EQ(cell(7, CopyTextRole).toString(), QString()) << "nothing to copy where nothing was recorded";
    EXPECT_EQ(cell(9, CopyTextRole).toString(), u"0.0123456");
    EXPECT_EQ(cell(10, CopyTextRole).toString(), u"two\nlines");
    EXPECT_EQ(cell(12, CopyTextRole).toString(), u"NaN");
    EXPECT_EQ(model.rowOf(refOf("full")), 1);
    EXPECT_EQ(model.rowOf(refOf("none")), -1);
}

TEST(RunsModelTest, showsNotesInOneLine)
{
    const auto shown = [](const std::string& notes) {
        runglass::Run run = namedRun("x", "x");
        run.notes = notes;
        RunsModel model;
        model.setList(listOf({run}));
        return model.index(0, 2).data().toString();
    };
    EXPECT_EQ(shown("one line"), u"one line");
    EXPECT_EQ(shown("one line\r\n\r\n"), u"one line") << "nothing is left out";
    EXPECT_EQ(shown("\n first\n\n second"), u"first …");
    EXPECT_EQ(shown("一行目\r\n二行目"), u"一行目 …");
    EXPECT_EQ(shown(" \n\t"), QString());
    EXPECT_TRUE(shown(std::string(1000, 'x') + "\nmore").endsWith(QStringLiteral("x…")));
}

TEST(RunsModelTest, tellsWhyARunDied)
{
    runglass::Run died = namedRun("died", "died");
    died.state = RunState::Failed;
    died.exitCode = 143;
    died.stateReason = "the reason";
    died.traceback = "1\n2\n3\n4\n5\n6\n  File \"a.py\", line 3, in <module>\n    f()\nValueError: <b>\x1b[1m";
    const QString expected = QStringLiteral("Failed\nthe reason\nExit code 143 (128 + SIGTERM)\n2\n3\n4\n5\n6\n"
                                            "  File \"a.py\", line 3, in <module>\n    f()\nValueError: <b>␛[1m");
    RunsModel model;
    model.setList(listOf({died}));
    EXPECT_EQ(model.index(0, 1).data(Qt::ToolTipRole).toString(), expected);
    EXPECT_EQ(model.index(0, 1).data(Qt::AccessibleDescriptionRole).toString(), expected);
    EXPECT_FALSE(model.index(0, 2).data(Qt::AccessibleDescriptionRole).isValid());
    EXPECT_TRUE(model.index(0, 0).data(Qt::ToolTipRole).toString().endsWith(expected.mid(expected.indexOf(u'\n'))));
    RunSelectorModel selector;
    selector.setList(model.list());
    EXPECT_EQ(selector.index(0, 1).data(Qt::AccessibleDescriptionRole).toString(), expected);
    EXPECT_TRUE(selector.index(0, 1).data(Qt::ToolTipRole).toString().endsWith(QStringLiteral("ValueError: <b>␛[1m")));
}

TEST(RunsModelTest, showsHostileTextAsItIs)
{
    runglass::Run run = namedRun("x", "<b>bold</b>\x1b[31m\u202Egpj.exe");
    setPath(run.config, {"list"}, Value::Array(5000, Value("long")));
    setPath(run.config, {"text"}, std::string(100'000, 'x'));
    RunsModel model;
    model.setList(listOf({run}));
    const QString name = model.index(0, 0).data().toString();
    EXPECT_TRUE(name.startsWith(QStringLiteral("<b>bold</b>␛[31m")));
    EXPECT_FALSE(name.contains(QChar(0x202E)));
    for (int column = 9; column < 11; ++column) {
        EXPECT_LT(model.index(0, column).data().toString().size(), 400);
        EXPECT_LT(model.index(0, column).data(Qt::ToolTipRole).toString().size(), 2200);
        EXPECT_TRUE(model.index(0, column).data().toString().endsWith(u'…'));
    }
}

TEST(RunsModelTest, keepsIndexesOnTheirRuns)
{
    RunsModel model;
    const auto watch = watchModel(&model);
    model.setList(listNamed({"a", "b", "c", "d", "e"}));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy counts(&model, &RunListModel::countChanged);
    const QPersistentModelIndex b = model.index(1, 0);
    const QPersistentModelIndex d = model.index(3, 2);
    RunListState backwards;
    backwards.sort = {{{ColumnOrigin::Field, Field::Name, {}}, true}};
    std::vector<runglass::Run> runs;
    for (const char* name : {"aa", "b", "c", "d", "z"})
        runs.push_back(namedRun(std::string("id-") + name, name));
    model.setList(listOf(runs, backwards));
    EXPECT_THAT(names(model), ElementsAre("z", "d", "c", "b", "aa"));
    EXPECT_EQ(b.row(), 3);
    EXPECT_EQ(d.row(), 1);
    EXPECT_EQ(d.column(), 2);
    EXPECT_EQ(counts.size(), 0);
    model.setList(listNamed({"b"}));
    EXPECT_EQ(b.row(), 0);
    EXPECT_FALSE(d.isValid());
    EXPECT_EQ(counts.size(), 1);
    model.setList(listNamed({}));
    EXPECT_FALSE(b.isValid());
    EXPECT_EQ(resets.size(), 0);
}

TEST(RunsModelTest, followsAnyListThatComes)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    RunTableBuilder builder;
    RunsModel model;
    RunSelectorModel selector;
    const auto watch = watchModel(&model);
    const auto watchSelector = watchModel(&selector);
    std::map<RunRef, QPersistentModelIndex> indexes;
    std::map<ColumnId, QPersistentModelIndex> heads;
    ColumnLayout layout;
    for (int turn = 0; turn < 100; ++turn) {
        std::vector<runglass::Run> changed;
        std::vector<RunPath> gone;
        for (int i = 0; i < 6; ++i) {
            runglass::Run run = namedRun("r" + std::to_string(random() % 30), "n" + std::to_string(random() % 30),
                                         static_cast<TimeNs>(random() % 100));
            if (random() % 3 == 0)
                gone.push_back(run.path);
            setPath(run.config, {"k" + std::to_string(random() % 12)}, random() % 2 == 0 ? Value(1) : Value("text"));
            changed.push_back(std::move(run));
        }
        builder.apply(1, changed);
        builder.remove(1, gone);
        RunListState state;
        if (random() % 3 == 0)
            state.search = std::to_string(random() % 10);
        if (random() % 2 == 0)
            state.sort = {{{ColumnOrigin::Field, Field::Name, {}}, random() % 2 == 0}};
        arrangeSomehow(layout, random);
        state.columns = layout;
        const auto list = std::make_shared<const RunList>(makeRunList(builder.snapshot(), state));
        model.setList(list);
        selector.setList(list);
        ASSERT_EQ(model.rowCount(), static_cast<int>(list->rows.size()));
        ASSERT_EQ(selector.rowCount(), model.rowCount());
        const std::vector<ColumnId> columns = shownColumns(*list);
        ASSERT_EQ(model.columnCount(), static_cast<int>(columns.size()));
        ASSERT_EQ(model.pinnedCount(), static_cast<int>(list->columns.pinned));
        for (std::size_t place = 0; place < list->rows.size(); ++place) {
            const RunRef& ref = list->ref(place);
            const int row = static_cast<int>(place);
            ASSERT_EQ(model.runAt(row), ref);
            ASSERT_EQ(model.rowOf(ref), row);
            if (const auto known = indexes.find(ref); known != indexes.end() && known->second.isValid()) {
                ASSERT_EQ(known->second.row(), row);
            }
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const int column = static_cast<int>(i);
            ASSERT_EQ(model.columnId(column), columns[i]);
            if (const auto known = heads.find(columns[i]); known != heads.end() && known->second.isValid()) {
                ASSERT_EQ(known->second.column(), column);
            }
        }
        indexes.clear();
        heads.clear();
        for (int column = 0; column < model.columnCount() && model.rowCount() > 0; ++column)
            heads[model.columnId(column)] = model.index(0, column);
        for (int row = 0; row < model.rowCount(); ++row)
            indexes[model.runAt(row)] = model.index(row, 0);
    }
}

TEST(RunsModelTest, aColumnThatWasMovedMovesAndNothingElse)
{
    RunsModel model;
    const auto watch = watchModel(&model);
    const auto show = [&model](const ColumnLayout& layout) {
        RunListState state;
        state.columns = layout;
        model.setList(listOf({fullRun()}, state));
    };
    show({});
    QSignalSpy moves(&model, &QAbstractItemModel::columnsMoved);
    QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy pins(&model, &RunsModel::pinnedChanged);
    const QPersistentModelIndex loss = model.index(0, 12);
    const auto& list = *model.list();
    show(movedColumn(*list.table, list.columns, {}, 12, 3));
    EXPECT_EQ(loss.column(), 3);
    EXPECT_EQ(moves.size(), 1);
    show(movedColumn(*model.list()->table, model.list()->columns, model.list()->state.columns, 3, 10));
    EXPECT_EQ(loss.column(), 10);
    EXPECT_EQ(moves.size(), 2);
    EXPECT_EQ(pins.size(), 0);
    ColumnLayout layout = model.list()->state.columns;
    layout.pin({ColumnOrigin::Summary, Field::Name, {"loss"}});
    show(layout);
    EXPECT_EQ(loss.column(), 1);
    EXPECT_EQ(pins.size(), 1);
    EXPECT_TRUE(model.headerData(1, Qt::Horizontal, RunsModel::PinnedRole).toBool());
    EXPECT_FALSE(model.headerData(2, Qt::Horizontal, RunsModel::PinnedRole).toBool());
    EXPECT_EQ(layouts.size(), 0);
    layout.order = {{ColumnOrigin::Field, Field::Author, {}}, {ColumnOrigin::Field, Field::State, {}}};
    layout.pinned.clear();
    show(layout);
    EXPECT_EQ(layouts.size(), 1) << "many that move are told at once";
}

TEST(RunsModelTest, asksForAnotherOrderAndSaysWhichItIs)
{
    RunsModel model;
    model.setList(listOf({fullRun()}));
    std::vector<SortKey> asked;
    QObject::connect(&model, &RunListModel::sortRequested, [&asked](const auto& keys) { asked = keys; });
    const SortKey byLoss{{ColumnOrigin::Summary, Field::Name, {"loss"}}, true};
    model.sort(12, Qt::DescendingOrder);
    EXPECT_THAT(asked, ElementsAre(byLoss));
    EXPECT_EQ(model.sortColumn(), 0) << "the list decides";
    RunListState state = model.state();
    state.sort = asked;
    model.setState(state);
    EXPECT_EQ(model.sortColumn(), 12);
    EXPECT_EQ(model.sortOrder(), Qt::DescendingOrder);
    model.sortAlso(RunsModel::kNameColumn);
    EXPECT_THAT(asked, ElementsAre(byLoss, SortKey{{ColumnOrigin::Field, Field::Name, {}}, false}));
    model.sortAlone(12);
    EXPECT_THAT(asked, ElementsAre(SortKey{byLoss.column, false}));
    model.sort(-1);
    EXPECT_THAT(asked, ElementsAre());
}

TEST(RunsModelTest, headsTellWhichValueTheyShow)
{
    RunsModel model;
    const auto fact = [&model](int role) { return model.headerData(12, Qt::Horizontal, role).toString(); };
    model.setList(listOf({fullRun()}));
    EXPECT_EQ(fact(RunsModel::ShownValueRole), QString());
    const ColumnId loss{ColumnOrigin::Summary, Field::Name, {"loss"}};
    RunListState state;
    state.shownValues = {{loss, MetricValue::Max}};
    RunList list =
        makeRunList(RunTable::withColumns(model.list()->table, {std::make_shared<NumberColumn>(loss)}, {loss}), state);
    QSignalSpy changes(&model, &QAbstractItemModel::headerDataChanged);
    model.setList(std::make_shared<RunList>(list));
    EXPECT_FALSE(changes.isEmpty());
    EXPECT_EQ(fact(RunsModel::ShownValueRole), QStringLiteral("max"));
    EXPECT_EQ(fact(Qt::DisplayRole), QStringLiteral("loss"));
    EXPECT_EQ(fact(Qt::AccessibleDescriptionRole), QStringLiteral("Shows the largest number logged"));
    EXPECT_EQ(model.index(0, 12).data().toString(), QStringLiteral("…")) << "it is being read";
    list.table = RunTable::withColumns(list.table, {std::make_shared<NumberColumn>(loss)}, {});
    model.setList(std::make_shared<RunList>(list));
    EXPECT_EQ(model.index(0, 12).data().toString(), QStringLiteral("–")) << "there is none";
}

TEST(RunsModelTest, headsTellWhatTheRunsAreSortedBy)
{
    RunsModel model;
    model.setList(listOf({fullRun()}));
    const auto fact = [&model](int column, int role) { return model.headerData(column, Qt::Horizontal, role); };
    const ColumnId name{ColumnOrigin::Field, Field::Name, {}}, loss{ColumnOrigin::Summary, Field::Name, {"loss"}};
    RunListState state = model.state();
    state.sort = {{loss, true}};
    model.setState(state);
    EXPECT_EQ(fact(12, Qt::AccessibleDescriptionRole).toString(), QStringLiteral("Sorted descending"));
    state.sort = {{loss, true}, {{ColumnOrigin::Config, Field::Name, {"gone"}}, false}, {name, false}};
    QSignalSpy changes(&model, &QAbstractItemModel::headerDataChanged);
    model.setState(state);
    EXPECT_FALSE(changes.isEmpty());
    EXPECT_EQ(fact(12, RunsModel::SortRankRole).toInt(), 1);
    EXPECT_TRUE(fact(12, RunsModel::SortDescendingRole).toBool());
    EXPECT_EQ(fact(0, RunsModel::SortRankRole).toInt(), 3);
    EXPECT_FALSE(fact(0, RunsModel::SortDescendingRole).toBool());
    EXPECT_EQ(fact(0, RunsModel::SortCountRole).toInt(), 3);
    EXPECT_EQ(fact(0, Qt::AccessibleDescriptionRole).toString(), QStringLiteral("Sorted ascending, key 3 of 3"));
    EXPECT_TRUE(fact(0, Qt::ToolTipRole).toString().endsWith(QStringLiteral("\nSorted ascending, key 3 of 3")));
    EXPECT_EQ(fact(1, RunsModel::SortRankRole).toInt(), 0);
    EXPECT_EQ(fact(1, Qt::AccessibleDescriptionRole).toString(), QString());
    EXPECT_EQ(fact(0, Qt::DisplayRole).toString(), QStringLiteral("Name")) << "the name says the column only";
}

TEST(RunsModelTest, opensAndShutsEyesAtOnce)
{
    RunsModel model;
    const auto watch = watchModel(&model);
    model.setList(listNamed({"a", "b"}));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy asked(&model, &RunListModel::shownRequested);
    EXPECT_TRUE(model.index(1, 0).data(ShownRole).toBool());
    EXPECT_TRUE(model.setData(model.index(1, 0), false, ShownRole));
    EXPECT_FALSE(model.index(1, 3).data(ShownRole).toBool());
    EXPECT_EQ(asked.size(), 1);
    ASSERT_EQ(changes.size(), 1);
    EXPECT_EQ(changes[0][0].toModelIndex().row(), 1);
    EXPECT_FALSE(model.setData(model.index(1, 0), QStringLiteral("x"), Qt::EditRole));
    model.setState({});
    EXPECT_TRUE(model.index(1, 0).data(ShownRole).toBool());
}

TEST(RunsModelTest, followsASession)
{
    const TemporaryDirectory home;
    Places places;
    places.cacheDirectory = (home.path() / "cache").string();
    Session session(places);
    RunsModel model;
    RunSelectorModel selector;
    const auto watch = watchModel(&model);
    model.follow(session);
    selector.follow(session);
    session.open(fixture("wandb/small").string());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !session.isBusy(); }, 60'000));
    EXPECT_EQ(model.rowCount(), 8);
    const int column = model.columnOf({ColumnOrigin::Config, Field::Name, {"lr"}});
    ASSERT_GT(column, 8);
    model.sort(column, Qt::DescendingOrder);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !session.list()->state.sort.empty(); }, 60'000));
    EXPECT_EQ(model.sortColumn(), column);
    EXPECT_GT(model.index(0, column).data().toString().toDouble(), model.index(7, column).data().toString().toDouble());
    QSignalSpy states(&session, &Session::stateChanged);
    for (int row = 0; row < 5; ++row)
        selector.setData(selector.index(row, 0), false, ShownRole);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !states.isEmpty(); }, 60'000));
    EXPECT_EQ(states.size(), 1) << "five clicks at once are one change";
    EXPECT_EQ(session.state().hidden.size(), 5U);
    EXPECT_FALSE(model.index(4, 0).data(ShownRole).toBool()) << "both models show it";
    EXPECT_TRUE(model.index(5, 0).data(ShownRole).toBool());
    model.sort(-1);
    EXPECT_TRUE(session.state().sort.empty());
}

TEST(RunSelectorModelTest, showsNameAndState)
{
    RunSelectorModel model;
    const auto watch = watchModel(&model);
    runglass::Run running = namedRun("a", "alpha");
    running.state = RunState::Running;
    model.setList(listOf({running, namedRun("b", "")}));
    EXPECT_EQ(toText(model), "alpha | Running\nb | Finished\n");
    EXPECT_EQ(headers(model), (std::vector<std::string>{"Name", "State"}));
    EXPECT_EQ(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"alpha, Running");
    EXPECT_EQ(model.index(0, 0).data(Qt::ToolTipRole).toString(), u"alpha\nRunning\nteam/proj/a");
    EXPECT_EQ(model.index(0, 0).data(CellKindRole).toInt(), static_cast<int>(CellKind::Name));
    EXPECT_EQ(model.index(0, 1).data(CellKindRole).toInt(), static_cast<int>(CellKind::State));
    EXPECT_EQ(model.index(0, 0).data(ColourRole).value<RunColour>().kind, RunColour::Kind::Slot);
}

} // namespace runglass::test
