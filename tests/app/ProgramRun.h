// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <map>
#include <string>
#include <vector>

namespace runglass::test
{

/// What a process left behind.
struct ProgramRun {
    int status = -1; ///< exit status; -1 when it crashed, hung or could not be started
    std::string out;
    std::string err;
};

/// Runs a program to its end. environment changes the test's own; an empty value removes a variable.
ProgramRun runProgram(const std::string& program, const std::vector<std::string>& arguments,
                      const std::map<std::string, std::string>& environment = {}, const std::string& directory = {});

/// The same for the command line program of this build, without a display.
ProgramRun runglass(const std::vector<std::string>& arguments,
                    const std::map<std::string, std::string>& environment = {}, const std::string& directory = {});

} // namespace runglass::test
