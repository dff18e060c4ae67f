// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/SeriesTableModel.h"
#include "tests/support/QtMessages.h"
#include "tests/widgets/workspace/ChartFixture.h"
#include "widgets/workspace/charts/AxisText.h"
#include "widgets/workspace/charts/ChartOverlay.h"
#include "widgets/workspace/charts/ChartReducer.h"
#include "widgets/workspace/charts/ChartTooltip.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QtTest>

#include <cmath>

namespace runglass
{
namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

using test::lineOf;

class ChartTest : public test::ChartFixture
{
};

TEST_F(ChartTest, DrawsALineInItsRunsColour)
{
    draw({lineOf("a", 0, {0, 50, 100}, {0, 0.4, 1}), lineOf("b", 1, {0, 100}, {1, 0})});
    EXPECT_GT(pixelsOf(0, m_view.plotRect()), 100);
    EXPECT_GT(pixelsOf(1, m_view.plotRect()), 100);
    EXPECT_EQ(m_view.xRange(), (Range{0, 100}));
    EXPECT_EQ(m_view.yRange(), (Range{0, 1}));
}

TEST_F(ChartTest, ASinglePointIsADisc)
{
    draw({lineOf("a", 3, {7}, {0.25})});
    const QPoint middle = m_view.plotRect().center();
    EXPECT_GE(pixelsOf(3, QRect(middle.x() - 8, m_view.plotRect().top(), 17, m_view.plotRect().height())), 30);
}

TEST_F(ChartTest, NaNIsAMarkAndAGap)
{
    std::vector<double> x(101), y(101, 0.5);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<double>(i);
    for (std::size_t i = 40; i <= 60; ++i)
        y[i] = kNaN;
    y[0] = 0;
    y[100] = 1;
    draw({lineOf("a", 0, x, y)});
    const QRect plot = m_view.plotRect();
    const auto part = [&](double from, double to, int top, int height) {
        return QRect(plot.left() + static_cast<int>(from * plot.width()), top,
                     static_cast<int>((to - from) * plot.width()), height);
    };
    EXPECT_GT(pixelsOf(0, part(0.1, 0.35, plot.top(), plot.height())), 20);
    EXPECT_GT(pixelsOf(0, part(0.42, 0.58, plot.top(), 10)), 20) << "marks on the upper edge";
    EXPECT_EQ(pixelsOf(0, part(0.02, 0.35, plot.top(), 10)), 0);
}

TEST_F(ChartTest, OneSpikeOfAMillionPointsIsSeen)
{
    std::vector<double> x(1'000'000), y(1'000'000, 0);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<double>(i);
    y[700'001] = 10;
    draw({lineOf("a", 0, x, y)});
    const QRect plot = m_view.plotRect();
    EXPECT_GT(pixelsOf(0, QRect(plot.left(), plot.top() + 5, plot.width(), plot.height() / 2)), 5)
        << "a column as high as half the plot";
}

TEST_F(ChartTest, TellsScreenReadersWhatItShows)
{
    draw({lineOf("fast", 0, {0, 1}, {3, 0.25}), lineOf("slow", 1, {0, 1, 2}, {3, 2, kNaN})});
    EXPECT_EQ(m_view.accessibleName(), QStringLiteral("train/loss chart"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_view.accessibleDescription().isEmpty(); }));
    const QString text = m_view.accessibleDescription();
    EXPECT_TRUE(text.contains(QStringLiteral("2 run"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("5 point"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("fast: 0.25"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("slow: NaN"))) << text.toStdString();
}

TEST_F(ChartTest, KeysMoveTheCrosshair)
{
    draw({lineOf("a", 0, {0, 10, 20, 30}, {1, 2, 3, 4}), lineOf("b", 1, {0, 15, 30}, {4, 5, 6})});
    m_view.setFocus();
    QTest::keyClick(&m_view, Qt::Key_Right);
    ASSERT_TRUE(m_view.crosshair());
    EXPECT_EQ(m_view.crosshair()->x, 0);
    QTest::keyClick(&m_view, Qt::Key_Right);
    QTest::keyClick(&m_view, Qt::Key_Right);
    EXPECT_EQ(m_view.crosshair()->x, 15);
    ASSERT_EQ(m_view.crosshair()->rows.size(), 2U);
    EXPECT_EQ(m_view.crosshair()->rows[0].run.name, QStringLiteral("b"));
    EXPECT_EQ(m_view.crosshair()->rows[0].value, 5);
    EXPECT_TRUE(m_view.crosshair()->rows[1].elsewhere);
    QTest::keyClick(&m_view, Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(QApplication::clipboard()->text().startsWith(QStringLiteral("Run\tStep\tTime\tValue\nb\t15\t\t5\n")));
    QTest::keyClick(&m_view, Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(m_view.crosshair()->x, 30);
    QTest::keyClick(&m_view, Qt::Key_Escape);
    EXPECT_FALSE(m_view.crosshair());
}

TEST_F(ChartTest, ADraggedRectangleZoomsAndADoubleClickResets)
{
    draw({lineOf("a", 0, {0, 50, 100}, {0, 5, 10})});
    const QRect plot = m_view.plotRect();
    const QPoint from(plot.left() + plot.width() / 4, plot.top() + plot.height() / 2);
    const QPoint to(plot.left() + plot.width() / 2, plot.top() + plot.height() * 3 / 4);
    QTest::mousePress(&m_view, Qt::LeftButton, {}, from);
    QTest::mouseMove(&m_view, to);
    QTest::mouseRelease(&m_view, Qt::LeftButton, {}, to);
    ASSERT_TRUE(m_view.zoomState().isSet());
    EXPECT_NEAR(m_view.xRange().lo, 25, 2);
    EXPECT_NEAR(m_view.xRange().hi, 50, 2);
    EXPECT_NEAR(m_view.yRange().hi, 5, 0.5);
    settle();
    EXPECT_GT(pixelsOf(0, plot), 20);
    QTest::mouseDClick(&m_view, Qt::LeftButton, {}, plot.center());
    EXPECT_EQ(m_view.xRange(), (Range{0, 100}));
}

TEST_F(ChartTest, SaysSoWhenThereIsNothing)
{
    draw({});
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_view.accessibleDescription() == QStringLiteral("Nothing"); }));
    QTest::keyClick(&m_view, Qt::Key_Right);
    EXPECT_FALSE(m_view.crosshair());
}

std::vector<double> upTo(int last)
{
    std::vector<double> numbers;
    for (int i = 0; i <= last; ++i)
        numbers.push_back(i);
    return numbers;
}

TEST_F(ChartTest, AxesFollowLinesThatGrowOnlyWhereNobodyZoomed)
{
    draw({lineOf("a", 0, upTo(100), upTo(100))});
    draw({lineOf("a", 0, upTo(150), upTo(150))});
    EXPECT_EQ(m_view.xRange(), (Range{0, 150}));
    EXPECT_EQ(m_view.yRange().hi, 150);
    m_view.setZoom({Range{20, 40}, std::nullopt});
    draw({lineOf("a", 0, upTo(300), upTo(300))});
    EXPECT_EQ(m_view.xRange(), (Range{20, 40}));
    EXPECT_GE(m_view.yRange().hi, 300);
    m_view.setZoom({Range{20, 40}, Range{0, 50}});
    draw({lineOf("a", 0, upTo(400), upTo(400))});
    EXPECT_EQ(m_view.yRange(), (Range{0, 50}));
    EXPECT_GT(pixelsOf(0, m_view.plotRect()), 50);
}

TEST_F(ChartTest, ALineIsThereWhileItsNextIsMade)
{
    draw({lineOf("a", 0, upTo(100), upTo(100))});
    const int before = pixelsOf(0, m_view.plotRect());
    ASSERT_GT(before, 100);
    m_view.setLines({lineOf("a", 0, upTo(101), upTo(101))}, QStringLiteral("Nothing"));
    ASSERT_TRUE(m_view.isDrawing());
    EXPECT_EQ(pixelsOf(0, m_view.plotRect()), before);
    settle();
    EXPECT_GT(pixelsOf(0, m_view.plotRect()), before / 2);
}

TEST_F(ChartTest, TheCrosshairStaysAndTellsWhatIsNew)
{
    const auto tooltip = [this] { return m_view.window()->findChild<QWidget*>(QStringLiteral("chartTooltip")); };
    draw({lineOf("a", 0, upTo(100), upTo(100)), lineOf("b", 1, {0, 100}, {5, 6})});
    const QPoint place = m_view.plotRect().center();
    QTest::mouseMove(&m_view, place - QPoint(5, 5));
    QTest::mouseMove(&m_view, place);
    ASSERT_TRUE(m_view.crosshair());
    ASSERT_TRUE(tooltip() && tooltip()->isVisible());
    const double x = m_view.crosshair()->x;
    const QPoint corner = tooltip()->pos();
    ASSERT_EQ(m_view.crosshair()->rows.size(), 2U);
    EXPECT_TRUE(m_view.crosshair()->rows[1].elsewhere);
    draw({lineOf("a", 0, upTo(200), upTo(200)), lineOf("b", 1, {0, x, 300}, {5, 7, 8})});
    ASSERT_TRUE(m_view.crosshair());
    EXPECT_EQ(m_view.crosshair()->x, x);
    ASSERT_EQ(m_view.crosshair()->rows.size(), 2U);
    EXPECT_EQ(m_view.crosshair()->rows[1].value, 7);
    EXPECT_FALSE(m_view.crosshair()->rows[1].elsewhere);
    EXPECT_TRUE(tooltip()->isVisible());
    EXPECT_EQ(tooltip()->pos(), corner);
    draw({});
    EXPECT_FALSE(m_view.crosshair());
    EXPECT_FALSE(tooltip()->isVisible());
}

TEST_F(ChartTest, NothingMovesUnderAZoomRectangle)
{
    draw({lineOf("a", 0, upTo(100), upTo(100))});
    const QRect plot = m_view.plotRect();
    const QPoint from(plot.left() + plot.width() / 4, plot.top() + plot.height() / 4);
    const QPoint to(plot.left() + plot.width() / 2, plot.top() + plot.height() / 2);
    QTest::mousePress(&m_view, Qt::LeftButton, {}, from);
    QTest::mouseMove(&m_view, to);
    draw({lineOf("a", 0, upTo(1000), upTo(1000))});
    QTest::mouseRelease(&m_view, Qt::LeftButton, {}, to);
    EXPECT_NEAR(m_view.xRange().lo, 25, 2);
    EXPECT_NEAR(m_view.xRange().hi, 50, 2);
    m_view.resetZoom();
    EXPECT_EQ(m_view.xRange(), (Range{0, 1000}));
    // Given up without a rectangle, it catches up.
    QTest::mousePress(&m_view, Qt::LeftButton, {}, from);
    draw({lineOf("a", 0, upTo(2000), upTo(2000))});
    QSignalSpy drawn(&m_view, &ChartView::drawn);
    QTest::mouseRelease(&m_view, Qt::LeftButton, {}, from);
    EXPECT_EQ(drawn.count(), 1);
}

TEST_F(ChartTest, DrawsOnlyWhatIsNewAndInView)
{
    const ChartLine line = lineOf("a", 0, upTo(100), upTo(100));
    draw({line});
    QSignalSpy drawn(&m_view, &ChartView::drawn);
    draw({line});
    EXPECT_EQ(drawn.count(), 0) << "nothing is new";
    m_view.hide();
    draw({lineOf("a", 0, upTo(200), upTo(200))});
    EXPECT_EQ(drawn.count(), 0) << "nobody sees it";
    m_view.show();
    settle();
    EXPECT_GE(drawn.count(), 1);
    EXPECT_EQ(m_view.xRange(), (Range{0, 200}));
    EXPECT_GT(pixelsOf(0, m_view.plotRect()), 100);
}

TEST_F(ChartTest, OtherLinesAreNotReducedAnewWhileOneGrows)
{
    ChartReducer reducer;
    const auto wait = [&] { return QTest::qWaitFor([&] { return !reducer.isWorking(); }); };
    const ChartLine still = lineOf("b", 1, upTo(90), upTo(90));
    reducer.request({lineOf("a", 0, upTo(100), upTo(100)), still}, {{0, 100}, 300}, ChartReducer::Pace::Wait);
    ASSERT_TRUE(wait());
    const auto before = reducer.drawn(still, 0);
    reducer.request({lineOf("a", 0, upTo(150), upTo(150)), still}, {{0, 150}, 300}, ChartReducer::Pace::Wait);
    ASSERT_TRUE(wait());
    EXPECT_EQ(reducer.drawn(still, 0), before) << "fine enough";
    EXPECT_EQ(reducer.drawn(lineOf("a", 0, {}, {}), 0)->by.xRange, (Range{0, 150}));
    for (const Range range : {Range{0, 400}, Range{0, 50}}) {
        const auto now = reducer.drawn(still, 0);
        reducer.request({still}, {range, 300}, ChartReducer::Pace::Cancel);
        ASSERT_TRUE(wait());
        EXPECT_NE(reducer.drawn(still, 0), now) << "much wider, or cut: " << range.hi;
    }
    EXPECT_EQ(reducer.drawn(lineOf("a", 0, {}, {}), 0), nullptr);
}

TEST_F(ChartTest, ZoomsGoBackAndForward)
{
    draw({lineOf("a", 0, upTo(100), upTo(100))});
    m_view.setZoom({Range{20, 40}, std::nullopt});
    m_view.setZoom({Range{25, 30}, Range{0, 50}});
    QTest::keyClick(&m_view, Qt::Key_Backspace);
    EXPECT_EQ(m_view.xRange(), (Range{20, 40}));
    QTest::keyClick(&m_view, Qt::Key_Backspace);
    EXPECT_FALSE(m_view.zoomState().isSet());
    EXPECT_FALSE(m_view.canZoomBack());
    QTest::keyClick(&m_view, Qt::Key_Backspace, Qt::ShiftModifier);
    EXPECT_EQ(m_view.xRange(), (Range{20, 40}));
    EXPECT_TRUE(m_view.canZoomForward());
    m_view.setZoom({Range{1, 2}, std::nullopt});
    EXPECT_FALSE(m_view.canZoomForward()) << "another way was taken";
}

TEST_F(ChartTest, TheWheelZoomsAtThePointerAsOneStep)
{
    draw({lineOf("a", 0, upTo(100), upTo(100))});
    const QPointF place(m_view.plotRect().left() + m_view.plotRect().width() * 0.25, m_view.plotRect().center().y());
    const auto turn = [&](Qt::KeyboardModifiers held) {
        QWheelEvent event(place, m_view.mapToGlobal(place), {}, QPoint(0, 120), Qt::NoButton, held, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(&m_view, &event);
        return event.isAccepted();
    };
    EXPECT_FALSE(turn(Qt::NoModifier)) << "it scrolls the page";
    EXPECT_TRUE(turn(Qt::ControlModifier));
    EXPECT_TRUE(turn(Qt::ControlModifier));
    EXPECT_NEAR(m_view.xRange().size(), 100 / 2.25, 1);
    EXPECT_NEAR(m_view.xRange().lo + m_view.xRange().size() * 0.25, 25, 1);
    m_view.zoomBack();
    EXPECT_EQ(m_view.xRange(), (Range{0, 100}));
    m_view.setWheelZooms(true);
    EXPECT_TRUE(turn(Qt::NoModifier));
    EXPECT_TRUE(turn(Qt::ShiftModifier));
    EXPECT_LT(m_view.yRange().size(), 100);
}

TEST_F(ChartTest, TheTooltipIsPinnedAndItsRowsAreChosenByKey)
{
    draw({lineOf("a", 0, {0, 10, 20}, {1, 2, 3}), lineOf("b", 1, {0, 10, 20}, {4, 5, 6})});
    std::optional<RunRef> hovered;
    QSignalSpy chosen(&m_view, &ChartView::runChosen);
    QObject::connect(&m_view, &ChartView::runHovered, &m_view,
                     [&](const std::optional<RunRef>& run) { hovered = run; });
    m_view.setCrosshair(10);
    QTest::keyClick(&m_view, Qt::Key_Return);
    EXPECT_TRUE(m_view.isTooltipPinned());
    QTest::mouseMove(&m_view, m_view.plotRect().center() + QPoint(60, 10));
    ASSERT_TRUE(m_view.crosshair());
    EXPECT_EQ(m_view.crosshair()->x, 10) << "it stays";
    QTest::keyClick(&m_view, Qt::Key_Down);
    EXPECT_EQ(hovered, test::runRef("a"));
    QTest::keyClick(&m_view, Qt::Key_Space);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].value<RunRef>(), test::runRef("a"));
    QTest::keyClick(&m_view, Qt::Key_Escape);
    EXPECT_FALSE(m_view.crosshair());
    EXPECT_FALSE(hovered);
}

TEST_F(ChartTest, WhatAGroupsRunsHaveInsteadOfNumbersIsMarkedAndSaid)
{
    ChartLine group = lineOf("a", 0, {0, 10, 20}, {1, 2, 3});
    group.groupSize = 2;
    draw({group});
    const QRect edge = m_view.plotRect().adjusted(40, 0, -40, 8 - m_view.plotRect().height());
    EXPECT_EQ(pixelsOf(0, edge), 0);
    EXPECT_FALSE(m_view.accessibleDescription().contains(QStringLiteral("NaN")));
    group.strange = {
        std::make_shared<const Line>(std::vector<double>{5, 10, 25}, std::vector<double>{kNaN, kNaN, kNaN})};
    draw({group});
    EXPECT_GT(pixelsOf(0, edge), 10) << "a mark at the upper edge";
    EXPECT_EQ(m_view.xRange(), (Range{0, 25}));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return m_view.accessibleDescription().contains(QStringLiteral("NaN or infinite in: a")); }));
    // The crosshair goes to them, between and behind the points of the line too.
    m_view.setCrosshair(4);
    ASSERT_TRUE(m_view.crosshair());
    EXPECT_EQ(m_view.crosshair()->x, 5);
    ASSERT_EQ(m_view.crosshair()->rows.size(), 1U);
    EXPECT_EQ(m_view.crosshair()->rows[0].strange.size(), 1U);
    m_view.setCrosshair(24);
    ASSERT_EQ(m_view.crosshair()->rows.size(), 1U);
    EXPECT_EQ(m_view.crosshair()->rows[0].value, 3) << "the nearest there is";
    EXPECT_TRUE(m_view.crosshair()
                    ->toText({AxisMeasure::Unit::Step, false}, {})
                    .contains(QStringLiteral("a, one of its runs\t25\t\tNaN\n")));
    m_view.setCrosshair(20);
    EXPECT_TRUE(m_view.crosshair()->rows[0].strange.empty());
    SeriesTableModel table;
    const auto watch = test::watchModel(&table);
    table.setLines({group});
    ASSERT_EQ(table.rowCount(), 6);
    EXPECT_EQ(table.index(5, SeriesTableModel::RunColumn).data().toString(), QStringLiteral("a, one of its runs"));
    EXPECT_EQ(table.index(5, SeriesTableModel::StepColumn).data().toString(), QStringLiteral("25"));
    EXPECT_EQ(table.index(5, SeriesTableModel::ValueColumn).data().toString(), QStringLiteral("NaN"));
}

TEST_F(ChartTest, ALogarithmicAxisGivesEachPowerTheSameRoom)
{
    ChartAxes axes;
    axes.x.log = axes.y.log = true;
    m_view.setAxes(axes);
    draw({lineOf("a", 0, {0, 1, 10, 100, 1000}, {-1, 1, 10, 100, 1000})});
    EXPECT_EQ(m_view.xRange(), (Range{1, 1000})) << "0 has no place";
    EXPECT_GT(m_view.yRange().lo, 0);
    const QRect plot = m_view.plotRect();
    m_view.setCrosshair(10);
    QTest::mouseMove(&m_view, QPoint(plot.left() + plot.width() / 3 + 2, plot.center().y()));
    ASSERT_TRUE(m_view.crosshair());
    EXPECT_EQ(m_view.crosshair()->x, 10) << "a third of the way";
    EXPECT_GT(pixelsOf(0, plot), 100);
    QTest::mousePress(&m_view, Qt::LeftButton, {}, plot.topLeft() + QPoint(plot.width() / 3, 1));
    QTest::mouseMove(&m_view, plot.topLeft() + QPoint(2 * plot.width() / 3, plot.height() / 2));
    QTest::mouseRelease(&m_view, Qt::LeftButton, {}, plot.topLeft() + QPoint(2 * plot.width() / 3, plot.height() / 2));
    EXPECT_NEAR(m_view.xRange().lo, 10, 1);
    EXPECT_NEAR(m_view.xRange().hi, 100, 5);
}

TEST_F(ChartTest, RangesThatAPersonFixedHold)
{
    ChartAxes axes;
    axes.yLimits.hi = 50;
    axes.xLimits = {10, 20};
    m_view.setAxes(axes);
    draw({lineOf("a", 0, upTo(100), upTo(100))});
    EXPECT_EQ(m_view.xRange(), (Range{10, 20}));
    EXPECT_EQ(m_view.yRange(), (Range{0, 50}));
    axes.xLimits = {30, 20};
    m_view.setAxes(axes);
    EXPECT_EQ(m_view.xRange(), (Range{0, 100})) << "the wrong way round means nothing";
}

TEST(AxisTicks, CountTimeAndPowers)
{
    using Unit = AxisMeasure::Unit;
    const auto texts = [](const AxisTicks& ticks) {
        QStringList all;
        for (const QString& text : ticks.texts)
            all += text;
        return all.join(u' ');
    };
    EXPECT_EQ(texts(axisTicks({Unit::Duration, false}, {0, 3700}, 4)), QStringLiteral("0 30m 1h"));
    EXPECT_EQ(texts(axisTicks({Unit::Duration, false}, {0, 40}, 4)), QStringLiteral("0 10s 20s 30s 40s"));
    EXPECT_EQ(texts(axisTicks({Unit::Number, true}, {0, 4}, 4)), QStringLiteral("1 10 100 1000 10k"));
    EXPECT_EQ(texts(axisTicks({Unit::Number, true}, {0, 1}, 4)), QStringLiteral("1 2 5 10"));
    const AxisTicks near = axisTicks({Unit::Number, true}, {std::log10(3.0), std::log10(4.0)}, 4);
    ASSERT_GE(near.places.size(), 3U);
    EXPECT_NEAR(std::pow(10, near.places[0]), 3, 1e-9);
    EXPECT_TRUE(axisTicks({Unit::Number, false}, {1, 1}, 4).places.empty());
    EXPECT_EQ(texts(axisTicks({Unit::Step, false}, {0, 2}, 8)), QStringLiteral("0 1 2")) << "steps are whole";
}

TEST(AxisText, IsShortAndOfOneKind)
{
    using Texts = std::vector<QString>;
    const auto texts = [](std::initializer_list<const char*> all) {
        Texts result;
        for (const char* text : all)
            result.push_back(QString::fromUtf8(text));
        return result;
    };
    EXPECT_EQ(axisTexts({0, 0.25, 0.5}, 0.25), texts({"0.00", "0.25", "0.50"}));
    EXPECT_EQ(axisTexts({0, 10000, 20000}, 10000), texts({"0", "10k", "20k"}));
    EXPECT_EQ(axisTexts({0, 500000, 1000000}, 500000), texts({"0", "0.5M", "1.0M"}));
    EXPECT_EQ(axisTexts({0, 2e-5, 4e-5}, 2e-5), texts({"0", "2e-05", "4e-05"}));
    EXPECT_EQ(axisTexts({0, 5e11}, 5e11), texts({"0", "5e+11"}));
    EXPECT_EQ(axisTexts({123456, 123457}, 1), texts({"123456", "123457"}));
    EXPECT_EQ(axisTexts({-1, 1e-17, 1}, 1), texts({"-1", "0", "1"}));
}

} // namespace
} // namespace runglass
