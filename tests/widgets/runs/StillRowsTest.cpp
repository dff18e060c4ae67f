// SPDX-License-Identifier: GPL-3.0-or-later
// The table and the selector of runs while runs come, go and change.
#include "models/items/RunSelectorModel.h"
#include "models/items/RunsModel.h"
#include "models/table/RunTableBuilder.h"
#include "tests/support/QtMessages.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/RunsView.h"

#include <QScrollBar>
#include <QTest>
#include <gtest/gtest.h>

#include <array>

namespace runglass
{

namespace
{

constexpr TimeNs kSecond = 1'000'000'000;

runglass::Run runOf(int number, double loss)
{
    runglass::Run run;
    run.path = {"team", "project", "run-" + std::to_string(number)};
    run.name = "name " + std::to_string(number);
    run.state = RunState::Running;
    run.startedAt = number * kSecond;
    setPath(run.summary, {"loss"}, Value(loss));
    return run;
}

RunRef refOf(int number)
{
    return {1, {"team", "project", "run-" + std::to_string(number)}};
}

class StillRowsTest : public testing::Test
{
protected:
    StillRowsTest()
    {
        for (int i = 0; i < 200; ++i)
            put(runOf(i, i));
        m_table.setModel(&m_runs);
        m_table.resize(700, 400);
        m_table.show();
        m_selector.setModel(&m_names);
        m_selector.resize(250, 400);
        m_selector.show();
        publish();
        QCoreApplication::processEvents();
    }
    void put(runglass::Run run)
    {
        std::vector<runglass::Run> runs;
        runs.push_back(std::move(run));
        m_builder.apply(1, std::move(runs));
    }
    void publish()
    {
        const auto list = std::make_shared<const RunList>(makeRunList(m_builder.snapshot(), m_state));
        m_runs.setList(list);
        m_names.setList(list);
        QCoreApplication::processEvents();
    }
    /// Number of the run in the row at the top.
    static std::string top(const QAbstractItemView& view)
    {
        return view.indexAt(QPoint(40, 2)).data(RunRefRole).value<RunRef>().path.id;
    }
    /// Where the run with this number is in the two views, px from their tops.
    std::array<int, 2> places(int number)
    {
        const int row = m_runs.rowOf(refOf(number));
        return {m_table.visualRect(m_runs.index(row, 0)).top(), m_selector.visualRect(m_names.index(row, 0)).top()};
    }
    static std::string selected(const QAbstractItemView& view)
    {
        return view.currentIndex().data(RunRefRole).value<RunRef>().path.id;
    }
    void scrollTo(int row)
    {
        for (QAbstractItemView* view : views())
            view->verticalScrollBar()->setValue(row);
    }
    std::vector<QAbstractItemView*> views() { return {&m_table, &m_selector}; }

    Theme m_theme;
    RunTableBuilder m_builder;
    RunListState m_state;
    RunsModel m_runs;
    RunSelectorModel m_names;
    RunsView m_table{m_theme};
    RunSelector m_selector{m_theme};
    std::unique_ptr<QAbstractItemModelTester> m_watchRuns = test::watchModel(&m_runs);
    std::unique_ptr<QAbstractItemModelTester> m_watchNames = test::watchModel(&m_names);
};

TEST_F(StillRowsTest, NewRunsAboveMoveNothingThatIsScrolledTo)
{
    scrollTo(50);
    for (QAbstractItemView* view : views()) {
        view->setCurrentIndex(view->model()->index(52, 0));
        ASSERT_EQ(top(*view), "run-149");
    }
    for (int i = 200; i < 207; ++i)
        put(runOf(i, i));
    publish();
    for (QAbstractItemView* view : views()) {
        EXPECT_EQ(view->model()->rowCount(), 207);
        EXPECT_EQ(top(*view), "run-149");
        EXPECT_EQ(selected(*view), "run-147");
    }
    const auto before = places(147);
    m_builder.remove(1, {refOf(203).path, refOf(149).path});
    publish();
    EXPECT_EQ(places(147), before) << "the first in view is gone";
}

TEST_F(StillRowsTest, AtTheTopWhatIsNewIsSeen)
{
    for (QAbstractItemView* view : views()) {
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(view->viewport(), &leave);
        ASSERT_EQ(top(*view), "run-199");
    }
    put(runOf(200, 200));
    publish();
    for (QAbstractItemView* view : views())
        EXPECT_EQ(top(*view), "run-200");
}

TEST_F(StillRowsTest, ARunThatGoesElsewhereTakesNobodyAlong)
{
    m_state.sort = {{{ColumnOrigin::Summary, {}, {"loss"}}, false}};
    publish();
    scrollTo(50);
    ASSERT_EQ(top(m_table), "run-50");
    const auto before = places(57);
    // The very first in view goes to the top of the table, one in view to its end.
    put(runOf(50, -5));
    put(runOf(54, 1000));
    publish();
    EXPECT_EQ(places(57), before) << "where most of those in view were";
    put(runOf(10, 500));
    put(runOf(11, 501));
    publish();
    EXPECT_EQ(places(57), before);
}

TEST_F(StillRowsTest, TheCurrentRunStaysWhereOthersComeBetweenThoseInView)
{
    m_state.sort = {{{ColumnOrigin::Summary, {}, {"loss"}}, false}};
    publish();
    scrollTo(50);
    for (QAbstractItemView* view : views())
        view->setCurrentIndex(view->model()->index(60, 0));
    const auto before = places(60);
    // As many as fit into the views, in the middle of what is seen of them.
    for (int i = 200; i < 220; ++i)
        put(runOf(i, 58.5));
    publish();
    EXPECT_EQ(places(60), before);
    // By itself it takes nobody along.
    const auto other = places(59);
    put(runOf(60, 1000));
    publish();
    EXPECT_EQ(places(59), other);
}

TEST_F(StillRowsTest, ColumnsStayWhereTheyAre)
{
    runglass::Run wide = runOf(0, 0);
    for (const char* key : {"m1", "m2", "m3", "m4", "m5"})
        setPath(wide.summary, {key}, Value(1.0));
    put(wide);
    publish();
    m_table.setSettled(true);
    m_table.resize(300, 400); // so that the new column comes before the first one in view
    QCoreApplication::processEvents();
    QScrollBar* bar = m_table.horizontalScrollBar();
    bar->setValue(bar->maximum());
    const auto column = [this](const QString& head) {
        for (int i = 0; i < m_runs.columnCount(); ++i)
            if (m_runs.headerData(i, Qt::Horizontal).toString() == head)
                return i;
        return -1;
    };
    const auto place = [&](const QString& head) { return m_table.columnViewportPosition(column(head)); };
    const int before = place(QStringLiteral("m4")), width = m_table.columnWidth(column(QStringLiteral("m4")));
    ASSERT_GT(bar->value(), 0);
    runglass::Run more = runOf(200, 1);
    more.name = std::string(60, 'x');
    setPath(more.summary, {"a new key"}, Value("with a long text in it"));
    setPath(more.summary, {"m4"}, Value("a text that is longer than the others"));
    put(more);
    publish();
    ASSERT_GE(column(QStringLiteral("a new key")), 0);
    QCoreApplication::processEvents();
    EXPECT_EQ(place(QStringLiteral("m4")), before);
    EXPECT_EQ(m_table.columnWidth(column(QStringLiteral("m4"))), width);
}

TEST_F(StillRowsTest, SelectedRowsStaySelectedWhenAColumnComes)
{
    m_table.selectionModel()->select(m_runs.index(3, 0),
                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table.selectionModel()->select(m_runs.index(5, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    runglass::Run more = runOf(0, 0);
    setPath(more.config, {"a new key"}, Value(1));
    put(more);
    publish();
    EXPECT_EQ(m_table.selectionModel()->selectedRows().size(), 2);
    EXPECT_EQ(m_table.chosenRows(), (QList<int>{3, 5}));
}

TEST_F(StillRowsTest, ARunningRunGrowsOlderByItself)
{
    class FakeClock : public Clock
    {
    public:
        TimeNs now() const override { return time; }
        TimeNs time = 1000 * kSecond;
    } clock;
    RunsModel model(&clock);
    model.setList(m_runs.list());
    const int column = model.columnOf({ColumnOrigin::Field, Field::Runtime, {}});
    ASSERT_GE(column, 0);
    const QModelIndex cell = model.index(model.rowOf(refOf(100)), column);
    EXPECT_EQ(cell.data().toString(), QStringLiteral("15m 00s"));
    clock.time += kSecond;
    EXPECT_EQ(cell.data().toString(), QStringLiteral("15m 01s"));
}

} // namespace

} // namespace runglass
