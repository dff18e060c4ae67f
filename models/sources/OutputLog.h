// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/LogLines.h"
#include "models/sources/FileSystem.h"
#include "models/sources/LogProblems.h"

namespace runglass
{

/// What a run has printed and its log does not hold yet, or never will: from files/output.log, which the SDK rewrites
/// every few seconds. With nothing in the log the file is the console; where the file begins with the very lines that
/// the log has and goes on, it is the rest. Empty when there is none. The file does not tell the streams apart and has
/// no times. Of a file of more than 64 MiB it is the beginning, and a last line that says so.
/// @param folder    the run folder
/// @param lines     what the log holds, from line first on
/// @param endsLine  the last of it ended with a line feed
std::string unloggedConsole(const FileSystem& files, const std::string& folder, const LogLines& lines,
                            std::size_t first, bool endsLine, LogProblems& problems);
/// Adds it to what the log holds.
void completeConsole(const FileSystem& files, const std::string& folder, std::vector<ConsoleFragment>& console,
                     LogProblems& problems);

} // namespace runglass
