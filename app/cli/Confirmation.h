// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/ExitStatus.h"
#include "app/cli/Options.h"

#include <string>

namespace runglass::cli
{

/// Asks on the terminal, on standard error, and takes only a "y" for a yes. With --yes nobody is asked.
/// @return Done · Usage: there is no terminal to ask on, which is said · Refused: the user said no
ExitStatus confirm(const Options& options, const std::string& question);

} // namespace runglass::cli
