// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtMessages.h"
#include "tests/widgets/workspace/FakeChartSource.h"
#include "widgets/common/Theme.h"
#include "widgets/workspace/ChartSettingsForm.h"
#include "widgets/workspace/ChartSettingsPopover.h"
#include "widgets/workspace/PanelActions.h"
#include "widgets/workspace/PanelEditor.h"
#include "widgets/workspace/PanelStage.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <QtTest>

namespace runglass
{
namespace
{

class ChartSettingsTest : public testing::Test
{
protected:
    ChartSettingsTest() { m_theme.setMode(Theme::Mode::Light); }
    template <typename T> T* find(const char* name) { return m_form.findChild<T*>(QLatin1String(name)); }
    void choose(const char* name, int index)
    {
        find<QComboBox>(name)->setCurrentIndex(index);
        emit find<QComboBox>(name)->activated(index);
    }
    void type(const char* name, const QString& text)
    {
        auto* edit = find<QLineEdit>(name);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    QToolButton* reset(const QString& of)
    {
        for (QToolButton* button : m_form.findChildren<QToolButton*>()) {
            if (button->text() == QStringLiteral("Reset: ") + of)
                return button;
        }
        return nullptr;
    }

    Theme m_theme;
    ChartSettingsForm m_form{m_theme};
};

TEST_F(ChartSettingsTest, ShowsWhatIsInEffectAndSaysWhatIsChanged)
{
    ChartSettings above;
    above.yScale = AxisScale::Log;
    m_form.setSettings({}, above);
    EXPECT_EQ(find<QComboBox>("yScale")->currentIndex(), 1);
    EXPECT_FALSE(reset(QStringLiteral("Y scale"))->isEnabled());
    choose("yScale", 0);
    EXPECT_EQ(m_form.settings().yScale, AxisScale::Linear);
    EXPECT_FALSE(m_form.settings().xScale) << "nothing else is said";
    EXPECT_TRUE(reset(QStringLiteral("Y scale"))->isEnabled());
    reset(QStringLiteral("Y scale"))->click();
    EXPECT_EQ(find<QComboBox>("yScale")->currentIndex(), 1);
    EXPECT_TRUE(m_form.settings().isEmpty());
}

TEST_F(ChartSettingsTest, TheSliderSmoothsLive)
{
    std::vector<Smoothing> told;
    QObject::connect(&m_form, &ChartSettingsForm::edited, &m_form,
                     [&](const ChartSettings& settings) { told.push_back(*settings.smoothing); });
    m_form.setSettings({}, {});
    find<QSlider>("smoothingSlider")->setValue(600);
    find<QSlider>("smoothingSlider")->setValue(930);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_DOUBLE_EQ(told[1].amount, 0.93);
    EXPECT_DOUBLE_EQ(find<QDoubleSpinBox>("smoothingAmount")->value(), 0.93);
    choose("smoothingKind", static_cast<int>(SmoothingKind::Gaussian));
    EXPECT_DOUBLE_EQ(told[2].amount, 10) << "an amount of one sort means nothing for the other";
    find<QSlider>("smoothingSlider")->setValue(500);
    EXPECT_DOUBLE_EQ(told.back().amount, 50);
}

TEST_F(ChartSettingsTest, RangesAreTyped)
{
    m_form.setSettings({}, {});
    auto* from = find<QLineEdit>("yRangeFrom");
    QTest::keyClicks(from, QStringLiteral("-0.5"));
    QTest::keyClick(from, Qt::Key_Return);
    ASSERT_TRUE(m_form.settings().yLimits);
    EXPECT_EQ(m_form.settings().yLimits->lo, -0.5);
    EXPECT_FALSE(m_form.settings().yLimits->hi);
    from->selectAll();
    QTest::keyClicks(from, QStringLiteral("none"));
    QTest::keyClick(from, Qt::Key_Return);
    EXPECT_EQ(m_form.settings().yLimits->lo, -0.5) << "what is no number changes nothing";
    auto* problem = find<QLabel>("yRangeProblem");
    EXPECT_FALSE(problem->isHidden());
    EXPECT_EQ(problem->text(), QStringLiteral("“none” cannot be read. A number: 0.5 or 1e-3"));
    EXPECT_EQ(from->accessibleDescription(), problem->text());
    EXPECT_EQ(from->text(), QStringLiteral("none")) << "it can be mended";
    type("yRangeTo", QStringLiteral("3"));
    EXPECT_FALSE(m_form.settings().yLimits->hi) << "not while the other is wrong";
    type("yRangeFrom", QStringLiteral("5"));
    EXPECT_EQ(problem->text(), QStringLiteral("The end has to be above the beginning."));
    type("yRangeFrom", QStringLiteral("2"));
    EXPECT_EQ(m_form.settings().yLimits, (AxisLimits{2, 3}));
    EXPECT_TRUE(problem->isHidden());
    type("yRangeFrom", {});
    EXPECT_EQ(m_form.settings().yLimits, (AxisLimits{std::nullopt, 3}));
}

TEST_F(ChartSettingsTest, TimesAreTypedAsTimes)
{
    m_form.setSettings({}, {});
    choose("xAxis", static_cast<int>(XAxisKind::RelativeWall));
    type("xRangeFrom", QStringLiteral("90 min"));
    type("xRangeTo", QStringLiteral("2:30:00"));
    EXPECT_EQ(m_form.settings().xLimits, (AxisLimits{5400, 9000}));
    EXPECT_EQ(find<QLineEdit>("xRangeFrom")->text(), QStringLiteral("1:30:00"));
    choose("xAxis", static_cast<int>(XAxisKind::WallTime));
    EXPECT_FALSE(m_form.settings().xLimits) << "they were of another axis";
    type("xRangeFrom", QStringLiteral("2026-03-01 14:05"));
    EXPECT_EQ(m_form.settings().xLimits, (AxisLimits{1772373900, std::nullopt}));
    EXPECT_EQ(find<QLineEdit>("xRangeFrom")->text(), QStringLiteral("2026-03-01 14:05:00"));
    type("xRangeFrom", QStringLiteral("5400"));
    EXPECT_TRUE(find<QLabel>("xRangeProblem")->text().contains(QStringLiteral("2026-03-01 14:05")));
    EXPECT_EQ(m_form.settings().xLimits, (AxisLimits{1772373900, std::nullopt}));
    m_form.startAnew();
    EXPECT_EQ(find<QLineEdit>("xRangeFrom")->text(), QStringLiteral("2026-03-01 14:05:00"));
    EXPECT_TRUE(find<QLabel>("xRangeProblem")->isHidden());
}

TEST_F(ChartSettingsTest, ALogarithmicAxisIsAboveZero)
{
    ChartSettings log;
    log.yScale = AxisScale::Log;
    m_form.setSettings(log, {});
    type("yRangeFrom", QStringLiteral("0"));
    EXPECT_FALSE(m_form.settings().yLimits);
    EXPECT_FALSE(find<QLabel>("yRangeProblem")->isHidden());
    type("yRangeFrom", QStringLiteral("1e-3"));
    EXPECT_EQ(m_form.settings().yLimits, (AxisLimits{1e-3, std::nullopt}));
}

TEST_F(ChartSettingsTest, TheXAxisMayBeAMetric)
{
    m_form.setMetrics({{false, {"acc"}, 1}, {false, {"epoch"}, 1}, {true, {"cpu"}, 1}});
    m_form.setSettings({}, {});
    choose("xAxis", static_cast<int>(XAxisKind::Metric));
    EXPECT_EQ(find<QComboBox>("xMetric")->count(), 2);
    choose("xMetric", 1);
    EXPECT_EQ(m_form.settings().x, (XAxis{XAxisKind::Metric, {"epoch"}}));
    choose("xAxis", static_cast<int>(XAxisKind::WallTime));
    EXPECT_EQ(m_form.settings().x, (XAxis{XAxisKind::WallTime, {}}));
    EXPECT_FALSE(find<QComboBox>("xMetric")->isEnabled());
}

class PanelActionsTest : public testing::Test
{
protected:
    PanelActionsTest()
    {
        m_theme.setMode(Theme::Mode::Light);
        m_board.resize(1000, 700);
        m_board.show();
        m_board.setRuns(test::shown({"a"}));
        m_board.setMetrics({{false, {"a/1"}, 1}, {false, {"a/2"}, 1}, {false, {"b/1"}, 1}});
    }
    static PanelRef ref(const std::string& key) { return {{false, {key}}, 0}; }
    QAction* action(const char* name) { return m_actions->findChild<QAction*>(QLatin1String(name)); }
    std::string panels()
    {
        QStringList all;
        for (const PanelSection& section : m_board.sections().sections()) {
            QStringList titles;
            for (const auto& panel : section.panels)
                titles += panel->title;
            all += section.title + u": " + titles.join(QStringLiteral("; "));
        }
        return all.join(QStringLiteral(" | ")).toStdString();
    }
    PanelEditor* editor() { return m_board.findChild<PanelEditor*>(); }
    static void check(PanelEditor& editor, int row)
    {
        editor.findChild<QListWidget*>(QStringLiteral("panelMetrics"))->item(row)->setCheckState(Qt::Checked);
    }
    static void press(QWidget& dialog, const QString& text)
    {
        for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
            if (button->text() == text)
                return button->click();
        }
        ADD_FAILURE() << text.toStdString();
    }

    Theme m_theme;
    test::FakeChartSource m_source;
    PanelBoard m_board{m_theme, m_source};
    PanelActions* m_actions = new PanelActions(m_theme, m_board);
};

TEST_F(PanelActionsTest, APanelOfSeveralMetricsIsMadeAndEdited)
{
    action("addPanel")->trigger();
    ASSERT_NE(editor(), nullptr);
    check(*editor(), 2);
    check(*editor(), 0);
    press(*editor(), QStringLiteral("One panel"));
    EXPECT_EQ(panels(), "a: a/1; a/2; b/1, a/1 | b: b/1");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_board.goTo({{}, 1});
    action("editPanel")->trigger();
    ASSERT_NE(editor(), nullptr);
    editor()->findChild<QLineEdit*>(QStringLiteral("panelTitle"))->setText(QStringLiteral("Both"));
    press(*editor(), QStringLiteral("Save"));
    EXPECT_EQ(panels(), "a: a/1; a/2; Both | b: b/1");
}

TEST_F(PanelActionsTest, AHiddenPanelComesBackByQuickAdd)
{
    m_board.goTo(ref("a/1"));
    action("hidePanel")->trigger();
    EXPECT_EQ(panels(), "a: a/2 | b: b/1");
    action("addPanel")->trigger();
    ASSERT_NE(editor(), nullptr);
    check(*editor(), 0);
    press(*editor(), QStringLiteral("A panel each"));
    EXPECT_EQ(panels(), "a: a/1; a/2 | b: b/1");
    EXPECT_EQ(m_board.layout(), PanelLayout());
}

TEST_F(PanelActionsTest, ASectionIsAddedBesideTheCurrentOne)
{
    m_board.goTo(ref("b/1"));
    action("addSectionAbove")->trigger();
    EXPECT_EQ(panels(), "a: a/1; a/2 | New section:  | b: b/1");
    EXPECT_FALSE(action("removeSection")->isEnabled()) << "that of b/1 is no one's own";
}

TEST_F(PanelActionsTest, SettingsOfAPanelApplyAtOnceAndToItAlone)
{
    m_board.goTo(ref("a/1"));
    action("panelSettings")->trigger();
    auto* popover = m_board.findChild<ChartSettingsPopover*>();
    ASSERT_TRUE(popover && popover->isVisible());
    auto* scale = popover->findChild<QComboBox*>(QStringLiteral("yScale"));
    scale->setCurrentIndex(1);
    emit scale->activated(1);
    EXPECT_EQ(m_board.look(ref("a/1")).yScale, AxisScale::Log);
    EXPECT_EQ(m_board.look(ref("a/2")).yScale, AxisScale::Linear);
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_board.panel(ref("a/1"))->view().axes().y.log; }));
    action("workspaceSettings")->trigger();
    auto* outliers = popover->findChild<QCheckBox*>(QStringLiteral("ignoreOutliers"));
    outliers->click();
    EXPECT_TRUE(m_board.look(ref("b/1")).ignoreOutliers);
    action("resetArrangement")->trigger();
    EXPECT_TRUE(m_board.look(ref("b/1")).ignoreOutliers) << "settings are no arrangement";
}

TEST_F(PanelActionsTest, TheSwitchLinksAllPanels)
{
    EXPECT_TRUE(action("linkZoom")->isChecked());
    action("linkZoom")->trigger();
    EXPECT_FALSE(m_board.look(ref("b/1")).syncZoom);
    m_board.setLayout({});
    EXPECT_TRUE(action("linkZoom")->isChecked()) << "it follows an undo";
}

TEST_F(PanelActionsTest, FullScreenStepsThroughTheSection)
{
    PanelStage stage(m_theme, m_board);
    stage.resize(900, 600);
    stage.QWidget::show();
    m_board.panel(ref("a/1"))->view().setZoom({Range{0.2, 0.4}, std::nullopt});
    stage.openPanel(ref("a/1"));
    ASSERT_TRUE(stage.isOpen());
    EXPECT_EQ(stage.panel()->asChart()->view().xRange(), (Range{0.2, 0.4}));
    stage.step(-1);
    EXPECT_EQ(stage.panel()->id(), ref("a/1")) << "the first";
    QTest::keyClick(&stage, Qt::Key_PageDown);
    EXPECT_EQ(stage.panel()->id(), ref("a/2"));
    stage.step(1);
    EXPECT_EQ(stage.panel()->id(), ref("a/2")) << "the last of its section";
    QTest::keyClick(&stage, Qt::Key_Escape);
    EXPECT_FALSE(stage.isOpen());
    EXPECT_EQ(m_board.currentPanel(), ref("a/2"));
}

} // namespace
} // namespace runglass
