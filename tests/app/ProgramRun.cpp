// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace runglass::test
{

ProgramRun runProgram(const std::string& program, const std::vector<std::string>& arguments,
                      const std::map<std::string, std::string>& environment, const std::string& directory)
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : environment) {
        if (value.empty())
            variables.remove(QString::fromStdString(name));
        else
            variables.insert(QString::fromStdString(name), QString::fromStdString(value));
    }
    QStringList words;
    for (const std::string& argument : arguments)
        words.append(QString::fromStdString(argument));
    QProcess process;
    process.setProcessEnvironment(variables);
    if (!directory.empty())
        process.setWorkingDirectory(QString::fromStdString(directory));
    process.start(QString::fromStdString(program), words);
    process.closeWriteChannel();
    constexpr int kTimeoutMs = 60'000;
    ProgramRun run;
    if (!process.waitForFinished(kTimeoutMs)) {
        process.kill();
        process.waitForFinished();
        run.err = "did not end: " + process.errorString().toStdString();
        return run;
    }
    run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput().toStdString();
    run.err = process.readAllStandardError().toStdString();
    return run;
}

ProgramRun runglass(const std::vector<std::string>& arguments, const std::map<std::string, std::string>& environment,
                    const std::string& directory)
{
    std::map<std::string, std::string> variables = {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}, {"QT_QPA_PLATFORM", ""}};
    for (const auto& [name, value] : environment)
        variables[name] = value;
    return runProgram(RUNGLASS_PROGRAM, arguments, variables, directory);
}

} // namespace runglass::test
