// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts of the real SDK that are interrupted for their runs.
#include "tests/sdk/SdkRun.h"
#include "tests/session/SessionFixture.h"

#include <fstream>

namespace runglass::test
{

namespace
{

using Kind = RunCommand::Kind;

class StopSdkTest : public SessionFixture
{
protected:
    std::vector<RunRef> all() const
    {
        std::vector<RunRef> runs;
        for (const std::uint32_t row : m_session->list()->rows)
            runs.push_back(m_session->list()->table->ref(row));
        return runs;
    }
    bool areAll(RunState state, std::size_t count)
    {
        return waitFor([&] {
            const auto runs = all();
            return runs.size() == count && std::all_of(runs.begin(), runs.end(), [&](const RunRef& run) {
                       return m_session->list()->table->state(*m_session->list()->table->rowOf(run)) == state;
                   });
        });
    }
    CommandReport stop(const std::vector<RunRef>& runs)
    {
        std::optional<CommandReport> report;
        const auto connection = QObject::connect(m_session.get(), &Session::commandFinished, m_session.get(),
                                                 [&](quint64, const CommandReport& done) { report = done; });
        m_session->perform({Kind::Stop, {}}, runs);
        EXPECT_TRUE(waitFor([&] { return report.has_value(); }));
        QObject::disconnect(connection);
        return report.value_or(CommandReport());
    }
    std::string interrupts() const { return contents(m_directory.path() / "interrupts"); }

    TemporaryDirectory m_directory;
};

/// The script notes each interrupt, and goes on.
const char* const kNote = "import signal; signal.signal(signal.SIGINT, lambda *_: open('interrupts', 'a').write('x'))";

} // namespace

TEST_F(StopSdkTest, theScriptIsInterruptedAndTheRunIsKilled)
{
    SdkRun run(m_directory.path());
    run.execute("run.log({'loss': 1.0})");
    openAndRead(m_directory.path());
    ASSERT_TRUE(areAll(RunState::Running, 1));
    EXPECT_TRUE(m_session->capabilities(all()[0]).stop.allowed);
    EXPECT_FALSE(m_session->capabilities(all()[0]).remove.allowed);
    const auto plan = result(m_session->planStop(all()[0]));
    ASSERT_TRUE(plan.ok()) << describe(plan.error());
    EXPECT_EQ(plan->process.pid, run.pid());
    EXPECT_NE(plan->script.find("sdk_run.py"), std::string::npos) << plan->script;
    EXPECT_TRUE(plan->otherRuns.empty());
    EXPECT_FALSE(plan->ignoresInterrupt);
    const CommandReport report = stop(all());
    ASSERT_EQ(report.done(), 1U) << (report.outcomes[0].error ? describe(*report.outcomes[0].error) : "");
    EXPECT_TRUE(areAll(RunState::Killed, 1));
    EXPECT_FALSE(m_session->capabilities(all()[0]).stop.allowed);
}

TEST_F(StopSdkTest, twoRunsOfOneScriptInterruptItOnce)
{
    SdkRun run(m_directory.path());
    run.execute("second = wandb.init(project='live', mode='offline', dir='.', reinit='create_new')");
    run.execute(kNote);
    openAndRead(m_directory.path());
    ASSERT_TRUE(areAll(RunState::Running, 2));
    const auto plan = result(m_session->planStop(all()[0]));
    ASSERT_TRUE(plan.ok()) << describe(plan.error());
    ASSERT_EQ(plan->otherRuns.size(), 1U);
    EXPECT_EQ(plan->otherRuns[0], all()[1].path.id);
    EXPECT_EQ(stop(all()).done(), 2U);
    ASSERT_TRUE(waitFor([&] { return !interrupts().empty(); }));
    // The script goes on, and what it does next comes after any second interrupt.
    run.execute("run.log({'loss': 1.0})");
    EXPECT_EQ(interrupts(), "x");
    // Asked again, it is interrupted again.
    EXPECT_EQ(stop({all()[0]}).done(), 1U);
    EXPECT_TRUE(waitFor([&] { return interrupts() == "xx"; }));
    run.end();
    EXPECT_TRUE(areAll(RunState::Finished, 2));
}

TEST_F(StopSdkTest, anIgnoredInterruptIsSaid)
{
    SdkRun run(m_directory.path());
    run.execute("import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)");
    openAndRead(m_directory.path());
    ASSERT_TRUE(areAll(RunState::Running, 1));
    const auto plan = result(m_session->planStop(all()[0]));
    ASSERT_TRUE(plan.ok()) << describe(plan.error());
    EXPECT_TRUE(plan->ignoresInterrupt);
    const CommandReport report = stop(all());
    ASSERT_EQ(report.done(), 1U);
    EXPECT_NE(report.outcomes[0].effect.note.find("It ignores interrupts"), std::string::npos);
    run.execute("run.log({'loss': 2.0})");
    run.end();
}

} // namespace runglass::test
