// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/Session.h"

#include "tests/session/SessionFixture.h"

#include <QSignalSpy>

#include <algorithm>
#include <set>

namespace runglass::test
{

namespace
{

/// IDs of the runs in a tree of fixtures, from the names of their logs.
std::set<std::string> idsIn(const std::filesystem::path& tree)
{
    std::set<std::string> ids;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(tree)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("run-") && entry.path().extension() == ".wandb")
            ids.insert(entry.path().stem().string().substr(4));
    }
    return ids;
}

} // namespace

class SessionTest : public SessionFixture
{
};

TEST_F(SessionTest, readsATreeOfRunsAndWritesNothingInIt)
{
    const std::filesystem::path tree = fixture("wandb");
    const std::string before = treeHash(tree);
    QSignalSpy lists(m_session.get(), &Session::listChanged);
    const SourceId id = m_session->open(tree.string());
    EXPECT_TRUE(m_session->isBusy());
    EXPECT_EQ(m_session->source(id)->status, SourceInfo::Status::Opening);
    ASSERT_TRUE(waitUntilRead());
    const SourceInfo& info = *m_session->source(id);
    EXPECT_EQ(info.status, SourceInfo::Status::Ready);
    EXPECT_EQ(info.kind, "wandb-folder");
    std::set<std::string> ids;
    for (const std::uint32_t row : m_session->list()->rows)
        ids.insert(m_session->list()->table->ref(row).path.id);
    EXPECT_EQ(ids, idsIn(tree));
    EXPECT_EQ(static_cast<std::size_t>(info.report.runs), m_session->list()->rows.size());
    EXPECT_GE(lists.size(), 1);
    const auto& metrics = *m_session->metrics();
    EXPECT_TRUE(std::is_sorted(metrics.begin(), metrics.end(), [](const MetricEntry& a, const MetricEntry& b) {
        return std::tie(a.system, a.key) < std::tie(b.system, b.key);
    }));
    const auto loss = std::find_if(metrics.begin(), metrics.end(),
                                   [](const MetricEntry& entry) { return entry.key == KeyPath{"train/loss"}; });
    ASSERT_NE(loss, metrics.end());
    EXPECT_EQ(loss->runs, 2U) << "of the scenarios history and metrics";
    EXPECT_EQ(treeHash(tree), before);
}

TEST_F(SessionTest, showsTheIndexOfTheLastTimeWhenTheSourceIsGone)
{
    const std::filesystem::path copy = m_home.path() / "runs";
    copyTree(fixture("wandb/small"), copy);
    openAndRead(copy);
    const std::size_t count = m_session->list()->rows.size();
    EXPECT_EQ(count, 8U);
    m_session = std::make_unique<Session>(places());
    openAndRead(copy);
    EXPECT_EQ(m_session->list()->rows.size(), count);
    std::filesystem::remove_all(copy);
    m_session->refresh();
    ASSERT_TRUE(waitUntilRead());
    const SourceInfo& info = m_session->sources().front();
    EXPECT_EQ(info.status, SourceInfo::Status::Failed);
    ASSERT_TRUE(info.error);
    EXPECT_EQ(info.error->kind, Error::Kind::NotFound);
    EXPECT_EQ(m_session->list()->rows.size(), count) << "what was read last stays visible";
}

TEST_F(SessionTest, saysWhyALocationCannotBeOpened)
{
    const SourceId id = m_session->open((m_home.path() / "nowhere").string());
    ASSERT_TRUE(waitUntilRead());
    ASSERT_TRUE(m_session->source(id));
    EXPECT_EQ(m_session->source(id)->status, SourceInfo::Status::Failed);
    ASSERT_TRUE(m_session->source(id)->error);
    EXPECT_EQ(m_session->source(id)->error->kind, Error::Kind::NotFound);
    EXPECT_TRUE(m_session->list()->rows.empty());
    // It may come later.
    copyTree(fixture("wandb/seed"), m_home.path() / "nowhere");
    EXPECT_EQ(m_session->open((m_home.path() / "nowhere").string()), id);
    ASSERT_TRUE(waitUntilRead());
    EXPECT_EQ(m_session->source(id)->status, SourceInfo::Status::Ready);
    EXPECT_EQ(m_session->list()->rows.size(), 4U);
}

TEST_F(SessionTest, knowsALocationThatIsOpen)
{
    const std::filesystem::path tree = fixture("wandb/small");
    const SourceId id = m_session->open(tree.string());
    EXPECT_EQ(m_session->open(tree.string() + "/"), id);
    EXPECT_EQ(m_session->open((tree / "wandb/..").string()), id);
    ASSERT_TRUE(waitUntilRead());
    EXPECT_EQ(m_session->open(tree.string()), id);
    const std::filesystem::path link = m_home.path() / "link";
    std::filesystem::create_directory_symlink(tree, link);
    const SourceId other = m_session->open(link.string());
    ASSERT_TRUE(waitFor([this] { return m_session->sources().size() == 1 && !m_session->isBusy(); }));
    ASSERT_TRUE(m_session->source(other));
    EXPECT_EQ(m_session->source(other)->id, id) << "both IDs name the one source";
    EXPECT_EQ(m_session->list()->table->rowCount(), 8U);
    m_session->close(other);
    EXPECT_TRUE(m_session->sources().empty());
}

TEST_F(SessionTest, keepsTwoSourcesApart)
{
    const SourceId tree = openAndRead(fixture("wandb/small"));
    const SourceId folder = openAndRead(fixture("wandb/small/wandb"));
    ASSERT_NE(tree, folder);
    EXPECT_EQ(m_session->list()->rows.size(), 16U);
    const std::vector<RunRef> found = findRuns(*m_session->list()->table, "piib8f97", 0, CancelToken()).exact;
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].path, found[1].path);
    EXPECT_NE(found[0].source, found[1].source);

    RunListState state;
    state.scope.source = folder;
    state.hidden = {found[0], found[1]};
    m_session->setState(state);
    ASSERT_TRUE(waitFor([this] { return m_session->list()->rows.size() == 8U; }));
    m_session->setCurrentRun(found[0].source == folder ? found[0] : found[1]);
    m_session->close(folder);
    EXPECT_EQ(m_session->sources().size(), 1U);
    EXPECT_FALSE(m_session->currentRun()) << "its source is closed";
    EXPECT_FALSE(m_session->state().scope.source);
    EXPECT_EQ(m_session->state().hidden.size(), 1U);
    ASSERT_TRUE(waitFor([this] { return m_session->list()->table->rowCount() == 8U; }));
    EXPECT_EQ(m_session->list()->rows.size(), 8U);
    const auto answer = result(m_session->openRun({folder, found[0].path}));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, Error::Kind::NotFound);
}

TEST_F(SessionTest, followsWhatIsAddedAndRemoved)
{
    const std::filesystem::path copy = m_home.path() / "runs";
    copyTree(fixture("wandb/seed"), copy);
    openAndRead(copy);
    ASSERT_EQ(m_session->list()->rows.size(), 4U);
    QSignalSpy changes(m_session.get(), &Session::runsChanged);
    copyTree(fixture("wandb/config"), copy / "more");
    m_session->refresh();
    ASSERT_TRUE(waitUntilRead());
    EXPECT_EQ(m_session->list()->rows.size(), 5U);
    EXPECT_GE(changes.size(), 1);
    m_session->setCurrentRun(run("cfg-498qq4uj"));
    const std::filesystem::path wandb = copy / "more/wandb";
    for (const auto& entry : std::filesystem::directory_iterator(wandb))
        std::filesystem::remove_all(entry);
    m_session->refresh();
    ASSERT_TRUE(waitUntilRead());
    EXPECT_EQ(m_session->list()->rows.size(), 4U);
    EXPECT_FALSE(m_session->currentRun()) << "the run was deleted";
}

TEST_F(SessionTest, runsOfAFolderThatVanishedStayUntilARefresh)
{
    const std::filesystem::path tree = m_home.path() / "runs";
    copyTree(fixture("wandb/seed"), tree / "one");
    copyTree(fixture("wandb/config"), tree / "two");
    openAndRead(tree);
    ASSERT_EQ(m_session->list()->rows.size(), 5U);
    std::filesystem::rename(tree / "two", m_home.path() / "away");
    EXPECT_TRUE(waitFor([this] {
        const auto opened = result(m_session->openRun(run("cfg-498qq4uj")));
        return opened && (*opened)->run.vanished;
    }));
    EXPECT_EQ(m_session->list()->rows.size(), 5U);
    m_session->refresh();
    ASSERT_TRUE(waitUntilRead());
    EXPECT_EQ(m_session->list()->rows.size(), 4U);
    std::filesystem::rename(tree, m_home.path() / "elsewhere");
    EXPECT_TRUE(waitFor([this] { return m_session->sources().front().status == SourceInfo::Status::Failed; }));
    m_session->refresh();
    ASSERT_TRUE(waitUntilRead());
    EXPECT_EQ(m_session->list()->rows.size(), 4U) << "what was read last stays while the location is not there";
    std::filesystem::rename(m_home.path() / "elsewhere", tree);
    EXPECT_TRUE(waitFor([this] { return m_session->sources().front().status == SourceInfo::Status::Ready; }));
}

TEST_F(SessionTest, canBeStoppedAndGoneOnWith)
{
    m_session->open(fixture("wandb").string());
    m_session->cancelReading();
    ASSERT_TRUE(waitUntilRead());
    EXPECT_EQ(m_session->sources().front().status, SourceInfo::Status::Ready);
    EXPECT_FALSE(m_session->sources().front().error);
    const std::size_t all = idsIn(fixture("wandb")).size();
    EXPECT_LT(m_session->list()->rows.size(), all);
    m_session->refresh();
    ASSERT_TRUE(waitUntilRead());
    EXPECT_EQ(m_session->list()->rows.size(), all);
}

TEST_F(SessionTest, canEndWhileItReads)
{
    m_session->open(fixture("wandb").string());
    m_session->open(fixture("wandb/small").string());
    m_session->close(m_session->sources().front().id);
    const auto answer = m_session->chartSeries({false, {"loss"}, 0}, {RunRef()});
    m_session.reset();
    EXPECT_TRUE(answer.isFinished());
}

TEST_F(SessionTest, searchesSortsAndShutsEyes)
{
    openAndRead(fixture("wandb/small"));
    QSignalSpy states(m_session.get(), &Session::stateChanged);
    QSignalSpy runs(m_session.get(), &Session::runsChanged);
    RunListState state;
    state.sort = {{{ColumnOrigin::Field, Field::Name, {}}, false}};
    state.search = "SMALL-00";
    const RunRef hidden = run("piib8f97");
    state.hidden.insert(hidden);
    m_session->setState(state);
    EXPECT_EQ(states.size(), 1) << "at once";
    ASSERT_TRUE(waitFor([&] { return m_session->list()->state == m_session->state(); }));
    std::vector<std::string> expected = names();
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(names(), expected);
    EXPECT_EQ(names().size(), 7U);
    EXPECT_EQ(m_session->list()->inScope, 8U);
    EXPECT_FALSE(m_session->list()->isShown(0));
    EXPECT_TRUE(m_session->list()->isShown(1));
    m_session->setState(state);
    EXPECT_EQ(states.size(), 1) << "the same again is no change";
    EXPECT_EQ(runs.size(), 0) << "another view of the runs is no change of them";
}

TEST_F(SessionTest, aFilterOrAnotherWayToSearchIsAnotherList)
{
    openAndRead(fixture("wandb/small"));
    RunListState state;
    state.filter.kind = Filter::Kind::Word;
    state.filter.word = "small-003";
    m_session->setState(state);
    ASSERT_TRUE(waitFor([&] { return m_session->list()->state == m_session->state(); }));
    EXPECT_EQ(names(), std::vector<std::string>{"small-003 dusty-delta"});
    state = {};
    state.search = "small-00[1-7]";
    m_session->setState(state);
    ASSERT_TRUE(waitFor([&] { return m_session->list()->state == m_session->state(); }));
    EXPECT_EQ(names().size(), 0U);
    state.searchIsPattern = true;
    m_session->setState(state);
    ASSERT_TRUE(waitFor([&] { return m_session->list()->state == m_session->state(); }));
    EXPECT_GT(names().size(), 3U);
}

TEST_F(SessionTest, dropsLateAnswers)
{
    openAndRead(fixture("wandb/small"));
    std::vector<std::string> late;
    QObject::connect(m_session.get(), &Session::listChanged, m_session.get(), [&] {
        if (m_session->list()->state != m_session->state())
            late.push_back(m_session->list()->state.search);
    });
    for (int turn = 0; turn < 200; ++turn) {
        RunListState state;
        state.search = "small-" + std::to_string(turn);
        m_session->setState(state);
    }
    ASSERT_TRUE(waitFor([this] { return m_session->list()->state == m_session->state(); }));
    EXPECT_EQ(m_session->list()->state.search, "small-199");
    EXPECT_TRUE(late.empty()) << late.size() << " lists of an older state, the first for " << late.front();
}

} // namespace runglass::test
