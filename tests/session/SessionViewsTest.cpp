// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/FilterParser.h"
#include "models/session/ViewUndo.h"
#include "tests/session/SessionFixture.h"

#include <QSignalSpy>

namespace runglass::test
{

namespace
{

const std::vector<SortKey> kByName = {{{ColumnOrigin::Field, Field::Name, {}}, false}};
const std::vector<SortKey> kByState = {{{ColumnOrigin::Field, Field::State, {}}, true}};

} // namespace

/// A session whose views are kept in a file.
class SessionViewsTest : public SessionFixture
{
protected:
    SessionViewsTest() { startAgain(); }

    void startAgain()
    {
        m_session.reset();
        Places kept = places();
        kept.dataDirectory = (m_home.path() / "data").string();
        m_session = std::make_unique<Session>(kept);
    }
    template <typename Change> void change(const Change& change)
    {
        RunListState state = m_session->state();
        change(state);
        m_session->setState(std::move(state));
    }
    void sortBy(const std::vector<SortKey>& sort)
    {
        change([&](RunListState& state) { state.sort = sort; });
    }
    void filterBy(const char* text)
    {
        change([&](RunListState& state) { state.filter = parseFilter(text).filter; });
    }
    void goTo(const RunScope& scope)
    {
        change([&](RunListState& state) { state.scope = scope; });
    }
    const std::vector<SortKey>& sort() const { return m_session->state().sort; }
    std::string filter() const { return toText(m_session->state().filter); }
};

TEST_F(SessionViewsTest, eachPlaceHasItsOwn)
{
    const RunScope project{std::nullopt, "e", "p"};
    sortBy(kByName);
    goTo(project);
    EXPECT_TRUE(sort().empty());
    filterBy("state = finished");
    goTo({});
    EXPECT_EQ(sort(), kByName);
    EXPECT_EQ(filter(), "");
    goTo(project);
    EXPECT_EQ(filter(), "state = 'finished'");
    EXPECT_EQ(m_session->viewProblem(), "");
}

TEST_F(SessionViewsTest, isThereAfterANewStart)
{
    const std::string location = fixture("wandb").string();
    SourceId id = openAndRead(location);
    goTo({id, std::nullopt, std::nullopt});
    sortBy(kByState);
    goTo({});
    sortBy(kByName);
    startAgain();
    EXPECT_TRUE(sort().empty());
    QSignalSpy restored(m_session.get(), &Session::viewRestored);
    ASSERT_TRUE(waitFor([this] { return sort() == kByName; }));
    EXPECT_EQ(restored.size(), 1);
    id = openAndRead(location);
    EXPECT_EQ(m_session->list()->state.sort, kByName) << "the list follows";
    goTo({id, std::nullopt, std::nullopt});
    EXPECT_EQ(sort(), kByState) << "the source has another ID now";
}

TEST_F(SessionViewsTest, aSourceThatIsShownBeforeItIsOpenGetsItsView)
{
    const std::string location = fixture("wandb").string();
    const std::string detour = location + "/../wandb";
    goTo({openAndRead(location), std::nullopt, std::nullopt});
    sortBy(kByState);
    startAgain();
    goTo({m_session->open(detour), std::nullopt, std::nullopt});
    ASSERT_TRUE(waitFor([this] { return sort() == kByState; }));
}

TEST_F(SessionViewsTest, whatIsChangedBeforeTheFileIsReadStays)
{
    sortBy(kByName);
    startAgain();
    sortBy(kByState);
    startAgain();
    ASSERT_TRUE(waitFor([this] { return !sort().empty(); }));
    EXPECT_EQ(sort(), kByState);
}

TEST_F(SessionViewsTest, aSearchBeforeTheFileIsReadChangesNoView)
{
    sortBy(kByName);
    startAgain();
    change([](RunListState& state) { state.search = "x"; });
    ASSERT_TRUE(waitFor([this] { return sort() == kByName; }));
    startAgain();
    EXPECT_TRUE(waitFor([this] { return sort() == kByName; }));
}

TEST_F(SessionViewsTest, aClosedSourceLeavesTheViewOfAll)
{
    sortBy(kByName);
    const SourceId id = openAndRead(fixture("wandb"));
    goTo({id, std::nullopt, std::nullopt});
    sortBy(kByState);
    m_session->close(id);
    EXPECT_EQ(m_session->state().scope, RunScope());
    EXPECT_EQ(sort(), kByName);
}

TEST_F(SessionViewsTest, aPlaceThatCannotBeWrittenIsSaidOnce)
{
    m_session.reset();
    std::ofstream(m_home.path() / "file") << "no directory";
    Places broken = places();
    broken.dataDirectory = (m_home.path() / "file").string();
    m_session = std::make_unique<Session>(broken);
    ASSERT_TRUE(waitFor([this] { return !m_session->viewProblem().empty(); }));
    EXPECT_NE(m_session->viewProblem().find("user.db"), std::string::npos) << m_session->viewProblem();
    sortBy(kByName);
    goTo({std::nullopt, "e", std::nullopt});
    goTo({});
    EXPECT_EQ(sort(), kByName) << "as long as the program runs it is kept";
}

TEST_F(SessionViewsTest, stepsAreTakenBackAndRepeated)
{
    ViewUndo undo(*m_session);
    EXPECT_FALSE(undo.undoPart().has_value());
    sortBy(kByName);
    filterBy("state = finished");
    sortBy(kByState);
    EXPECT_EQ(undo.undoPart(), ViewPart::Sort);
    undo.undo();
    EXPECT_EQ(sort(), kByName);
    EXPECT_EQ(undo.undoPart(), ViewPart::Filter);
    EXPECT_EQ(undo.redoPart(), ViewPart::Sort);
    undo.undo();
    EXPECT_EQ(filter(), "");
    EXPECT_EQ(sort(), kByName);
    undo.redo();
    EXPECT_EQ(filter(), "state = 'finished'");
    undo.reset();
    EXPECT_FALSE(undo.isChanged());
    EXPECT_EQ(undo.undoPart(), ViewPart::Several);
    EXPECT_FALSE(undo.redoPart().has_value()) << "what lay ahead is forgotten";
    undo.undo();
    EXPECT_EQ(filter(), "state = 'finished'");
    EXPECT_EQ(sort(), kByName);
    undo.undo();
    undo.undo();
    undo.undo();
    EXPECT_FALSE(undo.isChanged());
    EXPECT_FALSE(undo.undoPart().has_value());
}

TEST_F(SessionViewsTest, typingAFilterIsOneStep)
{
    ViewUndo undo(*m_session);
    filterBy("state = f");
    filterBy("state = finished");
    sortBy(kByName);
    filterBy("state = failed");
    undo.undo();
    EXPECT_EQ(filter(), "state = 'finished'");
    filterBy("name = 'after'");
    undo.undo();
    EXPECT_EQ(filter(), "state = 'finished'") << "a step of its own: what was before came from Undo";
    undo.undo();
    undo.undo();
    EXPECT_EQ(filter(), "");
    EXPECT_FALSE(undo.undoPart().has_value());
    filterBy("state = failed");
    filterBy("");
    undo.undo();
    EXPECT_EQ(filter(), "state = 'failed'") << "to clear it is a step of its own";
}

TEST_F(SessionViewsTest, stepsStayInTheirPlace)
{
    ViewUndo undo(*m_session);
    sortBy(kByName);
    goTo({std::nullopt, "e", "p"});
    EXPECT_FALSE(undo.undoPart().has_value());
    sortBy(kByState);
    goTo({});
    EXPECT_EQ(undo.undoPart(), ViewPart::Sort);
    undo.undo();
    EXPECT_TRUE(sort().empty());
    goTo({std::nullopt, "e", "p"});
    EXPECT_EQ(sort(), kByState);
    undo.undo();
    EXPECT_TRUE(sort().empty());
}

TEST_F(SessionViewsTest, whatWasKeptIsNoStep)
{
    sortBy(kByName);
    startAgain();
    ViewUndo undo(*m_session);
    ASSERT_TRUE(waitFor([this] { return sort() == kByName; }));
    EXPECT_FALSE(undo.undoPart().has_value());
    sortBy(kByState);
    undo.undo();
    EXPECT_EQ(sort(), kByName);
}

} // namespace runglass::test
