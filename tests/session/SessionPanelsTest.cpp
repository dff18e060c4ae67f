// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/PanelLayout.h"
#include "models/session/ViewUndo.h"
#include "tests/session/SessionFixture.h"

#include <QSignalSpy>

namespace runglass::test
{

namespace
{

const SectionRef kTrain{false, "train"};
const PanelRef kLoss{{false, {"train/loss"}}, 0};

} // namespace

/// A session whose layouts are kept in a file.
class SessionPanelsTest : public SessionFixture
{
protected:
    SessionPanelsTest() { startAgain(); }

    void startAgain()
    {
        m_session.reset();
        Places kept = places();
        kept.dataDirectory = (m_home.path() / "data").string();
        m_session = std::make_unique<Session>(kept);
    }
    template <typename Change> void change(const Change& change)
    {
        PanelLayout layout = *m_session->panels();
        change(layout);
        m_session->setPanels(std::move(layout));
    }
    void collapse()
    {
        change([](PanelLayout& layout) { layout.at(kTrain).collapsed = true; });
    }
    void smooth(double amount)
    {
        change([=](PanelLayout& layout) {
            layout.at(kLoss).settings.smoothing = Smoothing{SmoothingKind::Ema, amount};
        });
    }
    void goTo(const RunScope& scope)
    {
        RunListState state = m_session->state();
        state.scope = scope;
        m_session->setState(std::move(state));
    }
    void sortByName()
    {
        RunListState state = m_session->state();
        state.sort = {{{ColumnOrigin::Field, Field::Name, {}}, false}};
        m_session->setState(std::move(state));
    }
    bool isCollapsed() const
    {
        const SectionEntry* entry = m_session->panels()->find(kTrain);
        return entry && entry->collapsed;
    }
    double smoothing() const { return m_session->panels()->look(kTrain, kLoss).smoothing.amount; }
};

TEST_F(SessionPanelsTest, eachPlaceHasItsOwn)
{
    const RunScope project{std::nullopt, "e", "p"};
    collapse();
    QSignalSpy changed(m_session.get(), &Session::panelsChanged);
    goTo(project);
    EXPECT_EQ(changed.size(), 1);
    EXPECT_FALSE(isCollapsed());
    smooth(0.5);
    EXPECT_EQ(changed.size(), 2);
    smooth(0.5);
    EXPECT_EQ(changed.size(), 2) << "nothing is different";
    change([](PanelLayout& layout) { layout.at(SectionRef{false, "nothing"}); });
    EXPECT_EQ(changed.size(), 2) << "an entry that says nothing is none";
    goTo({});
    EXPECT_TRUE(isCollapsed());
    EXPECT_EQ(smoothing(), 0);
    goTo(project);
    EXPECT_EQ(smoothing(), 0.5);
}

TEST_F(SessionPanelsTest, thoseOfAnotherPlaceAreThereWhenItsStateIsTold)
{
    collapse();
    std::vector<bool> seen;
    QObject::connect(m_session.get(), &Session::stateChanged, m_session.get(), [&] { seen.push_back(isCollapsed()); });
    goTo({std::nullopt, "e", "p"});
    goTo({});
    EXPECT_EQ(seen, (std::vector{false, true}));
}

TEST_F(SessionPanelsTest, areThereAfterANewStart)
{
    const std::string location = fixture("wandb").string();
    goTo({openAndRead(location), std::nullopt, std::nullopt});
    smooth(0.25);
    goTo({});
    collapse();
    sortByName();
    startAgain();
    EXPECT_FALSE(isCollapsed());
    QSignalSpy restored(m_session.get(), &Session::panelsRestored);
    ASSERT_TRUE(waitFor([this] { return isCollapsed(); }));
    EXPECT_EQ(restored.size(), 1);
    EXPECT_FALSE(m_session->state().sort.empty()) << "the view as well";
    goTo({openAndRead(location), std::nullopt, std::nullopt});
    EXPECT_EQ(smoothing(), 0.25) << "the source has another ID now";
}

TEST_F(SessionPanelsTest, aChangeOfTheViewBeforeTheFileIsReadCostsNoPanels)
{
    collapse();
    startAgain();
    sortByName();
    startAgain();
    EXPECT_TRUE(waitFor([this] { return isCollapsed(); }));
    EXPECT_TRUE(waitFor([this] { return !m_session->state().sort.empty(); }));
}

TEST_F(SessionPanelsTest, whatIsChangedBeforeTheFileIsReadStays)
{
    collapse();
    startAgain();
    smooth(0.75);
    startAgain();
    ASSERT_TRUE(waitFor([this] { return smoothing() == 0.75; }));
    EXPECT_FALSE(isCollapsed());
}

TEST_F(SessionPanelsTest, aClosedSourceLeavesThoseOfAll)
{
    collapse();
    const SourceId id = openAndRead(fixture("wandb"));
    goTo({id, std::nullopt, std::nullopt});
    ASSERT_FALSE(isCollapsed());
    QSignalSpy changed(m_session.get(), &Session::panelsChanged);
    m_session->close(id);
    EXPECT_EQ(changed.size(), 1);
    EXPECT_TRUE(isCollapsed());
}

TEST_F(SessionPanelsTest, changesAreStepsAmongThoseOfTheView)
{
    ViewUndo undo(*m_session);
    collapse();
    EXPECT_EQ(undo.undoPanelsPart(), PanelsPart::Arrangement);
    sortByName();
    EXPECT_EQ(undo.undoPart(), ViewPart::Sort);
    EXPECT_FALSE(undo.undoPanelsPart().has_value());
    smooth(0.5);
    EXPECT_EQ(undo.undoPanelsPart(), PanelsPart::Settings);
    EXPECT_EQ(undo.undoPart(), ViewPart::Several);
    undo.undo();
    EXPECT_EQ(smoothing(), 0);
    EXPECT_EQ(undo.redoPanelsPart(), PanelsPart::Settings);
    undo.undo();
    EXPECT_TRUE(m_session->state().sort.empty());
    EXPECT_TRUE(isCollapsed());
    undo.undo();
    EXPECT_FALSE(isCollapsed());
    EXPECT_FALSE(undo.undoPart().has_value());
    undo.redo();
    undo.redo();
    undo.redo();
    EXPECT_TRUE(isCollapsed());
    EXPECT_FALSE(m_session->state().sort.empty());
    EXPECT_EQ(smoothing(), 0.5);
    undo.reset();
    EXPECT_TRUE(isCollapsed()) << "the view is reset, not what was arranged";
}

TEST_F(SessionPanelsTest, pullingASliderIsOneStep)
{
    ViewUndo undo(*m_session);
    collapse();
    for (const double amount : {0.1, 0.2, 0.3})
        smooth(amount);
    undo.undo();
    EXPECT_EQ(smoothing(), 0);
    EXPECT_TRUE(isCollapsed());
    smooth(0.4);
    undo.undo();
    EXPECT_EQ(smoothing(), 0);
    EXPECT_TRUE(isCollapsed()) << "a step of its own: what was before came from Undo";
    change([](PanelLayout& layout) { layout.remove(kLoss); });
    change([](PanelLayout& layout) { layout.at(kTrain).title = "Training"; });
    undo.undo();
    EXPECT_TRUE(m_session->panels()->find(kLoss)->removed) << "each is a step";
}

TEST_F(SessionPanelsTest, stepsStayInTheirPlaceAndWhatWasKeptIsNone)
{
    collapse();
    startAgain();
    ViewUndo undo(*m_session);
    ASSERT_TRUE(waitFor([this] { return isCollapsed(); }));
    EXPECT_FALSE(undo.undoPart().has_value());
    smooth(0.5);
    goTo({std::nullopt, "e", "p"});
    EXPECT_FALSE(undo.undoPart().has_value());
    smooth(0.6);
    undo.undo();
    EXPECT_EQ(smoothing(), 0);
    goTo({});
    EXPECT_EQ(smoothing(), 0.5);
    undo.undo();
    EXPECT_EQ(smoothing(), 0);
    EXPECT_TRUE(isCollapsed());
}

} // namespace runglass::test
