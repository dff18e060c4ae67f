// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/OpenRun.h"

#include "models/run/RunFields.h"
#include "models/sources/RunAssembly.h"

#include <algorithm>

namespace runglass
{

namespace
{

bool isUndecided(RunState state)
{
    return state != RunState::Finished && state != RunState::Failed && state != RunState::Killed;
}

/// What a decision may change.
bool saysTheSame(const StoredRun& a, const StoredRun& b)
{
    return a.run.state == b.run.state && a.run.stateReason == b.run.stateReason && a.run.warnings == b.run.warnings &&
           std::equal(a.detail.segments.begin(), a.detail.segments.end(), b.detail.segments.begin(),
                      b.detail.segments.end(),
                      [](const Segment& one, const Segment& other) { return one.state == other.state; });
}

} // namespace

OpenRun::OpenRun(const FileSystem& files, RunSegments group)
    : m_files(files)
    , m_group(std::move(group))
{
}

bool OpenRun::hasEnded() const
{
    return !isUndecided(m_stored.run.state);
}

bool OpenRun::isAlive() const
{
    return m_stored.run.state == RunState::Running || m_stored.run.state == RunState::Unknown;
}

void OpenRun::setStored(StoredRun stored, const std::map<std::string, FileCursor>& cursors)
{
    m_stored = std::move(stored);
    // What a user marked it as decides nothing: whoever commits it adds that again.
    takeEditsBack(m_stored.run);
    forgetReading();
    for (const SegmentFolder& segment : m_group.segments)
        if (const auto cursor = cursors.find(segment.folder.log); cursor != cursors.end())
            m_read.insert(*cursor);
    hasPrinted();
}

void OpenRun::forgetReading()
{
    m_tails.clear();
    m_read.clear();
}

bool OpenRun::updateGroup(const RunSegments& group)
{
    const bool isSame = group.path == m_group.path &&
                        std::equal(group.segments.begin(), group.segments.end(), m_group.segments.begin(),
                                   m_group.segments.end(), [](const SegmentFolder& a, const SegmentFolder& b) {
                                       return a.folder.log == b.folder.log && a.copies == b.copies;
                                   });
    if (isSame)
        m_group = group;
    return isSame;
}

void OpenRun::checkAgainst(const std::map<std::string, FileCursor>& cursors)
{
    for (const auto& [log, cursor] : m_read) {
        const auto stored = cursors.find(log);
        if (stored == cursors.end() || stored->second != cursor)
            return forgetReading();
    }
}

Status OpenRun::lookAtLogs()
{
    for (SegmentFolder& segment : m_group.segments) {
        const Result<FileStatus> status = m_files.status(segment.folder.log);
        if (!status)
            return status.error();
        segment.folder.status = *status;
    }
    return Done{};
}

bool OpenRun::hasNews() const
{
    return std::any_of(m_group.segments.begin(), m_group.segments.end(), [this](const SegmentFolder& segment) {
        const auto read = m_read.find(segment.folder.log);
        return read == m_read.end() || !isUnchanged(read->second, segment.folder.status);
    });
}

bool OpenRun::hasPrinted()
{
    const Result<FileStatus> status = m_files.statusBelow(m_group.segments.back().folder.folder, "files/output.log");
    if (!status)
        return false;
    const std::optional<FileStatus> before = std::exchange(m_output, *status);
    return before && (before->sizeBytes != status->sizeBytes || before->modifiedNs != status->modifiedNs ||
                      before->inode != status->inode);
}

std::map<std::string, FileStatus> OpenRun::statuses() const
{
    std::map<std::string, FileStatus> statuses;
    for (const SegmentFolder& segment : m_group.segments)
        statuses.emplace(segment.folder.log, segment.folder.status);
    return statuses;
}

Result<std::vector<SegmentReading>> OpenRun::readings(SegmentTail::Amount amount, const CancelToken& cancel)
{
    const bool isAnew = m_tails.empty();
    if (isAnew) {
        m_read.clear();
        for (const SegmentFolder& segment : m_group.segments)
            m_tails.push_back(std::make_unique<SegmentTail>(m_files, segment.folder));
    }
    std::vector<SegmentReading> readings;
    for (std::size_t i = 0; i < m_tails.size(); ++i) {
        const FileStatus& status = m_group.segments[i].folder.status;
        const auto read = m_read.find(m_tails[i]->folder().log);
        if (read != m_read.end() && isUnchanged(read->second, status)) {
            readings.push_back(m_tails[i]->documents());
            continue;
        }
        Result<SegmentReading> reading = m_tails[i]->read(status, amount, cancel);
        if (!reading) {
            forgetReading();
            return reading.error();
        }
        m_read[m_tails[i]->folder().log] = reading->cursor;
        readings.push_back(std::move(reading).value());
    }
    return readings;
}

Result<RunUpdate> OpenRun::read(RunStates& states, SegmentTail::Amount amount, const CancelToken& cancel)
{
    hasPrinted();
    Result<std::vector<SegmentReading>> read = readings(amount, cancel);
    if (!read)
        return read.error();
    m_readAt = std::chrono::steady_clock::now();
    RunUpdate update = assembleRun(m_group, std::move(read).value());
    states.decide(update.run, update.detail, statuses());
    m_stored = {update.run, update.detail};
    return update;
}

void OpenRun::dropTailsAfter(std::chrono::steady_clock::duration rest)
{
    if (!m_tails.empty() && std::chrono::steady_clock::now() - m_readAt > rest)
        dropTails();
}

std::optional<RunUpdate> OpenRun::decide(RunStates& states)
{
    StoredRun next = m_stored;
    states.decide(next.run, next.detail, statuses());
    if (saysTheSame(next, m_stored))
        return std::nullopt;
    m_stored = std::move(next);
    return documents();
}

} // namespace runglass
