// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/ProgramRun.h"

#include <cstdint>
#include <filesystem>

namespace runglass::test
{

/// A user number without an account, and not the one of the tests that count its processes.
inline constexpr std::uint32_t kStranger = 64331;

/// The results of all runs of the fixtures, as the command line lists them in ordinary surroundings.
const ProgramRun& ordinaryList();
/// The fixtures' folder.
std::string allRuns();

/// Runs a shell script (set -e) in a mount namespace of its own, where it may mount what it likes: as root, or as a
/// normal user in a user namespace. $R is the command line, $W the window's program, $F the folder of all runs, $T an
/// empty directory that is removed afterwards; arguments are $1, $2 … HOME and the like are the test's private ones.
/// Fails the test with the reason when there is no such namespace to be had.
ProgramRun inNamespace(const std::string& script, const std::vector<std::string>& arguments = {});

/// The same command as another user, for use in scripts: root only, and only where mayActAsOthers().
std::string asStranger();
/// Whether the test may act as other users. Without: adds a failure that says how to run it.
bool mayActAsOthers();

/// Without the lines that say which logs are incomplete: those are the runs', not the place's.
std::string placeMessages(const std::string& err);

} // namespace runglass::test
