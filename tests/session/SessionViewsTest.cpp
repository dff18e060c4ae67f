// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/FilterParser.h"
#include "models/session/ViewUndo.h"
#include "tests/session/SessionFixture.h"
#include "tests/sources/LivingLog.h"

#include <QSignalSpy>

#include <algorithm>
#include <ctime>

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

TEST_F(SessionViewsTest, isThereHoweverSoonTheFileIsRead)
{
    sortBy(kByName);
    for (int time = 0; time < 100; ++time) {
        startAgain();
        ASSERT_TRUE(waitFor([&] { return sort() == kByName; })) << time;
    }
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

TEST_F(SessionViewsTest, columnsAreStepsAndKept)
{
    ViewUndo undo(*m_session);
    const ColumnId tags{ColumnOrigin::Field, Field::Tags, {}};
    change([&](RunListState& state) { state.columns.pin(tags); });
    change([&](RunListState& state) { state.widths[tags] = 99; });
    EXPECT_EQ(undo.undoPart(), ViewPart::Widths);
    change([&](RunListState& state) { state.widths[tags] = 120; });
    undo.undo();
    EXPECT_EQ(m_session->state().widths.at(tags), 99) << "each drag is a step";
    undo.undo();
    EXPECT_EQ(undo.undoPart(), ViewPart::Columns);
    undo.undo();
    EXPECT_EQ(m_session->state().columns, ColumnLayout());
    undo.redo();
    startAgain();
    EXPECT_TRUE(waitFor([&] { return m_session->state().columns.isPinned(tags); }));
}

TEST_F(SessionViewsTest, theBaselineIsAStepAndKeptForItsPlace)
{
    const RunPath first{"e", "p", "a"}, second{"e", "p", "b"};
    const auto set = [this](const std::optional<RunPath>& run) {
        change([&](RunListState& state) { state.baseline = run; });
    };
    ViewUndo undo(*m_session);
    set(first);
    set(second);
    EXPECT_EQ(undo.undoPart(), ViewPart::Baseline);
    undo.undo();
    EXPECT_EQ(m_session->state().baseline, first);
    undo.redo();
    EXPECT_EQ(m_session->state().baseline, second);
    goTo({std::nullopt, "e", "p"});
    EXPECT_FALSE(m_session->state().baseline.has_value()) << "another place has its own";
    set(first);
    goTo({});
    EXPECT_EQ(m_session->state().baseline, second);
    undo.reset();
    EXPECT_FALSE(m_session->state().baseline.has_value());
    undo.undo();
    startAgain();
    ASSERT_TRUE(waitFor([&] { return m_session->state().baseline == second; }));
    goTo({std::nullopt, "e", "p"});
    EXPECT_EQ(m_session->state().baseline, first);
}

TEST_F(SessionViewsTest, keysThatALiveRunLogsLaterWaitToBeShown)
{
    LivingLog log{m_home.path() / "runs", "a"};
    const auto logRow = [](LivingLog& into, int step, const std::string& key) {
        into.record(summaryRecord({{{key}, "0.5"}})).record(historyRecord(step, {{{key}, "0.5"}})).flush();
    };
    const auto start = static_cast<std::uint64_t>(std::time(nullptr));
    log.record(runRecord("a", start)).flush();
    log.hold();
    const std::string location = (m_home.path() / "runs").string();
    const auto waiting = [this] {
        const RunList& list = *m_session->list();
        const auto& hidden = list.columns.hidden;
        return columnIds(*list.table, {hidden.begin(), hidden.begin() + list.columns.waiting});
    };
    const auto isShown = [this](const std::string& key) {
        const std::vector<ColumnId> shown = shownColumns(*m_session->list());
        const ColumnId id{ColumnOrigin::Summary, Field::Name, {key}};
        return std::find(shown.begin(), shown.end(), id) != shown.end();
    };
    openAndRead(location);
    logRow(log, 0, "loss");
    ASSERT_TRUE(waitFor([&] { return isShown("loss"); })) << "the first that is logged at all";
    ASSERT_TRUE(waitFor([&] { return m_session->state().knownColumns != nullptr; }));
    logRow(log, 1, "late");
    ASSERT_TRUE(waitFor([&] { return !waiting().empty(); }));
    EXPECT_FALSE(isShown("late"));
    EXPECT_TRUE(isShown("loss"));
    startAgain();
    openAndRead(location);
    ASSERT_TRUE(waitFor([&] { return waiting().size() == 1; })) << "after the next start too";
    EXPECT_FALSE(isShown("late"));
    change([](RunListState& state) { state.columns.show({ColumnOrigin::Summary, Field::Name, {"late"}}); });
    ASSERT_TRUE(waitFor([&] { return isShown("late"); }));
    EXPECT_TRUE(waiting().empty());
    // A source that is opened for the first time brings its own.
    LivingLog other{m_home.path() / "more", "b"};
    other.record(runRecord("b", start));
    logRow(other, 0, "others");
    openAndRead(m_home.path() / "more");
    EXPECT_TRUE(waitFor([&] { return isShown("others"); }));
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
