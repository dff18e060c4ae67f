// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog of Stop over processes that stand for scripts and for the SDK's writer.
#include "widgets/commands/StopDialog.h"

#include "tests/processes/HoldingProcess.h"
#include "tests/processes/TrainingScript.h"
#include "tests/sources/LogPayloads.h"
#include "tests/sources/ScratchRuns.h"
#include "tests/widgets/window/WindowFixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QProcess>
#include <QPushButton>

#include <unistd.h>

namespace runglass::test
{

namespace
{

using Interrupts = TrainingScript::Interrupts;

class StopDialogTest : public WindowFixture
{
protected:
    StopDialogTest()
    {
        for (const std::string id : {"a", "b"})
            m_logs.push_back(logOf(m_runs.add(id, {runRecord(id, 1'700'000'000, {}, "name of " + id)})));
    }
    /// Waits until the runs are told to be running.
    void openRunning(std::size_t count)
    {
        m_session.open(m_runs.root().string());
        ASSERT_TRUE(waitFor([&] {
            const RunTable& table = *m_session.list()->table;
            std::size_t running = 0;
            for (std::uint32_t row = 0; row < table.rowCount(); ++row)
                running += table.state(row) == RunState::Running ? 1 : 0;
            return table.rowCount() == 2 && running == count;
        }));
    }
    RunRef ref(const std::string& id) const
    {
        const RunTable& table = *m_session.list()->table;
        for (std::uint32_t row = 0; row < table.rowCount(); ++row)
            if (table.ref(row).path.id == id)
                return table.ref(row);
        return {};
    }
    /// The dialog for a run, once it knows whom it is about.
    std::unique_ptr<StopDialog> ask(const std::string& id)
    {
        auto dialog = std::make_unique<StopDialog>(m_context, std::vector<RunRef>{ref(id)});
        dialog->show();
        EXPECT_TRUE(waitFor(
            [&] { return !part<QLabel>(*dialog, "stopText").text().startsWith(QStringLiteral("Looking for")); }));
        return dialog;
    }
    template <typename T> static T& part(const StopDialog& of, const char* name)
    {
        return *of.findChild<T*>(QString::fromLatin1(name));
    }
    static QString allText(const QWidget& of)
    {
        QStringList texts;
        for (const QLabel* label : of.findChildren<QLabel*>())
            if (label->isVisible())
                texts.append(label->text());
        return texts.join(u'\n');
    }
    /// Does what was confirmed.
    void perform(StopDialog& dialog)
    {
        part<QPushButton>(dialog, "confirmStop").click();
        EXPECT_EQ(dialog.result(), QDialog::Accepted);
        m_session.perform(dialog.tasks());
        ASSERT_TRUE(waitFor([this] { return !m_session.isPerforming(); }));
    }
    const std::filesystem::path& programs() const { return m_programs.path(); }

    ScratchRuns m_runs;
    TemporaryDirectory m_programs;
    std::vector<std::filesystem::path> m_logs;
};

/// For processes that root alone can make.
class AsRootStopDialogTest : public StopDialogTest
{
protected:
    void SetUp() override { ASSERT_TRUE(mayActAsOthers()); }
};

} // namespace

TEST_F(StopDialogTest, NamesTheOtherRunsOfTheProcessWhichGetsOneInterrupt)
{
    TrainingScript script;
    const CoreProcess core(programs(), m_logs, script.pid());
    openRunning(2);
    const auto dialog = ask("a");
    EXPECT_TRUE(allText(*dialog).contains(QStringLiteral("This process writes 1 more run(s), which end with it: b")))
        << allText(*dialog).toStdString();
    perform(*dialog);
    EXPECT_TRUE(script.answers());
    EXPECT_EQ(script.end(), 0);
}

TEST_F(StopDialogTest, OffersTheGroupWhereAllOfItIsProved)
{
    TrainingScript script;
    const CoreProcess core(programs(), {m_logs[0]}, script.pid());
    openRunning(1);
    // It starts a child every second, which may come or go while it is looked at: then there is nobody beside it.
    std::unique_ptr<StopDialog> dialog;
    ASSERT_TRUE(waitFor([&] {
        dialog = ask("a");
        return part<QCheckBox>(*dialog, "wholeGroup").isVisible();
    }));
    EXPECT_FALSE(part<QCheckBox>(*dialog, "wholeGroup").isChecked());
    part<QCheckBox>(*dialog, "wholeGroup").click();
    const std::vector<RunTask> tasks = dialog->tasks();
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_TRUE(tasks[0].command.stop.wholeGroup);
    ASSERT_TRUE(tasks[0].command.stop.process);
    EXPECT_EQ(tasks[0].command.stop.process->pid, script.pid());
    dialog->reject();
    EXPECT_EQ(script.end(), 0) << "nobody is interrupted by what was not confirmed";
}

TEST_F(StopDialogTest, LeavesAGroupAloneThatHasAStrangerInIt)
{
    TrainingScript script;
    const CoreProcess core(programs(), {m_logs[0]}, script.pid());
    QProcess stranger;
    const auto group = static_cast<pid_t>(script.pid());
    stranger.setChildProcessModifier([group] { ::setpgid(0, group); });
    stranger.start(QStringLiteral("/bin/sleep"), {QStringLiteral("600")});
    ASSERT_TRUE(stranger.waitForStarted());
    openRunning(1);
    const auto dialog = ask("a");
    EXPECT_FALSE(part<QCheckBox>(*dialog, "wholeGroup").isVisible());
    EXPECT_TRUE(part<QLabel>(*dialog, "groupReason").text().contains(QStringLiteral("was not started by who leads it")))
        << part<QLabel>(*dialog, "groupReason").text().toStdString();
    perform(*dialog);
    EXPECT_TRUE(script.answers());
    EXPECT_FALSE(stranger.waitForFinished(0)) << "it was left alone";
    stranger.kill();
    stranger.waitForFinished();
}

TEST_F(StopDialogTest, WarnsOfAScriptThatIgnoresInterrupts)
{
    const TrainingScript script(Interrupts::Ignores);
    const CoreProcess core(programs(), {m_logs[0]}, script.pid());
    openRunning(1);
    const auto dialog = ask("a");
    EXPECT_TRUE(allText(*dialog).contains(QStringLiteral("The script ignores interrupts: it may well go on.")));
    EXPECT_TRUE(part<QPushButton>(*dialog, "confirmStop").isEnabled());
}

TEST_F(AsRootStopDialogTest, RefusesAnotherUsersProcessAndSaysWhy)
{
    TrainingScript script(Interrupts::Answers, kStranger);
    const CoreProcess core(programs(), {m_logs[0]}, script.pid());
    openRunning(1);
    const auto dialog = ask("a");
    EXPECT_TRUE(allText(*dialog).contains(QStringLiteral("is not of the user who writes the log")))
        << allText(*dialog).toStdString();
    EXPECT_FALSE(part<QPushButton>(*dialog, "confirmStop").isVisible() &&
                 part<QPushButton>(*dialog, "confirmStop").isEnabled());
    EXPECT_TRUE(dialog->tasks().empty());
    EXPECT_EQ(script.end(), 0);
}

} // namespace runglass::test
