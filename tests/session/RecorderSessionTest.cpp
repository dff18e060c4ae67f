// SPDX-License-Identifier: GPL-3.0-or-later
// What a session shows of the store of a recorder.
#include "models/store/RecorderLock.h"
#include "tests/recorder/Recording.h"
#include "tests/session/SessionFixture.h"

#include <chrono>

namespace runglass::test
{

namespace
{

class RecorderSessionTest : public SessionFixture
{
protected:
    void begin(const std::string& id)
    {
        m_recording.upsert(R"({"name":")" + id + R"(","modelName":"p","displayName":"name of )" + id +
                           R"(","host":"vm","config":"{}"})");
    }
    void log(const std::string& id, int step)
    {
        m_recording.history(id, step,
                            {"{\"_step\":" + std::to_string(step) + ",\"loss\":" + std::to_string(step) + "}"});
    }
    std::size_t points(const RunRef& ref)
    {
        const auto series = result(m_session->chartSeries({false, {"loss"}, 0}, {ref}));
        std::size_t count = 0;
        if (series && !(*series)->empty())
            for (const auto& segment : (*series)->front().segments)
                count += segment->size();
        return count;
    }
    RunState state(const RunRef& ref)
    {
        const auto opened = result(m_session->openRun(ref));
        return opened ? (*opened)->run.state : RunState::Pending;
    }
    /// As a recorder's process has it.
    std::unique_ptr<RecorderLock> lock() const
    {
        RecorderLock lock = RecorderLock::take(m_recording.file()).value();
        EXPECT_TRUE(lock.tell({"http://127.0.0.1:1", 1, "here"}).ok());
        return std::make_unique<RecorderLock>(std::move(lock));
    }

    Recording m_recording;
};

TEST_F(RecorderSessionTest, ShowsRunsWhileTheyAreRecorded)
{
    const auto recorder = lock();
    begin("r1");
    log("r1", 0);
    const SourceId id = openAndRead(m_recording.file());
    EXPECT_EQ(m_session->source(id)->kind, "recorder");
    EXPECT_EQ(names(), std::vector<std::string>{"name of r1"});
    const RunRef ref = run("r1");
    EXPECT_EQ(points(ref), 1U);
    EXPECT_EQ(state(ref), RunState::Running);
    const auto begun = std::chrono::steady_clock::now();
    log("r1", 1);
    begin("r2");
    EXPECT_TRUE(waitFor([&] { return points(ref) == 2 && names().size() == 2; }));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    RecordProperty("seconds", std::to_string(took.count()));
    m_recording.end("r1", 0);
    EXPECT_TRUE(waitFor([&] { return state(ref) == RunState::Finished; }));
    // What is the recorder's is left alone.
    EXPECT_FALSE(std::filesystem::exists(m_recording.file() + "-table"));
    EXPECT_FALSE(std::filesystem::exists(m_home.path() / "cache"));
}

TEST_F(RecorderSessionTest, SaysWhatKeepsTheRecorderFromRecording)
{
    const auto recorder = lock();
    begin("r1");
    const SourceId id = openAndRead(m_recording.file());
    const auto warnings = [&] { return m_session->source(id)->report.warnings; };
    EXPECT_TRUE(warnings().empty());
    ASSERT_TRUE(recorder->tell({"http://127.0.0.1:1", 1, "here", "The disk\nis full."}).ok());
    EXPECT_TRUE(waitFor([&] { return warnings().size() == 1; }));
    EXPECT_EQ(warnings().front().cause, "Runs cannot be recorded: The disk is full.");
    ASSERT_TRUE(recorder->tell({"http://127.0.0.1:1", 1, "here"}).ok());
    EXPECT_TRUE(waitFor([&] { return warnings().empty(); }));
}

TEST_F(RecorderSessionTest, SaysThatNobodyRecordsAnyMore)
{
    auto recorder = lock();
    begin("r1");
    openAndRead(m_recording.file());
    const RunRef ref = run("r1");
    EXPECT_EQ(state(ref), RunState::Running);
    recorder.reset();
    EXPECT_TRUE(waitFor([&] { return state(ref) == RunState::Unknown; }));
    const auto opened = result(m_session->openRun(ref));
    EXPECT_EQ((*opened)->run.stateReason, "recorder off since 2026-11-23T06:25:47Z");
    // A recorder that starts again has its runs again.
    recorder = lock();
    m_recording.restart();
    EXPECT_TRUE(waitFor([&] { return state(ref) == RunState::Running; }));
}

TEST_F(RecorderSessionTest, ADeletedRunGoes)
{
    const auto recorder = lock();
    const Value bucket = m_recording.upsert(R"({"name":"r1","modelName":"p","config":"{}"})");
    openAndRead(m_recording.file());
    EXPECT_EQ(names().size(), 1U);
    m_recording.query("mutation { deleteRun(input: {id: \"Run:1\"}) { clientMutationId } }");
    EXPECT_TRUE(waitFor([&] { return names().empty(); }));
}

TEST_F(RecorderSessionTest, OtherDatabasesAreNone)
{
    const std::string index = (m_home.path() / "index.db").string();
    ASSERT_TRUE(StoreWriter::open({index, {}}).ok());
    const SourceId id = m_session->open(index);
    EXPECT_TRUE(waitFor([&] { return m_session->source(id)->error.has_value(); }));
    EXPECT_EQ(m_session->source(id)->error->kind, Error::Kind::Unsupported);
}

} // namespace

} // namespace runglass::test
