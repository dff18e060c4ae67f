// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbFolderName.h"
#include "models/processes/TrainingProcess.h"
#include "models/sources/FolderCommands.h"

#include <set>

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
    if (!found)
        return found.error();
    StopPlan plan;
    plan.process = found->facts().identity;
    plan.script = found->facts().commandLine;
    plan.user = userNameOf(found->facts().realUser);
    plan.host = hostName();
    plan.ignoresInterrupt = found->facts().ignoresInterrupt;
    for (const std::string& log : found->otherLogs())
        plan.otherRuns.push_back(runIdOfLogName(lastComponent(log)).value_or(lastComponent(log)));
    if (Result<std::vector<ProcessIdentity>> group = found->group())
        plan.group = std::move(group).value();
    else
        plan.groupReason = group.error().detail;
    return plan;
}

Result<CommandEffect> FolderCommands::stop(const RunCommand& command, const StoredRun& run)
{
    const Result<TrainingProcess> found = findScript(run);
    if (!found)
        return found.error();
    const ProcessFacts& script = found->facts();
    if (command.stop.process && *command.stop.process != script.identity)
        return refused("Another process writes it now than the one that was shown.");
    CommandEffect effect;
    std::set<ProcessIdentity>* const interrupted = command.stop.interrupted.get();
    if (interrupted && interrupted->contains(script.identity)) {
        effect.note = "Its process was interrupted for another of these runs.";
        return effect;
    }
    Status sent = Done{};
    if (command.stop.wholeGroup) {
        const Result<std::vector<ProcessIdentity>> group = found->group();
        sent = group ? found->interruptGroup(*group) : Status(group.error());
    } else {
        sent = found->interrupt();
    }
    if (!sent)
        return sent.error();
    if (interrupted)
        interrupted->insert(script.identity);
    effect.note = "Interrupted " + script.commandLine + " (process " + std::to_string(script.identity.pid) + ")";
    if (!found->otherLogs().empty())
        effect.note += ", which writes " + std::to_string(found->otherLogs().size()) + " more";
    effect.note += '.';
    if (script.ignoresInterrupt)
        effect.note += " It ignores interrupts, so it may well go on.";
    if (script.state == 'T')
        effect.note += " It is suspended, and hears of it when it goes on.";
    return effect;
}

} // namespace runglass
