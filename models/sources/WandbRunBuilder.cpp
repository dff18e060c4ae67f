// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/WandbRunBuilder.h"

#include "models/formats/Json.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace runglass
{

namespace
{

constexpr double kNsPerSecond = 1e9;

void replace(std::string& into, std::string_view text)
{
    if (!text.empty())
        into = validUtf8(text);
}

template <typename T> void replace(T& into, T number)
{
    if (number != 0)
        into = number;
}

std::optional<TimeNs> inNanoseconds(double secondsSinceEpoch)
{
    constexpr double kLimit = 9e9; // seconds that fit in nanoseconds
    if (!(std::abs(secondsSinceEpoch) < kLimit))
        return std::nullopt;
    return static_cast<TimeNs>(std::llround(secondsSinceEpoch * kNsPerSecond));
}

/// A run that names no project gets the SDK's own name for that.
RunPath pathOf(const WandbRunRecord& record)
{
    RunPath path{validUtf8(record.entity), validUtf8(record.project), validUtf8(record.runId)};
    if (path.project.empty())
        path.project = kUncategorized;
    return path;
}

} // namespace

WandbRunBuilder::WandbRunBuilder(LogProblems& problems)
    : m_problems(problems)
    , m_summary(problems)
    , m_history(problems)
    , m_system(problems)
{
}

void WandbRunBuilder::onRun(const WandbRunRecord& record, std::span<const WandbItem> config)
{
    Run& run = m_data.run;
    if (!m_data.isDescribed)
        run.path = pathOf(record);
    m_data.isDescribed = true;
    // A changed name, note or tag sends the whole record again: what it leaves out is empty now.
    run.name = validUtf8(record.displayName);
    run.notes = validUtf8(record.notes);
    run.tags.clear();
    for (const std::string_view tag : record.tags)
        run.tags.push_back(validUtf8(tag));
    replace(run.group, record.group);
    replace(run.jobType, record.jobType);
    replace(run.sweep, record.sweepId);
    replace(run.host, record.host);
    replace(run.git.remote, record.gitRemote);
    replace(run.git.commit, record.gitCommit);
    if (record.startTime)
        run.startedAt = record.startTime;
    m_config.applyRunRecord(config, m_problems);
}

void WandbRunBuilder::onEnvironment(const WandbEnvironment& environment)
{
    Run& run = m_data.run;
    replace(run.os, environment.os);
    replace(run.python, environment.python);
    replace(run.host, environment.host);
    replace(run.executable, environment.executable);
    replace(run.program, environment.program);
    replace(run.root, environment.root);
    replace(run.git.remote, environment.gitRemote);
    replace(run.git.commit, environment.gitCommit);
    replace(m_user, environment.username);
    replace(m_email, environment.email);
    if (!environment.args.empty()) {
        run.args.clear();
        for (const std::string_view argument : environment.args)
            run.args.push_back(validUtf8(argument));
    }
    if (environment.startedAt)
        m_environmentStart = environment.startedAt;
    Hardware& hardware = run.hardware;
    replace(hardware.cpuModel, environment.cpuModel);
    replace(hardware.gpuType, environment.gpuType);
    replace(hardware.cudaVersion, environment.cudaVersion);
    replace(hardware.cpuCount, environment.cpuCount);
    replace(hardware.cpuCountLogical, environment.cpuCountLogical);
    replace(hardware.gpuCount, environment.gpuCount);
    replace(hardware.memoryBytes, environment.memoryBytes);
    replace(hardware.diskBytes, environment.diskBytes);
    if (!environment.gpus.empty())
        hardware.gpus = environment.gpus;
}

void WandbRunBuilder::onConfig(std::span<const WandbItem> updates, std::span<const WandbItem> removals)
{
    m_config.apply(updates, removals, m_problems);
}

void WandbRunBuilder::onHistory(std::int64_t step, std::span<const WandbItem> items, std::string_view message)
{
    m_history.addRow(step, items);
    if (m_summary.isRepeatedBy(message))
        m_summary.settle(m_history.lastRowKeys());
}

bool WandbRunBuilder::takeSummary(std::string_view message)
{
    m_summary.hold(message);
    return true;
}

void WandbRunBuilder::onSummary(std::span<const WandbItem> updates, std::span<const WandbItem> removals)
{
    m_summary.apply(updates, removals);
}

void WandbRunBuilder::onStats(std::optional<TimeNs> time, std::span<const WandbItem> items)
{
    sign(time);
    m_system.addSample(time, items);
}

void WandbRunBuilder::onConsole(ConsoleStream stream, std::optional<TimeNs> time, std::string_view text)
{
    sign(time);
    m_data.console.push_back({stream, time, std::string(text)});
    m_tail.add(stream, text);
}

/// Whether one more fits beside count things of a kind; the first that does not is told.
bool WandbRunBuilder::hasRoom(std::size_t count, std::size_t most, const char* things)
{
    if (count < most)
        return true;
    if (m_cutKinds.insert(things).second)
        m_problems.add("there are more than " + std::to_string(most) + ' ' + things + ": the rest is left out");
    return false;
}

void WandbRunBuilder::onFile(std::string_view path, std::string_view policy, std::string_view kind)
{
    if (!hasRoom(m_files.size(), kMaxFiles, "announced files"))
        return;
    AnnouncedFile file{validUtf8(path), std::string(policy), std::string(kind)};
    const auto [known, isNew] = m_files.try_emplace(file.path, m_data.announcedFiles.size());
    if (isNew)
        m_data.announcedFiles.push_back(std::move(file));
    else
        m_data.announcedFiles[known->second] = std::move(file);
}

void WandbRunBuilder::onArtifact(Artifact artifact)
{
    if (!hasRoom(m_artifactCount, kMaxArtifacts, "artifact records"))
        return;
    ++m_artifactCount;
    if (!artifact.members.empty() && !hasRoom(m_memberCount, kMaxMembers, "artifact members"))
        artifact.members.clear();
    m_memberCount += artifact.members.size();
    m_artifacts.add(std::move(artifact));
}

void WandbRunBuilder::onUseArtifact(std::string_view id, std::string_view type, std::string_view name)
{
    onArtifact(usedArtifact(validUtf8(id), validUtf8(type), validUtf8(name)));
}

void WandbRunBuilder::onAlert(Alert alert)
{
    if (hasRoom(m_data.alerts.size(), kMaxAlerts, "alerts"))
        m_data.alerts.push_back(std::move(alert));
}

void WandbRunBuilder::onMetric(MetricDefinition metric)
{
    if (!hasRoom(m_metrics.size(), kMaxMetricDefinitions, "metric definitions"))
        return;
    const auto [known, isNew] = m_metrics.try_emplace({metric.name, metric.glob}, m_data.metrics.size());
    if (isNew)
        m_data.metrics.push_back(std::move(metric));
    else
        m_data.metrics[known->second] = std::move(metric);
}

void WandbRunBuilder::onTelemetry(std::string_view cliVersion, std::string_view pythonVersion, bool offline)
{
    replace(m_data.run.cliVersion, cliVersion);
    replace(m_pythonVersion, pythonVersion);
    m_data.run.offline = m_data.run.offline || offline;
}

void WandbRunBuilder::onExit(int exitCode, std::optional<std::int64_t> runtimeSeconds)
{
    m_data.run.exitCode = exitCode;
    // A field of 0 is not written: a run that ended within its first second has none.
    m_exitRuntime = runtimeSeconds ? std::optional<double>(static_cast<double>(*runtimeSeconds)) : std::nullopt;
}

void WandbRunBuilder::onPreempting() {}

void WandbRunBuilder::sign(std::optional<TimeNs> time)
{
    if (time)
        m_data.run.lastSign = std::max(m_data.run.lastSign.value_or(*time), *time);
}

void WandbRunBuilder::signSeconds(double secondsSinceEpoch)
{
    sign(inNanoseconds(secondsSinceEpoch));
}

std::optional<double> WandbRunBuilder::duration(const Value& summary) const
{
    // The SDK cuts both of these to whole seconds; the last row's time is finer where it reaches further.
    std::optional<double> longest = m_exitRuntime;
    const Value* recorded = findPath(summary, {"_wandb", "runtime"});
    if (!longest && recorded && recorded->isNumber() && std::isfinite(recorded->toDouble()))
        longest = recorded->toDouble();
    if (std::isfinite(m_history.lastRuntime()))
        longest = std::max(longest.value_or(0), m_history.lastRuntime());
    if (longest)
        return longest;
    return m_data.run.exitCode ? std::optional<double>(0.0) : std::nullopt;
}

/// Not of a run that ended well: it survived whatever it printed.
void WandbRunBuilder::takeTraceback(Run& run) const
{
    const bool endedWell = run.exitCode && *run.exitCode == 0;
    const std::optional<Traceback> found = endedWell ? std::nullopt : m_tail.traceback();
    run.traceback = found ? found->text : std::string();
    run.exception = found ? found->exception : std::string();
}

SegmentData WandbRunBuilder::take(LogProblems& problems)
{
    signSeconds(m_history.lastTimestamp());
    std::vector<ConsoleFragment> console = std::exchange(m_data.console, {});
    SegmentData data = m_data;
    Run& run = data.run;
    run.config = m_config.config();
    run.summary = m_summary.build(problems);
    if (!run.startedAt)
        run.startedAt = m_environmentStart;
    if (run.python.empty())
        run.python = m_pythonVersion;
    run.author = !m_user.empty() ? m_user : !m_email.empty() ? m_email : run.path.entity;
    run.durationSeconds = duration(run.summary);
    completeTimes(run);
    takeTraceback(run);
    data.artifacts = m_artifacts.all();
    data.console = std::move(console);
    data.series = m_history.take(false);
    std::vector<Series> system = m_system.take(true);
    std::move(system.begin(), system.end(), std::back_inserter(data.series));
    return data;
}

/// The last sign of life that follows from the start and the exit record, and what follows from that.
void WandbRunBuilder::completeTimes(Run& run) const
{
    if (!run.startedAt)
        return;
    TimeNs last = std::max(run.lastSign.value_or(*run.startedAt), *run.startedAt);
    if (m_exitRuntime)
        if (const auto end = inNanoseconds(static_cast<double>(*run.startedAt) / kNsPerSecond + *m_exitRuntime))
            last = std::max(last, *end);
    run.lastSign = last;
    run.runtimeSeconds = (static_cast<double>(last) - static_cast<double>(*run.startedAt)) / kNsPerSecond;
}

} // namespace runglass
