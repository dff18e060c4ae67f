// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/RunDocuments.h"

#include "models/formats/Json.h"
#include "models/formats/WandbMetadataFiles.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr double kNsPerSecond = 1e9;

double seconds(TimeNs from, TimeNs to)
{
    return std::max(0.0, static_cast<double>(to - from) / kNsPerSecond);
}

/// What define_metric said: objects with the numbers of the SDK's MetricRecord as keys.
std::vector<MetricDefinition> metricsOf(const Value& config)
{
    constexpr std::int64_t kHidden = 2;
    const Value* list = findPath(config, {"_wandb", "m"});
    std::vector<MetricDefinition> metrics;
    if (!list)
        return metrics;
    for (const Value& entry : list->array()) {
        MetricDefinition& metric = metrics.emplace_back();
        metric.name = member(entry, "1").text();
        metric.glob = member(entry, "2").text();
        metric.stepMetric = member(entry, "4").text();
        const std::int64_t step = member(entry, "5").toInteger();
        if (step > 0 && static_cast<std::size_t>(step) <= list->array().size())
            metric.stepMetric = member(list->array()[static_cast<std::size_t>(step) - 1], "1").text();
        for (const Value& option : member(entry, "6").array())
            metric.hidden = metric.hidden || option.toInteger() == kHidden;
    }
    return metrics;
}

void takeEnvironment(const RunRecord& record, Run& run)
{
    const Result<WandbMetadata> metadata =
        record.environment.empty() ? Result<WandbMetadata>(WandbMetadata()) : parseWandbMetadata(record.environment);
    if (metadata) {
        run.os = metadata->os;
        run.python = metadata->python;
        run.host = metadata->host;
        run.executable = metadata->executable;
        run.program = metadata->program;
        run.root = metadata->root;
        run.args = metadata->args;
        run.git = metadata->git;
        run.hardware = metadata->hardware;
        run.author = metadata->username;
    }
    const auto complete = [](std::string& text, const std::string& other) {
        if (text.empty())
            text = other;
    };
    complete(run.host, record.host);
    complete(run.program, record.program);
    complete(run.git.remote, record.repo);
    complete(run.git.commit, record.commit);
    complete(run.author, run.path.entity);
}

std::optional<TimeNs> startOf(const RunRecord& record)
{
    const Result<Value> environment = parseJson(record.environment);
    const std::optional<TimeNs> began =
        environment ? parseRfc3339(member(*environment, "startedAt").text()) : std::nullopt;
    // The environment is that of the last writer.
    const bool isOne = record.segments.size() == 1;
    if (began && isOne)
        return began;
    return record.segments.front().startedAt ? record.segments.front().startedAt : std::optional(record.createdAt);
}

void takeTimes(const RunRecord& record, Run& run)
{
    run.startedAt = startOf(record);
    TimeNs last = *run.startedAt;
    for (const RecordedSegment& segment : record.segments)
        last = std::max(last, segment.lastSign.value_or(last));
    if (!record.isComplete)
        last = std::max(last, record.heartbeatAt);
    const Value* stored = findPath(run.summary, {"_wandb", "runtime"});
    std::optional<double> runtime = record.runtimeSeconds;
    if (stored && stored->isNumber() && std::isfinite(stored->toDouble()))
        runtime = std::max(runtime.value_or(0), stored->toDouble());
    run.durationSeconds = runtime;
    run.lastSign = last;
    run.runtimeSeconds = seconds(*run.startedAt, last);
    if (!run.durationSeconds)
        run.durationSeconds = run.runtimeSeconds;
}

Value objectOf(const std::string& json)
{
    Result<Value> value = json.empty() ? Result<Value>(Value(Value::Object())) : parseJson(json);
    return value && value->isObject() ? std::move(value).value() : Value(Value::Object());
}

} // namespace

Value unwrappedConfig(const std::string& json)
{
    Value::Object config;
    Value sent = objectOf(json);
    for (auto& [key, entry] : sent.makeObject()) {
        const bool isWrapped = entry.isObject() && entry.object().contains("value");
        config[key] = isWrapped ? std::move(entry.makeObject()["value"]) : std::move(entry);
    }
    return Value(std::move(config));
}

Segment segmentOf(const RunRecord& record, std::size_t ordinal)
{
    const RecordedSegment& recorded = record.segments[ordinal];
    const bool isLast = ordinal + 1 == record.segments.size();
    Segment segment;
    segment.ordinal = static_cast<int>(ordinal);
    segment.name = record.name;
    segment.startedAt = ordinal == 0 ? startOf(record) : recorded.startedAt;
    segment.lastSign = recorded.lastSign ? recorded.lastSign : segment.startedAt;
    segment.exitCode = isLast ? record.exitCode : recorded.exitCode;
    if (isLast)
        segment.state = stateOf(record).state;
    else if (recorded.exitCode)
        segment.state = *recorded.exitCode == 0 ? RunState::Finished : RunState::Failed;
    if (segment.startedAt && segment.lastSign)
        segment.durationSeconds = seconds(*segment.startedAt, *segment.lastSign);
    return segment;
}

RunUpdate documentsOf(const RecordedRun& recorded, const RunRecord& record)
{
    RunUpdate update;
    Run& run = update.run;
    run.path = recorded.path;
    run.name = record.name;
    const RecordedState state = stateOf(record);
    run.state = state.state;
    run.stateReason = state.reason;
    if (record.isComplete)
        run.exitCode = record.exitCode;
    if (endedBadly(run.state)) {
        run.traceback = record.traceback;
        run.exception = record.exception;
    }
    run.notes = record.notes;
    run.tags = record.tags;
    run.group = record.group;
    run.jobType = record.jobType;
    run.sweep = record.sweep;
    run.config = unwrappedConfig(recorded.config);
    run.summary = objectOf(recorded.summary);
    if (const Value* version = findPath(run.config, {"_wandb", "cli_version"}))
        run.cliVersion = version->text();
    takeEnvironment(record, run);
    if (const Value* version = findPath(run.config, {"_wandb", "python_version"}); version && run.python.empty())
        run.python = version->text();
    takeTimes(record, run);
    run.segmentCount = static_cast<int>(record.segments.size());
    for (std::size_t i = 0; i < record.segments.size(); ++i)
        update.detail.segments.push_back(segmentOf(record, i));
    update.detail.alerts = record.alerts;
    update.detail.metrics = metricsOf(run.config);
    return update;
}

} // namespace runglass
