// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelBoard.h"

#include "tests/support/QtMessages.h"
#include "tests/widgets/workspace/FakeChartSource.h"
#include "widgets/workspace/ChartLegend.h"
#include "widgets/workspace/ChartPanel.h"
#include "widgets/workspace/PanelActions.h"
#include "widgets/workspace/charts/ChartOverlay.h"

#include <QAction>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

namespace runglass
{
namespace
{

class PanelBoardTest : public testing::Test
{
protected:
    PanelBoardTest()
    {
        m_theme.setMode(Theme::Mode::Light);
        // Where a test before left it, it would be on a panel.
        QCursor::setPos(5000, 5000);
        m_board.resize(1000, 700);
        m_board.show();
    }

    void setMetrics(const std::vector<std::string>& keys)
    {
        std::vector<MetricEntry> metrics;
        for (const std::string& key : keys)
            metrics.push_back({false, {key}, 1});
        m_board.setMetrics(metrics);
    }
    static PanelRef ref(const std::string& key) { return {{false, {key}}, 0}; }
    ChartPanel* panel(const std::string& key) { return m_board.panel(ref(key)); }
    PanelLines& model(const std::string& key) { return panel(key)->model(); }
    void settle(const std::string& key)
    {
        ASSERT_NE(panel(key), nullptr) << key;
        ASSERT_TRUE(QTest::qWaitFor([&] { return !model(key).isLoading() && !panel(key)->view().isDrawing(); }));
    }

    Theme m_theme;
    test::FakeChartSource m_source;
    PanelBoard m_board{m_theme, m_source};
};

TEST_F(PanelBoardTest, OnlyPanelsInViewExistAndRead)
{
    std::vector<std::string> keys;
    for (int i = 0; i < 12'000; ++i)
        keys.push_back("m" + std::to_string(i / 100) + "/" + std::to_string(i));
    m_board.setRuns(test::shown({"a", "b"}));
    setMetrics(keys);
    const std::size_t atTop = m_board.livePanelCount();
    EXPECT_GE(atTop, 6U);
    EXPECT_LE(atTop, 15U);
    EXPECT_EQ(m_source.metricsAsked(), atTop);
    m_board.verticalScrollBar()->setValue(m_board.verticalScrollBar()->maximum());
    EXPECT_LE(m_board.livePanelCount(), 15U);
    EXPECT_LE(m_source.metricsAsked(), atTop + 15);
    EXPECT_NE(panel("m119/11999"), nullptr);
    EXPECT_EQ(panel("m0/0"), nullptr);
    // Back at the top nothing is read again.
    m_board.verticalScrollBar()->setValue(0);
    EXPECT_EQ((m_source.asked[{test::runRef("a"), {"m0/0"}}]), 1);
}

TEST_F(PanelBoardTest, HidingARunReadsNothing)
{
    m_source.put(test::runRef("a"), "loss", {0, 1}, {1, 2});
    m_source.put(test::runRef("b"), "loss", {0, 1}, {2, 1});
    m_board.setRuns(test::shown({"a", "b"}));
    setMetrics({"loss"});
    settle("loss");
    ASSERT_EQ(model("loss").lines().size(), 2U);
    m_board.setRuns(test::shown({"b"}));
    ASSERT_EQ(model("loss").lines().size(), 1U);
    EXPECT_EQ(model("loss").lines()[0].run.name, QStringLiteral("b"));
    m_board.setRuns(test::shown({"a", "b"}));
    EXPECT_EQ(model("loss").lines().size(), 2U);
    EXPECT_EQ((m_source.asked[{test::runRef("a"), {"loss"}}]), 1);
    EXPECT_EQ((m_source.asked[{test::runRef("b"), {"loss"}}]), 1);
    m_board.reload({{test::runRef("a")}, {}});
    settle("loss");
    EXPECT_EQ((m_source.asked[{test::runRef("a"), {"loss"}}]), 2);
    EXPECT_EQ((m_source.asked[{test::runRef("b"), {"loss"}}]), 1);
}

TEST_F(PanelBoardTest, APanelIsNotBlank)
{
    m_source.put(test::runRef("a"), "loss", {0, 1, 2}, {1, 2, 0.5});
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"loss"});
    settle("loss");
    const QImage image = panel("loss")->grab().toImage();
    const QRgb colour = m_theme.runColour(RunColour::slot(0)).rgb();
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixel(x, y) == colour;
    }
    EXPECT_GT(found, 20);
}

TEST_F(PanelBoardTest, AltWithAnArrowMovesThePanel)
{
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"a/1", "a/2", "a/3"});
    ChartPanel* first = panel("a/1");
    const QRect before = first->geometry();
    first->view().setFocus();
    QTest::keyClick(&first->view(), Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(m_board.sections().sections()[0].panels[1]->key, QStringLiteral("a/1"));
    EXPECT_GT(first->geometry().left(), before.right());
    EXPECT_EQ(panel("a/2")->geometry(), before);
    QTest::keyClick(&first->view(), Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(first->geometry(), before);
}

TEST_F(PanelBoardTest, APanelIsDraggedByItsHead)
{
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"a/1", "a/2", "a/3"});
    ChartPanel* first = panel("a/1");
    const QPoint target = first->mapFromGlobal(panel("a/3")->mapToGlobal(QPoint(150, 100)));
    QTest::mousePress(first, Qt::LeftButton, {}, QPoint(120, 10));
    QTest::mouseMove(first, target);
    QTest::mouseRelease(first, Qt::LeftButton, {}, target);
    EXPECT_EQ(m_board.sections().sections()[0].panels[2]->key, QStringLiteral("a/1"));
}

TEST_F(PanelBoardTest, SectionsFoldByKey)
{
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"a/1", "b/1"});
    EXPECT_EQ(m_board.livePanelCount(), 2U);
    auto* toggle = m_board.findChild<QToolButton*>(QStringLiteral("sectionToggle"));
    ASSERT_NE(toggle, nullptr);
    EXPECT_EQ(toggle->accessibleName(), QStringLiteral("Section a"));
    QTest::keyClick(toggle, Qt::Key_Left);
    EXPECT_EQ(m_board.livePanelCount(), 1U);
    QTest::keyClick(toggle, Qt::Key_Left);
    EXPECT_EQ(m_board.livePanelCount(), 1U);
    QTest::keyClick(toggle, Qt::Key_Right);
    EXPECT_EQ(m_board.livePanelCount(), 2U);
}

TEST_F(PanelBoardTest, TheTableTwinHasEveryPoint)
{
    m_source.put(test::runRef("a"), "loss", {0, 5, 9}, {1, std::numeric_limits<double>::quiet_NaN(), 0.125});
    m_source.put(test::runRef("b"), "loss", {2}, {4});
    m_board.setRuns(test::shown({"a", "b"}));
    setMetrics({"loss"});
    settle("loss");
    PanelActions actions(m_theme, m_board);
    actions.actions().first()->trigger();
    auto* dialog = m_board.findChild<SeriesTableDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->windowTitle(), QStringLiteral("loss data"));
    EXPECT_FALSE(dialog->isModal());
    auto* table = dialog->findChild<QTableView*>();
    EXPECT_EQ(table->accessibleName(), QStringLiteral("loss data"));
    const auto watch = test::watchModel(table->model());
    ASSERT_EQ(table->model()->rowCount(), 4);
    const auto cell = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
    EXPECT_EQ(cell(0, 0), QStringLiteral("a"));
    EXPECT_EQ(cell(1, 1), QStringLiteral("5"));
    EXPECT_EQ(cell(1, 3), QStringLiteral("NaN"));
    EXPECT_EQ(cell(2, 3), QStringLiteral("0.125"));
    EXPECT_EQ(cell(3, 0), QStringLiteral("b"));
    EXPECT_EQ(cell(3, 3), QStringLiteral("4"));
    EXPECT_FALSE(cell(3, 2).isEmpty());
    EXPECT_EQ(dialog->selectedText().count(u'\n'), 5);
    // It follows the chart.
    m_board.setRuns(test::shown({"b"}));
    EXPECT_EQ(table->model()->rowCount(), 1);
}

TEST_F(PanelBoardTest, EverythingThatTakesTheFocusHasAName)
{
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"train/loss", "acc"});
    for (const QWidget* widget : m_board.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget == m_board.viewport())
            continue;
        const auto* button = qobject_cast<const QToolButton*>(widget);
        EXPECT_FALSE(widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            << widget->metaObject()->className() << " " << widget->objectName().toStdString();
    }
    EXPECT_EQ(panel("train/loss")->view().accessibleName(), QStringLiteral("train/loss chart"));
}

TEST_F(PanelBoardTest, NewMetricsDoNotMoveWhatIsInView)
{
    std::vector<std::string> keys;
    for (int i = 0; i < 60; ++i)
        keys.push_back("m/" + std::to_string(1000 + i));
    m_board.setRuns(test::shown({"a"}));
    setMetrics(keys);
    m_board.verticalScrollBar()->setValue(2000);
    const QRect before = panel("m/1027")->geometry();
    keys.insert(keys.begin(), {"a/1", "a/2", "a/3", "a/4"});
    setMetrics(keys);
    EXPECT_EQ(panel("m/1027")->geometry(), before);
}

TEST_F(PanelBoardTest, MetricsThatAppearWhileRunsAreWrittenMoveNothing)
{
    constexpr auto news = PanelBoard::Reason::News;
    m_source.put(test::runRef("a"), "m/b", {0, 1}, {1, 2});
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"m/b", "m/d", "z/1"});
    settle("m/b");
    ChartPanel* const widget = panel("m/b");
    const QRect before = widget->geometry(), next = panel("m/d")->geometry();
    widget->view().setFocus();
    widget->view().setZoom({Range{0.25, 0.5}, std::nullopt});
    // At the top of the page: a section that comes before, and a panel that would.
    std::vector<MetricEntry> metrics;
    for (const std::string key : {"c/1", "m/a", "m/b", "m/d", "z/1"})
        metrics.push_back({false, {key}, 1});
    m_board.setMetrics(metrics, news);
    EXPECT_EQ(panel("m/b"), widget);
    EXPECT_EQ(widget->geometry(), before);
    EXPECT_EQ(panel("m/d")->geometry(), next);
    EXPECT_TRUE(widget->view().hasFocus());
    EXPECT_EQ(widget->view().xRange(), (Range{0.25, 0.5}));
    const auto keys = [this](std::size_t section) {
        QStringList result;
        for (const auto& shown : m_board.sections().sections()[section].panels)
            result += shown->key;
        return result.join(u' ');
    };
    EXPECT_EQ(keys(1), QStringLiteral("m/b m/d m/a"));
    metrics.insert(metrics.begin(), {false, {"m/Z"}, 1});
    metrics.push_back({false, {"m/0"}, 1});
    m_board.setMetrics(metrics, news);
    EXPECT_EQ(keys(1), QStringLiteral("m/b m/d m/a m/0 m/Z"));
    EXPECT_EQ(widget->geometry(), before);
    // At the top of the page, with nobody in a panel, they are in order.
    m_board.verticalScrollBar()->setValue(0);
    widget->view().clearFocus();
    metrics.push_back({false, {"m/c"}, 1});
    m_board.setMetrics(metrics, news);
    EXPECT_EQ(keys(1), QStringLiteral("m/0 m/a m/b m/c m/d m/Z"));
    EXPECT_EQ(m_board.verticalScrollBar()->value(), 0);
}

TEST_F(PanelBoardTest, ReadsWhatChangedOfWhatIsSeen)
{
    m_source.put(test::runRef("a"), "loss", {0, 1}, {1, 2});
    m_source.put(test::runRef("b"), "loss", {0, 1}, {1, 2});
    m_board.setRuns(test::shown({"a", "b"}));
    setMetrics({"loss"});
    settle("loss");
    const auto asked = [this](const std::string& run) { return m_source.asked[{test::runRef(run), {"loss"}}]; };
    m_board.hide();
    m_board.reload({{test::runRef("a")}, {}});
    EXPECT_EQ(asked("a"), 1) << "nobody sees it";
    m_board.show();
    settle("loss");
    EXPECT_EQ(asked("a"), 2);
    EXPECT_EQ(asked("b"), 1);
    // Its table is a window of its own.
    m_board.showData(ref("loss"));
    m_board.hide();
    m_board.reload({{}, {1}});
    // Reading waits for a pause in proportion to what was drawn before; nothing was drawn of this one.
    ASSERT_TRUE(QTest::qWaitFor([&] { return asked("b") == 2; }));
    delete m_board.findChild<SeriesTableDialog*>();
    QCoreApplication::processEvents();
    m_board.reload({{test::runRef("b")}, {}});
    QCoreApplication::processEvents();
    EXPECT_EQ(asked("b"), 2);
}

TEST_F(PanelBoardTest, APanelIsDraggedToAnotherSection)
{
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"a/1", "a/2", "b/1"});
    ChartPanel* first = panel("a/1");
    const QPoint target = first->mapFromGlobal(panel("b/1")->mapToGlobal(QPoint(150, 100)));
    QTest::mousePress(first, Qt::LeftButton, {}, QPoint(120, 10));
    QTest::mouseMove(first, target);
    QTest::mouseRelease(first, Qt::LeftButton, {}, target);
    EXPECT_EQ(m_board.sections().sectionOf(ref("a/1")), (SectionRef{false, "b", 0}));
    EXPECT_EQ(m_board.sections().sections()[1].panels[0]->key, QStringLiteral("a/1"));
}

TEST_F(PanelBoardTest, APanelIsResizedByItsCornerAndByKey)
{
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"a/1", "a/2", "a/3", "a/4"});
    ChartPanel* first = panel("a/1");
    const QSize before = first->size();
    const QPoint corner(before.width() - 4, before.height() - 4);
    QTest::mousePress(first, Qt::LeftButton, {}, corner);
    QTest::mouseMove(first, corner + QPoint(200, 60));
    QTest::mouseMove(first, corner + QPoint(before.width(), 120));
    QTest::mouseRelease(first, Qt::LeftButton, {}, corner + QPoint(before.width(), 120));
    EXPECT_EQ(m_board.size(ref("a/1")), (PanelSize{2, before.height() - 4 + 120}));
    EXPECT_GT(first->width(), 2 * before.width() - 20);
    EXPECT_EQ(panel("a/3")->y(), panel("a/4")->y());
    first->view().setFocus();
    QTest::keyClick(&first->view(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(m_board.size(ref("a/1")).columns, 1);
    QTest::keyClick(&first->view(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_GT(m_board.size(ref("a/1")).height, before.height() + 120);
}

TEST_F(PanelBoardTest, PanelsOfTheSameAxisZoomTogetherUnlessTheyAreNotLinked)
{
    for (const std::string key : {"a/1", "a/2", "a/3"})
        m_source.put(test::runRef("a"), key, {0, 50, 100}, {1, 2, 3});
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"a/1", "a/2", "a/3"});
    m_board.edit([](PanelLayout& layout) { layout.at({{false, {"a/3"}}, 0}).settings.syncZoom = false; });
    for (const std::string key : {"a/1", "a/2", "a/3"})
        settle(key);
    panel("a/1")->view().setZoom({Range{10, 20}, Range{0, 1}});
    EXPECT_EQ(panel("a/2")->view().xRange(), (Range{10, 20}));
    EXPECT_FALSE(panel("a/2")->view().zoomState().y) << "y axes count different things";
    EXPECT_FALSE(panel("a/3")->view().zoomState().isSet());
    panel("a/2")->view().resetZoom();
    EXPECT_FALSE(panel("a/1")->view().zoomState().x);
    m_board.edit([](PanelLayout& layout) { layout.settings.syncZoom = false; });
    panel("a/1")->view().setZoom({Range{30, 40}, std::nullopt});
    EXPECT_FALSE(panel("a/2")->view().zoomState().isSet());
}

TEST_F(PanelBoardTest, ASectionIsDraggedByItsHead)
{
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"a/1", "b/1", "c/1"});
    const auto head = [this](const QString& section) -> QWidget* {
        for (QToolButton* toggle : m_board.findChildren<QToolButton*>(QStringLiteral("sectionToggle"))) {
            if (toggle->accessibleName() == QStringLiteral("Section ") + section)
                return toggle->parentWidget();
        }
        return nullptr;
    };
    const auto order = [this] {
        QString titles;
        for (const PanelSection& section : m_board.sections().sections())
            titles += section.title;
        return titles;
    };
    const auto drag = [&](const QString& from, QWidget* onto) {
        QWidget* widget = head(from);
        const QPoint target = widget->mapFromGlobal(onto->mapToGlobal(QPoint(400, 5)));
        QTest::mousePress(widget, Qt::LeftButton, {}, QPoint(400, 10));
        QTest::mouseMove(widget, QPoint(400, 12));
        QTest::mouseMove(widget, target);
        QTest::mouseRelease(widget, Qt::LeftButton, {}, target);
    };
    ASSERT_NE(head(QStringLiteral("c")), nullptr);
    drag(QStringLiteral("c"), head(QStringLiteral("a")));
    EXPECT_EQ(order(), QStringLiteral("cab"));
    EXPECT_EQ(m_board.layout().order.size(), 3U) << "it is kept";
    drag(QStringLiteral("c"), panel("a/1"));
    EXPECT_EQ(order(), QStringLiteral("acb")) << "a section is let go on all of another";
    const PanelLayout before = m_board.layout();
    drag(QStringLiteral("c"), panel("c/1"));
    EXPECT_EQ(m_board.layout(), before) << "onto itself";
    QTest::mousePress(head(QStringLiteral("c")), Qt::LeftButton, {}, QPoint(400, 10));
    QTest::mouseRelease(head(QStringLiteral("c")), Qt::LeftButton, {}, QPoint(400, 10));
    EXPECT_EQ(m_board.layout(), before) << "a click moves nothing";
}

TEST_F(PanelBoardTest, TheCrosshairIsInEveryLinkedPanelOfTheSameAxis)
{
    for (const std::string key : {"a/1", "a/2", "a/3", "a/4"})
        m_source.put(test::runRef("a"), key, {0, 50, 100}, {1, 2, 3});
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"a/1", "a/2", "a/3", "a/4"});
    m_board.edit([](PanelLayout& layout) {
        layout.at(ref("a/3")).settings.x = XAxis{XAxisKind::RelativeWall, {}};
        layout.at(ref("a/4")).settings.syncCrosshair = false;
    });
    for (const std::string key : {"a/1", "a/2", "a/3", "a/4"})
        settle(key);
    const auto overlay = [this](const std::string& key) {
        return panel(key)->view().findChild<ChartOverlay*>()->state();
    };
    ChartView& pointed = panel("a/1")->view();
    const QRect plot = pointed.plotRect();
    QTest::mouseMove(&pointed, plot.center());
    ASSERT_TRUE(pointed.crosshair());
    EXPECT_EQ(pointed.crosshair()->x, 50);
    const ChartOverlay::State linked = overlay("a/2");
    ASSERT_TRUE(linked.crosshair);
    EXPECT_NEAR(*linked.crosshair, panel("a/2")->view().plotRect().center().x(), 3);
    ASSERT_EQ(linked.points.size(), 1U) << "the value there";
    EXPECT_NEAR(linked.points[0].place.x(), *linked.crosshair, 0.01);
    EXPECT_FALSE(panel("a/2")->view().crosshair()) << "the tooltip is in one panel only";
    EXPECT_FALSE(overlay("a/3").crosshair) << "its axis counts seconds";
    EXPECT_FALSE(overlay("a/4").crosshair) << "it is not linked";
    QTest::mouseMove(&pointed, QPoint(plot.right() - 2, plot.center().y()));
    EXPECT_GT(*overlay("a/2").crosshair, *linked.crosshair + 50) << "it goes along";
    pointed.clearCrosshair();
    EXPECT_FALSE(overlay("a/2").crosshair);
    // Nor from a panel that is not linked.
    panel("a/4")->view().setCrosshair(50);
    EXPECT_FALSE(overlay("a/1").crosshair);
}

TEST_F(PanelBoardTest, ANameInTheLegendEmphasisesItsRunAndChoosesIt)
{
    m_source.put(test::runRef("a"), "loss", {0, 50, 100}, {1, 2, 3});
    m_source.put(test::runRef("b"), "loss", {0, 50, 100}, {3, 2, 1});
    m_board.setRuns(test::shown({"a", "b"}));
    setMetrics({"loss"});
    settle("loss");
    std::vector<std::optional<RunRef>> hovered;
    std::vector<RunRef> chosen;
    // As the workspace does.
    QObject::connect(&m_board, &PanelBoard::runHovered, &m_board, [&](const std::optional<RunRef>& run) {
        hovered.push_back(run);
        m_board.setEmphasis({run, std::nullopt});
    });
    QObject::connect(&m_board, &PanelBoard::runChosen, &m_board, [&](const RunRef& run) { chosen.push_back(run); });
    auto* legend = panel("loss")->findChild<ChartLegend*>();
    const QPoint first(6, legend->height() / 2);
    QTest::mouseMove(legend, first);
    ASSERT_FALSE(hovered.empty());
    EXPECT_EQ(hovered.back(), test::runRef("a"));
    const ChartOverlay::State state = panel("loss")->view().findChild<ChartOverlay*>()->state();
    ASSERT_TRUE(state.isVeiled && !state.strokes.empty()) << "its line stands out";
    EXPECT_EQ(state.strokes.back().colour, m_theme.runColour(RunColour::slot(0)));
    QTest::mouseClick(legend, Qt::LeftButton, {}, first);
    ASSERT_EQ(chosen.size(), 1U);
    EXPECT_EQ(chosen[0], test::runRef("a"));
    QTest::mouseMove(legend, QPoint(legend->width() - 2, first.y()));
    EXPECT_EQ(hovered.back(), std::nullopt) << "there is no name";
    QTest::mouseMove(legend, first);
    EXPECT_EQ(hovered.back(), test::runRef("a"));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(legend, &leave);
    EXPECT_EQ(hovered.back(), std::nullopt);
    EXPECT_FALSE(panel("loss")->view().findChild<ChartOverlay*>()->state().isVeiled);
}

TEST_F(PanelBoardTest, ChangesOfTheLayoutAreTold)
{
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"a/1", "a/2", "b/1"});
    std::vector<PanelLayout> told;
    QObject::connect(&m_board, &PanelBoard::layoutEdited, &m_board,
                     [&](const PanelLayout& layout) { told.push_back(layout); });
    m_board.movePanel(ref("a/1"), 1);
    m_board.moveSection({false, "b", 0}, -1);
    m_board.sortSection({false, "a", 0}, PanelOrder::Descending);
    m_board.edit([](PanelLayout&) {});
    ASSERT_EQ(told.size(), 3U) << "what changes nothing is not told";
    EXPECT_EQ(m_board.sections().sections()[0].title, QStringLiteral("b"));
    m_board.setLayout(told[0]);
    EXPECT_EQ(m_board.sections().sections()[0].title, QStringLiteral("a"));
    EXPECT_EQ(told.size(), 3U) << "it came from outside";
    m_board.setLayout({});
    EXPECT_EQ(m_board.sections().sections()[0].panels[0]->key, QStringLiteral("a/1"));
}

TEST_F(PanelBoardTest, ASectionIsRenamedInItsHead)
{
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"a/1"});
    auto* toggle = m_board.findChild<QToolButton*>(QStringLiteral("sectionToggle"));
    QTest::keyClick(toggle, Qt::Key_F2);
    auto* name = m_board.findChild<QLineEdit*>(QStringLiteral("sectionName"));
    ASSERT_TRUE(name->isVisible());
    name->setText(QStringLiteral("Losses & more"));
    QTest::keyClick(name, Qt::Key_Return);
    EXPECT_EQ(m_board.sections().sections()[0].title, QStringLiteral("Losses & more"));
    EXPECT_FALSE(name->isVisible());
    QTest::keyClick(toggle, Qt::Key_F2);
    name->setText(QStringLiteral("x"));
    QTest::keyClick(name, Qt::Key_Escape);
    EXPECT_EQ(m_board.sections().sections()[0].title, QStringLiteral("Losses & more"));
    QTest::keyClick(toggle, Qt::Key_F2);
    name->setText(QStringLiteral("a"));
    QTest::keyClick(name, Qt::Key_Return);
    EXPECT_EQ(m_board.layout(), PanelLayout()) << "as it is called by itself";
}

TEST_F(PanelBoardTest, OnePanelDrawsSeveralMetrics)
{
    m_source.put(test::runRef("a"), "a/1", {0, 1}, {1, 2});
    m_source.put(test::runRef("a"), "a/2", {0, 1}, {3, 4});
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"a/1", "a/2", "b/1"});
    PanelRef own;
    m_board.edit([&](PanelLayout& layout) {
        PanelContent content;
        content.pattern = "^a/";
        own = layout.addPanel({false, "a", 0}, content);
    });
    ChartPanel* widget = m_board.panel(own);
    ASSERT_NE(widget, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !widget->model().isLoading(); }));
    ASSERT_EQ(widget->model().lines().size(), 2U);
    EXPECT_EQ(widget->model().lines()[1].name(), QStringLiteral("a · a/2"));
    EXPECT_EQ(widget->view().accessibleName(), QStringLiteral("a/1, a/2 chart"));
}

TEST_F(PanelBoardTest, ButtonsOfAPanelAreThereWhileItHasTheFocus)
{
    m_board.setRuns(test::shown({"a"}));
    setMetrics({"a/1", "a/2"});
    const auto tools = panel("a/1")->findChildren<QToolButton*>(QStringLiteral("panelTool"));
    ASSERT_EQ(tools.size(), 6);
    EXPECT_FALSE(tools[0]->isVisible());
    m_board.activateWindow();
    panel("a/1")->view().setFocus();
    ASSERT_TRUE(QTest::qWaitFor([&] { return tools[0]->isVisible(); }));
    EXPECT_EQ(tools[2]->text(), QStringLiteral("Export…: a/1"));
    panel("a/2")->view().setFocus();
    EXPECT_FALSE(tools[0]->isVisible());
}

} // namespace
} // namespace runglass
