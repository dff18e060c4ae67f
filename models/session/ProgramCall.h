// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <QString>
#include <QStringList>

#include <functional>

class QObject;

namespace runglass
{

/// What a program said and how it ended.
struct ProgramAnswer {
    int status = -1; ///< its exit status; -1: it could not be started, or did not end by itself
    QString out, err;
};

/// Runs a program and tells when it has ended. It is ended when the receiver goes before that.
/// @thread that of the receiver, which has an event loop
void callProgram(const QString& program, const QStringList& arguments, QObject* receiver,
                 std::function<void(const ProgramAnswer&)> answered);

} // namespace runglass
