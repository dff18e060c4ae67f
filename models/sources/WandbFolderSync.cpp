// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/WandbFolderSync.h"

#include "models/formats/WandbFolderName.h"
#include "models/run/RunFields.h"
#include "models/sources/VanishedRuns.h"

#include <algorithm>
#include <iterator>
#include <utility>

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

std::map<RunPath, StoredRun> byPath(std::vector<StoredRun> runs)
{
    std::map<RunPath, StoredRun> map;
    for (StoredRun& run : runs) {
        RunPath path = run.run.path;
        map.emplace(std::move(path), std::move(run));
    }
    return map;
}

/// Whether somebody took the run away from where it lay, and not the place it lay in.
bool wasDeleted(const RunDetail& detail, const std::set<std::string>& listed)
{
    return std::all_of(detail.segments.begin(), detail.segments.end(), [&listed](const Segment& segment) {
        return listed.contains(parentPath(segment.folder)) || listed.contains(segment.folder);
    });
}

} // namespace

WandbFolderSync::WandbFolderSync(const Tools& tools, OpenRuns& open)
    : m_tools(tools)
    , m_open(open)
    , m_lastCommit(std::chrono::steady_clock::now())
{
}

Status WandbFolderSync::load(const Found& found)
{
    Result<std::map<std::string, FileCursor>> cursors = m_tools.writer.cursors();
    if (!cursors)
        return cursors.error();
    m_cursors = std::move(cursors).value();
    const Result<std::vector<RunPath>> stored = m_tools.writer.runs();
    if (!stored)
        return stored.error();
    m_stored.insert(stored->begin(), stored->end());
    Result<std::vector<StoredRun>> vanished = m_tools.writer.documents(StoreWriter::Which::Vanished);
    if (!vanished)
        return vanished.error();
    m_doubtful = byPath(std::move(vanished).value());
    std::set<RunPath> others = found.otherCopies;
    if (found.hasOtherNotes) {
        others.merge(m_tools.notes.noted());
        Result<std::vector<StoredRun>> noted = m_tools.writer.documents(StoreWriter::Which::Noted);
        if (!noted)
            return noted.error();
        m_doubtful.merge(byPath(std::move(noted).value()));
    }
    std::erase_if(others, [this](const RunPath& path) { return m_doubtful.contains(path); });
    Result<std::vector<StoredRun>> other = m_tools.writer.documents(others);
    if (!other)
        return other.error();
    m_doubtful.merge(byPath(std::move(other).value()));
    Result<std::vector<RunPath>> undecided = m_tools.writer.runs(StoreWriter::Which::Undecided);
    if (!undecided)
        return undecided.error();
    // All of them at first, later those that another process has brought in.
    std::erase_if(*undecided, [this](const RunPath& path) { return m_open.contains(path); });
    Result<std::vector<StoredRun>> documents =
        m_tools.writer.documents(std::set<RunPath>(undecided->begin(), undecided->end()));
    if (!documents)
        return documents.error();
    m_undecided = byPath(std::move(documents).value());
    return Done{};
}

Status WandbFolderSync::run(Found found)
{
    Status done = pass(std::move(found));
    if (!done) {
        // What was read may not have been committed: nothing goes on from there.
        for (auto& [path, run] : m_next)
            run.forgetReading();
        m_open.merge(m_next);
    }
    return done;
}

Status WandbFolderSync::pass(Found found)
{
    if (Status loaded = load(found); !loaded)
        return loaded;
    m_done.total = static_cast<int>(found.groups.size());
    if (Status removed = removeMissing(found); !removed)
        return removed;
    for (const RunSegments& group : found.groups) {
        if (m_tools.cancel.isCanceled())
            return Error{Error::Kind::Canceled, "reading was canceled", {}};
        if (isUnchanged(group))
            lookAgain(group);
        else if (Status read = readRun(group); !read)
            return read;
        ++m_done.done;
        if (Status committed = commitIfDue(); !committed)
            return committed;
    }
    m_batch.sightings = std::move(found.sightings);
    m_batch.logsGone = std::move(found.logsGone);
    m_open = std::move(m_next);
    if (Status committed = commit(); !committed)
        return committed;
    return awaitCommit();
}

/// Also of runs whose path has changed: they come in again under their new one.
Status WandbFolderSync::removeMissing(const Found& found)
{
    std::set<RunPath> paths;
    std::set<std::string> logs;
    for (const RunSegments& group : found.groups) {
        paths.insert(group.path);
        for (const SegmentFolder& segment : group.segments)
            logs.insert(segment.folder.log);
    }
    std::set<RunPath> missing;
    std::set_difference(m_stored.begin(), m_stored.end(), paths.begin(), paths.end(),
                        std::inserter(missing, missing.end()));
    Result<std::vector<StoredRun>> stored = m_tools.writer.documents(missing);
    if (!stored)
        return stored.error();
    for (StoredRun& run : *stored) {
        const bool isFound = std::any_of(run.detail.segments.begin(), run.detail.segments.end(),
                                         [&logs](const Segment& segment) { return logs.contains(segment.log); });
        if (isFound || wasDeleted(run.detail, found.listed))
            continue;
        missing.erase(run.run.path);
        for (const Segment& segment : run.detail.segments)
            logs.insert(segment.log);
        addVanished(std::move(run));
    }
    for (const auto& [log, cursor] : m_cursors)
        if (!logs.contains(log))
            m_shrunkIds.insert(runIdOfLogName(lastComponent(log)).value_or(std::string()));
    m_batch.gone.assign(missing.begin(), missing.end());
    return m_batch.gone.empty() && m_batch.runs.empty() ? Status(Done{}) : commit();
}

void WandbFolderSync::addVanished(StoredRun stored)
{
    if (stored.run.vanished)
        return;
    // What users made of it comes back with the commit.
    takeEditsBack(stored.run);
    markVanished(stored, m_tools.clock.now());
    m_batch.runs.push_back({std::move(stored.run), std::move(stored.detail), {}});
}

Status WandbFolderSync::sayVanished()
{
    m_open.clear();
    Result<std::vector<StoredRun>> stored = m_tools.writer.documents(StoreWriter::Which::All);
    if (!stored)
        return stored.error();
    for (StoredRun& run : *stored)
        addVanished(std::move(run));
    if (Status committed = commit(); !committed)
        return committed;
    return awaitCommit();
}

bool WandbFolderSync::isUnchanged(const RunSegments& group) const
{
    if (!m_stored.contains(group.path))
        return false;
    return std::all_of(group.segments.begin(), group.segments.end(), [this](const SegmentFolder& segment) {
        const auto cursor = m_cursors.find(segment.folder.log);
        return cursor != m_cursors.end() && !m_shrunkIds.contains(segment.folder.id) &&
               runglass::isUnchanged(cursor->second, segment.folder.status);
    });
}

OpenRun& WandbFolderSync::openRun(const RunSegments& group)
{
    auto known = m_open.extract(group.path);
    if (known && known.mapped().updateGroup(group)) {
        known.mapped().checkAgainst(m_cursors);
        return m_next.insert(std::move(known)).position->second;
    }
    return m_next.try_emplace(group.path, m_tools.files, group).first->second;
}

Status WandbFolderSync::readRun(const RunSegments& group)
{
    OpenRun& run = openRun(group);
    for (bool isMore = true; isMore;) {
        Result<RunUpdate> update = run.read(m_tools.states, SegmentTail::Amount::Slice, m_tools.cancel);
        if (!update)
            return update.error();
        m_batchWeight += weightOf(*update);
        m_batch.runs.push_back(std::move(update).value());
        isMore = run.hasNews();
        if (isMore)
            if (Status committed = commit(); !committed)
                return committed;
    }
    if (run.hasEnded())
        m_next.erase(group.path);
    else if (!run.isAlive())
        run.dropTails();
    return Done{};
}

/// What the store says of a doubtful run, put right; nothing when it is right as it is.
std::optional<StoredRun> WandbFolderSync::corrected(const RunSegments& group)
{
    const auto doubtful = m_doubtful.find(group.path);
    if (doubtful == m_doubtful.end())
        return std::nullopt;
    StoredRun& stored = doubtful->second;
    bool isOther = stored.run.vanished;
    if (isOther)
        markFound(stored);
    isOther = m_tools.notes.applyTo(stored.run) || isOther;
    for (Segment& segment : stored.detail.segments) {
        const auto ordinal = static_cast<std::size_t>(segment.ordinal);
        if (ordinal >= group.segments.size() || segment.copies == group.segments[ordinal].copies)
            continue;
        segment.copies = group.segments[ordinal].copies;
        isOther = true;
    }
    return isOther ? std::optional(std::move(stored)) : std::nullopt;
}

/// A run whose logs are as the store knows them: its state may be another one all the same.
void WandbFolderSync::lookAgain(const RunSegments& group)
{
    std::optional<StoredRun> stored = corrected(group);
    const bool isCorrected = stored.has_value();
    if (const auto undecided = m_undecided.find(group.path); !stored && undecided != m_undecided.end())
        stored = std::move(undecided->second);
    if (!stored && !m_open.contains(group.path))
        return;
    OpenRun& run = openRun(group);
    if (stored)
        run.setStored(std::move(*stored), m_cursors);
    std::optional<RunUpdate> update = run.hasEnded() ? std::nullopt : run.decide(m_tools.states);
    if (update || isCorrected)
        m_batch.runs.push_back(update ? std::move(*update) : run.documents());
    if (run.hasEnded())
        m_next.erase(group.path);
}

Status WandbFolderSync::commitIfDue()
{
    const bool isDue = std::chrono::steady_clock::now() - m_lastCommit >= kBetweenCommits;
    return isDue || m_batchWeight >= kMaxBatchBytes ? commit() : Status(Done{});
}

/// Begins to commit what was read; whether that went well is known with the next commit or awaitCommit().
Status WandbFolderSync::commit()
{
    if (Status arrived = awaitCommit(); !arrived)
        return arrived;
    RunBatch batch = std::exchange(m_batch, {});
    m_batchWeight = 0;
    for (RunUpdate& update : batch.runs)
        m_tools.notes.applyTo(update.run);
    if (!batch.runs.empty() || !batch.gone.empty() || !batch.sightings.empty() || !batch.logsGone.empty())
        m_committing = std::async(
            std::launch::async, [&writer = m_tools.writer, batch = std::move(batch)] { return writer.commit(batch); });
    m_tools.progress(m_done);
    m_lastCommit = std::chrono::steady_clock::now();
    return Done{};
}

Status WandbFolderSync::awaitCommit()
{
    if (!m_committing.valid())
        return Done{};
    Status committed = m_committing.get();
    if (!committed) {
        // What was read on did not arrive: no run may go on from there.
        m_open.clear();
        m_next.clear();
    }
    return committed;
}

} // namespace runglass
