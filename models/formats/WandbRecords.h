// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Console.h"
#include "models/run/Result.h"
#include "models/run/RunDetail.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace runglass
{

/// One key and its value in a history, summary, config or stats record. Views into the record, valid during the call;
/// bytes as written, which need not be valid UTF-8.
struct WandbItem {
    std::string_view key;                        ///< empty when nestedKey is used
    std::span<const std::string_view> nestedKey; ///< wins over key when not empty
    std::string_view valueJson;                  ///< JSON with bare NaN and ±Infinity; typed items are rendered to it
    /// The first 16 bytes of key, zeros behind its end, where hasKeyHead: what tells most keys apart at once.
    std::array<std::uint64_t, 2> keyHead = {};
    bool hasKeyHead = false;

    /// The key's components as valid UTF-8, at least one.
    KeyPath path() const;
};

struct WandbRunRecord {
    std::string_view runId, entity, project, group, jobType, displayName, notes, sweepId, host;
    std::vector<std::string_view> tags;
    std::optional<TimeNs> startTime;
    std::string_view gitRemote, gitCommit;
    std::int64_t startingStep = 0;
    bool resumed = false, forked = false;
};

/// Fields that one environment record carries; a later part is merged over an earlier one, field by field.
struct WandbEnvironment {
    std::string_view os, python, host, username, email, executable, program, root, codePath, gitRemote, gitCommit;
    std::string_view gpuType, cudaVersion, cpuModel;
    std::vector<std::string_view> args;
    std::optional<TimeNs> startedAt;
    std::uint64_t memoryBytes = 0, diskBytes = 0;
    int cpuCount = 0, cpuCountLogical = 0, gpuCount = 0;
    std::vector<GpuInfo> gpus;
};

/// Receives the records of a log in order. Everything it is given is valid during the call only.
class WandbRecordSink
{
public:
    virtual ~WandbRecordSink() = default;
    /// config holds the run record's own config updates (whole top-level keys).
    virtual void onRun(const WandbRunRecord& run, std::span<const WandbItem> config) = 0;
    virtual void onEnvironment(const WandbEnvironment& environment) = 0;
    virtual void onConfig(std::span<const WandbItem> updates, std::span<const WandbItem> removals) = 0;
    /// Items come in no particular order and include _step, _runtime and _timestamp. The SDK sends the items of a row
    /// to the summary too, just before: then message, the record's own bytes, begins with those that takeSummary() got.
    virtual void onHistory(std::int64_t step, std::span<const WandbItem> items, std::string_view message) = 0;
    /// A summary record that is not decoded yet. A sink that returns true has taken it, and reads it with readUpdate()
    /// if it ever must; else onSummary() follows.
    virtual bool takeSummary(std::string_view /*message*/) { return false; }
    virtual void onSummary(std::span<const WandbItem> updates, std::span<const WandbItem> removals) = 0;
    virtual void onStats(std::optional<TimeNs> time, std::span<const WandbItem> items) = 0;
    virtual void onConsole(ConsoleStream stream, std::optional<TimeNs> time, std::string_view text) = 0;
    virtual void onFile(std::string_view path, std::string_view policy, std::string_view kind) = 0;
    virtual void onArtifact(Artifact artifact) = 0;
    virtual void onUseArtifact(std::string_view id, std::string_view type, std::string_view name) = 0;
    virtual void onAlert(Alert alert) = 0;
    virtual void onMetric(MetricDefinition metric) = 0;
    /// Empty texts: not in this record. offline: the telemetry says the SDK had no server.
    virtual void onTelemetry(std::string_view cliVersion, std::string_view pythonVersion, bool offline) = 0;
    /// runtimeSeconds: unset when the record has none (or 0, which is the same on the wire).
    virtual void onExit(int exitCode, std::optional<std::int64_t> runtimeSeconds) = 0;
    virtual void onPreempting() = 0;
};

/// Decodes protobuf payloads of .wandb records and hands them to a sink. Unknown fields and records are passed over.
/// Texts of all records but history, summary, config and stats items and console text are made valid UTF-8.
/// @thread  any one at a time
/// @source  wandb 0.31.0 descriptors, wandb_internal.Record
class WandbRecordDecoder
{
public:
    WandbRecordDecoder();
    ~WandbRecordDecoder();

    /// @errors Corruption: the payload is no valid protobuf message; the sink has seen no part of it ·
    ///         Unsupported: it holds more tags, arguments, members or the like than is read; the sink has seen the
    ///         first
    Status decode(std::string_view payload, WandbRecordSink& sink);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace runglass
