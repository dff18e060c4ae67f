// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/ArtifactList.h"
#include "models/sources/ConfigBuilder.h"
#include "models/sources/ConsoleTail.h"
#include "models/sources/HistoryBuilder.h"
#include "models/sources/SegmentData.h"
#include "models/sources/SummaryBuilder.h"

#include <map>
#include <set>

namespace runglass
{

/// Records of one log → what the log says of its run.
/// @thread  any one at a time
/// @source  wandb 0.31 transaction log
class WandbRunBuilder : public WandbRecordSink
{
public:
    /// What is kept of one log; what comes after is left out, and that is told.
    static constexpr std::size_t kMaxFiles = 500'000;
    static constexpr std::size_t kMaxArtifacts = 100'000;
    static constexpr std::size_t kMaxMembers = 500'000; ///< of all artifacts
    static constexpr std::size_t kMaxAlerts = 100'000;
    static constexpr std::size_t kMaxMetricDefinitions = 100'000;

    explicit WandbRunBuilder(LogProblems& problems);

    void onRun(const WandbRunRecord& record, std::span<const WandbItem> config) override;
    void onEnvironment(const WandbEnvironment& environment) override;
    void onConfig(std::span<const WandbItem> updates, std::span<const WandbItem> removals) override;
    void onHistory(std::int64_t step, std::span<const WandbItem> items, std::string_view message) override;
    bool takeSummary(std::string_view message) override;
    void onSummary(std::span<const WandbItem> updates, std::span<const WandbItem> removals) override;
    void onStats(std::optional<TimeNs> time, std::span<const WandbItem> items) override;
    void onConsole(ConsoleStream stream, std::optional<TimeNs> time, std::string_view text) override;
    void onFile(std::string_view path, std::string_view policy, std::string_view kind) override;
    void onArtifact(Artifact artifact) override;
    void onUseArtifact(std::string_view id, std::string_view type, std::string_view name) override;
    void onAlert(Alert alert) override;
    void onMetric(MetricDefinition metric) override;
    void onTelemetry(std::string_view cliVersion, std::string_view pythonVersion, bool offline) override;
    void onExit(int exitCode, std::optional<std::int64_t> runtimeSeconds) override;
    void onPreempting() override;

    /// A run record was read; the path and the start are its own.
    bool isDescribed() const { return m_data.isDescribed; }
    const RunPath& path() const { return m_data.run.path; }
    std::optional<TimeNs> startedAt() const { return m_data.run.startedAt; }

    /// The documents as they stand, and the series and console since the last call.
    /// @param problems  gets what is wrong with the documents, apart from what the records themselves told
    SegmentData take(LogProblems& problems);
    /// What was not taken yet takes much memory, by the size of its values.
    bool isHeavy() const { return m_history.isHeavy() || m_system.isHeavy(); }
    /// Rows came whose steps lie before some that were taken: only reading the log anew brings them in order.
    bool isBehind() const { return m_history.isBehind() || m_system.isBehind(); }

private:
    bool hasRoom(std::size_t count, std::size_t most, const char* things);
    void sign(std::optional<TimeNs> time);
    void signSeconds(double secondsSinceEpoch);
    void completeTimes(Run& run) const;
    void takeTraceback(Run& run) const;
    std::optional<double> duration(const Value& summary) const;

    LogProblems& m_problems;
    std::set<std::string_view> m_cutKinds; ///< of which something was left out
    std::size_t m_artifactCount = 0;
    std::size_t m_memberCount = 0;
    SegmentData m_data;
    ConfigBuilder m_config;
    SummaryBuilder m_summary;
    HistoryBuilder m_history;
    HistoryBuilder m_system;
    ArtifactList m_artifacts;
    ConsoleTail m_tail;
    std::map<std::string, std::size_t, std::less<>> m_files;                           ///< index by path
    std::map<std::pair<std::string, std::string>, std::size_t, std::less<>> m_metrics; ///< index by name and glob
    std::string m_user;
    std::string m_email;
    std::string m_pythonVersion; ///< of the telemetry, without the implementation
    std::optional<TimeNs> m_environmentStart;
    std::optional<double> m_exitRuntime;
};

} // namespace runglass
