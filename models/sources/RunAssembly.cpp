// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunAssembly.h"

#include "models/sources/ArtifactList.h"

#include <algorithm>
#include <map>

namespace runglass
{

namespace
{

void replace(std::string& into, const std::string& text)
{
    if (!text.empty())
        into = text;
}

void replaceMembers(Value& into, const Value& from)
{
    for (const auto& [key, value] : from.object())
        into.makeObject().insert_or_assign(key, value);
}

template <typename T> void append(std::vector<T>& into, const std::vector<T>& from)
{
    into.insert(into.end(), from.begin(), from.end());
}

bool isKnown(const Hardware& hardware)
{
    return hardware.cpuCount != 0 || hardware.cpuCountLogical != 0 || hardware.memoryBytes != 0 ||
           hardware.gpuCount != 0 || !hardware.gpus.empty() || !hardware.cpuModel.empty();
}

void overlayOrigin(Run& whole, const Run& later)
{
    if (!later.program.empty() || !later.executable.empty()) {
        whole.program = later.program;
        whole.executable = later.executable;
        whole.args = later.args;
    }
    if (!later.git.remote.empty() || !later.git.commit.empty())
        whole.git = later.git;
    if (isKnown(later.hardware))
        whole.hardware = later.hardware;
    replace(whole.author, later.author);
    replace(whole.host, later.host);
    replace(whole.python, later.python);
    replace(whole.os, later.os);
    replace(whole.cliVersion, later.cliVersion);
    replace(whole.root, later.root);
}

void overlayTimes(Run& whole, const Run& later)
{
    if (later.startedAt)
        whole.startedAt = std::min(whole.startedAt.value_or(*later.startedAt), *later.startedAt);
    if (later.lastSign)
        whole.lastSign = std::max(whole.lastSign.value_or(*later.lastSign), *later.lastSign);
    if (later.durationSeconds)
        whole.durationSeconds = whole.durationSeconds.value_or(0) + *later.durationSeconds;
}

void overlay(Run& whole, const SegmentData& segment)
{
    const Run& later = segment.run;
    if (segment.isDescribed) {
        whole.name = later.name;
        whole.notes = later.notes;
        whole.tags = later.tags;
    }
    whole.exitCode = later.exitCode;
    whole.traceback = later.traceback;
    whole.exception = later.exception;
    whole.offline = later.offline;
    replace(whole.group, later.group);
    replace(whole.jobType, later.jobType);
    replace(whole.sweep, later.sweep);
    overlayOrigin(whole, later);
    overlayTimes(whole, later);
    replaceMembers(whole.config, later.config);
    replaceMembers(whole.summary, later.summary);
    append(whole.warnings, later.warnings);
}

Segment toSegment(const SegmentFolder& folder, const SegmentReading& reading, int ordinal)
{
    const Run& run = reading.data.run;
    Segment segment;
    segment.ordinal = ordinal;
    segment.folder = folder.folder.folder;
    segment.log = folder.folder.log;
    segment.name = run.name;
    segment.startedAt = run.startedAt;
    segment.lastSign = run.lastSign;
    segment.durationSeconds = run.durationSeconds;
    segment.exitCode = run.exitCode;
    segment.copies = folder.copies;
    segment.incompleteFrom = reading.cursor.offset;
    segment.incompleteBytes = reading.incompleteBytes;
    segment.isReadable = reading.isReadable;
    segment.hasRecords = reading.hasRecords;
    return segment;
}

/// Later definitions and announcements of the same thing replace earlier ones, in place.
template <typename T, typename Key> std::vector<T> latest(std::vector<T> all, Key keyOf)
{
    std::map<decltype(keyOf(all.front())), std::size_t> known;
    std::vector<T> kept;
    for (T& entry : all) {
        const auto [place, isNew] = known.try_emplace(keyOf(entry), kept.size());
        if (isNew)
            kept.push_back(std::move(entry));
        else
            kept[place->second] = std::move(entry);
    }
    return kept;
}

RunDetail detailOf(const RunSegments& group, std::vector<SegmentReading>& readings)
{
    RunDetail detail;
    ArtifactList artifacts;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        SegmentData& data = readings[i].data;
        detail.segments.push_back(toSegment(group.segments[i], readings[i], static_cast<int>(i)));
        for (Artifact& artifact : data.artifacts)
            artifacts.add(std::move(artifact));
        append(detail.alerts, data.alerts);
        append(detail.metrics, data.metrics);
        append(detail.announcedFiles, data.announcedFiles);
    }
    detail.artifacts = artifacts.take();
    if (readings.size() > 1) {
        detail.metrics = latest(std::move(detail.metrics),
                                [](const MetricDefinition& metric) { return std::pair(metric.name, metric.glob); });
        detail.announcedFiles =
            latest(std::move(detail.announcedFiles), [](const AnnouncedFile& file) { return file.path; });
    }
    return detail;
}

/// Takes what may be large out of the readings.
Run wholeRun(const RunSegments& group, std::vector<SegmentReading>& readings)
{
    Run whole = std::move(readings.front().data.run);
    for (std::size_t i = 1; i < readings.size(); ++i)
        overlay(whole, readings[i].data);
    whole.path = group.path;
    whole.segmentCount = static_cast<int>(readings.size());
    if (whole.startedAt)
        whole.startedAtLocal.clear();
    if (whole.startedAt && whole.lastSign)
        whole.runtimeSeconds = (static_cast<double>(*whole.lastSign) - static_cast<double>(*whole.startedAt)) / 1e9;
    return whole;
}

} // namespace

RunUpdate assembleRun(const RunSegments& group, std::vector<SegmentReading> readings)
{
    RunUpdate update;
    update.detail = detailOf(group, readings);
    update.run = wholeRun(group, readings);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (!readings[i].isNews)
            continue;
        SegmentUpdate& segment = update.segments.emplace_back();
        segment.segment = update.detail.segments[i];
        segment.cursor = readings[i].cursor;
        segment.restart = readings[i].restart;
        segment.series = std::move(readings[i].data.series);
        segment.console = std::move(readings[i].data.console);
        for (Series& series : segment.series)
            series.id.segment = static_cast<int>(i);
    }
    return update;
}

} // namespace runglass
