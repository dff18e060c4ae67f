// SPDX-License-Identifier: GPL-3.0-or-later
// What a session shows of runs of the real SDK while they live, and when they end in one way or another.
#include "tests/sdk/SdkRun.h"
#include "tests/session/SessionFixture.h"

#include <chrono>
#include <csignal>

namespace runglass::test
{

namespace
{

class LiveSessionTest : public SessionFixture
{
protected:
    /// The one run of the session, as its document says now.
    runglass::Run document()
    {
        const auto opened = result(m_session->openRun(ref()));
        return opened ? (*opened)->run : runglass::Run();
    }
    RunRef ref() const
    {
        const auto list = m_session->list();
        return list->rows.empty() ? RunRef() : list->table->ref(list->rows.front());
    }
    bool hasRuns(std::size_t count)
    {
        return waitFor([&] { return m_session->list()->rows.size() == count; });
    }
    bool becomes(RunState state)
    {
        return waitFor([&] { return !m_session->list()->rows.empty() && document().state == state; });
    }
    std::size_t points(const std::string& key)
    {
        const auto series = result(m_session->chartSeries({false, {key}, 0}, {ref()}));
        if (!series || (*series)->empty())
            return 0;
        std::size_t count = 0;
        for (const auto& segment : (*series)->front().segments)
            count += segment->size();
        return count;
    }
    /// Waits for condition and notes how long it took.
    template <typename Condition> void expectSoon(const char* what, const Condition& condition)
    {
        const auto begun = std::chrono::steady_clock::now();
        EXPECT_TRUE(waitFor(condition)) << what;
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        RecordProperty(what, std::to_string(took.count()));
        std::printf("%s: %.2f s\n", what, took.count());
    }

    TemporaryDirectory m_directory;
};

} // namespace

TEST_F(LiveSessionTest, aRunAppearsGrowsAndFinishes)
{
    openAndRead(m_directory.path());
    EXPECT_TRUE(m_session->list()->rows.empty());
    SdkRun run(m_directory.path());
    run.execute("run.log({'loss': 1.0})");
    expectSoon("appears", [&] { return m_session->list()->rows.size() == 1 && ref().path.id == run.id(); });
    ASSERT_TRUE(becomes(RunState::Running));
    EXPECT_NE(document().stateReason.find("holds its log"), std::string::npos) << document().stateReason;
    run.execute("[run.log({'loss': 1.0 / (i + 1)}) for i in range(500)]");
    run.execute("run.log({'loss': 0.0})");
    expectSoon("grows", [&] { return points("loss") >= 501; });
    run.end();
    expectSoon("finishes", [&] { return document().state == RunState::Finished; });
    EXPECT_EQ(points("loss"), 502U);
    EXPECT_EQ(document().exitCode, 0);
    EXPECT_TRUE(document().warnings.empty());
}

TEST_F(LiveSessionTest, aKilledProcessIsACrash)
{
    SdkRun run(m_directory.path());
    run.execute("run.log({'loss': 1.0})");
    openAndRead(m_directory.path());
    ASSERT_TRUE(becomes(RunState::Running));
    run.signal(SIGKILL);
    expectSoon("crashes", [&] { return document().state == RunState::Crashed; });
    EXPECT_NE(document().stateReason.find("no process holds its log"), std::string::npos) << document().stateReason;
}

TEST_F(LiveSessionTest, anInterruptIsAKill)
{
    SdkRun run(m_directory.path());
    run.execute("run.log({'loss': 1.0})");
    openAndRead(m_directory.path());
    ASSERT_TRUE(becomes(RunState::Running));
    run.signal(SIGINT);
    expectSoon("is killed", [&] { return document().state == RunState::Killed; });
}

TEST_F(LiveSessionTest, theConsoleIsThereBeforeTheLogIsFlushed)
{
    constexpr double kNeverFlushed = 600;
    SdkRun run(m_directory.path(), kNeverFlushed);
    openAndRead(m_directory.path());
    ASSERT_TRUE(hasRuns(1));
    run.execute("print('hello from the script')");
    expectSoon("prints", [&] {
        const auto lines = result(m_session->logLines(ref()));
        return lines && !(*lines)->empty() && (*lines)->front().text == "hello from the script";
    });
    EXPECT_LT(std::filesystem::file_size(run.log()), 10U) << "the log says it itself: nothing is shown by this test";
}

TEST_F(LiveSessionTest, anotherSessionTakesUpWhereThisOneEnds)
{
    SdkRun run(m_directory.path());
    run.execute("[run.log({'loss': i}) for i in range(100)]");
    run.execute("run.log({'loss': 1})");
    openAndRead(m_directory.path());
    expectSoon("is read", [&] { return points("loss") >= 100; });
    m_session = std::make_unique<Session>(places());
    run.execute("[run.log({'loss': i}) for i in range(100)]");
    openAndRead(m_directory.path());
    run.end();
    expectSoon("finishes", [&] { return document().state == RunState::Finished; });
    EXPECT_EQ(points("loss"), 201U);
}

} // namespace runglass::test
