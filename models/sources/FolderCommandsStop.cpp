// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/FolderCommands.h"
#include "models/sources/ScriptStop.h"

namespace runglass
{

namespace
{

Error refused(std::string why)
{
    return {Error::Kind::Refused, std::move(why), {}};
}

/// Of the part that is written now, which is the last one unless clocks differ.
Result<TrainingProcess> findScript(const StoredRun& run)
{
    std::optional<Error> first;
    const std::vector<Segment>& segments = run.detail.segments;
    for (std::size_t left = segments.size(); left > 0; --left) {
        Result<TrainingProcess> found = TrainingProcess::find(segments[left - 1].log);
        if (found)
            return found;
        first = first.value_or(found.error());
    }
    return first.value_or(refused("It has no log."));
}

} // namespace

Result<StopPlan> FolderCommands::planStop(const StoredRun& run)
{
    if (const Capability can = capabilities(run.run).stop; !can.allowed)
        return refused(can.reason);
    const Result<TrainingProcess> found = findScript(run);
    return found ? planOf(*found) : Result<StopPlan>(found.error());
}

Result<CommandEffect> FolderCommands::stop(const RunCommand& command, const StoredRun& run)
{
    const Result<TrainingProcess> found = findScript(run);
    return found ? interruptOnce(*found, command.stop) : found.error();
}

} // namespace runglass
