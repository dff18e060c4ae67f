// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ColumnListModel.h"
#include "models/items/RunSelectorModel.h"
#include "models/items/RunsModel.h"
#include "models/table/RunTableBuilder.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/runs/ColumnListView.h"
#include "widgets/runs/ColumnsPanel.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

namespace runglass::test
{

namespace
{

ColumnId field(Field which)
{
    return {ColumnOrigin::Field, which, {}};
}

/// The runs table of the small folder, too narrow for its columns.
class ColumnsTest : public WindowFixture
{
protected:
    ColumnsTest()
    {
        m_open.setCheckable(true);
        m_open.setObjectName(QStringLiteral("columns"));
        m_tab.setColumnsAction(&m_open);
        m_tab.resize(700, 600);
        m_tab.show();
        open("small");
        EXPECT_TRUE(waitFor([this] { return model().rowCount() == 8; }));
    }
    RunsView& view() const { return *m_tab.view(); }
    RunsHeader& header() const { return *view().header(); }
    RunsModel& model() const { return *m_tab.model(); }
    template <typename Change> void change(const Change& change)
    {
        RunListState state = m_session.state();
        change(state.columns);
        m_session.setState(std::move(state));
        ASSERT_TRUE(waitFor([this] { return m_session.list()->state == m_session.state(); }));
    }
    void pin(const ColumnId& id)
    {
        change([&id](ColumnLayout& layout) { layout.pin(id); });
    }
    QPoint headOf(int section) const { return {header().sectionRect(section).left() + 30, header().height() - 14}; }
    void drag(const QPoint& from, const QPoint& to) const
    {
        QWidget* heads = header().viewport();
        QTest::mousePress(heads, Qt::LeftButton, {}, from);
        QTest::mouseMove(heads, (from + to) / 2);
        QTest::mouseMove(heads, to);
        QTest::mouseRelease(heads, Qt::LeftButton, {}, to);
    }
    void scrollToTheRight() const { view().horizontalScrollBar()->setValue(view().horizontalScrollBar()->maximum()); }
    ColumnsPanel& panel()
    {
        m_tab.showColumns(true);
        return *m_tab.findChild<ColumnsPanel*>();
    }
    ColumnListView& list(const char* name) const
    {
        return *m_tab.findChild<ColumnListView*>(QString::fromLatin1(name));
    }

    QAction m_open{QStringLiteral("Columns")};
    RunsTab m_tab{m_context};
};

} // namespace

TEST_F(ColumnsTest, PinnedCellsAreWhereTheyAreSeen)
{
    pin(field(Field::Created));
    ASSERT_EQ(header().pinnedCount(), 2);
    const QRect name = view().visualRect(model().index(2, 0)), created = view().visualRect(model().index(2, 1));
    EXPECT_EQ(created.left(), name.right() + 1);
    scrollToTheRight();
    ASSERT_GT(header().offset(), 0);
    EXPECT_EQ(view().visualRect(model().index(2, 0)), name);
    EXPECT_EQ(view().visualRect(model().index(2, 1)), created);
    for (int x = 0; x < view().viewport()->width(); x += 3) {
        const QModelIndex index = view().indexAt(QPoint(x, name.center().y()));
        ASSERT_TRUE(index.isValid()) << x;
        EXPECT_EQ(index.row(), 2);
        EXPECT_TRUE(view().visualRect(index).contains(QPoint(x, name.center().y()))) << x << ": " << index.column();
    }
    const QRect behind = view().visualRect(model().index(2, 2));
    EXPECT_LT(behind.right(), 0) << "what lies behind them is out of sight";
    view().scrollTo(model().index(2, 2));
    EXPECT_EQ(view().visualRect(model().index(2, 2)).left(), header().pinnedWidth());
    view().scrollTo(model().index(2, 0));
    EXPECT_EQ(view().visualRect(model().index(2, 2)).left(), header().pinnedWidth()) << "nothing scrolls for them";
}

TEST_F(ColumnsTest, PinnedCellsArePaintedOverTheOthers)
{
    pin(field(Field::Created));
    const QRect pinned(0, 0, header().pinnedWidth(), 150);
    const QImage cells = view().viewport()->grab(pinned).toImage();
    const QImage heads = header().viewport()->grab(QRect(0, 0, pinned.width(), header().height())).toImage();
    scrollToTheRight();
    EXPECT_EQ(view().viewport()->grab(pinned).toImage(), cells);
    EXPECT_EQ(header().viewport()->grab(QRect(0, 0, pinned.width(), header().height())).toImage(), heads);
}

TEST_F(ColumnsTest, WhereThereIsNoRoomNothingStays)
{
    m_tab.resize(250, 600);
    EXPECT_EQ(header().pinnedCount(), 0);
    EXPECT_EQ(header().pinnedWidth(), 0);
    m_tab.resize(700, 600);
    EXPECT_EQ(header().pinnedCount(), 1);
}

TEST_F(ColumnsTest, APinnedHeadIsDraggedAndSizedWhereItIsSeen)
{
    pin(field(Field::Created));
    scrollToTheRight();
    const int width = header().sectionSize(1);
    const QPoint edge(header().pinnedWidth() - 2, 12);
    drag(edge, edge + QPoint(40, 0));
    EXPECT_EQ(header().sectionSize(1), width + 40);
    EXPECT_EQ(m_session.state().widths.at(field(Field::Created)), width + 40);
    QSignalSpy sorted(&header(), &RunsHeader::sortClicked);
    QTest::mouseClick(header().viewport(), Qt::LeftButton, {}, headOf(1));
    ASSERT_EQ(sorted.size(), 1);
    EXPECT_EQ(sorted[0][0].toInt(), 1);
}

TEST_F(ColumnsTest, AHeadIsDraggedToAnotherPlace)
{
    const ColumnId group = field(Field::Group);
    const int from = model().columnOf(group);
    ASSERT_GT(from, 3);
    view().scrollTo(model().index(0, from));
    QSignalSpy sorted(&header(), &RunsHeader::sortClicked);
    drag(headOf(from), QPoint(header().sectionRect(from - 1).left() + 3, 12));
    ASSERT_TRUE(waitFor([&] { return model().columnOf(group) == from - 1; }));
    EXPECT_EQ(sorted.size(), 0) << "a drag is no click";
    // Among the pinned ones it is pinned: there only the name is, which stays first.
    drag(headOf(from - 1), QPoint(5, 12));
    ASSERT_TRUE(waitFor([&] { return model().columnOf(group) == 1; }));
    EXPECT_EQ(model().pinnedCount(), 1);
    drag(headOf(1), QPoint(header().sectionRect(2).right() - 3, 200));
    EXPECT_EQ(model().columnOf(group), 1) << "far from the heads it is let go";
    QTest::mouseClick(header().viewport(), Qt::LeftButton, {}, headOf(1));
    EXPECT_EQ(sorted.size(), 1) << "a click sorts again";
}

TEST_F(ColumnsTest, TheHeadsHaveTheKeyboard)
{
    m_tab.activateWindow();
    view().setFocus();
    view().setCurrentIndex(model().index(0, 2));
    QTest::keyClick(&view(), Qt::Key_Up);
    ASSERT_TRUE(header().hasFocus());
    QSignalSpy menus(&header(), &RunsHeader::menuRequested);
    QTest::keyClick(&header(), Qt::Key_Down, Qt::AltModifier);
    ASSERT_EQ(menus.size(), 1);
    EXPECT_EQ(menus[0][0].toInt(), 2);
    header().menuClosed();
    QTest::keyClick(&header(), Qt::Key_Right);
    QSignalSpy sorted(&header(), &RunsHeader::sortClicked);
    QTest::keyClick(&header(), Qt::Key_Return, Qt::ShiftModifier);
    ASSERT_EQ(sorted.size(), 1);
    EXPECT_EQ(sorted[0][0].toInt(), 3);
    EXPECT_TRUE(sorted[0][1].toBool());
    EXPECT_EQ(m_tab.commandColumn(), model().columnId(3));
    EXPECT_TRUE(header().accessibleDescription().contains(QStringLiteral("Tags")));
    QTest::keyClick(&header(), Qt::Key_Down);
    EXPECT_TRUE(view().hasFocus());
    EXPECT_EQ(view().currentIndex(), model().index(0, 3));
}

TEST_F(ColumnsTest, CommonPartsOfKeysStandAboveThem)
{
    const int flat = header().sizeHint().height();
    change([this](ColumnLayout& layout) {
        for (int column = 0; column < model().columnCount(); ++column)
            if (model().columnId(column).key.size() > 1)
                layout.hide(model().columnId(column));
    });
    const bool wasNested = header().sizeHint().height() != flat;
    const int single = header().sizeHint().height();
    RunTableBuilder builder;
    runglass::Run run;
    run.path = {"e", "p", "a"};
    setPath(run.config, {"opt", "lr"}, 1);
    setPath(run.config, {"opt", "beta"}, 1);
    builder.apply(1, {run});
    model().setList(std::make_shared<const RunList>(makeRunList(builder.snapshot(), {})));
    QCoreApplication::processEvents();
    EXPECT_GT(header().sizeHint().height(), single) << wasNested;
    EXPECT_EQ(model().headerData(model().columnCount() - 1, Qt::Horizontal).toString(), u"opt.lr");
}

TEST_F(ColumnsTest, ThePanelShowsHidesPinsAndMoves)
{
    panel();
    ColumnListView& visible = list("visibleColumns");
    ColumnListView& hidden = list("hiddenColumns");
    const auto until = [this](const std::function<bool()>& condition) { ASSERT_TRUE(waitFor(condition)); };
    visible.setCurrentIndex(visible.model()->index(0, 0));
    QTest::keyClick(&visible, Qt::Key_Space);
    QTest::keyClick(&visible, Qt::Key_P);
    EXPECT_EQ(m_session.state().columns, ColumnLayout()) << "the name is always there";
    visible.setCurrentIndex(visible.model()->index(3, 0));
    QTest::keyClick(&visible, Qt::Key_Up, Qt::AltModifier);
    until([this] { return model().columnId(2) == field(Field::Tags); });
    EXPECT_EQ(visible.currentIndex().row(), 2) << "it goes along";
    QTest::keyClick(&visible, Qt::Key_P);
    until([this] { return model().pinnedCount() == 2; });
    EXPECT_EQ(model().columnId(1), field(Field::Tags));
    QTest::keyClick(&visible, Qt::Key_Right);
    EXPECT_EQ(hidden.currentIndex().row(), 0);
    const ColumnId first = hidden.columns().columnId(0);
    QTest::keyClick(&hidden, Qt::Key_Space);
    until([&] { return model().columnOf(first) > 0; });
    EXPECT_EQ(hidden.currentIndex().row(), 0) << "the next one is where it was";
    QTest::mouseClick(visible.viewport(), Qt::LeftButton, {},
                      visible.visualRect(visible.model()->index(2, 0)).center());
    until([&] { return hidden.columns().rowOf(field(Field::State)) >= 0; });
    const QRect tags = visible.visualRect(visible.model()->index(1, 0));
    QTest::mouseClick(visible.viewport(), Qt::LeftButton, {}, QPoint(tags.right() - 12, tags.center().y()));
    until([this] { return model().pinnedCount() == 1; });
}

TEST_F(ColumnsTest, ThePanelHidesAllShowsAllAndResets)
{
    ColumnsPanel& columns = panel();
    const auto button = [&columns](const char* name) {
        return columns.findChild<QPushButton*>(QString::fromLatin1(name));
    };
    EXPECT_FALSE(button("resetColumns")->isEnabled());
    button("hideAllColumns")->click();
    ASSERT_TRUE(waitFor([this] { return model().columnCount() == 1; }));
    button("showAllColumns")->click();
    ASSERT_TRUE(waitFor([this] { return model().columnCount() > static_cast<int>(Field::Count); }));
    const int all = model().columnCount();
    columns.findChild<QCheckBox*>()->click();
    ASSERT_TRUE(waitFor([&] { return model().columnCount() < all; }));
    EXPECT_EQ(model().columnOf(field(Field::Entity)), -1);
    button("resetColumns")->click();
    ASSERT_TRUE(waitFor([this] { return model().columnId(8) == field(Field::Author); }));
    EXPECT_FALSE(button("resetColumns")->isEnabled());
    EXPECT_FALSE(columns.findChild<QCheckBox*>()->isChecked());
    m_open.setChecked(true);
    m_tab.showColumns(false);
    EXPECT_FALSE(columns.isVisible());
    EXPECT_FALSE(m_open.isChecked());
}

TEST_F(ColumnsTest, TheSelectorShowsPinnedColumnsWhereThereIsRoom)
{
    RunSelectorModel names;
    names.follow(m_session);
    const auto watch = watchModel(&names);
    RunSelector selector(m_theme);
    selector.setModel(&names);
    selector.resize(300, 400);
    selector.show();
    EXPECT_EQ(names.columnCount(), 2);
    EXPECT_TRUE(selector.isHeaderHidden());
    pin(field(Field::Runtime));
    pin(field(Field::State));
    pin(field(Field::Author));
    ASSERT_EQ(names.columnCount(), 4) << "the state is there anyway";
    EXPECT_EQ(names.headerData(2, Qt::Horizontal).toString(), u"Runtime");
    EXPECT_EQ(names.index(0, 2).data().toString(),
              model().index(0, model().columnOf(field(Field::Runtime))).data().toString());
    EXPECT_FALSE(selector.isHeaderHidden());
    EXPECT_FALSE(selector.isColumnHidden(2));
    EXPECT_TRUE(selector.isColumnHidden(3)) << "the names need their room";
    EXPECT_EQ(selector.header()->visualIndex(RunSelectorModel::StateColumn), 3);
    selector.resize(480, 400);
    EXPECT_FALSE(selector.isColumnHidden(3));
    change([](ColumnLayout& layout) { layout = {}; });
    EXPECT_EQ(names.columnCount(), 2);
    EXPECT_TRUE(selector.isHeaderHidden());
}

} // namespace runglass::test
