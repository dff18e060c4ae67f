// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sdk/SdkRun.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <stdexcept>

namespace runglass::test
{

namespace
{

constexpr int kTimeoutMs = 90'000;

} // namespace

SdkRun::SdkRun(const std::filesystem::path& directory, double flushSeconds)
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const QString& name : variables.keys()) {
        if (name.startsWith(QStringLiteral("WANDB_")))
            variables.remove(name);
    }
    variables.insert(QStringLiteral("WANDB_SILENT"), QStringLiteral("true"));
    variables.insert(QStringLiteral("WANDB_ERROR_REPORTING"), QStringLiteral("false"));
    m_process.setProcessEnvironment(variables);
    m_process.setWorkingDirectory(QString::fromStdString(directory.string()));
    m_process.start(QStringLiteral(RUNGLASS_SDK_PYTHON),
                    {QStringLiteral(RUNGLASS_SDK_SCRIPT), QString::number(flushSeconds)});
    const QJsonObject said = QJsonDocument::fromJson(QByteArray::fromStdString(readLine())).object();
    m_pid = said.value(QLatin1String("pid")).toInteger();
    m_id = said.value(QLatin1String("id")).toString().toStdString();
    m_log = said.value(QLatin1String("log")).toString().toStdString();
    if (m_log.empty())
        throw std::runtime_error("the SDK's run did not say where its log is");
}

SdkRun::~SdkRun()
{
    m_process.kill();
    m_process.waitForFinished(kTimeoutMs);
}

void SdkRun::execute(const std::string& line)
{
    m_process.write(QByteArray::fromStdString(line + "\n"));
    const std::string answer = readLine();
    if (answer != "done")
        throw std::runtime_error("\"" + line + "\" was answered with \"" + answer + "\"");
}

void SdkRun::end()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(kTimeoutMs))
        throw std::runtime_error("the script does not end");
}

void SdkRun::signal(int number)
{
    ::kill(static_cast<pid_t>(m_pid), number);
    if (!m_process.waitForFinished(kTimeoutMs))
        throw std::runtime_error("the script does not end");
}

std::string SdkRun::readLine()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kTimeoutMs))
            throw std::runtime_error("the script said nothing: " + m_process.errorString().toStdString() + "\n" +
                                     m_process.readAllStandardError().toStdString());
    }
    return m_process.readLine().trimmed().toStdString();
}

} // namespace runglass::test
