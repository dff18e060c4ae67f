// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ProgramCall.h"

#include <QCoreApplication>
#include <QProcess>

namespace runglass
{

void callProgram(const QString& program, const QStringList& arguments, QObject* receiver,
                 std::function<void(const ProgramAnswer&)> answered)
{
    auto* process = new QProcess(receiver);
    process->setStandardInputFile(QProcess::nullDevice());
    const auto tell = [process, answered = std::move(answered)](int status, const QString& failure) {
        ProgramAnswer answer{status, QString::fromUtf8(process->readAllStandardOutput()),
                             QString::fromUtf8(process->readAllStandardError()).trimmed()};
        if (!failure.isEmpty())
            answer.err = failure;
        process->deleteLater();
        answered(answer);
    };
    QObject::connect(process, &QProcess::finished, receiver, [tell](int status, QProcess::ExitStatus how) {
        tell(how == QProcess::NormalExit ? status : -1, {});
    });
    QObject::connect(process, &QProcess::errorOccurred, receiver, [process, tell](QProcess::ProcessError error) {
        // Of every other one finished() comes too.
        if (error == QProcess::FailedToStart)
            //: %1: a program
            tell(-1, QCoreApplication::translate("ProgramCall", "%1 is not there, or cannot be started.")
                         .arg(process->program()));
    });
    process->start(program, arguments);
}

} // namespace runglass
