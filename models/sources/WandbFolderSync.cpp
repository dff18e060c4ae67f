// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/WandbFolderSync.h"

#include "models/formats/WandbFolderName.h"
#include "models/sources/RunAssembly.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr std::chrono::milliseconds kBetweenCommits{150};
constexpr std::size_t kMaxBatchBytes = std::size_t{64} << 20;

std::size_t weightOf(const RunUpdate& update)
{
    constexpr std::size_t kPerRun = 4096;
    constexpr std::size_t kPerPoint = 24;
    std::size_t weight = kPerRun;
    for (const SegmentUpdate& segment : update.segments) {
        for (const Series& series : segment.series)
            weight += series.size() * kPerPoint;
        for (const ConsoleFragment& fragment : segment.console)
            weight += sizeof fragment + fragment.text.size();
    }
    return weight;
}

} // namespace

WandbFolderSync::WandbFolderSync(const FileSystem& files, const Clock& clock, StoreWriter& writer,
                                 const CancelToken& cancel, const Progress& progress)
    : m_files(files)
    , m_clock(clock)
    , m_writer(writer)
    , m_cancel(cancel)
    , m_progress(progress)
    , m_lastCommit(std::chrono::steady_clock::now())
{
}

Status WandbFolderSync::run(const std::vector<RunGroup>& groups, const std::set<RunPath>& mustRead)
{
    Result<std::map<std::string, FileCursor>> cursors = m_writer.cursors();
    if (!cursors)
        return cursors.error();
    m_cursors = std::move(cursors).value();
    m_done.total = static_cast<int>(groups.size());
    if (Status removed = removeGone(groups); !removed)
        return removed;
    for (const RunGroup& group : groups) {
        if (m_cancel.isCanceled())
            return Error{Error::Kind::Canceled, "reading was canceled", {}};
        if (mustRead.contains(group.path) || !isUnchanged(group))
            if (Status read = readRun(group); !read)
                return read;
        ++m_done.done;
        if (Status committed = commitIfDue(); !committed)
            return committed;
    }
    return commit();
}

/// Also of runs whose path has changed: they come in again under their new one.
Status WandbFolderSync::removeGone(const std::vector<RunGroup>& groups)
{
    const Result<std::vector<RunPath>> stored = m_writer.runs();
    if (!stored)
        return stored.error();
    m_stored.insert(stored->begin(), stored->end());
    std::set<RunPath> found;
    std::set<std::string> logs;
    for (const RunGroup& group : groups) {
        found.insert(group.path);
        for (const SegmentFolder& segment : group.segments)
            logs.insert(segment.folder.log);
    }
    for (const auto& [log, cursor] : m_cursors)
        if (!logs.contains(log))
            m_shrunkIds.insert(runIdOfLogName(lastComponent(log)).value_or(std::string()));
    std::set_difference(m_stored.begin(), m_stored.end(), found.begin(), found.end(), std::back_inserter(m_batch.gone));
    if (m_batch.gone.empty())
        return Done{};
    return commit();
}

bool WandbFolderSync::isUnchanged(const RunGroup& group) const
{
    if (!m_stored.contains(group.path))
        return false;
    return std::all_of(group.segments.begin(), group.segments.end(), [this](const SegmentFolder& segment) {
        const auto cursor = m_cursors.find(segment.folder.log);
        const FileStatus& status = segment.folder.status;
        return cursor != m_cursors.end() && !m_shrunkIds.contains(segment.folder.id) &&
               cursor->second.sizeBytes == status.sizeBytes && cursor->second.modifiedNs == status.modifiedNs &&
               cursor->second.inode == status.inode;
    });
}

Status WandbFolderSync::readRun(const RunGroup& group)
{
    const SegmentReader reader(m_files, m_clock);
    std::vector<SegmentReading> readings;
    for (const SegmentFolder& segment : group.segments) {
        Result<SegmentReading> reading = reader.read(segment.folder, m_cancel);
        if (!reading)
            return reading.error();
        readings.push_back(std::move(reading).value());
    }
    m_batch.runs.push_back(assembleRun(group, std::move(readings)));
    m_batchWeight += weightOf(m_batch.runs.back());
    return Done{};
}

Status WandbFolderSync::commitIfDue()
{
    const bool isDue = std::chrono::steady_clock::now() - m_lastCommit >= kBetweenCommits;
    return isDue || m_batchWeight >= kMaxBatchBytes ? commit() : Status(Done{});
}

Status WandbFolderSync::commit()
{
    if (!m_batch.runs.empty() || !m_batch.gone.empty())
        if (Status committed = m_writer.commit(m_batch); !committed)
            return committed;
    m_batch = {};
    m_batchWeight = 0;
    m_progress(m_done);
    m_lastCommit = std::chrono::steady_clock::now();
    return Done{};
}

} // namespace runglass
