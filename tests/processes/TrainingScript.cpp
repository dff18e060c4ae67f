// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processes/TrainingScript.h"

#include <stdexcept>
#include <unistd.h>

namespace runglass::test
{

namespace
{

constexpr int kTimeoutMs = 30'000;

/// Starts it and waits for its first line.
void start(QProcess& process, const std::string& program, const QStringList& arguments, std::uint32_t user)
{
    process.setChildProcessModifier([user] {
        ::setpgid(0, 0);
        if (user != 0 && (::setgid(user) != 0 || ::setuid(user) != 0))
            ::_exit(1);
    });
    process.start(QString::fromStdString(program), arguments);
    while (!process.canReadLine())
        if (!process.waitForReadyRead(kTimeoutMs))
            throw std::runtime_error(program + " did not start: " + process.readAllStandardError().toStdString());
    process.readLine();
}

void finish(QProcess& process)
{
    process.kill();
    process.waitForFinished(kTimeoutMs);
}

} // namespace

TrainingScript::TrainingScript(Interrupts interrupts, std::uint32_t user)
{
    const bool answers = interrupts == Interrupts::Answers;
    const QString script = QStringLiteral("trap '%1' INT; echo ready; while :; do sleep 1 & wait; done")
                               .arg(answers ? QStringLiteral("echo interrupted") : QString());
    start(m_process, "/bin/sh", {QStringLiteral("-c"), script, QStringLiteral("train.py")}, user);
}

TrainingScript::~TrainingScript()
{
    finish(m_process);
}

bool TrainingScript::answers()
{
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(kTimeoutMs))
            return false;
    return m_process.readLine() == "interrupted\n";
}

int TrainingScript::end()
{
    finish(m_process);
    return static_cast<int>(m_process.readAllStandardOutput().count('\n'));
}

CoreProcess::CoreProcess(const std::filesystem::path& directory, const std::vector<std::filesystem::path>& logs,
                         std::int64_t script, const std::string& name, std::uint32_t user)
{
    const std::filesystem::path program = directory / name;
    if (!std::filesystem::exists(program))
        std::filesystem::copy_file("/bin/sh", program);
    QString body = QStringLiteral("exec");
    QStringList arguments = {QStringLiteral("-c"), QString(), QStringLiteral("core")};
    for (std::size_t i = 0; i < logs.size(); ++i) {
        body += QStringLiteral(" %1>>\"$%2\"").arg(i + 3).arg(i + 1);
        arguments.append(QString::fromStdString(logs[i].string()));
    }
    arguments[1] = body + QStringLiteral("; echo open; read end");
    if (script != 0)
        arguments.append({QStringLiteral("--pid"), QString::number(script)});
    start(m_process, program.string(), arguments, user);
}

CoreProcess::~CoreProcess()
{
    finish(m_process);
}

} // namespace runglass::test
