// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processes/HoldingProcess.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <unistd.h>

namespace runglass::test
{

namespace
{

constexpr int kTimeoutMs = 30'000;

void start(QProcess& process, const std::string& program, const QStringList& arguments, std::uint32_t user)
{
    if (user == 0) {
        process.start(QString::fromStdString(program), arguments);
        return;
    }
    const QString number = QString::number(user);
    process.start(QStringLiteral("setpriv"),
                  QStringList{QStringLiteral("--reuid=") + number, QStringLiteral("--regid=") + number,
                              QStringLiteral("--clear-groups"), QString::fromStdString(program)} +
                      arguments);
}

const char* redirectionOf(HoldingProcess::How how)
{
    switch (how) {
    case HoldingProcess::How::Writing:
        return ">";
    case HoldingProcess::How::Appending:
        return ">>";
    case HoldingProcess::How::ReadingAndWriting:
        return "<>";
    case HoldingProcess::How::Reading:
        break;
    }
    return "<";
}

} // namespace

HoldingProcess::HoldingProcess(const std::filesystem::path& file, How how, std::uint32_t user)
{
    const std::string script = std::string("exec 3") + redirectionOf(how) + "\"$1\"; echo open; read end";
    start(m_process, "/bin/sh",
          {QStringLiteral("-c"), QString::fromStdString(script), QStringLiteral("sh"),
           QString::fromStdString(file.string())},
          user);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kTimeoutMs))
            throw std::runtime_error("no process that holds " + file.string() + ": " +
                                     m_process.readAllStandardError().toStdString());
    }
}

HoldingProcess::~HoldingProcess()
{
    kill();
}

void HoldingProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(kTimeoutMs);
}

std::string outputOf(const std::string& program, const QStringList& arguments, std::uint32_t user)
{
    QProcess process;
    start(process, program, arguments, user);
    if (!process.waitForFinished(kTimeoutMs) || process.exitCode() != 0)
        throw std::runtime_error(program + ": " + process.errorString().toStdString() + " " +
                                 process.readAllStandardError().toStdString());
    return process.readAllStandardOutput().trimmed().toStdString();
}

bool mayActAsOthers()
{
    if (::geteuid() == 0)
        return true;
    ADD_FAILURE() << "This test runs processes as other users, which root alone may: run it as root.";
    return false;
}

} // namespace runglass::test
