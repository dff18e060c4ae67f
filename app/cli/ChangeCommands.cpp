// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommands that ask something of runs.
#include "app/cli/CommandReport.h"
#include "app/cli/Commands.h"
#include "app/cli/Confirmation.h"
#include "app/cli/TargetRuns.h"
#include "app/cli/Text.h"

#include <map>

namespace runglass::cli
{

namespace
{

using Kind = RunCommand::Kind;

/// What a subcommand is, beside the command.
struct Wording {
    const char* question; ///< "%" stands for the runs
    const char* done;
    const char* would;
};

std::string countOf(std::size_t runs)
{
    return std::to_string(runs) + (runs == 1 ? " run" : " runs");
}

std::string about(const std::vector<TargetRun>& runs)
{
    return runs.size() == 1 ? toString(runs.front().found.run.path) : countOf(runs.size());
}

std::string filled(std::string text, const std::string& what)
{
    return text.replace(text.find('%'), 1, what);
}

RunCommand commandFor(RunCommand command, const TargetRun& target)
{
    command.run = target.found.run.path;
    command.folder = target.found.trashed ? target.found.trashed->folder : target.folder;
    return command;
}

/// Nothing where sizes mean nothing.
std::optional<std::uint64_t> sizeOf(const TargetRun& target, Kind kind)
{
    if (target.found.trashed)
        return target.found.trashed->sizeBytes;
    if (kind != Kind::Delete)
        return std::nullopt;
    const Result<StoredRun> run = OpenSource::stored(target.found.run.path, target.found.reader());
    const Result<std::uint64_t> size =
        run ? target.found.source().sizeOf(*run, target.folder, CancelToken()) : run.error();
    return size ? std::optional(*size) : std::nullopt;
}

/// What stands in the way as far as it is known beforehand.
std::optional<Error> whyNot(const TargetRun& target, Kind kind)
{
    if (target.found.trashed)
        return std::nullopt;
    const Capabilities can = target.found.source().capabilities(target.found.run);
    const Capability& capability = kind == Kind::Stop     ? can.stop
                                   : kind == Kind::Delete ? can.remove
                                   : kind == Kind::Lock   ? can.lock
                                   : kind == Kind::Unlock ? can.unlock
                                                          : can.edit;
    return capability.allowed ? std::nullopt : std::optional(Error{Error::Kind::Refused, capability.reason, {}});
}

CommandReport dryRun(const std::vector<TargetRun>& runs, Kind kind)
{
    CommandReport report;
    for (const TargetRun& target : runs)
        report.add({target.found.run.path, whyNot(target, kind), sizeOf(target, kind), {}});
    return report;
}

CommandReport perform(const std::vector<TargetRun>& runs, const RunCommand& command)
{
    const bool hasSize = command.kind == Kind::Delete || command.kind == Kind::Purge;
    CommandReport report;
    for (const TargetRun& target : runs) {
        const Result<CommandEffect> effect =
            target.found.where->source->perform(commandFor(command, target), target.found.reader());
        CommandReport::Entry entry{target.found.run.path, std::nullopt, std::nullopt, {}};
        if (!effect)
            entry.error = effect.error();
        else if (hasSize)
            entry.sizeBytes = effect->bytes;
        if (effect)
            entry.note = effect->note;
        report.add(std::move(entry));
    }
    return report;
}

void write(const CommandReport& report, const Options& options, const std::string& done, Output& output)
{
    if (options.json)
        report.writeJson(output);
    else
        report.writeText(done, output);
}

ExitStatus writeNothing(ExitStatus status, const Options& options, Output& output)
{
    if (options.json && status == ExitStatus::NothingMatched)
        CommandReport().writeJson(output);
    return status;
}

/// Says which artifacts go with the runs, and which stay.
void sayArtifacts(const std::vector<TargetRun>& runs)
{
    std::map<const RunSource*, std::vector<RunPath>> sources;
    for (const TargetRun& target : runs)
        sources[&target.found.source()].push_back(target.found.run.path);
    ArtifactPlan all;
    for (const auto& [source, paths] : sources) {
        const Result<ArtifactPlan> plan = source->planArtifacts(paths, CancelToken());
        if (!plan) {
            say(describe(plan.error()));
            continue;
        }
        all.gone += plan->gone;
        all.bytes += plan->bytes;
        all.used += plan->used;
        all.linked += plan->linked;
    }
    if (all == ArtifactPlan())
        return say("Artifacts: there are none that could be removed.");
    const auto versions = [](std::size_t count) {
        return std::to_string(count) + (count == 1 ? " version" : " versions");
    };
    std::string text = "Artifacts: " + versions(all.gone) + " removed with the trash, " + sizeText(all.bytes);
    if (all.used > 0)
        text += "; " + versions(all.used) + " kept for other runs";
    if (all.linked > 0)
        text += "; " + versions(all.linked) + " kept for other collections";
    say(text + '.');
}

/// @param asks  nothing is done before the user has said so
ExitStatus change(const RunCommand& command, const Wording& wording, bool asks, const Options& options, Output& output)
{
    const bool isOfTrash = command.kind == Kind::Restore || command.kind == Kind::Purge;
    TargetRuns targets;
    const auto where = isOfTrash ? TargetRuns::Where::Trash : TargetRuns::Where::Runs;
    if (const ExitStatus found = targets.find(options, where); found != ExitStatus::Done)
        return writeNothing(found, options, output);
    if (command.takesArtifacts)
        sayArtifacts(targets.runs());
    if (options.dryRun) {
        const CommandReport report = dryRun(targets.runs(), command.kind);
        write(report, options, wording.would, output);
        if (report.bytes() > 0)
            say(countOf(report.done()) + ", " + sizeText(report.bytes()) + '.');
        return std::max(report.status(), targets.status());
    }
    if (asks) {
        std::string what = about(targets.runs());
        if (command.kind == Kind::Delete && !options.yes)
            what += " (" + sizeText(dryRun(targets.runs(), command.kind).bytes()) + ')';
        if (const ExitStatus said = confirm(options, filled(wording.question, what)); said != ExitStatus::Done)
            return said;
    }
    const CommandReport report = perform(targets.runs(), command);
    write(report, options, wording.done, output);
    return std::max(report.status(), targets.status());
}

ExitStatus emptyAll(const TargetRuns& targets, const CommandReport& report, const Options& options, Output& output)
{
    std::uint64_t bytes = report.bytes();
    ExitStatus status = std::max(report.status(), targets.status());
    for (ReadSource* const source : targets.sources()) {
        const Result<std::uint64_t> freed = source->source->source().removeLeftovers();
        if (freed) {
            bytes += *freed;
            continue;
        }
        say(describe(freed.error()));
        status = std::max(status, ExitStatus::Partly);
    }
    write(report, options, "Removed", output);
    say("Freed " + sizeText(bytes) + '.');
    return status;
}

} // namespace

ExitStatus remove(const Options& options, Output& output)
{
    RunCommand command;
    command.kind = Kind::Delete;
    command.takesArtifacts = options.artifacts;
    return change(command, {"Move % to the trash?", "Deleted", "Would delete"}, true, options, output);
}

ExitStatus restore(const Options& options, Output& output)
{
    RunCommand command;
    command.kind = Kind::Restore;
    return change(command, {"Restore %?", "Restored", "Would restore"}, true, options, output);
}

ExitStatus edit(const Options& options, Output& output)
{
    RunCommand command;
    command.kind = Kind::Edit;
    RunCommand::Edit& edit = command.edit;
    edit.name = options.newName;
    edit.notes = options.newNotes;
    edit.group = options.newGroup;
    edit.jobType = options.newJobType;
    edit.addTags = options.newTags;
    edit.removeTags = options.oldTags;
    if (options.newState) {
        edit.takesMarkBack = options.newState->empty();
        if (const std::optional<RunState> state = runStateFromName(*options.newState))
            edit.mark = StateMark{*state, options.stateReason, {}, {}};
    }
    const bool asksNothing = !options.newName && !options.newNotes && !options.newGroup && !options.newJobType &&
                             options.newTags.empty() && options.oldTags.empty() && !options.newState;
    if (asksNothing) {
        say("Say what to change: --name, --notes, --tag, --untag, --group, --job-type or --state.");
        return ExitStatus::Usage;
    }
    return change(command, {"Edit %?", "Edited", "Would edit"}, true, options, output);
}

ExitStatus lock(const Options& options, Output& output)
{
    RunCommand command;
    command.kind = Kind::Lock;
    return change(command, {"", "Locked", "Would lock"}, false, options, output);
}

ExitStatus unlock(const Options& options, Output& output)
{
    RunCommand command;
    command.kind = Kind::Unlock;
    return change(command, {"", "Unlocked", "Would unlock"}, false, options, output);
}

ExitStatus trash(const Options& options, Output& output)
{
    TargetRuns targets;
    const bool isAll = options.runs.empty() && options.filter.empty();
    const ExitStatus found = isAll ? targets.findAllTrash(options) : targets.find(options, TargetRuns::Where::Trash);
    if (found != ExitStatus::Done)
        return writeNothing(found, options, output);
    if (options.dryRun) {
        const CommandReport report = dryRun(targets.runs(), Kind::Purge);
        write(report, options, "Would remove", output);
        say("Would free " + sizeText(report.bytes()) + '.');
        return targets.status();
    }
    if (!targets.runs().empty()) {
        const std::string size = sizeText(dryRun(targets.runs(), Kind::Purge).bytes());
        const std::string question =
            "Remove " + about(targets.runs()) + " for good and free " + size + "? This cannot be undone.";
        if (const ExitStatus said = confirm(options, question); said != ExitStatus::Done)
            return said;
    }
    RunCommand command;
    command.kind = Kind::Purge;
    return emptyAll(targets, perform(targets.runs(), command), options, output);
}

} // namespace runglass::cli
