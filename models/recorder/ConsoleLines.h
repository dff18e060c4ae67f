// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Console.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// A line of output.log as the SDK sends it: {"ts","content","level"}, or "[ERROR ]TIME TEXT" of older ones.
ConsoleFragment readConsoleLine(std::string_view line);

/// What a console that has shown the lines of before is to be given so that it shows those of after: what is new, and
/// what was written over, by the escapes of a terminal.
/// @param before  lines from some place on up to the last one
/// @param after   the same, at least as many
/// @return nothing when no escape reaches so far up, or a line went to another stream: then it is to be begun anew
std::optional<std::vector<ConsoleFragment>> consoleNews(const std::vector<std::string>& before,
                                                        const std::vector<std::string>& after);

} // namespace runglass
