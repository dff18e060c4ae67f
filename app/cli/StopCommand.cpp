// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandReport.h"
#include "app/cli/Commands.h"
#include "app/cli/Confirmation.h"
#include "app/cli/TargetRuns.h"
#include "models/session/JsonWriter.h"

#include <map>

namespace runglass::cli
{

namespace
{

struct Planned {
    const TargetRun* target = nullptr;
    Result<StopPlan> plan;
};

std::vector<Planned> planAll(const std::vector<TargetRun>& runs)
{
    std::vector<Planned> planned;
    for (const TargetRun& target : runs) {
        const Result<StoredRun> run = OpenSource::stored(target.found.run.path, target.found.reader());
        planned.push_back({&target, run ? target.found.source().planStop(*run) : Result<StopPlan>(run.error())});
    }
    return planned;
}

std::string textOf(const StopPlan& plan, bool wholeGroup)
{
    std::string text =
        plan.script + " (process " + std::to_string(plan.process.pid) + " of " + plan.user + " on " + plan.host + ")";
    if (wholeGroup && !plan.group.empty())
        text += ", and the " + std::to_string(plan.group.size() - 1) + " other processes of its group";
    for (std::size_t i = 0; i < plan.otherRuns.size(); ++i)
        text += (i == 0 ? "; this also stops " : ", ") + plan.otherRuns[i];
    if (plan.ignoresInterrupt)
        text += "; it ignores interrupts, so it may well go on";
    return text;
}

/// Whom there is to stop.
struct Told {
    std::size_t processes = 0; ///< to interrupt
    std::size_t asked = 0;     ///< runs whose recorder asks them
};

/// Says each process once.
Told sayPlans(const std::vector<Planned>& planned, bool wholeGroup)
{
    Told told;
    std::map<ProcessIdentity, const StopPlan*> processes;
    for (const Planned& one : planned) {
        if (!one.plan)
            continue;
        const std::string run = toString(one.target->found.run.path) + ": ";
        if (!one.plan->asked.empty()) {
            say(run + one.plan->asked);
            ++told.asked;
        } else if (processes.emplace(one.plan->process, &*one.plan).second) {
            say(run + textOf(*one.plan, wholeGroup));
            ++told.processes;
        }
    }
    return told;
}

const char* questionFor(const Told& told)
{
    if (told.asked > 0)
        return told.processes + told.asked == 1 ? "Stop it?" : "Stop these runs?";
    return told.processes == 1 ? "Interrupt it?" : "Interrupt these processes?";
}

} // namespace

ExitStatus stop(const Options& options, Output& output)
{
    TargetRuns targets;
    if (const ExitStatus found = targets.find(options, TargetRuns::Where::Runs); found != ExitStatus::Done) {
        if (options.json && found == ExitStatus::NothingMatched)
            CommandReport().writeJson(output);
        return found;
    }
    const std::vector<Planned> planned = planAll(targets.runs());
    const bool isAsked = options.dryRun || !options.yes;
    const Told told = isAsked ? sayPlans(planned, options.wholeGroup) : Told();
    if (!options.dryRun && told.processes + told.asked > 0)
        if (const ExitStatus said = confirm(options, questionFor(told)); said != ExitStatus::Done)
            return said;
    CommandReport report;
    const auto interrupted = std::make_shared<std::set<ProcessIdentity>>();
    for (const Planned& one : planned) {
        CommandReport::Entry entry{one.target->found.run.path, std::nullopt, std::nullopt, {}};
        RunCommand command;
        command.kind = RunCommand::Kind::Stop;
        command.run = entry.run;
        command.stop.interrupted = interrupted;
        command.stop.wholeGroup = options.wholeGroup;
        if (!one.plan)
            entry.error = one.plan.error();
        else if (options.wholeGroup && one.plan->group.empty())
            entry.error = Error{Error::Kind::Refused, one.plan->groupReason, {}};
        else if (!options.dryRun) {
            command.stop.process = one.plan->process;
            const Result<CommandEffect> effect =
                one.target->found.where->source->perform(command, one.target->found.reader());
            if (effect)
                entry.note = effect->note;
            else
                entry.error = effect.error();
        }
        report.add(std::move(entry));
    }
    if (options.json)
        report.writeJson(output);
    else
        report.writeText(options.dryRun ? "Would stop" : "Stopping", output);
    return std::max(report.status(), targets.status());
}

} // namespace runglass::cli
