// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/CapturedPanels.h"

#include "tests/support/QtMessages.h"
#include "tests/widgets/workspace/FakeChartSource.h"
#include "tests/widgets/workspace/SectionsText.h"
#include "widgets/workspace/ChartPanel.h"
#include "widgets/workspace/PanelActions.h"
#include "widgets/workspace/PanelBoard.h"
#include "widgets/workspace/PanelEditor.h"
#include "widgets/workspace/PanelStage.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QtTest>

namespace runglass
{
namespace
{

using test::ref, test::sectionsOf, test::text;

/// A panel that an expression splits, in the section of the charts.
PanelRef addSplit(PanelLayout& layout, const std::string& pattern, const std::string& title = {})
{
    PanelContent content;
    content.pattern = pattern;
    content.splits = true;
    const PanelRef panel = layout.addPanel(SectionRef(), content);
    layout.at(panel).title = title;
    return panel;
}

TEST(CapturedPanels, ThereIsOneForEachTextThatIsCaptured)
{
    PanelLayout layout;
    layout.automatic = false;
    const PanelRef whole = addSplit(layout, "layer(\\d+)/(?:loss|acc)");
    PanelSections sections =
        sectionsOf({"layer10/acc", "layer10/loss", "layer2/acc", "layer2/loss", "other", "layer2/w"});
    sections.setLayout(layout);
    EXPECT_EQ(text(sections), "Charts: layer2 layer10");
    const MetricPanel& two = *sections.sections()[0].panels[0];
    EXPECT_EQ(two.metrics, (std::vector<MetricRef>{{false, {"layer2/acc"}}, {false, {"layer2/loss"}}}));
    EXPECT_TRUE(two.id.isOf(whole));
    EXPECT_EQ(two.id.whole(), whole);
    EXPECT_FALSE(whole.isOf(two.id));
    EXPECT_EQ(sections.sectionOf(whole), SectionRef());
    // As metrics come and go, so do panels; those that stay are the same ones.
    const PanelRef before = two.id;
    sections.setMetrics({{false, {"layer2/loss"}, 1}, {false, {"layer3/loss"}, 1}});
    EXPECT_EQ(text(sections), "Charts: layer2/loss layer3/loss") << "all of what is found, where there is one";
    EXPECT_EQ(sections.sections()[0].panels[0]->id, before);
    sections.setMetrics(std::vector<MetricEntry>());
    EXPECT_EQ(text(sections), "Charts: layer(\\d+)/(?:loss|acc)") << "the panel itself, which waits";
    EXPECT_EQ(sections.sections()[0].panels[0]->id, whole);
}

TEST(CapturedPanels, AreNamedByWhatTheyHaveInCommon)
{
    const auto titles = [](const std::string& pattern, const std::string& title = {}) {
        PanelLayout layout;
        layout.automatic = false;
        addSplit(layout, pattern, title);
        PanelSections sections =
            sectionsOf({"a/学習/x", "a/学羽/x", "train/loss", "val/loss"}, {"gpu.0.gpu", "gpu.0.temp", "gpu.1.gpu"});
        sections.setLayout(layout);
        return text(sections);
    };
    EXPECT_EQ(titles("^gpu\\.\\d+\\.(gpu|temp)$"), "Charts: gpu gpu.0.temp");
    EXPECT_EQ(titles("^(gpu\\.\\d+)\\."), "Charts: gpu.0 gpu.1");
    EXPECT_EQ(titles("(\\w+)/loss", "Loss"), "Charts: Loss · train/loss Loss · val/loss");
    EXPECT_EQ(titles("^(?:train|val)/(loss)(x)?$"), "Charts: loss");
    EXPECT_EQ(titles("^(a)/学./"), "Charts: a/学") << "letters stay whole";
    EXPECT_EQ(titles("loss()$"), "Charts: loss");
    EXPECT_EQ(titles("loss"), "Charts: train/loss, val/loss") << "without groups it is one panel";
}

TEST(CapturedPanels, ChosenMetricsThatDoNotMatchAreInEach)
{
    PanelContent content;
    content.metrics = {{false, {"mean"}}, {false, {"layer1/loss"}}};
    content.pattern = "layer(\\d+)/loss";
    content.splits = true;
    const std::vector<CapturedPanel> panels =
        capturedPanels(content, {{false, {"layer1/loss"}, 1}, {false, {"layer2/loss"}, 1}, {false, {"mean"}, 1}});
    ASSERT_EQ(panels.size(), 2U);
    EXPECT_EQ(panels[0].metrics, (std::vector<MetricRef>{{false, {"mean"}}, {false, {"layer1/loss"}}}));
    EXPECT_EQ(panels[1].metrics, (std::vector<MetricRef>{{false, {"mean"}}, {false, {"layer2/loss"}}}));
    EXPECT_NE(panels[0].part, panels[1].part);
    content.splits = false;
    EXPECT_TRUE(capturedPanels(content, {{false, {"layer1/loss"}, 1}}).empty());
}

TEST(CapturedPanels, MoveAndGoTogether)
{
    PanelLayout layout;
    layout.automatic = false;
    const PanelRef whole = addSplit(layout, "l(\\d)/");
    for (const std::string key : {"a", "b"})
        layout.at(ref(key)).section = SectionRef();
    PanelSections sections = sectionsOf({"a", "b", "l1/x", "l2/x"});
    sections.setLayout(layout);
    EXPECT_EQ(text(sections), "Charts: a b l1 l2");
    const PanelRef second = sections.sections()[0].panels[3]->id;
    EXPECT_FALSE(sections.withPanelAt(second, SectionRef(), 2)) << "they are at one place";
    auto moved = sections.withPanelAt(second, SectionRef(), 0);
    ASSERT_TRUE(moved);
    sections.setLayout(*moved);
    EXPECT_EQ(text(sections), "Charts: l1 l2 a b");
    EXPECT_EQ(sections.layout().find(SectionRef())->panels, (std::vector<PanelRef>{whole, ref("a"), ref("b")}))
        << "a layout knows the whole";
    moved = sections.withPanelAt(ref("b"), SectionRef(), 0);
    ASSERT_TRUE(moved);
    sections.setLayout(*moved);
    EXPECT_EQ(text(sections), "Charts: b l1 l2 a");
    moved = sections.withPanelAt(second, SectionRef(), 3);
    ASSERT_TRUE(moved);
    sections.setLayout(*moved);
    EXPECT_EQ(text(sections), "Charts: b a l1 l2");
    layout = sections.layout();
    layout.at(second).settings.yScale = AxisScale::Log;
    EXPECT_EQ(layout.look(SectionRef(), sections.sections()[0].panels[2]->id).yScale, AxisScale::Log);
    EXPECT_EQ(layout.find(whole)->panel, whole);
    layout.remove(second);
    sections.setLayout(normalized(layout));
    EXPECT_EQ(text(sections), "Charts: b a");
}

TEST(CapturedPanels, ThousandsAreMadeOnceAndSearched)
{
    std::vector<std::string> keys;
    for (int i = 0; i < 12'000; ++i)
        keys.push_back("layer" + std::to_string(i / 2) + (i % 2 ? "/loss" : "/acc"));
    PanelSections sections = sectionsOf(keys);
    PanelLayout layout;
    layout.automatic = false;
    addSplit(layout, "layer(\\d+)/");
    sections.setLayout(layout);
    ASSERT_EQ(sections.panelCount(), 6000U);
    const auto first = sections.sections()[0].panels[0];
    EXPECT_EQ(first->key, QStringLiteral("layer0"));
    EXPECT_EQ(first->metrics.size(), 2U);
    layout.at(SectionRef()).collapsed = true;
    sections.setLayout(layout);
    EXPECT_EQ(sections.sections()[0].panels[0], first) << "not made anew by what changes nothing of them";
    sections.setSearch(QStringLiteral("layer599"));
    EXPECT_EQ(sections.matchCount(), 11U);
}

class CapturedBoardTest : public testing::Test
{
protected:
    CapturedBoardTest()
    {
        m_theme.setMode(Theme::Mode::Light);
        QCursor::setPos(5000, 5000);
        m_board.resize(1000, 700);
        m_board.show();
        m_board.setRuns(test::shown({"a"}));
        setMetrics({"l1/x", "l1/y", "l2/x", "loss"});
    }
    void setMetrics(const std::vector<std::string>& keys)
    {
        std::vector<MetricEntry> metrics;
        for (const std::string& key : keys) {
            metrics.push_back({false, {key}, 1});
            if (m_logged.insert(key).second)
                m_source.put(test::runRef("a"), key, {0, 1}, {1, 2});
        }
        m_board.setMetrics(metrics);
    }
    /// Makes the panel in the editor, as a person does.
    void addInEditor(const QString& pattern)
    {
        action("addPanel")->trigger();
        auto* editor = m_board.findChild<PanelEditor*>();
        ASSERT_NE(editor, nullptr);
        auto* splits = editor->findChild<QCheckBox*>(QStringLiteral("panelSplits"));
        auto* typed = editor->findChild<QLineEdit*>(QStringLiteral("panelPattern"));
        const auto note = [editor] { return editor->findChild<QLabel*>(QStringLiteral("panelNote"))->text(); };
        EXPECT_FALSE(splits->isEnabled()) << "there is no expression";
        typed->setText(QStringLiteral("^l\\d/"));
        EXPECT_FALSE(splits->isEnabled()) << "it has no groups";
        typed->setText(pattern);
        EXPECT_TRUE(splits->isEnabled());
        EXPECT_EQ(note(), QStringLiteral("3 metrics chosen; the parentheses would make 2 panels"));
        splits->click();
        EXPECT_EQ(note(), QStringLiteral("3 metrics chosen, in 2 panels"));
        for (QPushButton* button : editor->findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Add 2 panels"))
                return button->click();
        }
        FAIL() << "no button";
    }
    QAction* action(const char* name) { return m_actions->findChild<QAction*>(QLatin1String(name)); }
    /// The split panels, by title.
    std::map<std::string, PanelRef> split()
    {
        std::map<std::string, PanelRef> result;
        for (const PanelSection& section : m_board.sections().sections()) {
            for (const auto& panel : section.panels) {
                if (!panel->id.part.empty())
                    result[panel->title.toStdString()] = panel->id;
            }
        }
        return result;
    }
    void settle(const PanelRef& panel)
    {
        ASSERT_NE(m_board.panel(panel), nullptr);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !m_board.panel(panel)->model().isLoading(); }));
    }

    Theme m_theme;
    std::set<std::string> m_logged;
    test::FakeChartSource m_source;
    PanelBoard m_board{m_theme, m_source};
    PanelActions* m_actions = new PanelActions(m_theme, m_board);
};

TEST_F(CapturedBoardTest, AreMadeInTheEditorAndByThemselvesAsMetricsCome)
{
    ASSERT_NO_FATAL_FAILURE(addInEditor(QStringLiteral("^l(\\d)/")));
    ASSERT_EQ(split().size(), 2U);
    const PanelRef one = split().at("l1"), two = split().at("l2");
    settle(one);
    EXPECT_EQ(m_board.panel(one)->model().lines().size(), 2U);
    PanelFrame* const before = m_board.frame(two);
    setMetrics({"l1/x", "l1/y", "l2/x", "l2/y", "l3/x", "loss"});
    ASSERT_EQ(split().size(), 3U);
    EXPECT_EQ(split().at("l2"), two) << "the same panel";
    EXPECT_EQ(m_board.frame(two), before);
    settle(two);
    EXPECT_EQ(m_board.panel(two)->model().lines().size(), 2U);
    setMetrics({"l1/x", "loss"});
    EXPECT_EQ(split().size(), 1U);
    EXPECT_EQ(m_board.frame(two), nullptr);
    // Taking it back in the editor makes it one again.
    m_board.goTo(split().begin()->second);
    action("editPanel")->trigger();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto* editor = m_board.findChild<PanelEditor*>();
    ASSERT_NE(editor, nullptr);
    auto* splits = editor->findChild<QCheckBox*>(QStringLiteral("panelSplits"));
    EXPECT_TRUE(splits->isChecked());
    splits->click();
    for (QPushButton* button : editor->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Save"))
            button->click();
    }
    EXPECT_TRUE(split().empty());
    EXPECT_NE(m_board.panel({{}, 1}), nullptr);
}

TEST_F(CapturedBoardTest, EachIsAPanelLikeOthersAndTheyGoTogether)
{
    ASSERT_NO_FATAL_FAILURE(addInEditor(QStringLiteral("^l(\\d)/")));
    const PanelRef one = split().at("l1"), two = split().at("l2");
    PanelStage stage(m_theme, m_board);
    stage.resize(900, 600);
    stage.QWidget::show();
    stage.openPanel(two);
    ASSERT_TRUE(stage.isOpen());
    EXPECT_EQ(stage.panel()->panel().title, QStringLiteral("l2"));
    EXPECT_EQ(stage.panel()->asChart()->model().metrics().size(), 1U);
    setMetrics({"l1/x", "l1/y", "l2/x", "l2/y", "loss"});
    EXPECT_EQ(stage.panel()->asChart()->model().metrics().size(), 2U) << "also where it stands alone";
    stage.leave();
    EXPECT_EQ(m_board.currentPanel(), two);
    m_board.showData(two);
    auto* table = m_board.findChild<SeriesTableDialog*>();
    ASSERT_NE(table, nullptr);
    EXPECT_TRUE(QTest::qWaitFor([&] { return table->findChild<QTableView*>()->model()->rowCount() == 4; }));
    m_board.setSearch(QStringLiteral("l1"));
    EXPECT_NE(m_board.frame(one), nullptr);
    EXPECT_EQ(m_board.find(two), nullptr);
    m_board.setSearch({});
    m_board.goTo(one);
    EXPECT_EQ(action("hidePanel")->text(), QStringLiteral("Remove these 2 panels"));
    m_board.growPanel(one, 0, 1);
    EXPECT_EQ(m_board.size(two).height, m_board.size(one).height);
    EXPECT_GT(m_board.size(two).height, PanelSize().height);
    action("hidePanel")->trigger();
    EXPECT_TRUE(split().empty());
    EXPECT_TRUE(m_board.layout().panels.empty());
}

TEST_F(CapturedBoardTest, MovesPastWhatItIsMadeInto)
{
    m_board.edit([](PanelLayout& layout) {
        layout.automatic = false;
        for (const std::string key : {"loss", "l1/y"})
            layout.at(ref(key)).section = SectionRef();
        addSplit(layout, "^l(\\d)/x");
    });
    const auto titles = [this] { return text(m_board.sections()); };
    ASSERT_EQ(titles(), "Charts: l1/x l1/y l2/x loss");
    m_board.movePanel(split().at("l1/x"), 1);
    EXPECT_EQ(titles(), "Charts: l1/y l1/x l2/x loss");
    m_board.movePanel(split().at("l1/x"), 1);
    EXPECT_EQ(titles(), "Charts: l1/y loss l1/x l2/x");
    m_board.movePanel(split().at("l2/x"), -1);
    EXPECT_EQ(titles(), "Charts: l1/y l1/x l2/x loss");
}

TEST_F(CapturedBoardTest, OnlyThoseInViewExist)
{
    std::vector<MetricEntry> metrics;
    for (int i = 0; i < 12'000; ++i)
        metrics.push_back({false, {"layer" + std::to_string(i)}, 1});
    m_board.setMetrics(metrics);
    m_board.edit([](PanelLayout& layout) {
        layout.automatic = false;
        addSplit(layout, "layer(\\d+)");
    });
    EXPECT_EQ(m_board.sections().panelCount(), 12'000U);
    EXPECT_LE(m_board.livePanelCount(), 15U);
    m_board.goTo(split().at("layer11999"));
    EXPECT_NE(m_board.frame(split().at("layer11999")), nullptr);
    EXPECT_LE(m_board.livePanelCount(), 16U);
}

} // namespace
} // namespace runglass
