// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/WindowArguments.h"

#include <QDir>

namespace runglass
{

namespace
{

QString absolute(const QString& location)
{
    return location.contains(QStringLiteral("://")) ? location
                                                    : QDir::cleanPath(QDir::current().absoluteFilePath(location));
}

} // namespace

WindowArguments WindowArguments::parse(const QStringList& arguments)
{
    WindowArguments parsed;
    bool onlyPaths = false;
    for (const QString& argument : arguments) {
        if (onlyPaths || !argument.startsWith(QLatin1Char('-')))
            parsed.locations.append(absolute(argument));
        else if (argument == QLatin1String("--"))
            onlyPaths = true;
        else if (argument == QLatin1String("--example"))
            parsed.example = true;
        else
            parsed.error = QStringLiteral("unknown option %1").arg(argument);
    }
    return parsed;
}

QString WindowArguments::help()
{
    return QStringLiteral(
        "usage: runglass [--example] [PATH|URL…]\n"
        "\n"
        "Opens the browser. PATH is a wandb/ directory, any directory above several of them, one run\n"
        "folder, one .wandb file, or the store of a recorder. URL is the address of a run that a recorder\n"
        "has told. Without any, the last session comes back, or what was recorded on this computer.\n"
        "\n"
        "  --example   open the example runs\n"
        "  --help      say this\n"
        "  --version   say the version\n");
}

} // namespace runglass
