// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/ExitStatus.h"
#include "app/cli/Options.h"
#include "app/cli/Output.h"

namespace runglass::cli
{

/// One function a subcommand: does the work, writes to output, says on standard error what went wrong.
ExitStatus list(const Options& options, Output& output);
ExitStatus show(const Options& options, Output& output);
ExitStatus history(const Options& options, Output& output);
ExitStatus logs(const Options& options, Output& output);
ExitStatus files(const Options& options, Output& output);
ExitStatus artifacts(const Options& options, Output& output);
ExitStatus alerts(const Options& options, Output& output);
ExitStatus exportRuns(const Options& options, Output& output);
ExitStatus stop(const Options& options, Output& output);
ExitStatus remove(const Options& options, Output& output);
ExitStatus restore(const Options& options, Output& output);
ExitStatus trash(const Options& options, Output& output);
ExitStatus edit(const Options& options, Output& output);
ExitStatus lock(const Options& options, Output& output);
ExitStatus unlock(const Options& options, Output& output);
ExitStatus serve(const Options& options, Output& output);

} // namespace runglass::cli
