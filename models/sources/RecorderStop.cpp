// SPDX-License-Identifier: GPL-3.0-or-later
// How recorded runs are stopped: exactly one interrupt, by us or by the SDK.
#include "models/formats/WandbFolderName.h"
#include "models/run/LocalTime.h"
#include "models/run/UtcTime.h"
#include "models/sources/RecorderCommands.h"
#include "models/sources/RunSegments.h"
#include "models/sources/ScriptStop.h"

#include <algorithm>
#include <charconv>

namespace runglass
{

namespace
{

using Way = RecordedStop::Way;

constexpr TimeNs kSecond = 1'000'000'000;
/// A script that comes while no recorder answers may have made its log so long before.
constexpr TimeNs kLongestBeginning = 120 * kSecond;
constexpr TimeNs kLogIsMadeIn = 60 * kSecond;
/// The SDK sends something every 30 seconds at least, and looks at the answer every 15. @source protocol page, 5
constexpr TimeNs kHearsWithin = 45 * kSecond;
constexpr const char* kHears = "It hears of it within 45 seconds.";

Error refused(std::string why)
{
    return {Error::Kind::Refused, std::move(why), {}};
}

/// "2026-11-23 15:55:53" and "2026-11-23T15:55:53" alike, to be compared.
std::string comparable(std::string localTime)
{
    constexpr std::size_t kLength = 19;
    std::replace(localTime.begin(), localTime.end(), 'T', ' ');
    return localTime.substr(0, kLength);
}

/// Whether a log that was begun then can be what a writer of this part keeps.
bool isBegunWith(const Segment& part, const LogIdentity& identity, const RunFolder& folder)
{
    if (!part.startedAt)
        return false;
    const TimeNs first = *part.startedAt - kLongestBeginning, last = *part.startedAt + kLogIsMadeIn;
    if (identity.startedAt)
        return *identity.startedAt >= first && *identity.startedAt <= last;
    // As long as nothing of it is on the disk, its folder's name says when.
    const std::string local = comparable(folder.startedAtLocal);
    return !local.empty() && local >= comparable(localTimeText(first)) && local <= comparable(localTimeText(last));
}

bool isOf(const RunPath& run, const LogIdentity& identity, const RunFolder& folder)
{
    if (!identity.isDescribed)
        return folder.id == run.id;
    const bool isSameEntity = identity.path.entity.empty() || identity.path.entity == run.entity;
    return identity.path.id == run.id && identity.path.project == run.project && isSameEntity;
}

std::uint16_t portOf(const std::string& url)
{
    const std::size_t colon = url.rfind(':');
    std::uint16_t port = 0;
    if (colon != std::string::npos)
        std::from_chars(url.data() + colon + 1, url.data() + url.size(), port);
    return port;
}

} // namespace

/// Logs that are written now and can only be this run's.
std::vector<std::string> RecorderCommands::logsOf(const StoredRun& run) const
{
    std::vector<std::string> logs;
    for (const std::string& log : filesWrittenByAll("wandb-core", ".wandb")) {
        if (runIdOfLogName(lastComponent(log)) != run.run.path.id)
            continue;
        const Result<FoundFolders> found = RunFolderFinder(m_files).find(log, CancelToken(), [](std::size_t) {});
        if (!found || found->folders.size() != 1)
            continue;
        const RunFolder& folder = found->folders.front();
        const Result<LogIdentity> identity = identify(m_files, folder, CancelToken());
        const auto isBegun = [&](const Segment& part) { return isBegunWith(part, *identity, folder); };
        const std::vector<Segment>& parts = run.detail.segments;
        if (identity && isOf(run.run.path, *identity, folder) && std::any_of(parts.begin(), parts.end(), isBegun))
            logs.push_back(log);
    }
    return logs;
}

/// The script, proved by the log that the SDK writes beside what it sends, and by its connection to the recorder.
Result<TrainingProcess> RecorderCommands::findScript(const StoredRun& run) const
{
    const std::vector<std::string> logs = logsOf(run);
    if (logs.empty())
        return refused("No process of this computer is seen to write it.");
    if (logs.size() > 1)
        return refused("More than one process may write it.");
    Result<TrainingProcess> script = TrainingProcess::find(logs.front());
    if (!script)
        return script;
    // Another recorder's run may have the same path. Where none is at work nobody can have a connection.
    const std::optional<RunningRecorder> recorder = RecorderLock::holder(m_file);
    if (recorder && !script->isConnectedTo(portOf(recorder->url)))
        return refused("The process that writes it has no connection to this recorder.");
    return script;
}

std::optional<std::string> RecorderCommands::whyWait(const RunPath& path)
{
    const auto known = withStore([&](RecordedCommands& commands) { return commands.stop(path); });
    if (!known || !*known || (*known)->way != Way::Asked || m_clock.now() - (*known)->when > kHearsWithin)
        return std::nullopt;
    return "The recorder was told at " + utcText((*known)->when) + " that it shall stop. " + kHears;
}

Result<StopPlan> RecorderCommands::planStop(const StoredRun& run)
{
    if (const Capability can = capabilities(run.run).stop; !can.allowed)
        return refused(can.reason);
    StopPlan plan;
    plan.host = run.run.host;
    if (const std::optional<std::string> wait = whyWait(run.run.path)) {
        plan.asked = *wait;
        return plan;
    }
    const Result<TrainingProcess> script = findScript(run);
    if (script)
        return planOf(*script);
    if (!RecorderLock::holder(m_file))
        return refused(script.error().detail + " And no recorder is at work that could tell it.");
    if (!m_whyNot.empty())
        return refused(script.error().detail + ' ' + m_whyNot);
    plan.groupReason = script.error().detail;
    plan.asked = script.error().detail + " The recorder tells it to stop. " + kHears;
    return plan;
}

Result<CommandEffect> RecorderCommands::stop(const RunCommand& command, const StoredRun& run)
{
    if (const Capability can = capabilities(run.run).stop; !can.allowed)
        return refused(can.reason);
    CommandEffect effect;
    if (const std::optional<std::string> wait = whyWait(run.run.path)) {
        effect.note = *wait;
        return effect;
    }
    // Who was shown that the recorder asks has agreed to that alone, and who was shown a process, to that one.
    const bool isShown = command.stop.process.has_value();
    const bool asks = isShown && command.stop.process->pid == 0;
    if (!asks) {
        const Result<TrainingProcess> script = findScript(run);
        if (script)
            return interrupt(command, run.run.path, *script);
        if (isShown)
            return script.error();
    }
    return ask(command, run);
}

Result<CommandEffect> RecorderCommands::interrupt(const RunCommand& command, const RunPath& path,
                                                  const TrainingProcess& script)
{
    // Noted before, since the run may have ended a moment after.
    const auto known = withStore([&](RecordedCommands& commands) { return commands.stop(path); });
    const RecordedStop stop{Way::Interrupted, asker().user, m_clock.now()};
    const auto note = [&](const std::optional<RecordedStop>& what) {
        if (m_whyNot.empty())
            (void)withStore([&](RecordedCommands& commands) { return commands.setStop(path, what); });
    };
    note(stop);
    Result<CommandEffect> effect = interruptOnce(script, command.stop);
    if (!effect)
        note(known ? *known : std::nullopt);
    return effect;
}

Result<CommandEffect> RecorderCommands::ask(const RunCommand& command, const StoredRun& run)
{
    if (command.stop.wholeGroup)
        return refused("The processes of its group are not known.");
    if (!m_whyNot.empty())
        return refused(m_whyNot);
    if (!RecorderLock::holder(m_file))
        return refused("No recorder is at work that could tell it to stop.");
    const auto known = withStore([&](RecordedCommands& commands) { return commands.stop(run.run.path); });
    if (!known)
        return known.error();
    if (*known && (*known)->way == Way::Asked)
        return refused("It was told at " + utcText((*known)->when) + " to stop and goes on: the SDK listens once.");
    const RecordedStop stop{Way::Asked, asker().user, m_clock.now()};
    const Status set = withStore([&](RecordedCommands& commands) { return commands.setStop(run.run.path, stop); });
    if (!set)
        return set.error();
    CommandEffect effect;
    effect.note = std::string("The recorder tells it to stop. ") + kHears;
    if (!run.run.sweep.empty())
        effect.note += " A run that a sweep's agent has begun does not listen: stop the sweep.";
    return effect;
}

} // namespace runglass
