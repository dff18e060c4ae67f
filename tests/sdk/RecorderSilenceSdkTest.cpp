// SPDX-License-Identifier: GPL-3.0-or-later
// A script of the real SDK that stands still, and one that is killed: what becomes of the run as time goes by.
#include "models/recorder/RecorderService.h"
#include "models/store/StoreReader.h"
#include "tests/support/TestEnvironment.h"

#include <QProcess>
#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <poll.h>
#include <thread>

namespace runglass::test
{

namespace
{

constexpr int kTimeoutMs = 60'000;

/// A recorder in this process, whose time the test makes go by.
class RecorderSilenceSdkTest : public testing::Test
{
protected:
    RecorderSilenceSdkTest()
    {
        RecorderSettings settings;
        settings.storeFile = store();
        settings.port = 0;
        settings.uptime = [this] {
            // Less than what a recorder that stood still itself would have missed.
            constexpr std::chrono::seconds kStep{25};
            m_uptime += m_isPassing ? kStep : std::chrono::seconds(1);
            return Uptime{m_uptime, {}};
        };
        auto service = RecorderService::start(settings, m_clock);
        if (!service)
            throw std::runtime_error(describe(service.error()));
        m_service = std::move(service).value();
        m_thread = std::thread([this] { m_service->run(); });
    }
    ~RecorderSilenceSdkTest() override
    {
        m_service->stop();
        m_thread.join();
    }

    std::string store() const { return m_directory.path() / "runs.db"; }

    /// Starts a run that does what say() tells it.
    void begin(const std::string& id)
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("WANDB_BASE_URL"), QString::fromStdString(m_service->url()));
        variables.insert(QStringLiteral("WANDB_API_KEY"), QStringLiteral("local-") + QString(40, QLatin1Char('0')));
        variables.insert(QStringLiteral("WANDB_X_FILE_STREAM_TRANSMIT_INTERVAL"), QStringLiteral("1"));
        variables.insert(QStringLiteral("WANDB_ERROR_REPORTING"), QStringLiteral("false"));
        variables.insert(QStringLiteral("NO_PROXY"), QStringLiteral("127.0.0.1"));
        m_script.setProcessEnvironment(variables);
        m_script.setWorkingDirectory(QString::fromStdString(m_directory.path().string()));
        m_script.start(QStringLiteral(RUNGLASS_SDK_PYTHON), {QStringLiteral(RUNGLASS_SDK_SCRIPTS "/life_run.py"),
                                                             QStringLiteral("lead"), QString::fromStdString(id)});
        ASSERT_EQ(answer(), "begun");
    }
    std::string answer()
    {
        while (!m_script.canReadLine())
            if (!m_script.waitForReadyRead(kTimeoutMs))
                return "nothing: " + m_script.readAllStandardError().toStdString();
        return m_script.readLine().trimmed().toStdString();
    }
    void say(const std::string& line)
    {
        m_script.write(QByteArray::fromStdString(line + '\n'));
        ASSERT_EQ(answer(), "done");
    }

    /// The script and all that it has started.
    std::vector<pid_t> processes() const
    {
        std::vector<pid_t> all = {static_cast<pid_t>(m_script.processId())};
        for (std::size_t i = 0; i < all.size(); ++i)
            for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(all[i]) + "/task")) {
                std::ifstream children(task.path() / "children");
                for (pid_t child = 0; children >> child;)
                    all.push_back(child);
            }
        return all;
    }
    void signal(int number) const
    {
        for (const pid_t process : processes())
            ::kill(process, number);
    }

    bool becomes(const std::string& id, RunState state, std::size_t points = 0)
    {
        const RunPath path{"local", "life", id};
        for (int tries = 0; tries < 600; ++tries) {
            const auto reader = StoreReader::open({store(), {}});
            const auto run = reader ? (*reader)->run(path) : Result<runglass::Run>(reader.error());
            const auto series = reader ? (*reader)->series(path, {0, false, {"a"}}) : Result<Series>(reader.error());
            if (run && run->state == state && (points == 0 || (series && series->size() >= points)))
                return true;
            ::poll(nullptr, 0, 100);
        }
        return false;
    }

    TemporaryDirectory m_directory;
    SystemClock m_clock;
    std::chrono::nanoseconds m_uptime = std::chrono::hours(1);
    std::atomic<bool> m_isPassing = false;
    std::unique_ptr<RecorderService> m_service;
    std::thread m_thread;
    QProcess m_script;
};

TEST_F(RecorderSilenceSdkTest, AScriptThatStandsStillCrashesAndComesBack)
{
    begin("still");
    say("run.log({'a': 1})");
    ASSERT_TRUE(becomes("still", RunState::Running, 1));
    signal(SIGSTOP);
    m_isPassing = true;
    EXPECT_TRUE(becomes("still", RunState::Crashed));
    m_isPassing = false;
    signal(SIGCONT);
    say("run.log({'a': 2})");
    EXPECT_TRUE(becomes("still", RunState::Running, 2));
    m_script.closeWriteChannel();
    EXPECT_TRUE(m_script.waitForFinished(kTimeoutMs));
    EXPECT_TRUE(becomes("still", RunState::Finished, 2));
}

TEST_F(RecorderSilenceSdkTest, AKilledScriptRunsUntilItsSilenceIsLong)
{
    begin("killed");
    say("run.log({'a': 1})");
    ASSERT_TRUE(becomes("killed", RunState::Running, 1));
    signal(SIGKILL);
    m_script.waitForFinished(kTimeoutMs);
    EXPECT_TRUE(becomes("killed", RunState::Running));
    m_isPassing = true;
    EXPECT_TRUE(becomes("killed", RunState::Crashed));
}

} // namespace

} // namespace runglass::test
