// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/VanishedRuns.h"

#include "models/run/UtcTime.h"

namespace runglass
{

namespace
{

constexpr std::string_view kCause = "the folder is gone";

} // namespace

void markVanished(StoredRun& run, TimeNs now)
{
    markFound(run);
    run.run.vanished = true;
    const std::string folder = run.detail.segments.empty() ? std::string() : run.detail.segments.back().folder;
    run.run.warnings.push_back(
        {folder, std::nullopt,
         std::string(kCause) + " (missed since " + utcText(now) + "); what was read of it before is shown"});
    if (run.run.state == RunState::Running) {
        run.run.state = RunState::Unknown;
        run.run.stateReason = "its folder is gone";
    }
}

void markFound(StoredRun& run)
{
    run.run.vanished = false;
    std::erase_if(run.run.warnings, [](const Warning& warning) { return warning.cause.starts_with(kCause); });
}

} // namespace runglass
