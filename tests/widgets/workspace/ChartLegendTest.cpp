// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ChartLegend.h"

#include "tests/support/QtMessages.h"
#include "tests/widgets/workspace/FakeChartSource.h"

#include <QSignalSpy>
#include <QtTest>

namespace runglass
{
namespace
{

class ChartLegendTest : public testing::Test
{
protected:
    ChartLegendTest()
    {
        m_theme.setMode(Theme::Mode::Light);
        // Where a test before left it, it would be on the legend.
        QCursor::setPos(5000, 5000);
        std::vector<ChartLine> lines;
        const std::shared_ptr<const ShownRuns> shown = test::shown({"aa", "bb", "cc"});
        for (const ShownRun& run : shown->runs)
            lines.push_back(
                {run, {std::make_shared<const Line>(std::vector<double>{0, 1}, std::vector<double>{0, 1})}});
        m_legend.setLines(lines);
        m_legend.resize(600, m_legend.sizeHint().height());
        QObject::connect(&m_legend, &ChartLegend::runHovered, &m_legend,
                         [this](const std::optional<RunRef>& run) { m_hovered = run; });
        m_legend.show();
        m_legend.activateWindow();
    }

    Theme m_theme;
    ChartLegend m_legend{QStringLiteral("loss"), m_theme};
    std::optional<RunRef> m_hovered;
};

TEST_F(ChartLegendTest, KeysWalkFromNameToName)
{
    QSignalSpy chosen(&m_legend, &ChartLegend::runChosen);
    EXPECT_EQ(m_legend.accessibleName(), QStringLiteral("Legend of loss"));
    m_legend.setFocus(Qt::TabFocusReason);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_legend.hasFocus(); }));
    EXPECT_EQ(m_hovered, test::runRef("aa"));
    QTest::keyClick(&m_legend, Qt::Key_Right);
    QTest::keyClick(&m_legend, Qt::Key_Right);
    QTest::keyClick(&m_legend, Qt::Key_Right);
    EXPECT_EQ(m_hovered, test::runRef("cc")) << "no farther";
    QTest::keyClick(&m_legend, Qt::Key_Left);
    EXPECT_EQ(m_hovered, test::runRef("bb"));
    EXPECT_EQ(m_legend.accessibleName(), QStringLiteral("Legend of loss, bb"));
    QTest::keyClick(&m_legend, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].value<RunRef>(), test::runRef("bb"));
    m_legend.clearFocus();
    EXPECT_EQ(m_hovered, std::nullopt);
    EXPECT_EQ(m_legend.accessibleName(), QStringLiteral("Legend of loss"));
}

TEST_F(ChartLegendTest, TheBaselineIsNamedAndNeverFaint)
{
    const QImage before = m_legend.grab().toImage();
    m_legend.setEmphasis({std::nullopt, test::runRef("aa")});
    EXPECT_TRUE(m_legend.accessibleDescription().startsWith(QStringLiteral("aa (baseline)\n")));
    EXPECT_TRUE(m_legend.toolTip().contains(QStringLiteral("aa (baseline)")));
    const QImage named = m_legend.grab().toImage();
    EXPECT_NE(named, before);
    // While another stands out, what the baseline has at the left stays as it is.
    m_legend.setEmphasis({test::runRef("cc"), test::runRef("aa")});
    const QImage pointed = m_legend.grab().toImage();
    const QRect baseline(0, 0, m_legend.fontMetrics().horizontalAdvance(QStringLiteral("aa")) + 17, m_legend.height());
    EXPECT_EQ(pointed.copy(baseline), named.copy(baseline));
    EXPECT_NE(pointed, named);
}

TEST_F(ChartLegendTest, WithoutLinesItTakesNoFocus)
{
    EXPECT_EQ(m_legend.focusPolicy(), Qt::TabFocus);
    m_legend.setLines({});
    EXPECT_EQ(m_legend.focusPolicy(), Qt::NoFocus);
}

} // namespace
} // namespace runglass
