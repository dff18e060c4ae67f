// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HostileBombs.h"
#include "tests/support/HostileRuns.h"

#include <cstdio>
#include <exception>
#include <string_view>

/// hostile_runs FOLDER makes the hostile runs in FOLDER/wandb and prints their IDs, for tests of the programs and for
/// looking at them by hand. hostile_runs --bombs FOLDER makes those that ask for much memory.
int main(int argc, char** argv)
{
    const bool bombs = argc == 3 && std::string_view(argv[1]) == "--bombs";
    if (argc != 2 && !bombs) {
        std::fputs("usage: hostile_runs [--bombs] FOLDER\n", stderr);
        return 2;
    }
    try {
        if (bombs) {
            runglass::test::makeHostileBombs(argv[2]);
            return 0;
        }
        for (const auto& run : runglass::test::makeHostileRuns(argv[1]))
            std::printf("%s\n", run.id.c_str());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
