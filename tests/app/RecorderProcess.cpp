// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/RecorderProcess.h"

#include <stdexcept>

namespace runglass::test
{

namespace
{

constexpr int kTimeoutMs = 60'000;

} // namespace

RecorderProcess::RecorderProcess(const std::filesystem::path& store, int port)
{
    m_process.start(QStringLiteral(RUNGLASS_PROGRAM),
                    {QStringLiteral("serve"), QStringLiteral("--store"), QString::fromStdString(store.string()),
                     QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kTimeoutMs))
            throw std::runtime_error("the recorder did not start: " + errors());
    }
    m_url = m_process.readLine().trimmed().toStdString();
}

RecorderProcess::~RecorderProcess()
{
    kill();
}

std::map<std::string, std::string> RecorderProcess::environment() const
{
    return {{"WANDB_BASE_URL", m_url},
            {"WANDB_API_KEY", "local-" + std::string(40, '0')},
            {"WANDB_X_FILE_STREAM_TRANSMIT_INTERVAL", "1"},
            {"WANDB_ERROR_REPORTING", "false"},
            {"NO_PROXY", "127.0.0.1"}};
}

int RecorderProcess::end()
{
    m_process.terminate();
    const bool ended = m_process.waitForFinished(kTimeoutMs) && m_process.exitStatus() == QProcess::NormalExit;
    return ended ? m_process.exitCode() : -1;
}

void RecorderProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(kTimeoutMs);
}

} // namespace runglass::test
