// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace runglass
{

/// The signal that an exit code of 128 + n hints at, as shells and handlers use it: "SIGTERM" for 143. Empty for codes
/// that mean no signal that ends a program. A hint only: any program may exit with any code.
/// @source signal(7), numbers of Linux on x86 and ARM
std::string_view signalOfExitCode(int exitCode);
/// "1", "143 (128 + SIGTERM)".
std::string exitCodeText(int exitCode);

} // namespace runglass
