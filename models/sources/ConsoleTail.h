// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/Traceback.h"
#include "models/run/Console.h"
#include "models/run/Run.h"
#include "models/sources/FileSystem.h"

namespace runglass
{

/// The end of what a run printed, so that its last traceback can be found when it died. Of bounded size; adding is a
/// copy of the text and nothing more.
/// @thread any one at a time
class ConsoleTail
{
public:
    /// Of each of both parts.
    static constexpr std::size_t kBytes = std::size_t{64} << 10;

    void add(ConsoleStream stream, std::string_view text);
    /// The last one on stderr and from loggers; where those have none, on stdout.
    std::optional<Traceback> traceback() const;

private:
    static void append(std::string& tail, std::string_view text);
    static std::optional<Traceback> find(std::string_view tail);

    std::string m_errors;
    std::string m_output;
};

/// Gives a run that has no exit record the last traceback in files/output.log, which holds what the log had no time to
/// say. Without one there the run keeps what it has.
/// @param folder  the run folder
void takeTracebackFromOutputLog(const FileSystem& files, const std::string& folder, Run& run);

} // namespace runglass
