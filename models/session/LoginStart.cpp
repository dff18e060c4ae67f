// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/LoginStart.h"

#include "models/session/FileWriter.h"
#include "models/session/LoginUnit.h"
#include "models/session/ProgramCall.h"
#include "models/session/WhenAnswered.h"

#include <QtConcurrent>

#include <filesystem>
#include <utility>

namespace runglass
{

namespace
{

const QString kUnit = QStringLiteral("runglass-recorder.service");

/// Where a user's own units lie; empty where there is no home.
std::string unitDirectory()
{
    const QByteArray config = qgetenv("XDG_CONFIG_HOME"), home = qgetenv("HOME");
    if (config.startsWith('/'))
        return config.toStdString() + "/systemd/user";
    return home.startsWith('/') ? home.toStdString() + "/.config/systemd/user" : std::string();
}

std::string unitFile()
{
    const std::string directory = unitDirectory();
    return directory.empty() ? directory : directory + '/' + kUnit.toStdString();
}

/// systemd takes what a shell would not: a percent sign is one of its own, and a space ends a word.
std::string quotedForUnit(const std::string& program)
{
    std::string quoted = "\"";
    for (const char letter : program) {
        if (letter == '%' || letter == '$')
            quoted += letter;
        if (letter == '"' || letter == '\\')
            quoted += '\\';
        quoted += letter;
    }
    return quoted + '"';
}

/// Not where a package has installed one, unless there is one of this user's own, whose program may have moved.
Status writeUnit(const std::string& program, bool isInstalled)
{
    constexpr std::string_view kPlace = "@RUNGLASS_PROGRAM@";
    const std::string file = unitFile();
    if (file.empty())
        return Error{Error::Kind::Unsupported, "There is no home directory.", {}};
    std::error_code failed;
    if (isInstalled && !std::filesystem::exists(file, failed))
        return Done{};
    std::string text = kLoginUnit;
    text.replace(text.find(kPlace), kPlace.size(), quotedForUnit(program));
    std::filesystem::create_directories(unitDirectory(), failed);
    FileWriter writer(file);
    if (Status written = writer.write(text); !written)
        return written;
    return writer.commit();
}

Status removeUnit()
{
    std::error_code failed;
    if (!unitFile().empty())
        std::filesystem::remove(unitFile(), failed);
    return failed ? Status(Error{Error::Kind::Io, failed.message() + '.', unitFile()}) : Status(Done{});
}

bool isLinked()
{
    std::error_code ignored;
    const std::string directory = unitDirectory();
    return !directory.empty() &&
           std::filesystem::is_symlink(directory + "/default.target.wants/" + kUnit.toStdString(), ignored);
}

} // namespace

LoginStart::LoginStart(std::string program, QObject* parent)
    : QObject(parent)
    , m_program(std::move(program))
{
}

LoginStart::~LoginStart()
{
    m_pool.waitForDone();
}

void LoginStart::look()
{
    whenAnswered(this, QtConcurrent::run(&m_pool, isLinked), [this](bool isEnabled) {
        if (std::exchange(m_isEnabled, isEnabled) != isEnabled)
            emit changed();
    });
}

void LoginStart::ask(const QStringList& arguments, std::function<void(const QString& error)> answered)
{
    callProgram(QStringLiteral("systemctl"), QStringList{QStringLiteral("--user")} + arguments, this,
                [answered = std::move(answered)](const ProgramAnswer& answer) {
                    const QString said = answer.err.isEmpty() ? answer.out.trimmed() : answer.err;
                    answered(answer.status == 0 ? QString() : said.isEmpty() ? tr("systemctl said nothing.") : said);
                });
}

void LoginStart::finish(const QString& error)
{
    look();
    const Finished finished = std::exchange(m_finished, {});
    finished(error.isEmpty() ? Status(Done{}) : Status(Error{Error::Kind::Refused, error.toStdString(), {}}));
}

void LoginStart::setEnabled(bool enabled, Finished finished)
{
    if (m_finished)
        return finished(Error{Error::Kind::Refused, tr("It is being done.").toStdString(), {}});
    m_finished = std::move(finished);
    ask({QStringLiteral("show"), QStringLiteral("--property=Version")}, [this, enabled](const QString& error) {
        if (!error.isEmpty())
            //: %1: what systemctl or the system says
            return finish(tr("systemd's user manager cannot be reached: %1").arg(error));
        if (enabled)
            enable();
        else
            disable();
    });
}

void LoginStart::enable()
{
    const auto link = [this] {
        ask({QStringLiteral("enable"), kUnit}, [this](const QString& error) { finish(error); });
    };
    ask({QStringLiteral("cat"), kUnit}, [this, link](const QString& missing) {
        whenAnswered(this, QtConcurrent::run(&m_pool, writeUnit, m_program, missing.isEmpty()),
                     [this, link](const Status& written) {
                         if (!written)
                             return finish(QString::fromStdString(describe(written.error())));
                         ask({QStringLiteral("daemon-reload")}, [this, link](const QString& error) {
                             if (!error.isEmpty())
                                 return finish(error);
                             link();
                         });
                     });
    });
}

void LoginStart::disable()
{
    ask({QStringLiteral("disable"), kUnit}, [this](const QString& error) {
        if (!error.isEmpty())
            return finish(error);
        whenAnswered(this, QtConcurrent::run(&m_pool, removeUnit), [this](const Status& removed) {
            if (!removed)
                return finish(QString::fromStdString(describe(removed.error())));
            ask({QStringLiteral("daemon-reload")}, [this](const QString& failed) { finish(failed); });
        });
    });
}

} // namespace runglass
