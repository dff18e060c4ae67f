// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelLines.h"

#include "models/series/GroupLine.h"
#include "models/series/Smoothing.h"
#include "tests/support/QtMessages.h"
#include "tests/widgets/workspace/FakeChartSource.h"

#include <QSignalSpy>
#include <QtTest>

#include <cmath>
#include <limits>

namespace runglass
{
namespace
{

class PanelLinesTest : public testing::Test
{
protected:
    PanelLinesTest()
    {
        for (const std::string run : {"a", "b", "c"}) {
            std::vector<std::int64_t> step;
            std::vector<double> values;
            for (int i = 0; i < 50; ++i) {
                step.push_back(i);
                values.push_back((run[0] - 'a') * 10 + (i % 2) + (i == 25 ? 1000 : 0));
            }
            m_source.put(test::runRef(run), "loss", step, values);
        }
        m_models.setRuns(test::shown({"a", "b", "c"}));
        m_lines.setMetrics({{false, {"loss"}}});
        m_lines.setActive(true);
        EXPECT_TRUE(QTest::qWaitFor([&] { return !m_lines.isLoading(); }));
    }
    void look(const std::function<void(ChartLook&)>& change)
    {
        ChartLook look = m_lines.look();
        change(look);
        m_lines.setLook(look);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !m_lines.isLoading(); }));
    }
    std::shared_ptr<const ShownGroups> groups()
    {
        ShownGroup both{{{-1, {{}, {}, "x"}}, QStringLiteral("x (2)"), RunColour::slot(3), false},
                        {test::runRef("a"), test::runRef("c")}};
        return std::make_shared<const ShownGroups>(ShownGroups{both});
    }

    test::FakeChartSource m_source;
    ChartModels m_models{m_source};
    PanelLines m_lines{m_models};
};

TEST_F(PanelLinesTest, AreThoseThatWereLoggedUnlessTheLookSaysMore)
{
    ASSERT_EQ(m_lines.lines().size(), 3U);
    EXPECT_TRUE(m_lines.lines()[0].originals.empty());
    EXPECT_EQ(m_lines.axes().xName, QString());
    look([](ChartLook& look) { look.mostLines = 2; });
    ASSERT_EQ(m_lines.lines().size(), 2U);
    EXPECT_EQ(m_lines.leftOut(), 1U);
}

TEST_F(PanelLinesTest, AreSmoothedWithTheOriginalBehindThem)
{
    const ChartLine before = m_lines.lines()[1];
    look([](ChartLook& look) { look.smoothing = {SmoothingKind::Ema, 0.9}; });
    ASSERT_EQ(m_lines.lines().size(), 3U);
    const ChartLine& line = m_lines.lines()[1];
    EXPECT_EQ(line.originals, before.segments);
    const LineSegments wanted = smoothed(before.segments, {SmoothingKind::Ema, 0.9});
    ASSERT_EQ(line.segments.size(), 1U);
    for (std::size_t i = 0; i < wanted[0]->size(); ++i)
        EXPECT_EQ(line.segments[0]->value(i), wanted[0]->value(i)) << i;
    // What did not change is not made again.
    const auto same = line.segments[0];
    m_models.invalidate({{test::runRef("b")}, {}});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_lines.isLoading(); }));
    EXPECT_EQ(m_lines.lines()[1].segments[0], same);
    look([](ChartLook& look) { look.showOriginal = false; });
    EXPECT_TRUE(m_lines.lines()[1].originals.empty());
    look([](ChartLook& look) { look.smoothing.amount = 0; });
    EXPECT_EQ(m_lines.lines()[1], before);
}

TEST_F(PanelLinesTest, AreOneForEachGroupWithItsBand)
{
    m_models.setGroups(groups());
    look([](ChartLook& look) { look.aggregate = Aggregate::Max; });
    ASSERT_EQ(m_lines.lines().size(), 1U);
    const ChartLine& line = m_lines.lines()[0];
    EXPECT_TRUE(m_lines.areGroups());
    EXPECT_EQ(line.groupSize, 2U);
    EXPECT_EQ(line.segments[0]->value(2), 20);
    ASSERT_EQ(line.lower.size(), 1U);
    EXPECT_EQ(line.lower[0]->value(2), 0);
    EXPECT_EQ(line.upper[0]->value(2), 20);
    // Whatever else is shown.
    const double before = line.segments[0]->value(3);
    m_models.setRuns(test::shown({"a", "c"}));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_lines.isLoading(); }));
    EXPECT_EQ(m_lines.lines()[0].segments[0]->value(3), before);
    look([](ChartLook& look) { look.followGroups = false; });
    EXPECT_EQ(m_lines.lines().size(), 2U);
    EXPECT_FALSE(m_lines.areGroups());
}

TEST_F(PanelLinesTest, ValuesOfAGroupsRunsThatAreNoNumbersStayWithIt)
{
    constexpr double kInf = std::numeric_limits<double>::infinity();
    const double nan = std::nan("");
    m_source.put(test::runRef("a"), "odd", {0, 1, 2, 3}, {1, nan, 3, 4});
    m_source.put(test::runRef("c"), "odd", {0, 1, 2, 9}, {3, 5, -kInf, nan});
    m_models.setGroups(groups());
    m_lines.setMetrics({{false, {"odd"}}});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_lines.isLoading(); }));
    ASSERT_EQ(m_lines.lines().size(), 1U);
    const ChartLine line = m_lines.lines()[0];
    ASSERT_EQ(line.strange.size(), 1U);
    const Line& strange = *line.strange[0];
    ASSERT_EQ(strange.size(), 3U);
    EXPECT_EQ(strange.x(0), 1);
    EXPECT_TRUE(std::isnan(strange.value(0)));
    EXPECT_EQ(strange.x(1), 2);
    EXPECT_EQ(strange.value(1), -kInf);
    EXPECT_EQ(strange.x(2), 9);
    EXPECT_TRUE(line.hasStrange());
    EXPECT_EQ(line.segments[0]->value(1), 5) << "the line is of the others";
    // Neither smoothing nor reading anew takes them away.
    look([](ChartLook& look) { look.smoothing = {SmoothingKind::Ema, 0.5}; });
    ASSERT_EQ(m_lines.lines()[0].strange.size(), 1U);
    m_models.invalidate({{test::runRef("b")}, {}});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_lines.isLoading(); }));
    EXPECT_EQ(m_lines.lines()[0].strange.size(), 1U);
}

TEST_F(PanelLinesTest, AGroupWithoutAnyNumberIsThereAllTheSame)
{
    m_source.put(test::runRef("a"), "odd", {0, 1}, {std::nan(""), std::nan("")});
    m_models.setGroups(groups());
    m_lines.setMetrics({{false, {"odd"}}});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_lines.isLoading(); }));
    ASSERT_EQ(m_lines.lines().size(), 1U);
    EXPECT_EQ(m_lines.lines()[0].pointCount(), 2U);
    EXPECT_TRUE(m_lines.lines()[0].hasStrange());
}

TEST_F(PanelLinesTest, OutliersAndWhatIsNotPositiveLeaveTheYAxis)
{
    look([](ChartLook& look) { look.ignoreOutliers = true; });
    ASSERT_TRUE(m_lines.axes().yUsual);
    EXPECT_LT(m_lines.axes().yUsual->hi, 100);
    look([](ChartLook& look) {
        look.ignoreOutliers = false;
        look.yScale = AxisScale::Log;
    });
    ASSERT_TRUE(m_lines.axes().yUsual);
    EXPECT_EQ(*m_lines.axes().yUsual, (Range{1, 1021}));
    EXPECT_TRUE(m_lines.axes().y.log);
}

TEST_F(PanelLinesTest, AreReadAgainOverAnotherAxis)
{
    look([](ChartLook& look) { look.x = {XAxisKind::RelativeWall, {}}; });
    EXPECT_EQ(m_lines.axes().x.unit, AxisMeasure::Unit::Duration);
    EXPECT_FALSE(m_lines.axes().xName.isEmpty());
    look([](ChartLook& look) { look.x = {XAxisKind::Metric, {"epoch"}}; });
    EXPECT_EQ(m_lines.axes().xName, QStringLiteral("epoch"));
    look([](ChartLook& look) { look.x = {XAxisKind::Defined, {}}; });
    EXPECT_EQ(m_lines.axes().x.unit, AxisMeasure::Unit::Step);
}

} // namespace
} // namespace runglass
