// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunsModel.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/runs/SortPopover.h"
#include "widgets/window/MainWindow.h"

#include <QAction>
#include <QActionGroup>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

#include <gmock/gmock.h>

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace runglass::test
{

namespace
{

const ColumnId kLr{ColumnOrigin::Config, Field::Name, {"lr"}};
const ColumnId kName{ColumnOrigin::Field, Field::Name, {}};
const ColumnId kState{ColumnOrigin::Field, Field::State, {}};
const ColumnId kHost{ColumnOrigin::Field, Field::Host, {}};

/// The window with eight runs, on the Runs tab.
class SortTest : public WindowFixture
{
protected:
    SortTest()
    {
        m_window.resize(1600, 900);
        m_window.show();
        m_window.activateWindow();
        m_window.setTab(MainWindow::Tab::Runs);
        open("small");
    }

    RunsTab& tab() { return m_window.runs(); }
    const std::vector<SortKey>& keys() const { return m_session.state().sort; }
    void clickHead(const ColumnId& column, Qt::KeyboardModifiers modifiers = {})
    {
        RunsHeader* header = tab().view()->header();
        const int section = tab().model()->columnOf(column);
        tab().view()->scrollTo(tab().model()->index(0, section));
        const int right = header->sectionViewportPosition(section) + header->sectionSize(section);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, QPoint(right - 30, 12));
    }
    SortPopover* popover() { return m_window.findChild<SortPopover*>(); }
    QListView* list(const char* name) { return popover()->findChild<QListView*>(QLatin1String(name)); }
    QPushButton* button(const char* name) { return m_window.findChild<QPushButton*>(QLatin1String(name)); }
    QString label() { return tab().findChild<QLabel*>(QStringLiteral("sortLabel"))->text(); }

    MainWindow m_window{m_context, QString()};
};

} // namespace

TEST_F(SortTest, ShiftAndAClickOnHeadsSortByThemToo)
{
    clickHead(kState);
    EXPECT_THAT(keys(), ElementsAre(SortKey{kState, false}));
    clickHead(kLr, Qt::ShiftModifier);
    EXPECT_THAT(keys(), ElementsAre(SortKey{kState, false}, SortKey{kLr, false}));
    EXPECT_EQ(label(), QStringLiteral("Sorted by State (lowest first), then lr (lowest first)"));
    clickHead(kLr, Qt::ShiftModifier);
    EXPECT_THAT(keys(), ElementsAre(SortKey{kState, false}, SortKey{kLr, true}));
    clickHead(kState, Qt::ShiftModifier);
    clickHead(kState, Qt::ShiftModifier);
    EXPECT_THAT(keys(), ElementsAre(SortKey{kLr, true}));
    clickHead(kName, Qt::ShiftModifier);
    clickHead(kState);
    EXPECT_THAT(keys(), ElementsAre(SortKey{kState, false})) << "a plain click takes the others away";
    button("clearSortButton")->click();
    EXPECT_THAT(keys(), IsEmpty());
    EXPECT_FALSE(button("clearSortButton")->isVisible());
    m_window.actions().undo->trigger();
    EXPECT_THAT(keys(), ElementsAre(SortKey{kState, false}));
}

TEST_F(SortTest, TheHeadPaintsArrowAndRank)
{
    tab().view()->clearFocus();
    RunsHeader* header = tab().view()->header();
    const auto picture = [&](const ColumnId& column) {
        const int section = tab().model()->columnOf(column);
        return header->viewport()
            ->grab(QRect(header->sectionViewportPosition(section), 0, header->sectionSize(section), header->height()))
            .toImage();
    };
    const QImage none = picture(kState);
    RunListState state = m_session.state();
    state.sort = {{kState, false}};
    m_session.setState(state);
    const QImage alone = picture(kState);
    EXPECT_NE(alone, none);
    state.sort = {{kState, true}};
    m_session.setState(state);
    EXPECT_NE(picture(kState), alone) << "the arrow points the other way";
    state.sort = {{kState, false}, {kName, false}};
    m_session.setState(state);
    const QImage first = picture(kState);
    EXPECT_NE(first, alone) << "its rank stands beside the arrow";
    state.sort = {{kName, false}, {kState, false}};
    m_session.setState(state);
    EXPECT_NE(picture(kState), first);
}

TEST_F(SortTest, CommandsAreAboutTheCurrentColumn)
{
    WindowActions& actions = m_window.actions();
    tab().view()->setCurrentIndex(tab().model()->index(2, tab().model()->columnOf(kState)));
    actions.sortDescending->trigger();
    EXPECT_THAT(keys(), ElementsAre(SortKey{kState, true}));
    tab().view()->setCurrentIndex(tab().model()->index(2, tab().model()->columnOf(kName)));
    actions.addToSort->trigger();
    EXPECT_THAT(keys(), ElementsAre(SortKey{kState, true}, SortKey{kName, false}));
    EXPECT_TRUE(actions.newestFirst->isEnabled());
    actions.newestFirst->trigger();
    EXPECT_THAT(keys(), IsEmpty());
    EXPECT_FALSE(actions.newestFirst->isEnabled());
    m_window.setTab(MainWindow::Tab::Workspace);
    for (const QAction* action : {actions.sortAscending, actions.addToSort, actions.sortBy})
        EXPECT_FALSE(action->isEnabled()) << action->text().toStdString();
}

TEST_F(SortTest, AMetricShowsTheValueThatIsAskedFor)
{
    const ColumnId loss{ColumnOrigin::Summary, Field::Name, {"loss"}};
    const auto& values = m_window.actions().shownValues->actions();
    const auto enabled = [&values] { return values.front()->isEnabled(); };
    tab().view()->setCurrentIndex(tab().model()->index(2, tab().model()->columnOf(kLr)));
    EXPECT_FALSE(enabled()) << "config is no metric";
    const int column = tab().model()->columnOf(loss);
    tab().view()->setCurrentIndex(tab().model()->index(2, column));
    ASSERT_TRUE(enabled());
    EXPECT_TRUE(values[0]->isChecked());
    // Of a run whose last value is its least nothing changes.
    const auto texts = [&] {
        QStringList all;
        for (int row = 0; row < tab().model()->rowCount(); ++row)
            all.append(tab().model()->index(row, column).data().toString());
        return all;
    };
    const QStringList last = texts();
    const int width = tab().view()->header()->sectionSizeFromContents(column).width();
    values[static_cast<int>(MetricValue::Min)]->trigger();
    EXPECT_EQ(m_session.state().shownValues, (ShownValues{{loss, MetricValue::Min}}));
    const auto shown = [&] {
        return tab().model()->headerData(column, Qt::Horizontal, RunsModel::ShownValueRole).toString();
    };
    ASSERT_TRUE(waitFor([&] { return shown() == QStringLiteral("min") && !m_session.list()->table->isPending(loss); }));
    EXPECT_NE(texts(), last);
    EXPECT_NE(tab().view()->header()->sectionSizeFromContents(column).width(), width) << "the head says it";
    EXPECT_TRUE(values[static_cast<int>(MetricValue::Min)]->isChecked());
    m_window.actions().undo->trigger();
    EXPECT_TRUE(values[0]->isChecked());
    ASSERT_TRUE(waitFor([&] { return shown().isEmpty(); }));
    EXPECT_EQ(texts(), last);
}

TEST_F(SortTest, ThePopoverAddsHiddenColumnsMovesAndRemovesKeys)
{
    m_window.actions().sortBy->trigger();
    ASSERT_TRUE(popover() && popover()->isVisible());
    EXPECT_FALSE(list("sortKeys")->isVisible());
    auto* search = popover()->findChild<QLineEdit*>();
    EXPECT_EQ(m_window.focusWidget(), search);
    QTest::keyClicks(search, QStringLiteral("host"));
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_THAT(keys(), ElementsAre(SortKey{kHost, false})) << "a column that the table does not show";
    QTest::keyClicks(search, QStringLiteral("lr"));
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_THAT(keys(), ElementsAre(SortKey{kHost, false}, SortKey{kLr, false}));
    QListView* sortKeys = list("sortKeys");
    ASSERT_TRUE(sortKeys->isVisible());
    sortKeys->setFocus();
    QTest::keyClick(sortKeys, Qt::Key_Up, Qt::AltModifier);
    EXPECT_THAT(keys(), ElementsAre(SortKey{kLr, false}, SortKey{kHost, false}));
    QTest::keyClick(sortKeys, Qt::Key_Space);
    EXPECT_THAT(keys(), ElementsAre(SortKey{kLr, true}, SortKey{kHost, false}));
    EXPECT_FALSE(button("raiseSortKeyButton")->isEnabled());
    button("lowerSortKeyButton")->click();
    EXPECT_THAT(keys(), ElementsAre(SortKey{kHost, false}, SortKey{kLr, true}));
    sortKeys->setCurrentIndex(sortKeys->model()->index(0, 0));
    QTest::keyClick(sortKeys, Qt::Key_Delete);
    EXPECT_THAT(keys(), ElementsAre(SortKey{kLr, true}));
    QTest::keyClick(sortKeys, Qt::Key_Delete);
    EXPECT_THAT(keys(), IsEmpty());
    EXPECT_EQ(m_window.focusWidget(), search) << "the list is gone";
    QTest::keyClick(search, Qt::Key_Escape);
    EXPECT_FALSE(popover()->isVisible());
}

TEST_F(SortTest, ThePopoverOffersWhatIsNoKeyYet)
{
    m_window.actions().sortBy->trigger();
    const QAbstractItemModel* columns = list("sortColumns")->model();
    const auto offers = [columns](const QString& name) {
        return !columns->match(columns->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly).isEmpty();
    };
    EXPECT_TRUE(offers(QStringLiteral("lr")));
    RunListState state = m_session.state();
    state.sort = {{kLr, true}};
    m_session.setState(state);
    EXPECT_FALSE(offers(QStringLiteral("lr")));
    EXPECT_TRUE(list("sortKeys")->isVisible());
    m_window.actions().undo->trigger();
    EXPECT_TRUE(offers(QStringLiteral("lr")));
}

TEST_F(SortTest, ThePopoverClosesByEscapeByAClickElsewhereAndByItsButton)
{
    RunsView* view = tab().view();
    view->setFocus();
    m_window.actions().sortBy->trigger();
    QTest::keyClick(m_window.focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(popover()->isVisible());
    EXPECT_EQ(m_window.focusWidget(), view) << "the focus goes back";
    m_window.actions().sortBy->trigger();
    QWidget* begun = m_window.focusWidget();
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(m_window.focusWidget(), Qt::Key_Tab);
        ASSERT_TRUE(popover()->isAncestorOf(m_window.focusWidget())) << "Tab stays inside";
        if (m_window.focusWidget() == begun)
            break;
    }
    EXPECT_EQ(m_window.focusWidget(), begun);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(500, 200));
    EXPECT_FALSE(popover()->isVisible());
    button("sortByButton")->click();
    EXPECT_TRUE(popover()->isVisible());
    button("sortByButton")->click();
    EXPECT_FALSE(popover()->isVisible());
    button("sortByButton")->click();
    m_window.setTab(MainWindow::Tab::Workspace);
    EXPECT_FALSE(popover()->isVisible());
}

} // namespace runglass::test
