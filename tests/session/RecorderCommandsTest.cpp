// SPDX-License-Identifier: GPL-3.0-or-later
// Commands of a session for recorded runs, with a recorder that is at work and without one.
#include "models/store/RecorderLock.h"
#include "tests/recorder/Recording.h"
#include "tests/session/SessionFixture.h"

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using Kind = RunCommand::Kind;
using testing::ElementsAre;
using testing::HasSubstr;

class RecorderCommandsTest : public SessionFixture
{
protected:
    RecorderCommandsTest()
    {
        QObject::connect(m_session.get(), &Session::commandFinished, m_session.get(),
                         [this](quint64 number, const CommandReport& report) { m_reports[number] = report; });
    }
    /// As a recorder's process has it.
    void recorderWorks()
    {
        m_lock = std::make_unique<RecorderLock>(RecorderLock::take(m_recording.file()).value());
        EXPECT_TRUE(m_lock->tell({"http://127.0.0.1:1", 1, "here"}).ok());
    }
    void begin(const std::string& id)
    {
        m_recording.upsert(R"({"name":")" + id + R"(","modelName":"p","displayName":"name of )" + id +
                           R"(","host":"vm","tags":["a"],"config":"{}"})");
        m_recording.history(id, 0, {R"({"_step":0,"loss":1})"});
    }
    void finish(const std::string& id) { m_recording.end(id, 0); }
    CommandReport finished(quint64 number)
    {
        EXPECT_NE(number, 0U);
        EXPECT_TRUE(waitFor([&] { return m_reports.contains(number); }));
        return m_reports[number];
    }
    CommandReport perform(Kind kind, const std::vector<RunRef>& runs)
    {
        return finished(m_session->perform({kind, {}}, runs));
    }
    std::string reasonOf(const CommandReport& report)
    {
        return report.outcomes.size() == 1 && report.outcomes[0].error ? report.outcomes[0].error->detail : "";
    }
    std::vector<TrashedRef> trash()
    {
        const auto found = result(m_session->trash());
        EXPECT_TRUE(found.ok());
        return found ? **found : std::vector<TrashedRef>();
    }
    std::uint32_t row(const RunRef& run) const { return m_session->list()->table->rowOf(run).value(); }

    Recording m_recording;
    std::unique_ptr<RecorderLock> m_lock;
    std::map<quint64, CommandReport> m_reports;
};

} // namespace

TEST_F(RecorderCommandsTest, anEditShowsIsMarkedAndTakenBack)
{
    recorderWorks();
    begin("r1");
    begin("r2");
    openAndRead(m_recording.file());
    const std::vector<RunRef> both = {run("r1"), run("r2")};
    EXPECT_TRUE(m_session->capabilities(both[0]).edit.allowed);
    RunCommand command;
    command.kind = Kind::Edit;
    command.edit.name = "same";
    command.edit.addTags = {"b"};
    EXPECT_EQ(finished(m_session->perform(command, both)).done(), 2U);
    ASSERT_TRUE(waitFor([&] { return names() == std::vector<std::string>{"same", "same"}; }));
    EXPECT_TRUE(m_session->list()->table->isEdited(row(both[0]), Field::Name));
    // What is recorded meanwhile changes nothing of that.
    begin("r1");
    m_recording.history("r1", 1, {R"({"_step":1,"loss":2})"});
    const auto opened = result(m_session->openRun(both[0]));
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ((*opened)->run.name, "same");
    EXPECT_THAT((*opened)->run.tags, ElementsAre("a", "b"));
    EXPECT_EQ((*opened)->run.edits.size(), 2U);
    finished(m_session->undoCommand());
    ASSERT_TRUE(waitFor([&] { return names() == std::vector<std::string>{"name of r1", "name of r2"}; }));
    EXPECT_FALSE(m_session->list()->table->isEdited(row(both[0]), Field::Name));
    finished(m_session->redoCommand());
    EXPECT_TRUE(waitFor([&] { return names() == std::vector<std::string>{"same", "same"}; }));
}

TEST_F(RecorderCommandsTest, aMarkStandsUntilTheScriptSaysSomethingNew)
{
    recorderWorks();
    begin("r1");
    openAndRead(m_recording.file());
    const RunRef ref = run("r1");
    ASSERT_EQ(m_session->list()->table->state(row(ref)), RunState::Running);
    RunCommand command;
    command.kind = Kind::Edit;
    command.edit.mark = StateMark{RunState::Killed, "its node was taken away", {}, {}};
    EXPECT_EQ(finished(m_session->perform(command, {ref})).done(), 1U);
    const auto isShown = [&](RunState state) { return m_session->list()->table->state(row(ref)) == state; };
    ASSERT_TRUE(waitFor([&] { return isShown(RunState::Killed); }));
    EXPECT_TRUE(m_session->list()->table->isEdited(row(ref), Field::State));
    EXPECT_TRUE(m_session->capabilities(ref).remove.allowed) << "it is said to have ended";
    // What the recorder writes without news of the run leaves it.
    m_recording.restart();
    EXPECT_EQ(m_recording.run("r1").state, RunState::Killed);
    finished(m_session->undoCommand());
    EXPECT_TRUE(waitFor([&] { return isShown(RunState::Running); }));
    finished(m_session->redoCommand());
    ASSERT_TRUE(waitFor([&] { return isShown(RunState::Killed); }));
    EXPECT_EQ(m_recording.run("r1").stateReason, "marked by hand: its node was taken away");
    // The writer returns.
    m_recording.history("r1", 1, {R"({"_step":1,"loss":2,"_timestamp":4000000000})"});
    EXPECT_TRUE(waitFor([&] { return isShown(RunState::Running); }));
    EXPECT_FALSE(m_session->list()->table->isEdited(row(ref), Field::State));
}

TEST_F(RecorderCommandsTest, underAMarkARunWithoutARecorderIsUnknown)
{
    begin("r1");
    openAndRead(m_recording.file());
    const RunRef ref = run("r1");
    ASSERT_TRUE(waitFor([&] { return m_session->list()->table->state(row(ref)) == RunState::Unknown; }));
    RunCommand command;
    command.kind = Kind::Edit;
    command.edit.mark = StateMark{RunState::Failed, {}, {}, {}};
    finished(m_session->perform(command, {ref}));
    ASSERT_TRUE(waitFor([&] { return m_session->list()->table->state(row(ref)) == RunState::Failed; }));
    command.edit = {};
    command.edit.takesMarkBack = true;
    finished(m_session->perform(command, {ref}));
    EXPECT_TRUE(waitFor([&] { return m_session->list()->table->state(row(ref)) == RunState::Unknown; }));
}

TEST_F(RecorderCommandsTest, lockedAndRunningRunsAreRefused)
{
    recorderWorks();
    begin("r1");
    openAndRead(m_recording.file());
    const RunRef ref = run("r1");
    EXPECT_EQ(m_session->capabilities(ref).remove.reason, "It is running: stop it first.");
    EXPECT_EQ(reasonOf(perform(Kind::Delete, {ref})), "It is running: stop it first.");
    finish("r1");
    EXPECT_EQ(perform(Kind::Lock, {ref}).done(), 1U);
    ASSERT_TRUE(waitFor([&] { return m_session->list()->table->isLocked(row(ref)); }));
    EXPECT_FALSE(m_session->capabilities(ref).edit.allowed);
    EXPECT_EQ(reasonOf(perform(Kind::Delete, {ref})), "It is locked: unlock it first.");
    RunCommand command;
    command.kind = Kind::Edit;
    command.edit.name = "x";
    EXPECT_EQ(reasonOf(finished(m_session->perform(command, {ref}))), "It is locked: unlock it first.");
    EXPECT_EQ(perform(Kind::Unlock, {ref}).done(), 1U);
    EXPECT_EQ(perform(Kind::Delete, {ref}).done(), 1U);
}

TEST_F(RecorderCommandsTest, deletedRunsGoAndComeBackWithoutARecorderToo)
{
    begin("r1");
    begin("r2");
    finish("r1");
    openAndRead(m_recording.file());
    const std::vector<RunRef> both = {run("r1"), run("r2")};
    const auto size = result(m_session->sizeOf(both));
    ASSERT_TRUE(size.ok());
    EXPECT_GT(*size, 0U);
    const CommandReport report = perform(Kind::Delete, both);
    ASSERT_EQ(report.done(), 2U);
    EXPECT_EQ(report.bytes, *size);
    ASSERT_TRUE(waitFor([&] { return names().empty(); }));
    const std::vector<TrashedRef> lies = trash();
    ASSERT_EQ(lies.size(), 2U);
    EXPECT_FALSE(lies[0].run.user.empty());
    EXPECT_TRUE(lies[0].run.when);
    EXPECT_GT(lies[0].run.sizeBytes, 0U);
    EXPECT_EQ(m_recording.tryUpsert(R"({"name":"r1","modelName":"p"})").status, 410);
    // Undo brings back both, and one by itself goes once more.
    finished(m_session->undoCommand());
    ASSERT_TRUE(waitFor([&] { return names().size() == 2; }));
    const auto series = result(m_session->chartSeries({false, {"loss"}, 0}, both));
    ASSERT_TRUE(series.ok());
    EXPECT_EQ((*series)->size(), 2U);
    EXPECT_EQ(perform(Kind::Delete, {both[0]}).done(), 1U);
    ASSERT_EQ(trash().size(), 1U);
    EXPECT_EQ(finished(m_session->perform({trash()[0].task(Kind::Restore)})).done(), 1U);
    EXPECT_TRUE(waitFor([&] { return names().size() == 2; }));
    // Nobody records: what came back says so.
    const auto opened = result(m_session->openRun(both[1]));
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ((*opened)->run.state, RunState::Unknown);
}

TEST_F(RecorderCommandsTest, aRunningRunThatComesBackWithoutARecorderIsUnknown)
{
    recorderWorks();
    begin("r1");
    begin("r2");
    openAndRead(m_recording.file());
    m_recording.query("mutation { deleteRun(input: {id: \"Run:1\"}) { clientMutationId } }");
    m_lock.reset();
    ASSERT_TRUE(waitFor([&] { return names().size() == 1; }));
    ASSERT_TRUE(waitFor([&] {
        const auto opened = result(m_session->openRun(run("r2")));
        return opened && (*opened)->run.state == RunState::Unknown;
    }));
    ASSERT_EQ(trash().size(), 1U);
    EXPECT_EQ(finished(m_session->perform({trash()[0].task(Kind::Restore)})).done(), 1U);
    EXPECT_TRUE(waitFor([&] {
        if (names().size() != 2)
            return false;
        const auto opened = result(m_session->openRun(run("r1")));
        return opened && (*opened)->run.state == RunState::Unknown;
    }));
}

TEST_F(RecorderCommandsTest, emptyTrashFreesTheDiskAndTheIdStaysBurnt)
{
    recorderWorks();
    begin("r1");
    begin("r2");
    const fs::path files = m_recording.files() / "1";
    fs::create_directories(files / "media");
    std::ofstream(files / "media/x.bin") << std::string(100'000, 'x');
    finish("r1");
    finish("r2");
    // As a recorder's process notes it: a copy of the store would not have it.
    ASSERT_TRUE(m_recording.recorder().setSetting("place", fs::canonical(m_recording.file()).string()).ok());
    openAndRead(m_recording.file());
    const RunRef ref = run("r1");
    EXPECT_EQ(perform(Kind::Delete, {ref}).done(), 1U);
    EXPECT_TRUE(fs::exists(files));
    ASSERT_EQ(trash().size(), 1U);
    EXPECT_GE(trash()[0].run.sizeBytes, 100'000U);
    const std::uint64_t size = trash()[0].run.sizeBytes;
    const CommandReport report = finished(m_session->perform({trash()[0].task(Kind::Purge)}));
    ASSERT_EQ(report.done(), 1U) << reasonOf(report);
    EXPECT_EQ(report.bytes, size);
    EXPECT_FALSE(fs::exists(files));
    EXPECT_TRUE(trash().empty());
    EXPECT_EQ(m_recording.tryUpsert(R"({"name":"r1","modelName":"p"})").status, 410);
    EXPECT_TRUE(waitFor([&] { return names() == std::vector<std::string>{"name of r2"}; }));
    RunTask task{ref, {}};
    task.command.kind = Kind::Restore;
    EXPECT_EQ(reasonOf(finished(m_session->perform({task}))), "It was removed for good.");
}

TEST_F(RecorderCommandsTest, aCopyOfAStoreLeavesTheFilesOfTheOriginal)
{
    begin("r1");
    finish("r1");
    const fs::path files = m_recording.files() / "1";
    fs::create_directories(files);
    std::ofstream(files / "x.bin") << std::string(100'000, 'x');
    ASSERT_TRUE(m_recording.recorder().setSetting("place", "/elsewhere/runs.db").ok());
    openAndRead(m_recording.file());
    EXPECT_EQ(perform(Kind::Delete, {run("r1")}).done(), 1U);
    ASSERT_EQ(trash().size(), 1U);
    EXPECT_LT(trash()[0].run.sizeBytes, 100'000U);
    EXPECT_EQ(finished(m_session->perform({trash()[0].task(Kind::Purge)})).done(), 1U);
    EXPECT_TRUE(fs::exists(files / "x.bin"));
}

TEST_F(RecorderCommandsTest, aRunWithoutAProcessHereIsToldByTheRecorder)
{
    recorderWorks();
    begin("r1");
    openAndRead(m_recording.file());
    const RunRef ref = run("r1");
    EXPECT_TRUE(m_session->capabilities(ref).stop.allowed);
    const auto plan = result(m_session->planStop(ref));
    ASSERT_TRUE(plan.ok()) << describe(plan.error());
    EXPECT_EQ(plan->process, ProcessIdentity());
    EXPECT_THAT(plan->asked, HasSubstr("The recorder tells it to stop."));
    EXPECT_EQ(m_recording.history("r1", 1, {R"({"_step":1,"loss":1})"}), "{}") << "nothing was done yet";
    RunCommand command;
    command.stop.process = plan->process;
    const CommandReport report = finished(m_session->perform(command, {ref}));
    ASSERT_EQ(report.done(), 1U) << reasonOf(report);
    EXPECT_THAT(report.outcomes[0].effect.note, HasSubstr("within 45 seconds"));
    // Once more is not twice.
    EXPECT_THAT(result(m_session->planStop(ref))->asked, HasSubstr("was told at"));
    EXPECT_EQ(perform(Kind::Stop, {ref}).done(), 1U);
    EXPECT_EQ(m_recording.history("r1", 2, {R"({"_step":2,"loss":1})"}), R"({"stopped":true})");
    m_recording.end("r1", 255);
    EXPECT_TRUE(waitFor([&] {
        const auto opened = result(m_session->openRun(ref));
        return opened && (*opened)->run.state == RunState::Killed;
    }));
    EXPECT_TRUE(waitFor([&] { return m_session->capabilities(ref).stop.reason == "It is not running."; }));
}

TEST_F(RecorderCommandsTest, withoutARecorderAndAProcessNobodyIsTold)
{
    begin("r1");
    openAndRead(m_recording.file());
    const auto plan = result(m_session->planStop(run("r1")));
    ASSERT_FALSE(plan.ok());
    EXPECT_THAT(plan.error().detail, HasSubstr("no recorder is at work"));
    EXPECT_THAT(reasonOf(perform(Kind::Stop, {run("r1")})), HasSubstr("No recorder is at work"));
}

} // namespace runglass::test
