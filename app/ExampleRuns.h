// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace runglass
{

/// The directory of the running program, absolute; empty when the system does not tell.
std::string programDirectory();

/// The folder of example runs that is shipped with the program: ../share/runglass/example beside its directory, in a
/// build tree as in an installation. Absolute; empty when it is not there.
std::string exampleRuns();

} // namespace runglass
