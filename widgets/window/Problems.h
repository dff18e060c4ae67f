// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"

#include <QString>

#include <vector>

namespace runglass
{

/// Something that could not be read, as a line of the list of problems.
struct Problem {
    QString where;  ///< name of the run or location of the source
    QString file;   ///< path, empty when the cause is no file
    QString offset; ///< byte, empty when unknown
    QString cause;
};

/// How far all sources together have come.
SyncProgress readingProgress(const Session& session);
/// Sources that failed, what their last reading could not do, and runs with warnings.
int problemCount(const Session& session);
/// Problems of sources, without those of runs.
std::vector<Problem> sourceProblems(const Session& session);
std::vector<Problem> warningProblems(const Run& run);
/// Runs that have warnings.
std::vector<RunRef> runsWithProblems(const Session& session);

} // namespace runglass
