// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace runglass::cli
{

/// Whether the first argument is a subcommand, or asks for help or the version: all that needs no display.
/// A path that is called like a subcommand is written "./list".
bool isCommandLine(std::string_view firstArgument);

/// Carries it out.
/// @return the exit status
int runCommandLine(int argc, char** argv);

} // namespace runglass::cli
