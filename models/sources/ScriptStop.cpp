// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/ScriptStop.h"

#include "models/formats/WandbFolderName.h"
#include "models/sources/FileSystem.h"

#include <set>

namespace runglass
{

StopPlan planOf(const TrainingProcess& script)
{
    StopPlan plan;
    plan.process = script.facts().identity;
    plan.script = script.facts().commandLine;
    plan.user = userNameOf(script.facts().realUser);
    plan.host = hostName();
    plan.ignoresInterrupt = script.facts().ignoresInterrupt;
    for (const std::string& log : script.otherLogs())
        plan.otherRuns.push_back(runIdOfLogName(lastComponent(log)).value_or(lastComponent(log)));
    if (Result<std::vector<ProcessIdentity>> group = script.group())
        plan.group = std::move(group).value();
    else
        plan.groupReason = group.error().detail;
    return plan;
}

Result<CommandEffect> interruptOnce(const TrainingProcess& script, const RunCommand::Stop& wanted)
{
    const ProcessFacts& facts = script.facts();
    if (wanted.process && *wanted.process != facts.identity)
        return Error{Error::Kind::Refused, "Another process writes it now than the one that was shown.", {}};
    CommandEffect effect;
    std::set<ProcessIdentity>* const interrupted = wanted.interrupted.get();
    if (interrupted && interrupted->contains(facts.identity)) {
        effect.note = "Its process was interrupted for another of these runs.";
        return effect;
    }
    Status sent = Done{};
    if (wanted.wholeGroup) {
        const Result<std::vector<ProcessIdentity>> group = script.group();
        sent = group ? script.interruptGroup(*group) : Status(group.error());
    } else {
        sent = script.interrupt();
    }
    if (!sent)
        return sent.error();
    if (interrupted)
        interrupted->insert(facts.identity);
    effect.note = "Interrupted " + facts.commandLine + " (process " + std::to_string(facts.identity.pid) + ")";
    if (!script.otherLogs().empty())
        effect.note += ", which writes " + std::to_string(script.otherLogs().size()) + " more";
    effect.note += '.';
    if (facts.ignoresInterrupt)
        effect.note += " It ignores interrupts, so it may well go on.";
    if (facts.state == 'T')
        effect.note += " It is suspended, and hears of it when it goes on.";
    return effect;
}

} // namespace runglass
