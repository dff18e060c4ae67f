// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Confirmation.h"

#include "app/cli/Output.h"
#include "app/cli/TextTable.h"

#include <cstdio>
#include <iostream>
#include <unistd.h>

namespace runglass::cli
{

ExitStatus confirm(const Options& options, const std::string& question)
{
    if (options.yes)
        return ExitStatus::Done;
    if (::isatty(STDIN_FILENO) == 0) {
        say("There is no terminal to ask on: give --yes, or --dry-run to see what would be done.");
        return ExitStatus::Usage;
    }
    std::fprintf(stderr, "%s [y/N] ", printable(question).c_str());
    std::fflush(stderr);
    std::string answer;
    std::getline(std::cin, answer);
    if (answer == "y" || answer == "Y" || answer == "yes")
        return ExitStatus::Done;
    say("Nothing was done.");
    return ExitStatus::Refused;
}

} // namespace runglass::cli
