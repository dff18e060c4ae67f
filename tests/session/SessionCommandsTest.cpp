// SPDX-License-Identifier: GPL-3.0-or-later
// Commands of a session: what they do shows by itself, and can be taken back.
#include "tests/session/SessionFixture.h"

#include <QSignalSpy>

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using Kind = RunCommand::Kind;
using testing::HasSubstr;

class SessionCommandsTest : public SessionFixture
{
protected:
    SessionCommandsTest()
    {
        copyTree(fixture("wandb/small/wandb"), m_directory.path() / "wandb");
        m_source = openAndRead(m_directory.path());
        QObject::connect(m_session.get(), &Session::commandFinished, m_session.get(),
                         [this](quint64 number, const CommandReport& report) { m_reports[number] = report; });
    }
    CommandReport finished(quint64 number)
    {
        EXPECT_NE(number, 0U);
        EXPECT_TRUE(waitFor([&] { return m_reports.contains(number); }));
        return m_reports[number];
    }
    std::vector<RunRef> all() const
    {
        std::vector<RunRef> runs;
        for (const std::uint32_t row : m_session->list()->rows)
            runs.push_back(m_session->list()->table->ref(row));
        return runs;
    }
    static RunCommand tagging(const std::string& tag)
    {
        RunCommand command;
        command.kind = Kind::Edit;
        command.edit.addTags = {tag};
        return command;
    }
    static RunCommand renaming(const std::string& name)
    {
        RunCommand command;
        command.kind = Kind::Edit;
        command.edit.name = name;
        return command;
    }
    std::size_t called(const std::string& name) const
    {
        const std::vector<std::string> all = names();
        return static_cast<std::size_t>(std::count(all.begin(), all.end(), name));
    }
    std::uint32_t row(const RunRef& run) const { return m_session->list()->table->rowOf(run).value(); }

    TemporaryDirectory m_directory;
    SourceId m_source = 0;
    std::map<quint64, CommandReport> m_reports;
};

} // namespace

TEST_F(SessionCommandsTest, anEditOfManyShowsAndIsTakenBackAndDoneAgain)
{
    const std::size_t count = all().size();
    ASSERT_GT(count, 2U);
    const CommandReport report = finished(m_session->perform(renaming("same"), all()));
    EXPECT_EQ(report.done(), count);
    ASSERT_TRUE(waitFor([&] { return called("same") == count; }));
    EXPECT_TRUE(m_session->list()->table->isEdited(row(all().front()), Field::Name));
    EXPECT_FALSE(m_session->list()->table->isEdited(row(all().front()), Field::Notes));
    const auto opened = result(m_session->openRun(all().front()));
    ASSERT_TRUE(opened.ok());
    ASSERT_EQ((*opened)->run.edits.size(), 1U);
    EXPECT_NE((*opened)->run.edits[0].original, Value("same"));

    ASSERT_NE(m_session->undoableCommand(), nullptr);
    EXPECT_EQ(m_session->redoableCommand(), nullptr);
    finished(m_session->undoCommand());
    ASSERT_TRUE(waitFor([&] { return called("same") == 0; }));
    EXPECT_FALSE(m_session->list()->table->isEdited(row(all().front()), Field::Name));
    EXPECT_EQ(m_session->undoableCommand(), nullptr);
    finished(m_session->redoCommand());
    ASSERT_TRUE(waitFor([&] { return called("same") == count; }));
    EXPECT_EQ(m_session->redoableCommand(), nullptr);
    EXPECT_NE(m_session->undoableCommand(), nullptr);
}

TEST_F(SessionCommandsTest, deletedRunsGoAndComeBack)
{
    const std::vector<RunRef> before = all();
    const std::vector<RunRef> some(before.begin(), before.begin() + 2);
    const auto size = result(m_session->sizeOf(some));
    ASSERT_TRUE(size.ok());
    const CommandReport report = finished(m_session->perform({Kind::Delete, {}}, some));
    EXPECT_EQ(report.done(), 2U);
    EXPECT_EQ(report.bytes, *size);
    ASSERT_TRUE(waitFor([&] { return all().size() == before.size() - 2; }));
    const auto trash = result(m_session->trash());
    ASSERT_TRUE(trash.ok());
    ASSERT_EQ((*trash)->size(), 2U);
    EXPECT_EQ((*trash)->front().source, m_source);
    EXPECT_FALSE((*trash)->front().run.user.empty());

    finished(m_session->undoCommand());
    ASSERT_TRUE(waitFor([&] { return all().size() == before.size(); }));
    finished(m_session->redoCommand());
    ASSERT_TRUE(waitFor([&] { return all().size() == before.size() - 2; }));
    // One by one from the trash, and the rest for good.
    const auto again = result(m_session->trash(m_source));
    ASSERT_EQ((*again)->size(), 2U);
    finished(m_session->perform({(*again)->front().task(Kind::Restore)}));
    ASSERT_TRUE(waitFor([&] { return all().size() == before.size() - 1; }));
    const CommandReport purged = finished(m_session->perform({(*again)->back().task(Kind::Purge)}));
    EXPECT_EQ(purged.bytes, (*again)->back().run.sizeBytes);
    EXPECT_TRUE((*result(m_session->trash()))->empty());
}

TEST_F(SessionCommandsTest, aFailureCostsItsRunOnly)
{
    const std::vector<RunRef> runs = all();
    fs::remove_all(fs::path((*result(m_session->openRun(runs[1])))->detail.segments[0].folder));
    const CommandReport report = finished(m_session->perform({Kind::Delete, {}}, {runs[0], runs[1], runs[2]}));
    EXPECT_EQ(report.done(), 2U);
    ASSERT_TRUE(report.outcomes[1].error);
    EXPECT_EQ(report.outcomes[1].error->kind, Error::Kind::NotFound);
    EXPECT_EQ(inverseOf(report).size(), 2U);
}

TEST_F(SessionCommandsTest, thousandsCanBeCutShort)
{
    std::vector<RunRef> many;
    while (many.size() < 20'000)
        for (const RunRef& run : all())
            many.push_back(run);
    QSignalSpy progress(m_session.get(), &Session::commandProgressed);
    // Each one changes something: one tag more or less.
    const quint64 number = m_session->perform(tagging("t"), many);
    EXPECT_TRUE(m_session->isPerforming());
    ASSERT_TRUE(waitFor([&] { return !progress.isEmpty(); }));
    m_session->cancelCommand(number);
    const CommandReport report = finished(number);
    EXPECT_TRUE(report.wasCanceled);
    EXPECT_EQ(report.wanted, many.size());
    EXPECT_LT(report.outcomes.size(), many.size());
    EXPECT_FALSE(m_session->isPerforming());
    // What was done is taken back all the same.
    finished(m_session->undoCommand());
    ASSERT_TRUE(waitFor([&] { return !m_session->list()->table->isEdited(row(all().front()), Field::Tags); }));
}

TEST_F(SessionCommandsTest, whatCannotBeDoneIsKnownBeforehand)
{
    const RunRef run = all().front();
    EXPECT_TRUE(m_session->capabilities(run).remove.allowed);
    EXPECT_FALSE(m_session->capabilities(run).stop.allowed);
    EXPECT_EQ(m_session->capabilities(run).stop.reason, "It is not running.");
    finished(m_session->perform({Kind::Lock, {}}, {run}));
    ASSERT_TRUE(waitFor([&] { return m_session->list()->table->isLocked(row(run)); }));
    EXPECT_EQ(m_session->capabilities(run).remove.reason, "It is locked: unlock it first.");
    EXPECT_EQ(m_session->capabilities(*(*result(m_session->openRun(run)))).edit.reason,
              "It is locked: unlock it first.");
    const auto plan = result(m_session->planStop(run));
    ASSERT_FALSE(plan.ok());
    EXPECT_EQ(plan.error().kind, Error::Kind::Refused);
    EXPECT_FALSE(m_session->capabilities(RunRef{m_source, {"no", "such", "run"}}).edit.allowed);
}

TEST_F(SessionCommandsTest, anotherProgramsEditShows)
{
    Session other(places());
    const SourceId id = other.open(m_directory.path().string());
    ASSERT_TRUE(waitFor([&] { return other.source(id)->status == SourceInfo::Status::Ready; }));
    other.perform(renaming("theirs"), {other.list()->table->ref(0)});
    EXPECT_TRUE(waitFor([&] { return called("theirs") == 1; }));
}

} // namespace runglass::test
