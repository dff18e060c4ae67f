// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WindowProgram.h"
#include "app/cli/CommandLine.h"

int main(int argc, char** argv)
{
    if (argc > 1 && runglass::cli::isCommandLine(argv[1]))
        return runglass::cli::runCommandLine(argc, argv);
    return runglass::openWindow(argc, argv);
}
