// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/WorkspaceTab.h"

#include "models/session/Session.h"
#include "models/session/ViewUndo.h"
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"
#include "widgets/workspace/ChartPanel.h"
#include "widgets/workspace/PanelBoard.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

#include <filesystem>

namespace runglass
{
namespace
{

class WorkspaceTabTest : public testing::Test
{
protected:
    static constexpr int kPatience = 30'000;

    WorkspaceTabTest() { m_theme.setMode(Theme::Mode::Light); }

    void open(const std::string& name)
    {
        m_session.open(test::fixture("wandb/" + name).string());
        ASSERT_TRUE(waitFor([&] { return !m_session.isBusy() && !m_session.list()->rows.empty(); }));
        m_tab.resize(1000, 700);
        m_tab.show();
    }
    template <typename Condition> static bool waitFor(Condition condition)
    {
        return QTest::qWaitFor(condition, kPatience);
    }
    /// The lines of a metric's panel, once they are read.
    const std::vector<ChartLine>& lines(const std::string& key)
    {
        static const std::vector<ChartLine> none;
        ChartPanel* panel = nullptr;
        EXPECT_TRUE(waitFor([&] {
            panel = m_tab.board().panel({{false, {key}}, 0});
            return panel && !panel->model().isLoading() && !panel->view().isDrawing();
        })) << key;
        return panel ? panel->model().lines() : none;
    }
    bool says(const QString& text) const
    {
        for (const QLabel* label : m_tab.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    }
    QPushButton* button(const QString& text) const
    {
        for (QPushButton* candidate : m_tab.findChildren<QPushButton*>()) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

    Theme m_theme;
    Session m_session{Places{}};
    WorkspaceTab m_tab{Context{m_session, m_theme}};
};

TEST_F(WorkspaceTabTest, ShowsEveryPointThatWasLogged)
{
    open("exception");
    ASSERT_EQ(lines("loss").size(), 1U);
    EXPECT_EQ(lines("loss")[0].pointCount(), 20U);
    EXPECT_NEAR(lines("loss")[0].lastValue(), 0.2551173471907331, 1e-15);
    EXPECT_EQ(lines("loss")[0].run.name, QStringLiteral("exc calm-comet"));
}

TEST_F(WorkspaceTabTest, AMetricLoggedOnceSaysSo)
{
    open("alerts");
    ASSERT_EQ(lines("z").size(), 1U);
    EXPECT_EQ(lines("z")[0].pointCount(), 1U);
    EXPECT_TRUE(says(QStringLiteral("logged once")));
}

TEST_F(WorkspaceTabTest, AResumedRunIsOneLineOfTwoStrokes)
{
    open("resume");
    ASSERT_TRUE(waitFor([&] { return m_tab.board().livePanelCount() > 0; }));
    const std::string key = m_tab.board().sections().sections()[0].panels[0]->id.metric.key[0];
    ASSERT_EQ(lines(key).size(), 1U);
    EXPECT_EQ(lines(key)[0].segments.size(), 2U);
}

TEST_F(WorkspaceTabTest, SearchNarrowsThePanels)
{
    open("exception");
    ASSERT_TRUE(waitFor([&] { return m_tab.board().panel({{false, {"loss"}}, 0}) != nullptr; }));
    auto* search = m_tab.findChild<QLineEdit*>(QStringLiteral("searchPanels"));
    EXPECT_EQ(search->accessibleName(), QStringLiteral("Search panels"));
    const std::size_t all = m_tab.board().sections().panelCount();
    QTest::keyClicks(search, QStringLiteral("los"));
    EXPECT_EQ(m_tab.board().sections().matchCount(), 1U);
    EXPECT_EQ(m_tab.board().livePanelCount(), 1U);
    EXPECT_TRUE(says(QStringLiteral("1 of %1 panels").arg(all)));
    QTest::keyClicks(search, QStringLiteral("xyz"));
    EXPECT_TRUE(says(QStringLiteral("No panel matches.")));
    ASSERT_TRUE(waitFor([&] { return button(QStringLiteral("Clear search")) != nullptr; }));
    button(QStringLiteral("Clear search"))->click();
    EXPECT_EQ(m_tab.board().sections().matchCount(), all);
}

TEST_F(WorkspaceTabTest, AHiddenRunDisappears)
{
    open("exception");
    ASSERT_EQ(lines("loss").size(), 1U);
    RunListState state = m_session.state();
    state.hidden.insert(m_session.list()->ref(0));
    m_session.setState(state);
    EXPECT_TRUE(says(QStringLiteral("Nothing is shown in charts.")));
    ASSERT_TRUE(waitFor([&] { return button(QStringLiteral("Show first 10")) != nullptr; }));
    button(QStringLiteral("Show first 10"))->click();
    EXPECT_FALSE(says(QStringLiteral("Nothing is shown in charts.")));
    EXPECT_EQ(lines("loss").size(), 1U);
}

TEST_F(WorkspaceTabTest, ASearchForRunsNarrowsThePanelsToTheirs)
{
    m_session.open(test::fixture("wandb/alerts").string());
    open("exception");
    ASSERT_TRUE(waitFor([&] { return !m_session.isBusy() && m_session.list()->rows.size() == 2; }));
    ASSERT_TRUE(waitFor([&] {
        return m_tab.board().panel({{false, {"z"}}, 0}) && m_tab.board().panel({{false, {"loss"}}, 0});
    }));
    RunListState state = m_session.state();
    state.search = "alerts";
    m_session.setState(state);
    EXPECT_TRUE(waitFor([&] { return !m_tab.board().panel({{false, {"loss"}}, 0}); }));
    EXPECT_NE(m_tab.board().panel({{false, {"z"}}, 0}), nullptr);
}

TEST_F(WorkspaceTabTest, PanelsComeByThemselvesOrByHandOnly)
{
    open("small");
    const auto titles = [this] {
        QStringList names;
        for (const PanelSection& section : m_tab.board().sections().sections())
            names.append(section.title);
        return names;
    };
    ASSERT_TRUE(waitFor([&] { return m_tab.board().sections().panelCount() > 0; }));
    const QStringList byFirst = titles();
    ViewUndo undo(m_session);
    const std::size_t panels = m_tab.board().sections().panelCount();
    for (QAction* action : m_tab.panelActions()) {
        if (action->objectName() == QStringLiteral("workspaceSettings"))
            action->trigger();
    }
    auto* automatic = m_tab.findChild<QCheckBox*>(QStringLiteral("automaticPanels"));
    auto* prefix = m_tab.findChild<QComboBox*>(QStringLiteral("sectionPrefix"));
    ASSERT_TRUE(automatic && automatic->isVisible() && automatic->isChecked());
    ASSERT_TRUE(prefix && prefix->isVisible());
    prefix->setCurrentIndex(1);
    EXPECT_EQ(m_session.panels()->prefix, PanelLayout::Prefix::Last);
    EXPECT_EQ(m_tab.board().sections().panelCount(), panels);
    automatic->click();
    EXPECT_FALSE(m_session.panels()->automatic);
    EXPECT_EQ(m_tab.board().sections().panelCount(), 0U);
    EXPECT_FALSE(prefix->isEnabled());
    EXPECT_TRUE(says(QStringLiteral("There are no panels here.")));
    EXPECT_TRUE(button(QStringLiteral("Add panel…")));
    undo.undo();
    undo.undo();
    EXPECT_TRUE(automatic->isChecked()) << "the form follows";
    EXPECT_EQ(prefix->currentIndex(), 0);
    EXPECT_EQ(titles(), byFirst);
}

TEST_F(WorkspaceTabTest, OffersWhatCanBeDoneWithAPanel)
{
    open("exception");
    ASSERT_TRUE(waitFor([&] { return m_tab.board().livePanelCount() > 0; }));
    QStringList texts;
    for (const QAction* action : m_tab.panelActions()) {
        if (!action->isSeparator())
            texts += action->text();
    }
    EXPECT_TRUE(texts.contains(QStringLiteral("Show data")));
    EXPECT_TRUE(texts.contains(QStringLiteral("Move left")));
    EXPECT_TRUE(texts.contains(QStringLiteral("Full screen")));
}

} // namespace
} // namespace runglass
