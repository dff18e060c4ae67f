// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of recorded runs while the real SDK writes them.
#include "tests/sdk/RecorderScripts.h"

#include <QProcess>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <iostream>
#include <poll.h>

namespace runglass::test
{

namespace
{

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr int kTimeoutMs = 90'000;

/// A script that goes on beside the test.
class LiveScript
{
public:
    LiveScript(const std::vector<std::string>& command, const std::map<std::string, std::string>& environment,
               const std::string& directory)
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        for (const auto& [name, value] : environment)
            variables.insert(QString::fromStdString(name), QString::fromStdString(value));
        QStringList words;
        for (const std::string& word : command)
            words.append(QString::fromStdString(word));
        m_process.setProcessEnvironment(variables);
        m_process.setWorkingDirectory(QString::fromStdString(directory));
        m_process.start(QStringLiteral(RUNGLASS_SDK_PYTHON), words);
        EXPECT_EQ(answer(), "begun");
    }
    ~LiveScript()
    {
        m_process.kill();
        m_process.waitForFinished(kTimeoutMs);
    }
    LiveScript(const LiveScript&) = delete;
    LiveScript& operator=(const LiveScript&) = delete;

    qint64 pid() const { return m_process.processId(); }
    void say(const std::string& line)
    {
        m_process.write(QByteArray::fromStdString(line + '\n'));
        EXPECT_EQ(answer(), "done");
    }
    /// Ends its input, or only waits. @return its exit status; -1: a signal has ended it, or it does not end
    int end()
    {
        m_process.closeWriteChannel();
        const bool hasEnded = m_process.waitForFinished(kTimeoutMs);
        return hasEnded && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    std::string errors() { return m_process.readAllStandardError().toStdString(); }

private:
    std::string answer()
    {
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(kTimeoutMs))
                return "nothing: " + errors();
        return m_process.readLine().trimmed().toStdString();
    }

    QProcess m_process;
};

class RecorderCommandsSdkTest : public RecorderScripts
{
protected:
    ProgramRun life(const std::vector<std::string>& arguments) { return script("life_run.py", arguments); }
    std::unique_ptr<LiveScript> live(const std::vector<std::string>& arguments)
    {
        return std::make_unique<LiveScript>(command("life_run.py", arguments), recorder().environment(),
                                            directory().string());
    }
    ProgramRun runglassHere(std::vector<std::string> words) const
    {
        words.insert(words.end(), {"--source", store().string()});
        return runglass(words);
    }
    /// What a command says of its only run.
    json one(const std::vector<std::string>& words) const
    {
        const json all = read(words);
        EXPECT_EQ(all.size(), 1U);
        return all.empty() ? json() : all[0];
    }
    /// The document is so at last.
    bool becomes(const std::string& run, const std::function<bool(const json&)>& condition) const
    {
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(kTimeoutMs);
        while (std::chrono::steady_clock::now() < end) {
            if (condition(show(run)))
                return true;
            ::poll(nullptr, 0, 100);
        }
        return false;
    }
    bool hasState(const std::string& run, const std::string& state) const
    {
        return becomes(run, [&state](const json& shown) { return shown.at("state") == state; });
    }
    std::string interrupts() const
    {
        std::ifstream file(directory() / "interrupts");
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::size_t trashed() const
    {
        const ProgramRun list = runglass({"list", "--trash", store().string(), "--json"});
        return json::parse(list.out).size();
    }
};

/// The script notes each interrupt, and goes on.
const char* const kNote = "import signal; signal.signal(signal.SIGINT, lambda *_: open('interrupts', 'a').write('x'))";

TEST_F(RecorderCommandsSdkTest, AScriptThatSavesForLongIsInterruptedOnce)
{
    const auto script = live({"lead", "saves"});
    script->say("run.log({'a': 1})");
    script->say(kNote);
    const ProgramRun plan = runglassHere({"stop", "saves", "--dry-run"});
    EXPECT_EQ(plan.status, 0) << plan.err;
    EXPECT_THAT(plan.err, HasSubstr("life_run.py"));
    EXPECT_THAT(plan.err, HasSubstr("(process " + std::to_string(script->pid())));
    EXPECT_EQ(interrupts(), "");
    const json stopped = one({"stop", "saves", "--yes"});
    EXPECT_EQ(stopped.at("ok"), true) << stopped;
    EXPECT_THAT(stopped.at("note").get<std::string>(), HasSubstr("Interrupted"));
    // The public API asks for the same, which comes to nothing more: the SDK would interrupt within 16 seconds.
    EXPECT_EQ(life({"ask", "stop", "saves"}).status, 0);
    script->say("[(run.log({'a': 2}), time.sleep(1)) for _ in range(20)]");
    EXPECT_EQ(interrupts(), "x");
    EXPECT_EQ(show("saves").at("state"), "running");
    EXPECT_EQ(show("saves").at("state_reason"), "interrupted, and not ended yet");
    EXPECT_EQ(script->end(), 0);
    EXPECT_EQ(show("saves").at("state"), "killed");
    EXPECT_EQ(show("saves").at("state_reason"), "stopped on request");
    EXPECT_EQ(runglassHere({"stop", "saves", "--yes"}).status, 4);
    EXPECT_EQ(interrupts(), "x");
}

TEST_F(RecorderCommandsSdkTest, APlainLoopIsKilledByStop)
{
    const auto script = live({"forever", "loop"});
    EXPECT_EQ(one({"stop", "loop", "--yes"}).at("ok"), true);
    EXPECT_NE(script->end(), 0);
    EXPECT_THAT(script->errors(), HasSubstr("KeyboardInterrupt"));
    EXPECT_TRUE(hasState("loop", "killed"));
}

TEST_F(RecorderCommandsSdkTest, TheApiStopsARun)
{
    const auto script = live({"forever", "asked"});
    EXPECT_EQ(life({"ask", "stop", "asked"}).status, 0);
    // Nobody interrupts it a second time meanwhile.
    const json again = one({"stop", "asked", "--yes"});
    EXPECT_EQ(again.at("ok"), true);
    EXPECT_THAT(again.at("note").get<std::string>(), HasSubstr("was told at"));
    EXPECT_NE(script->end(), 0);
    EXPECT_THAT(script->errors(), HasSubstr("KeyboardInterrupt"));
    EXPECT_TRUE(hasState("asked", "killed"));
}

TEST_F(RecorderCommandsSdkTest, ADeletedIdIsRefusedAtOnceUntilItIsRestored)
{
    ASSERT_EQ(life({"begin"}).status, 0);
    const double ordinary = expected().at("seconds");
    const json deleted = one({"delete", "r1", "--yes"});
    EXPECT_EQ(deleted.at("ok"), true) << deleted;
    EXPECT_GT(deleted.at("size"), 0);
    EXPECT_EQ(trashed(), 1U);
    double seconds = 1e9;
    for (const char* resume : {"", "allow", "never"}) {
        std::vector<std::string> words = {"refused", "r1"};
        if (*resume != '\0')
            words.emplace_back(resume);
        const ProgramRun refused = life(words);
        EXPECT_EQ(refused.status, 1) << resume;
        seconds = std::min(seconds, expected().at("seconds").get<double>());
        EXPECT_THAT(refused.err, HasSubstr("run local/life/r1 was previously created and deleted; try a new run name, "
                                           "or restore it from the trash of Runglass"));
    }
    // What the SDK takes for a passing trouble it tries again for minutes.
    std::cout << "refused after " << seconds << " s; an ordinary run begins after " << ordinary << " s\n";
    EXPECT_LT(seconds, 30.0);
    EXPECT_EQ(one({"restore", "r1", "--yes"}).at("ok"), true);
    EXPECT_EQ(trashed(), 0U);
    ASSERT_EQ(life({"begin", "must"}).status, 0);
    EXPECT_EQ(expected().at("start"), 3);
    EXPECT_EQ(points("local/life/r1", "a").size(), 6U);
    EXPECT_EQ(show("r1").at("state"), "finished");
}

TEST_F(RecorderCommandsSdkTest, APurgedIdIsRefusedForGoodAndItsDiskIsFree)
{
    ASSERT_EQ(life({"begin"}).status, 0);
    ASSERT_TRUE(std::filesystem::exists(files() / "1"));
    EXPECT_EQ(one({"delete", "r1", "--yes"}).at("ok"), true);
    const json emptied = one({"trash", "empty", "--yes"});
    EXPECT_EQ(emptied.at("ok"), true) << emptied;
    EXPECT_GT(emptied.at("size"), 0);
    EXPECT_FALSE(std::filesystem::exists(files() / "1"));
    EXPECT_EQ(trashed(), 0U);
    const ProgramRun refused = life({"refused", "r1"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("run local/life/r1 was previously created and deleted; try a new run name"));
    EXPECT_THAT(refused.err, Not(HasSubstr("restore")));
    EXPECT_EQ(runglassHere({"restore", "r1", "--yes"}).status, 3);
    EXPECT_EQ(recorder().end(), 0);
    restart(recorder().port());
    EXPECT_EQ(life({"refused", "r1"}).status, 1);
}

TEST_F(RecorderCommandsSdkTest, ALiveRunThatIsDeletedElsewhereEndsCleanly)
{
    const auto script = live({"forever", "gone"});
    ASSERT_TRUE(becomes("gone", [](const json& shown) { return shown.at("summary").contains("a"); }));
    EXPECT_EQ(runglassHere({"delete", "gone", "--yes"}).status, 4) << "it is running";
    EXPECT_EQ(life({"ask", "delete", "gone"}).status, 0);
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_NE(script->end(), 0);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(45));
    const std::string said = script->errors();
    EXPECT_THAT(said, HasSubstr("KeyboardInterrupt"));
    EXPECT_THAT(said, Not(HasSubstr("Fatal error")));
    EXPECT_EQ(trashed(), 1U);
    EXPECT_EQ(one({"restore", "gone", "--yes"}).at("ok"), true);
    EXPECT_TRUE(hasState("gone", "killed"));
    EXPECT_FALSE(points("local/life/gone", "a").empty());
}

TEST_F(RecorderCommandsSdkTest, AnEditOfALiveRunStays)
{
    const auto script = live({"lead", "edited"});
    EXPECT_EQ(one({"edit", "edited", "--name", "by hand", "--tag", "good", "--notes", "look here", "--yes"}).at("ok"),
              true);
    script->say("run.log({'a': 1})");
    script->say("run.tags = run.tags + ('late',)");
    script->say("run.config['late'] = 5");
    EXPECT_EQ(script->end(), 0);
    const json run = show("edited");
    EXPECT_EQ(run.at("name"), "by hand");
    EXPECT_EQ(run.at("notes"), "look here");
    EXPECT_EQ(run.at("tags"), json({"good", "late"}));
    EXPECT_EQ(run.at("config").at("late"), 5);
    EXPECT_EQ(run.at("edited"), json({"name", "notes", "tags"}));
    EXPECT_EQ(one({"lock", "edited"}).at("ok"), true);
    EXPECT_EQ(show("edited").at("locked"), true);
    EXPECT_EQ(runglassHere({"delete", "edited", "--yes"}).status, 4);
    EXPECT_NE(life({"ask", "delete", "edited"}).status, 0);
    EXPECT_EQ(one({"unlock", "edited"}).at("ok"), true);
    EXPECT_EQ(life({"ask", "delete", "edited"}).status, 0);
    EXPECT_EQ(trashed(), 1U);
}

} // namespace

} // namespace runglass::test
