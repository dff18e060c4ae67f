// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace runglass::cli
{

/// What a subcommand was asked for. Each subcommand sets what it knows.
struct Options {
    std::vector<std::string> sources; ///< positionals of list and export, --source of the others
    std::string run;                  ///< RUN: ID, run path, URL, folder or .wandb file
    bool json = false;
    bool internal = false; ///< also what begins with "_", and artifacts that the SDK made for itself
    std::optional<std::uint64_t> limit;
    std::string filter, sort, columns, group; ///< of list and export, as they were given
    std::vector<std::string> keys;
    bool system = false;
    std::string stream; ///< empty: all
    bool raw = false;
    std::string get, output;
    std::string to, format;           ///< of export
    std::string store, listen, files; ///< of serve; empty: the usual ones
    std::vector<std::string> runs;    ///< RUN… of commands
    std::string action;               ///< of trash
    bool trash = false;               ///< of list: what lies in the trash
    bool yes = false, dryRun = false;
    std::optional<std::string> newName, newNotes, newGroup, newJobType; ///< of edit
    std::optional<std::string> newState;
    std::string stateReason;
    std::vector<std::string> newTags, oldTags;
    bool artifacts = false;  ///< of delete: those that the runs made go too
    bool wholeGroup = false; ///< of stop
    bool background = false, printEnvironment = false, setUp = false, undo = false;
};

} // namespace runglass::cli
