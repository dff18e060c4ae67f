// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace runglass
{

/// What the window program was started with.
struct WindowArguments {
    QStringList locations; ///< to open, made absolute
    bool example = false;
    QString error; ///< what is wrong with them; empty when nothing is

    /// @param arguments without the program's name, --help and --version
    static WindowArguments parse(const QStringList& arguments);
    static QString help();
};

} // namespace runglass
