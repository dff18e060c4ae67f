// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Console.h"
#include "models/sources/FileSystem.h"
#include "models/sources/LogProblems.h"

namespace runglass
{

/// Completes the console of a run that died before its log was flushed from files/output.log, which the SDK rewrites
/// every few seconds. With nothing in the log the file is the console; where the file begins with the very lines that
/// the log has and goes on, the rest is added. The file does not tell the streams apart and has no times.
/// @param folder  the run folder
void completeConsole(const FileSystem& files, const std::string& folder, std::vector<ConsoleFragment>& console,
                     LogProblems& problems);

} // namespace runglass
