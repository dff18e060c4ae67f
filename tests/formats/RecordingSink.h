// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/Json.h"
#include "models/formats/WandbRecords.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace runglass::test
{

/// Keeps all that a decoder says, as values. A value that is no JSON becomes the text "not JSON: …".
class RecordingSink : public WandbRecordSink
{
public:
    using Items = std::vector<std::pair<KeyPath, Value>>;
    struct Row {
        std::int64_t step = 0;
        Items items;
    };
    struct Exit {
        int code = 0;
        std::optional<std::int64_t> runtime;
    };
    struct RunFields {
        std::string id, entity, project, group, jobType, name, notes, sweep, host, gitRemote, gitCommit;
        std::vector<std::string> tags;
        std::optional<TimeNs> startTime;
        bool resumed = false, forked = false;
    };
    struct EnvironmentFields {
        std::string os, python, host, executable, program, root, gitRemote, gitCommit, cpuModel, gpuType, cuda;
        std::vector<std::string> args;
        std::optional<TimeNs> startedAt;
        std::uint64_t memory = 0, disk = 0;
        int cpus = 0, logicalCpus = 0, gpuCount = 0;
        std::vector<GpuInfo> gpus;
    };
    struct Telemetry {
        std::string cli, python;
        bool offline = false;
    };

    void onRun(const WandbRunRecord& run, std::span<const WandbItem> config) override
    {
        RunFields fields{std::string(run.runId),
                         std::string(run.entity),
                         std::string(run.project),
                         std::string(run.group),
                         std::string(run.jobType),
                         std::string(run.displayName),
                         std::string(run.notes),
                         std::string(run.sweepId),
                         std::string(run.host),
                         std::string(run.gitRemote),
                         std::string(run.gitCommit),
                         {},
                         run.startTime,
                         run.resumed,
                         run.forked};
        fields.tags.assign(run.tags.begin(), run.tags.end());
        runs.push_back(std::move(fields));
        runConfigs.push_back(toItems(config));
    }
    void onEnvironment(const WandbEnvironment& e) override
    {
        EnvironmentFields fields;
        fields.os = e.os;
        fields.python = e.python;
        fields.host = e.host;
        fields.executable = e.executable;
        fields.program = e.program;
        fields.root = e.root;
        fields.gitRemote = e.gitRemote;
        fields.gitCommit = e.gitCommit;
        fields.cpuModel = e.cpuModel;
        fields.gpuType = e.gpuType;
        fields.cuda = e.cudaVersion;
        fields.args.assign(e.args.begin(), e.args.end());
        fields.startedAt = e.startedAt;
        fields.memory = e.memoryBytes;
        fields.disk = e.diskBytes;
        fields.cpus = e.cpuCount;
        fields.logicalCpus = e.cpuCountLogical;
        fields.gpuCount = e.gpuCount;
        fields.gpus = e.gpus;
        environments.push_back(std::move(fields));
    }
    void onConfig(std::span<const WandbItem> updates, std::span<const WandbItem> removals) override
    {
        configs.emplace_back(toItems(updates), toPaths(removals));
    }
    void onHistory(std::int64_t step, std::span<const WandbItem> items, std::string_view /*message*/) override
    {
        history.push_back({step, toItems(items)});
    }
    void onSummary(std::span<const WandbItem> updates, std::span<const WandbItem> removals) override
    {
        summaries.emplace_back(toItems(updates), toPaths(removals));
    }
    void onStats(std::optional<TimeNs> time, std::span<const WandbItem> items) override
    {
        stats.emplace_back(time, toItems(items));
    }
    void onConsole(ConsoleStream stream, std::optional<TimeNs> time, std::string_view text) override
    {
        console.push_back({stream, time, std::string(text)});
    }
    void onFile(std::string_view path, std::string_view policy, std::string_view kind) override
    {
        files.push_back({std::string(path), std::string(policy), std::string(kind)});
    }
    void onArtifact(Artifact artifact) override { artifacts.push_back(std::move(artifact)); }
    void onUseArtifact(std::string_view id, std::string_view type, std::string_view name) override
    {
        used.push_back({std::string(id), std::string(type), std::string(name)});
    }
    void onAlert(Alert alert) override { alerts.push_back(std::move(alert)); }
    void onMetric(MetricDefinition metric) override { metrics.push_back(std::move(metric)); }
    void onTelemetry(std::string_view cli, std::string_view python, bool offline) override
    {
        telemetry.push_back({std::string(cli), std::string(python), offline});
    }
    void onExit(int code, std::optional<std::int64_t> runtime) override { exits.push_back({code, runtime}); }
    void onPreempting() override { ++preempting; }

    static Items toItems(std::span<const WandbItem> items)
    {
        Items result;
        for (const WandbItem& item : items) {
            const Result<Value> value = parseJson(item.valueJson);
            result.emplace_back(item.path(), value ? *value : Value("not JSON: " + std::string(item.valueJson)));
        }
        return result;
    }
    static std::vector<KeyPath> toPaths(std::span<const WandbItem> items)
    {
        std::vector<KeyPath> paths;
        for (const WandbItem& item : items)
            paths.push_back(item.path());
        return paths;
    }

    std::vector<RunFields> runs;
    std::vector<Items> runConfigs;
    std::vector<EnvironmentFields> environments;
    std::vector<std::pair<Items, std::vector<KeyPath>>> configs;
    std::vector<Row> history;
    std::vector<std::pair<Items, std::vector<KeyPath>>> summaries;
    std::vector<std::pair<std::optional<TimeNs>, Items>> stats;
    std::vector<ConsoleFragment> console;
    std::vector<AnnouncedFile> files;
    std::vector<Artifact> artifacts;
    std::vector<std::vector<std::string>> used;
    std::vector<Alert> alerts;
    std::vector<MetricDefinition> metrics;
    std::vector<Telemetry> telemetry;
    std::vector<Exit> exits;
    int preempting = 0;
};

} // namespace runglass::test
