// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of runs in the table and in the selector.
#include "models/items/RunSelectorModel.h"
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "models/session/Session.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/runs/GroupHeadLayout.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/SideBar.h"
#include "widgets/window/WindowActions.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace runglass::test
{

namespace
{

const ColumnId kState{ColumnOrigin::Field, Field::State, {}};
const ColumnId kLoss{ColumnOrigin::Summary, Field::Name, {"loss"}};

/// The window with eight runs, on the Runs tab.
class GroupsTest : public WindowFixture
{
protected:
    GroupsTest()
    {
        m_window.resize(1600, 900);
        m_window.show();
        m_window.setTab(MainWindow::Tab::Runs);
        open("small");
        m_filled = waitFor([this] { return model().rowCount() == 8; });
    }
    void SetUp() override { ASSERT_TRUE(m_filled); }

    RunsView& view() const { return *m_window.runs().view(); }
    RunsModel& model() const { return *m_window.runs().model(); }
    RunTicks& ticks() const { return m_window.runs().ticks(); }
    RunSelector& selector() const { return *m_window.sideBar().selector(); }
    QString count() const { return m_window.findChild<QLabel*>(QStringLiteral("runCount"))->text(); }

    void groupBy(std::vector<ColumnId> columns)
    {
        RunListState state = m_session.state();
        state.grouping.setColumns(std::move(columns));
        m_session.setState(state);
        ASSERT_TRUE(waitFor([this] { return m_session.list()->state.grouping == m_session.state().grouping; }));
    }
    bool waitForRows(int rows)
    {
        return waitFor([this, rows] { return model().rowCount() == rows; });
    }
    int inFirstGroup() const { return model().index(0, 0).data(GroupCountRole).toInt(); }
    /// Once the list has them.
    int groups()
    {
        const auto areThere = [this] {
            const auto list = m_session.list();
            return list->groups && list->state.grouping.columns == m_session.state().grouping.columns;
        };
        return waitFor(areThere) ? static_cast<int>(m_session.list()->groups->outermostCount()) : -1;
    }
    bool isFolded(int row) const { return model().index(row, 0).data(FoldedRole).toBool(); }
    QPoint partOf(int row, RowPart part) const
    {
        const auto layout = GroupHeadLayout::of(view().visualRect(model().index(row, 0)), false);
        return (part == RowPart::Box ? layout.box : part == RowPart::Fold ? layout.fold : layout.eye).center();
    }
    void click(int row, RowPart part) { QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, partOf(row, part)); }

    MainWindow m_window{m_context, QString()};
    bool m_filled = false;
};

} // namespace

TEST_F(GroupsTest, headsAreHigherAndStayWithTheirGroups)
{
    groupBy({kState});
    ASSERT_TRUE(waitForRows(8 + groups()));
    const auto check = [this] {
        for (int row = 0; row < model().rowCount(); ++row)
            EXPECT_EQ(view().rowHeight(row) > 40, model().isGroup(row)) << "row " << row;
    };
    check();
    EXPECT_TRUE(count().endsWith(QStringLiteral("in %1 group(s)").arg(groups()))) << count().toStdString();
    model().sort(RunsModel::kNameColumn, Qt::DescendingOrder);
    ASSERT_TRUE(waitFor([this] { return !m_session.list()->state.sort.empty(); }));
    check();
    groupBy({kLoss, kState});
    check();
    groupBy({});
    ASSERT_TRUE(waitForRows(8));
    check();
    EXPECT_EQ(count(), u"8 run(s)");
}

TEST_F(GroupsTest, keysFoldAsInATree)
{
    groupBy({kState});
    ASSERT_TRUE(waitForRows(8 + groups()));
    const int all = model().rowCount(), inside = inFirstGroup();
    view().setFocus();
    view().setCurrentIndex(model().index(1, 0));
    const auto run = m_session.currentRun();
    QTest::keyClick(&view(), Qt::Key_Left);
    EXPECT_EQ(view().currentIndex().row(), 0) << "from a run to the head of its group";
    EXPECT_EQ(m_session.currentRun(), run) << "the head of a group is no run";
    QTest::keyClick(&view(), Qt::Key_Left);
    ASSERT_TRUE(waitForRows(all - inside));
    EXPECT_TRUE(isFolded(0));
    EXPECT_EQ(view().currentIndex().row(), 0);
    QTest::keyClick(&view(), Qt::Key_Right);
    ASSERT_TRUE(waitForRows(all));
    EXPECT_EQ(view().currentIndex().row(), 0) << "though the current run is in the group";
    QTest::keyClick(&view(), Qt::Key_Right);
    EXPECT_EQ(view().currentIndex().column(), 1) << "of an unfolded group on to the next column";
    QTest::keyClick(&view(), Qt::Key_Left);
    QTest::keyClick(&view(), Qt::Key_Return);
    ASSERT_TRUE(waitForRows(all - inside));
    EXPECT_EQ(m_window.tab(), MainWindow::Tab::Runs) << "Enter opens runs only";
    QTest::keyClick(&view(), Qt::Key_Space);
    EXPECT_EQ(ticks().listedCount(), inside);
    QTest::keyClick(&view(), Qt::Key_Space);
    EXPECT_EQ(ticks().listedCount(), 0);

    selector().setFocus();
    selector().setCurrentIndex(selector().model()->index(0, 0));
    QTest::keyClick(&selector(), Qt::Key_Right);
    ASSERT_TRUE(waitForRows(all));
    QTest::keyClick(&selector(), Qt::Key_Space);
    EXPECT_EQ(ticks().listedCount(), inside);
    QTest::keyClick(&selector(), Qt::Key_Enter);
    ASSERT_TRUE(waitForRows(all - inside));
    EXPECT_EQ(selector().model()->rowCount(), model().rowCount());
}

TEST_F(GroupsTest, clicksFoldTickAndHide)
{
    groupBy({kState});
    ASSERT_TRUE(waitForRows(8 + groups()));
    const int all = model().rowCount(), inside = inFirstGroup();
    view().setCurrentIndex(model().index(1, 0));
    click(0, RowPart::Fold);
    ASSERT_TRUE(waitForRows(all - inside));
    EXPECT_EQ(view().currentIndex().row(), 0) << "the head stands for the run that went";
    QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, view().visualRect(model().index(0, 1)).center());
    ASSERT_TRUE(waitForRows(all));
    click(0, RowPart::Box);
    EXPECT_EQ(ticks().listedCount(), inside);
    ticks().set(model().runAt(1), false);
    EXPECT_EQ(model().index(0, 0).data(Qt::CheckStateRole).toInt(), inside > 1 ? Qt::PartiallyChecked : Qt::Unchecked);
    click(0, RowPart::Box);
    EXPECT_EQ(ticks().listedCount(), inside) << "what is ticked in part is ticked whole first";
    click(0, RowPart::Box);
    EXPECT_EQ(ticks().listedCount(), 0);
    click(0, RowPart::Eye);
    EXPECT_EQ(m_session.state().hidden.size(), static_cast<std::size_t>(inside));
    click(0, RowPart::Eye);
    EXPECT_TRUE(m_session.state().hidden.empty());
}

TEST_F(GroupsTest, numbersOfACellAreShownToWhoWalksByKeys)
{
    groupBy({kState});
    ASSERT_TRUE(waitForRows(8 + groups()));
    const int column = model().columnOf(kLoss);
    ASSERT_GT(column, 0);
    view().setFocus();
    view().setCurrentIndex(model().index(0, column - 1));
    QTest::keyClick(&view(), Qt::Key_Right);
    EXPECT_TRUE(waitFor([] { return QToolTip::text().contains(QStringLiteral("Median")); }));
    EXPECT_TRUE(QToolTip::text().contains(QStringLiteral("Runs with a value")));
    QTest::keyClick(&view(), Qt::Key_Down);
    EXPECT_TRUE(waitFor([] { return !QToolTip::isVisible(); })) << "a run has one value, which is to be seen";
}

TEST_F(GroupsTest, aRunThatIsChosenElsewhereIsSeenInItsFoldedGroup)
{
    groupBy({kState});
    ASSERT_TRUE(waitForRows(8 + groups()));
    RunListState state = m_session.state();
    state.grouping.setAllFolded(true);
    m_session.setState(state);
    ASSERT_TRUE(waitForRows(groups()));
    const RunRef last = m_session.list()->ref(7);
    m_session.setCurrentRun(last);
    EXPECT_EQ(view().currentIndex().row(), groups() - 1);
    EXPECT_EQ(selector().currentIndex().row(), groups() - 1);
    EXPECT_EQ(m_session.currentRun(), last);
}

TEST_F(GroupsTest, columnsAreChosenInAPopover)
{
    m_window.actions().groupBy->trigger();
    auto* popover = m_window.findChild<QWidget*>(QStringLiteral("groupByPopover"));
    ASSERT_TRUE(popover && popover->isVisible());
    auto* search = popover->findChild<QLineEdit*>(QStringLiteral("searchGroupColumns"));
    auto* chips = popover->findChild<QListView*>(QStringLiteral("groupKeys"));
    const auto columns = [this] { return m_session.state().grouping.columns; };
    QTest::keyClicks(search, QStringLiteral("state"));
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_EQ(columns(), (std::vector<ColumnId>{kState}));
    QTest::keyClicks(search, QStringLiteral("run id"));
    QTest::keyClick(search, Qt::Key_Return);
    const ColumnId id{ColumnOrigin::Field, Field::Id, {}};
    EXPECT_EQ(columns(), (std::vector<ColumnId>{kState, id})) << "a column that the table does not show";
    chips->setCurrentIndex(chips->model()->index(1, 0));
    QTest::keyClick(chips, Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(columns(), (std::vector<ColumnId>{id, kState}));
    QTest::keyClick(chips, Qt::Key_Delete);
    EXPECT_EQ(columns(), (std::vector<ColumnId>{kState}));
    m_window.actions().foldAllGroups->trigger();
    ASSERT_TRUE(waitForRows(groups()));
    m_window.actions().undo->trigger();
    EXPECT_FALSE(m_session.state().grouping.allFolded);
    m_window.actions().ungroup->trigger();
    EXPECT_TRUE(columns().empty());
    ASSERT_TRUE(waitForRows(8));
}

TEST_F(GroupsTest, commandsAreAboutTheCurrentColumnAndGroup)
{
    view().setCurrentIndex(model().index(0, model().columnOf(kState)));
    m_window.actions().groupByColumn->trigger();
    EXPECT_EQ(m_session.state().grouping.columns, (std::vector<ColumnId>{kState}));
    ASSERT_TRUE(waitForRows(8 + groups()));
    const int all = model().rowCount(), inside = inFirstGroup();
    view().setCurrentIndex(model().index(1, 0));
    EXPECT_TRUE(m_window.actions().foldGroup->isEnabled());
    m_window.actions().foldGroup->trigger();
    ASSERT_TRUE(waitForRows(all - inside));
    EXPECT_EQ(view().currentIndex().row(), 0);
    EXPECT_EQ(m_window.actions().foldGroup->text(), u"Expand group");
    EXPECT_EQ(model().headerData(model().columnOf(kLoss), Qt::Horizontal, RunsModel::NoteRole).toString(),
              u"mean ± std");
}

} // namespace runglass::test
