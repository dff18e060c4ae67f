// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Options.h"
#include "models/run/Result.h"

#include <string>

namespace runglass::cli
{

/// Starts a recorder as a process of its own, which outlives this one, and waits until it answers. What it says on
/// standard error goes to a file beside the store.
/// @return its address
/// @errors Refused, with what it said · Io
Result<std::string> startRecorder(const Options& options, const std::string& storeFile);

} // namespace runglass::cli
